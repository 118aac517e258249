"""Partners looked for in the words of people: what each covers, what nobody does, what a place or a story changes."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers.answering import Answerer
from bot.answers.types import Answer, Context, Reason
from tests.answers.knowledge import answerer_of, read_knowledge
from tests.answers.test_profiles import ask as ask_invented

TODAY = date(2026, 11, 27)
_OPERATIONS = """operation;parent;synonymes
fonderie;;fondeur | casting
fonderie sous pression;fonderie;die casting
travail du bois;;bois | wood
assemblage;;assembler | montage de pièces | assembly
peinture industrielle;traitement de surface;peindre | peinture poudre
traitement de surface;;surface treatment
contrôle et métrologie;;contrôle qualité
contrôle par rayons;contrôle et métrologie;
essais;;labo d'essais | laboratoire d'essais | testing
bornes de recharge;;IRVE
couture;;coudre | couturière | sewing
matières;;
aluminium;matières;alu
"""
_PARTNERS = """nom;categorie;region;departements;commune;operations;filieres;certifications;capacites;contact;site;source;verifie_le
Pôle Airain;pôle de compétitivité;Bourgogne-Franche-Comté;71;Autun;fonderie;métal;;Le Pôle Airain réunit 40 membres. Le Pôle Airain aide à trouver un fondeur.;Par son site (adresse à vérifier).;https://airain.example;essai;2026-11-20
Centre Copeau;centre technique;France;75;Paris | Gien;travail du bois | essais;bois;;Le Centre Copeau est né en 1950. Le Centre Copeau mène des essais sur le bois. Le Centre Copeau a une antenne à Gien, à vérifier.;Par son site.;https://copeau.example;essai;2026-11-20
Grappe Mobile;cluster;Bourgogne-Franche-Comté;39;Dole;traitement de surface;automobile;;La Grappe Mobile réunit des ateliers de traitement de surface.;Par son site.;https://mobile.example;essai;2026-11-20
Atelier Corbeau;entreprise;Normandie;76;Rouen;contrôle par rayons;contrôle;ISO 9001;L'Atelier Corbeau contrôle des pièces aux rayons.;a@corbeau.example;;essai;2026-11-20
Agence du Havre-Neuf;agence;Normandie;76;;;implantation | foncier;;L'Agence du Havre-Neuf aide à s'implanter. L'Agence du Havre-Neuf est née en 2001.;Par son site.;https://havre.example;essai;2026-11-20
École du Lac;école;Bretagne;35;Rennes;;mécanique;;L'École du Lac mène des projets d'étudiants.;Par son site.;;essai;2026-11-20
Maison du Geste;fédération;Bourgogne-Franche-Comté;21;Dijon;;formation;;La Maison du Geste forme des apprentis.;Par son site.;;essai;2026-11-20
Bureau des Mains;service public;France;;;;recrutement;;Le Bureau des Mains aide à embaucher.;Par son site.;;essai;2026-11-20
Borne Ouest;cluster;Bretagne;35;Rennes;bornes de recharge;énergie;;Borne Ouest réunit des fabricants de bornes.;Par son site.;;essai;2026-11-20
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """A small made-up knowledge folder."""
    folder: Path = tmp_path_factory.mktemp("knowledge")
    (folder / "partenaires").mkdir()
    (folder / "operations.csv").write_text(_OPERATIONS, encoding="utf-8")
    (folder / "partenaires" / "partenaires.csv").write_text(_PARTNERS, encoding="utf-8")
    return answerer_of(read_knowledge(folder, TODAY))


@pytest.fixture
def ask(answerer: Answerer) -> "Ask":
    return Ask(answerer)


class Ask:
    """Messages of one talk."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer, self._context = answerer, Context()

    def __call__(self, question: str) -> Answer:
        answer = self._answerer.answer(question, self._context, TODAY)
        self._context = Context(thread=answer.thread or self._context.thread)
        return answer


def test_who_only_does_it_in_general_is_the_nearest_and_no_match(ask: Ask) -> None:
    answer = ask("qui fait de la fonderie sous pression ?")
    assert answer.text.startswith("Personne dans ma base n'indique fonderie sous pression. Le plus proche, à défaut :")
    assert "Pôle Airain (pôle de compétitivité, Autun), qui indique « fonderie »" in answer.text
    assert "correspond" not in answer.text
    assert not answer.abstained


def test_who_does_a_part_of_it_matches_and_says_which(ask: Ask) -> None:
    answer = ask("qui fait du contrôle et métrologie en Normandie ?")
    assert "Atelier Corbeau (entreprise, Rouen), pour contrôle et métrologie (« contrôle par rayons »)" in answer.text
    assert "atelier :" not in answer.text


@pytest.mark.parametrize(
    "question", ["qui fait de la couture ?", "qui fait de la couture en Alsace", "une couturière à Nantes"]
)
def test_what_nobody_does_is_said_with_a_person(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.abstained
    assert answer.reason is Reason.NOT_IN_KNOWLEDGE
    assert "Personne dans ma base n'indique couture" in answer.text
    assert "conseiller CCI" in answer.text


def test_the_main_operation_goes_before_a_nearer_partner_of_a_minor_one(ask: Ask) -> None:
    answer = ask("qui sait peindre et travailler le bois dans le jura ?")
    assert "Centre Copeau" in answer.text
    assert answer.text.index("Centre Copeau") < answer.text.index("Grappe Mobile")  # only named as the nearest
    assert "n'indique peinture industrielle" in answer.text


def test_the_sentence_shown_speaks_of_the_operation(ask: Ask) -> None:
    assert "aide à trouver un fondeur" in ask("je cherche un fondeur").text
    assert "s'implanter" in ask("je cherche un local en Normandie").text


def test_a_workshop_is_none_of_the_service(ask: Ask) -> None:
    assert "Pôle Airain" in ask("on a besoin d'un atelier de fonderie à Lille").text


def test_networks_are_said_to_be_no_workshops(ask: Ask) -> None:
    assert "Ce n'est pas un atelier" in ask("je cherche un fondeur").text


@pytest.mark.parametrize(
    "place",
    ["vers Nantes", "en Alsace", "dans les Ardennes", "en Haute-Savoie", "à Limoges", "en Occitanie", "en Picardie"],
)
def test_a_place_where_nobody_is_does_not_cancel_the_search(ask: Ask, place: str) -> None:
    answer = ask(f"je cherche un fondeur {place}")
    assert "Personne dans ma base à cet endroit" in answer.text
    assert "Pôle Airain" in answer.text
    assert not answer.abstained


def test_a_school_studies_any_product_but_is_not_said_to_train_for_it(ask: Ask) -> None:
    answer = ask("une école pourrait nous faire de la couture à Lille ?")
    assert answer.text.startswith("Personne dans ma base n'indique couture")
    assert "École du Lac" in answer.text
    assert "École du Lac" not in ask("une école pour former des couturières à Lille ?").text


def test_the_site_stands_beside_whom_to_ask(ask: Ask) -> None:
    assert "https://airain.example" in ask("combien coûte l'adhésion au Pôle Airain ?").text


def test_each_commune_of_a_row_counts(ask: Ask) -> None:
    assert "correspond" in ask("qui travaille le bois à Gien ?").text


def test_a_story_before_the_question_does_not_hide_it(ask: Ask) -> None:
    told = "Hello, I buy for a UK company. Today all comes from Shenzhen. We sell 15k units a year."
    assert "Pôle Airain" in ask(f"{told} Anybody in France for casting?").text


def test_makers_of_anything_in_a_place_are_its_partners(ask: Ask) -> None:
    answer = ask("We move assembly from Shenzhen to Normandy. Who can help us find subcontractors there?")
    assert "Atelier Corbeau" in answer.text
    assert "states assembly" in answer.text


def test_a_maker_of_what_was_told_before_needs_the_operations(ask: Ask) -> None:
    answer = ask("et pour trouver un atelier qui le fabrique en France")
    assert answer.reason is Reason.NEEDS_DETAIL
    assert "les opérations" in answer.text


def test_the_kind_asked_for_is_given_up_last_and_said(ask: Ask) -> None:
    answer = ask("quel centre technique pour la fonderie ?")
    assert answer.text.startswith(
        "Aucun partenaire de ma base n'est à la fois centre technique et indiqué pour fonderie."
    )
    assert "Pôle Airain" in answer.text


def test_a_lab_must_do_what_is_asked_itself(ask: Ask) -> None:
    assert "Centre Copeau" in ask("un labo d'essais vers Lille").text
    assert ask("quel laboratoire pour la fonderie sous pression ?").abstained


@pytest.mark.parametrize(
    "question", ["qui peut nous filer de l'argent pour la fonderie", "qui peut former des fondeurs"]
)
def test_money_and_training_are_not_looked_for_among_partners(ask: Ask, question: str) -> None:
    assert "Pôle Airain" not in ask(question).text


def test_an_unrecorded_certification_is_said_beside_who_does_it(ask: Ask) -> None:
    answer = ask("un fondeur certifié ISO 50001")
    assert "Ma base n'indique ISO 50001 pour aucun partenaire" in answer.text
    assert "Pôle Airain" in answer.text
    assert answer.abstained


def test_what_is_left_aside_comes_last_and_is_a_thing() -> None:
    told = "je cherche un atelier de couture local pas loin, gamme complète, pour nos hamacs faits au Portugal"
    assert ask_invented(told).text.endswith("Je n'ai pas pu tenir compte de « hamacs » : ma base ne permet pas ce tri.")


def test_an_operation_is_known_by_its_first_word_where_a_maker_is_sought(ask: Ask) -> None:
    answer = ask("je cherche un sous-traitant pour peinture et montage")
    assert "peinture industrielle" in answer.text
    assert "assemblage" in answer.text
    assert "tenir compte" not in answer.text


def test_a_proper_name_is_no_operation(ask: Ask) -> None:
    assert "Borne Ouest" not in ask("un fondeur dans la vallée de l'Arve").text


def test_what_each_does_where_it_is_and_its_site_are_fields(ask: Ask) -> None:
    ask("qui fait du bois ?")
    assert "Centre Copeau" in ask("qui fait quoi ?").text
    where = ask("il est où ?").text
    assert "Paris et Gien" in where
    assert "à vérifier" in where
    assert "1950" not in where


def test_a_doubt_on_the_site_is_kept_and_no_certification_is_said(ask: Ask) -> None:
    ask("je cherche un fondeur")
    assert "https://airain.example (adresse à vérifier)" in ask("son site ?").text
    assert ask("il est certifié quoi ?").text.startswith("Ma base n'indique aucune certification pour Pôle Airain.")


def test_an_answer_without_anybody_is_narrowed_by_what_comes_next(ask: Ask) -> None:
    ask("qui fait de la couture ?")
    assert "Pôle Airain" in ask("et pour de la fonderie ?").text


def test_what_nobody_does_beside_the_rest_is_widened_to_its_family(ask: Ask) -> None:
    text = ask("qui fait de la peinture industrielle et de la fonderie en Bourgogne-Franche-Comté ?").text
    assert "Pôle Airain" in text
    assert "Le plus proche, à défaut : Grappe Mobile (cluster, Dole), qui indique « traitement de surface »." in text


def test_two_trades_before_something_else_is_a_search(ask: Ask) -> None:
    assert "Pôle Airain" in ask("fondeur ou atelier de fonderie à Autun, et un organisme pour le reste ?").text


WHO_TRAINS = """qui peut m'aider à recruter des fondeurs à Dijon ? une école ?
qui peut m'aider à former des gens en fonderie dans la Côte-d'Or ?
vers qui me tourner pour former mes opérateurs à Dijon ?
quelqu'un pour m'aider à embaucher à Dijon ?
un organisme pour former mes ouvriers à Dijon ?
who can help us hire and train workers near Dijon?
qui forme des apprentis en Bourgogne-Franche-Comté ?
à Dijon, qui peut nous aider à recruter ?"""


@pytest.mark.parametrize("question", WHO_TRAINS.splitlines())
def test_who_helps_to_hire_or_to_train_is_a_partner(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert "Maison du Geste" in text
    assert "Bureau des Mains" in text


PAID = """qui peut nous aider à payer la formation à Dijon ?
quelles aides pour recruter à Dijon ?
qui finance la formation de mes gars à Dijon ?
des aides pour former un apprenti à Dijon ?
qui paie l'embauche à Dijon ?
who pays for training near Dijon?
un dispositif pour embaucher à Dijon ?
which grants to hire near Dijon?"""


@pytest.mark.parametrize("question", PAID.splitlines())
def test_who_pays_for_it_is_no_partner(ask: Ask, question: str) -> None:
    assert "partenaires correspondent" not in ask(question).text


CORRECTED = """j'ai pas demandé de l'argent, j'ai demandé qui
non pas d'argent, je cherche un organisme
je ne veux pas d'aide, je veux savoir qui. une école
not money, I meant who
je parlais pas de subvention mais de quelqu'un
I did not ask for money, I asked who
pas des aides, des organismes qui aident
pas un financement : un contact, quelqu'un"""


@pytest.mark.parametrize("correction", CORRECTED.splitlines())
def test_somebody_is_meant_and_no_money(ask: Ask, correction: str) -> None:
    ask("qui peut m'aider à recruter et former à Dijon ?")
    assert "Maison du Geste" in ask(correction).text


NEARER = """quelqu'un de plus proche, dans le Jura ?
Ce pôle est trop loin et ne nous convient pas. Quelqu'un de plus proche, dans le Jura ?
y a-t-il quelqu'un plus près, à Dole ?
anyone closer, in the Jura?
rien de plus proche, dans le 39 ?
un autre plus près de Dole ?"""


@pytest.mark.parametrize("question", NEARER.splitlines())
def test_somebody_nearer_is_sought_among_all_partners(ask: Ask, question: str) -> None:
    ask("qui fait du traitement de surface et de la fonderie à Autun ?")
    text = ask(question).text
    assert "Jura" in text or "Dole" in text
    assert "Grappe Mobile" in text

"""What a person tells of their company narrows a list; a product that no scheme speaks of never empties it."""

from pathlib import Path

import pytest

from bot.answers.company import Company
from bot.answers.profiles import asks_the_region, wants_help
from bot.answers.quantities import Amounts, amounts_in, heads_in
from bot.answers.types import Answer, Context, Reason, Thread
from tests.answers.invented import TODAY, answerer_on

FOLDER = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


def ask(question: str, context: Context | None = None) -> Answer:
    """An answer on the invented folder that is developed on."""
    return answerer_on(FOLDER).answer(question, context or Context(), TODAY)


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        (
            "12 salariés, j'ai besoin d'un petit prêt de 40 000 € pour moderniser l'atelier à Angoulême, lequel ?",
            "Prêt Bastide (Région Nouvelle-Aquitaine) : prêt, ≤ 150 000 €",
            "Cap Pignada",
        ),
        (
            "Je rapatrie une ligne de parapluies à Limoges, 40 salariés, la Région peut-elle payer une partie ?",
            "Cap Pignada (Région Nouvelle-Aquitaine) : subvention, ≤ 240 000 €",
            "Prêt Bastide",
        ),
        (
            "je fabrique des flûtes à bec au Vietnam, je veux revenir dans le Var, quelles aides ?",
            "Tremplin Calanque",
            "Aide Lavandin",
        ),
        ("Je fais des seaux à Hyères, the region can wait, can the region lend?", "Tremplin Calanque", "Sites Étoile"),
    ],
)
def test_place_size_nature_and_amount_narrow_the_list_and_closed_ones_are_left_out(
    question: str, holds: str, lacks: str
) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert holds in answer.text
    assert lacks not in answer.text


def test_a_product_that_no_scheme_speaks_of_is_said_in_the_letters_of_the_person() -> None:
    text = ask("je fabrique des flûtes au Vietnam, je veux revenir dans le Var, quelles aides ?").text
    assert "Aucun dispositif de ma base ne vise « flûtes » en particulier." in text
    assert "Vietnam" not in text


def test_what_is_asked_about_still_refuses_a_list_of_something_else() -> None:
    assert ask("quelles aides pour élever des lamas et des autruches dans le Var ?").abstained


def test_the_region_is_asked_for_when_the_regional_council_is_meant_and_no_place_is_told() -> None:
    question = "j'ai 8 salariés et je veux acheter une presse, la région aide ?"
    answer = ask(question)
    assert answer.reason is Reason.NEEDS_DETAIL
    assert "Pays de la Loire" in answer.choices
    there = ask(question, Context(company=Company(region="Pays de la Loire")))
    assert "Région Pays de la Loire" in there.text


@pytest.mark.parametrize(
    "question", ["la Région peut-elle me prêter ?", "la région aide ?", "la Région va-t-elle financer mon four ?"]
)
def test_the_region_as_a_payer_is_heard(question: str) -> None:
    assert asks_the_region(question)


@pytest.mark.parametrize(
    "question", ["dans quelle région est-ce ?", "lequel est ouvert ?", "le prêt de la Région est à quel taux ?"]
)
def test_other_words_of_region_ask_for_no_list(question: str) -> None:
    assert not wants_help(question)


def test_a_place_alone_lists_first_what_is_its_own_and_says_what_there_is_and_what_to_tell() -> None:
    lines = ask("On revient du Vietnam à Hyères, quelles aides ?").text.split("\n")
    assert "Provence-Alpes-Côte d'Azur" in lines[2]
    assert "4 subventions, 2 avances récupérables" in lines[-1]
    assert "Dites-moi ce qu'il y a à payer" in lines[-1]


def test_parts_of_a_long_list_are_offered_in_words_that_stand_alone() -> None:
    offered = ask("quelles aides dans les Pays de la Loire ?").suggestions
    assert "Liste des subventions dans les Pays de la Loire" in offered
    assert "subvention" in ask(offered[-1]).text
    assert "avance" not in ask(offered[-1]).text


def test_the_region_is_asked_for_when_it_would_shorten_the_list() -> None:
    context = Context(thread=Thread())
    answer = ask("On est douze, quelles aides pour une machine ?", context)
    assert "Dites-moi votre région" in answer.text
    there = ask("à Limoges", Context(thread=answer.thread))
    assert "Nouvelle-Aquitaine (machines, 12 salariés)" in there.text
    assert "Ressort Loire" not in there.text


def test_what_no_scheme_meets_is_refused_with_the_nearest() -> None:
    answer = ask("quelles subventions sans caution en Nouvelle-Aquitaine ?")
    assert answer.reason is Reason.NOT_IN_KNOWLEDGE
    assert "(subvention, sans garantie) : voici le plus proche" in answer.text
    assert "Cap Pignada" in answer.text
    both = ask("quelles subventions sans caution en Nouvelle-Aquitaine et à quel taux ?").text
    assert "Cap Pignada" in both


@pytest.mark.parametrize("question", ["je suis à Limoges", "dans le Var", "we are in Nantes"])
def test_who_tells_only_a_place_is_asked_what_is_sought_there(question: str) -> None:
    answer = ask(question)
    assert answer.reason is Reason.NEEDS_DETAIL
    assert len(answer.suggestions) == 2


def test_only_things_are_said_not_to_be_meant_by_any_scheme() -> None:
    text = ask("Pour le Maghreb, nos marges et notre trésorerie fondent, 8 salariés à Limoges, quelles aides ?").text
    assert "Maghreb" not in text
    assert "fondent" not in text
    assert "« notre »" not in text


@pytest.mark.parametrize("question", ["un fondeur alu ds le sud", "fonderie vers Manosque"])
def test_a_trade_and_a_place_find_who_does_it(question: str) -> None:
    assert "Fonderie du Verdon" in ask(question).text
    assert "« fondeur »" not in ask(question).text


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("On est 12, on fait du bobinage.", (12, 12)),
        ("nous sommes trois à Montreuil", (3, 3)),
        ("we are twelve in Lille", (12, 12)),
        ("on est plutôt 300", (300, 300)),
        ("et si on n'est que 8 ?", (8, 8)),
        ("nous sommes 3 ans après", None),
        ("on est à Lille", None),
        ("on va recruter 15 salariés", None),
        ("pme de confection, 22 pers, à Roubaix", (22, 22)),
    ],
)
def test_how_many_people_say_that_they_are(text: str, heads: tuple[int, int] | None) -> None:
    assert heads_in(text) == heads


def test_who_wonders_what_they_get_from_a_place_is_promised_nothing_and_given_the_list() -> None:
    answer = ask("Je fabrique des tambours au Laos. Retour prévu à Hyères. Combien je peux toucher ?")
    assert answer.text.startswith("Je ne peux pas dire ce que vous obtiendrez")
    assert "Tremplin Calanque" in answer.text


def test_one_s_own_money_is_no_amount_that_is_wanted() -> None:
    assert amounts_in("j'ai 80 000 € de côté") == amounts_in("avec un apport de 80 000 €") == Amounts()
    assert amounts_in("il me faut 80 000 €").wanted == 80_000


def test_a_part_of_an_amount_is_not_the_cost_of_the_project() -> None:
    assert amounts_in("2,4 M€ d'investissement, projet de 2,4 M€ dont 1,5 M€ de machines").spending == 2_400_000
    assert amounts_in("a project of €600k, including €200k of machines").spending == 600_000
    assert amounts_in("un budget de 300 000 € pour une machine").spending == 300_000


def test_aids_for_what_nothing_speaks_of_are_refused_wherever_it_is() -> None:
    answer = ask("quelles aides pour un restaurant à Cholet ?")
    assert answer.abstained
    assert "« restaurant »" in answer.text


def test_aids_for_what_schemes_speak_of_are_listed_at_a_place() -> None:
    assert "Prime Marais" in ask("quelles aides pour une chaudière à Cholet ?").text


def test_a_region_that_is_not_covered_offers_what_holds_everywhere() -> None:
    answer = ask("quelles aides en Normandie ?")
    assert answer.reason is Reason.NOT_IN_KNOWLEDGE
    assert "partout en France" in ask(answer.suggestions[0]).text


@pytest.mark.parametrize("question", ["Je rapatrie mes moules, quel cidre servir ?", "Our factory plays which music?"])
def test_who_tells_of_their_production_is_not_told_to_be_out_of_the_field(question: str) -> None:
    assert ask(question).reason is not Reason.OUT_OF_SCOPE

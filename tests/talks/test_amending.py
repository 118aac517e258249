"""Corrections, orders and talk in the form and at its recap, as stories: each does what it says and is no answer."""

import pytest

from tests.talks.stories import TO_THE_RECAP, TO_THE_STAGE
from tests.talks.story import Talk

TO_THE_PRODUCT = TO_THE_STAGE.split("> Assises")[0]
TO_THE_DESCRIPTION = (
    TO_THE_STAGE + "[Prêt à investir]\n> 1,2 M€\n> mars 2027\n> 10\n[Financement]\n[C'est tout]\n< décrire votre projet"
)
STEPS = {
    "siren": "> /candidater\n> Duval Sièges",
    "contact": "> /candidater\n> Duval Sièges\n> passer",
    "product": TO_THE_PRODUCT,
    "stage": TO_THE_STAGE,
    "description": TO_THE_DESCRIPTION,
}
ASKED = {"siren": "Étape 2", "contact": "Étape 3", "product": "Étape 8", "stage": "Étape 10", "description": "Étape 15"}


def kept(talk: Talk) -> dict[str, object]:
    draft = talk.state.draft
    assert draft is not None
    return dict(draft.values)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "said",
    [
        "on est 9 en fait",
        "ah non je me suis trompé on est 9 pas 7, corrigez",
        "attendez, on est 9 maintenant",
        "l'effectif c'est 9",
        "on n'est pas 7 mais 9",
        "pardon 9 salariés",
        "we are 9 actually",
    ],
)
def test_a_head_count_is_corrected_at_any_step_and_the_step_asked_again(talk: Talk, step: str, said: str) -> None:
    talk.expect(STEPS[step])
    before = kept(talk)
    talk.expect(f"> {said}\n< Effectif : 9\n< {ASKED[step]}")
    assert kept(talk) == {**before, "employees": 9}


@pytest.mark.parametrize("step", ["siren", "contact", "product", "stage", "description"])
@pytest.mark.parametrize(
    "said",
    [
        "ma société c'est Babyroule",
        "non, ma société c'est Babyroule pas Duval",
        "la boîte s'appelle Babyroule en fait",
        "pardon, le nom de la société c'est Babyroule",
        "l'entreprise ça sera Babyroule",
    ],
)
def test_the_company_is_corrected_at_any_step(talk: Talk, step: str, said: str) -> None:
    talk.expect(STEPS[step])
    before = kept(talk)
    talk.expect(f"> {said}\n< Entreprise : Babyroule\n< {ASKED[step]}")
    assert kept(talk) == {**before, "company": "Babyroule"}


def test_the_company_just_given_is_corrected_without_naming_it(talk: Talk) -> None:
    talk.expect("> /candidater\n> Duval\n> non, c'est Babyroule\n< Entreprise : Babyroule\n< Étape 2")


def test_a_line_told_by_its_name_where_it_is_asked_is_the_answer(talk: Talk) -> None:
    talk.expect("> /candidater\n> le nom c'est Babyroule\n< Étape 2\n> passer\n> le contact c'est Léa Roux\n< Étape 4")
    assert kept(talk) == {"company": "Babyroule", "contact": "Léa Roux"}


def test_a_contact_with_the_company_beside_it_fills_both(talk: Talk) -> None:
    talk.expect("> /candidater\n> Duval\n> passer\n> Karim Benali, et ma société c'est Babyroule\n< Étape 4")
    assert kept(talk) == {"company": "Babyroule", "contact": "Karim Benali"}


@pytest.mark.parametrize(
    ("said", "label", "key", "value"),
    [
        ("ma société c'est Babyroule pas ça", "Entreprise : Babyroule", "company", "Babyroule"),
        ("ma boite c'est Babyroule pas Duval", "Entreprise : Babyroule", "company", "Babyroule"),
        ("le produit c'est des poussettes pliantes", "poussettes pliantes", "product", "des poussettes pliantes"),
        ("le produit c'est plutôt des châssis", "des châssis", "product", "des châssis"),
        ("on est 9", "Effectif : 9", "employees", 9),
        ("on est 9 pas 40", "Effectif : 9", "employees", 9),
        ("le contact c'est Léa Roux", "Contact : Léa Roux", "contact", "Léa Roux"),
        ("mon nom c'est Léa Roux", "Contact : Léa Roux", "contact", "Léa Roux"),
        ("le budget sera de 2 millions", "Investissement : 2 000 000 €", "investment", 2_000_000),
        ("the product is garden chairs", "garden chairs", "product", "garden chairs"),
    ],
)
def test_a_line_is_corrected_by_a_sentence_at_the_recap(
    talk: Talk, said: str, label: str, key: str, value: object
) -> None:
    talk.expect(f"{TO_THE_RECAP}\n> {said}\n< Correction prise en compte\n< {label}\n< Voici votre candidature")
    assert kept(talk)[key] == value


def test_the_name_of_a_company_not_created_yet_is_told_at_the_recap(talk: Talk) -> None:
    started = TO_THE_RECAP.replace("> Duval Sièges", "> pas encore créée").replace("< Étape 2 sur 16", "")
    started = started.replace("> 732 829 320\n< Noté : 732 829 320\n", "").replace("sur 16", "sur 15")
    started = started.replace("sur 15", "sur 16", 1).replace("< Étape 16 sur 15", "< Étape 15 sur 15")
    started = started.replace("< Entreprise : Duval Sièges\n< SIREN ou SIRET : 732 829 320\n", "")
    talk.expect(started + "\n> le nom ça sera Piccolo\n< Entreprise : Piccolo\n< Voici votre candidature")
    assert kept(talk)["contact"] == "Camille Duval"


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "order",
    [
        "montre moi le récap",
        "envoyer",
        "c'est bon, envoie",
        "je peux voir le récapitulatif",
        "affichez mes réponses svp",
        "recap",
        "show me the summary",
    ],
)
def test_what_is_filled_is_shown_when_asked_and_never_kept(talk: Talk, step: str, order: str) -> None:
    talk.expect(STEPS[step])
    before = kept(talk)
    talk.expect(f"> {order}\n< Entreprise : Duval Sièges\n< avant l'envoi\n< {ASKED[step]}")
    assert kept(talk) == before


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("order", ["je retire tout", "en fait je retire tout", "bon finalement effacez tout"])
def test_an_order_to_take_all_back_offers_to_erase(talk: Talk, step: str, order: str) -> None:
    talk.expect(STEPS[step])
    before = kept(talk)
    talk.expect(f"> {order}\n< Voulez-vous vraiment tout effacer")
    assert kept(talk) == before


def test_an_order_to_take_all_back_at_the_recap_offers_to_erase(talk: Talk) -> None:
    talk.expect(f"{TO_THE_RECAP}\n> en fait je retire tout\n< Voulez-vous vraiment tout effacer")


@pytest.mark.parametrize(
    "order", ["reviens en arrière", "revenez à la question d'avant", "je veux revenir en arrière", "go back one step"]
)
def test_an_order_to_go_back_goes_back(talk: Talk, order: str) -> None:
    talk.expect(f"{TO_THE_DESCRIPTION}\n> {order}\n< Étape 14")
    assert "description" not in kept(talk)


def test_a_project_told_where_a_name_is_asked_is_noted_and_is_no_name(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > ok. on fabrique des poussettes pliantes, c'est fait au vietnam, on voudrait assembler vers nantes
        < Produit ou pièces : poussettes pliantes
        < Fabriqué aujourd'hui : Vietnam
        < Étape 1
        > Babyroule
        < Étape 2
        """
    )
    assert kept(talk)["company"] == "Babyroule"


def test_a_company_named_in_a_sentence_is_kept_without_the_sentence(talk: Talk) -> None:
    talk.expect("> /candidater\n> ok allons y. la boite s'appelle Piccolo mais elle est pas encore créée\n< Étape 2")
    assert kept(talk)["company"] == "Piccolo"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (STEPS["siren"], "je le cherche dans mes papiers"),
        (STEPS["contact"] + "\n> Camille Duval\n> c@duval.example", "une poussette pliante avec un chassis alu"),
        (TO_THE_PRODUCT.replace("> une quarantaine\n< Noté : 40", ""), "300 000 à peu près"),
        (TO_THE_STAGE, "bof"),
        (TO_THE_STAGE + "[Idée]", "en septembre"),
    ],
)
def test_what_cannot_be_read_is_not_kept_at_the_second_try(talk: Talk, before: str, said: str) -> None:
    talk.expect(before)
    values = kept(talk)
    talk.expect(f"> {said}\n> {said}\n<! telle quelle\n> {said}\n<! telle quelle")
    assert kept(talk) == values


def test_resuming_in_ones_own_words_after_it_was_offered_goes_on(talk: Talk) -> None:
    talk.expect("> /candidater\n> Duval\n> stop\n> /candidater\n< Voulez-vous la continuer\n> oui reprendre\n< Étape 2")
    talk.expect("> stop\n> /candidater\n> oui\n< Étape 2\n> stop\n> on reprend\n> ok on continue\n< Étape 2")


def test_who_wants_a_person_reaches_one_whatever_they_say_of_the_robot(talk: Talk) -> None:
    talk.expect("> franchement ca sert a rien votre robot je veux parler a quelqu un\n< Dans quelle région")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "question",
    [
        "attendez j'y connais rien en aides, y a quoi pour acheter une presse",
        "au fait y a des aides pour les machines ?",
        "vous faites quoi de ce que je tape là",
        "euh j'hésite, ça m'engage à quelque chose si je le remplis ?",
    ],
)
def test_a_question_with_a_lead_is_answered_and_the_step_comes_back(talk: Talk, step: str, question: str) -> None:
    talk.expect(STEPS[step])
    before = kept(talk)
    talk.expect(f"> {question}\n< Je ne trouve pas cela\n< {ASKED[step]}")
    assert kept(talk) == before


@pytest.mark.parametrize("step", ["contact", "product", "stage"])
@pytest.mark.parametrize(
    "said",
    [
        "stop on arrête la j'ai un client au téléphone",
        "j'arrête là je dois aller chercher mes enfants",
        "stop I have a call",
    ],
)
def test_who_stops_and_says_why_is_understood(talk: Talk, step: str, said: str) -> None:
    talk.expect(f"{STEPS[step]}\n> {said}\n< C'est gardé")


@pytest.mark.parametrize("step", ["contact", "product", "stage"])
@pytest.mark.parametrize("said", ["c'est une question", "oui c'est ma réponse", "it is a question"])
def test_an_answer_to_a_doubt_that_is_gone_is_no_answer(talk: Talk, step: str, said: str) -> None:
    talk.expect(STEPS[step])
    before = kept(talk)
    talk.expect(f"> {said}\n< {ASKED[step]}")
    assert kept(talk) == before


@pytest.mark.parametrize("said", ["c'est bon envoie", "ok j'envoie", "vous pouvez envoyer ma candidature"])
def test_the_recap_is_sent_in_ones_own_words(talk: Talk, said: str) -> None:
    talk.expect(f"{TO_THE_RECAP}\n> {said}\n< RELOC-BFC-2026-0001")


@pytest.mark.parametrize("said", ["non attends j'envoie pas", "je ne veux pas envoyer tout de suite", "don't send it"])
def test_who_does_not_want_to_send_is_told_that_nothing_left(talk: Talk, said: str) -> None:
    talk.expect(f"{TO_THE_RECAP}\n> {said}\n< rien n'est parti\n< Voici votre candidature")
    assert not talk.sent


def test_where_it_is_made_is_no_product(talk: Talk) -> None:
    talk.expect(f"{TO_THE_PRODUCT}\n> sous traités à Taiwan\n< Fabriqué aujourd'hui : Taïwan\n< Étape 8")
    talk.expect("> des flûtes en bois, c'est fait en chine")
    assert (kept(talk)["product"], kept(talk)["made_today"]) == ("des flûtes en bois", "Taïwan")


@pytest.mark.parametrize("said", ["je me suis trompé", "c'est faux", "j'ai fait une erreur"])
def test_who_went_wrong_is_asked_which_line(talk: Talk, said: str) -> None:
    talk.expect(f"{STEPS['contact']}\n> {said}\n< Quelle ligne")


def test_who_went_wrong_just_before_goes_back(talk: Talk) -> None:
    talk.expect(f"{TO_THE_STAGE}\n> je me suis trompé à la question d'avant\n< Étape 9")


def test_a_phone_that_one_would_not_give_is_skipped(talk: Talk) -> None:
    talk.expect(f"{STEPS['contact']}\n> Léa Roux\n> lea@roux.example\n> j'aime pas trop donner mon tel\n< Étape 6")


@pytest.mark.parametrize("company", ["Le Projet SAS", "Contact Plus", "Mon Nom Est Personne", "Le Bon Produit"])
def test_a_company_may_be_called_like_a_line_of_the_form(talk: Talk, company: str) -> None:
    talk.expect("> /candidater")
    talk.say(company)
    assert kept(talk) == {"company": company}


@pytest.mark.parametrize(
    "description",
    [
        "Notre produit est une poussette, nous voulons la fabriquer à Vesoul",
        "Le projet est de relocaliser nos assises",
        "Nos clients sont en France pas en Asie",
    ],
)
def test_a_description_may_name_a_line(talk: Talk, description: str) -> None:
    talk.expect(TO_THE_DESCRIPTION)
    before = kept(talk)
    talk.expect(f"> {description}\n< Étape 16")
    assert kept(talk) == {**before, "description": description}


@pytest.mark.parametrize(
    "said", ["on le fait nous-mêmes en fait", "l'entreprise c'est Foxconn", "chez un sous-traitant, pas Foxconn"]
)
def test_who_makes_it_today_changes_nothing_else(talk: Talk, said: str) -> None:
    talk.expect(f"{TO_THE_PRODUCT}\n> Assises de sièges\n< Étape 9")
    before = kept(talk)
    talk.say(said)
    assert {key: value for key, value in kept(talk).items() if key != "made_today"} == before


@pytest.mark.parametrize("said", ["je ne l'ai pas en fait", "non je ne l'ai pas", "en fait je sais pas trop"])
def test_what_is_said_of_having_no_address_is_no_name(talk: Talk, said: str) -> None:
    talk.expect(f"{STEPS['contact']}\n> Léa Roux\n< Étape 4")
    before = kept(talk)
    talk.say(said)
    assert kept(talk) == before


@pytest.mark.parametrize("said", ["nous c'est Babyroule", "nous on s'appelle Babyroule", "on s'appelle Babyroule"])
def test_a_company_told_as_one_speaks_is_kept_by_its_name(talk: Talk, said: str) -> None:
    talk.expect(f"> /candidater\n> {said}\n< Étape 2")
    assert kept(talk) == {"company": "Babyroule"}


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("notre téléphone c'est 07 81 22 33 44", "Téléphone : 07 81 22 33 44"),
        ("l'effectif en fait c'est 14", "Effectif : 14"),
        ("l'email c'est lea@roux.example", "E-mail : lea@roux.example"),
    ],
)
def test_a_line_told_by_its_name_before_it_is_asked_is_noted(talk: Talk, said: str, label: str) -> None:
    talk.expect(f"{STEPS['siren']}\n> bof\n> {said}\n< {label}\n< Étape 2\n<! Opérations notées")


@pytest.mark.parametrize(
    "said", ["je me suis trompé dans le téléphone", "le téléphone est faux", "oups le téléphone n'est pas bon"]
)
def test_a_line_that_is_said_to_be_wrong_is_asked_again(talk: Talk, said: str) -> None:
    talk.expect(f"{TO_THE_RECAP}\n> {said}\n< Et à quel numéro de téléphone")
    assert kept(talk)["phone"] == "+33612345678"

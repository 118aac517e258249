from pathlib import Path

import pytest

from bot.answers.comparing import asks_which
from bot.answers.types import Context
from tests.answers.invented import TODAY, answerer_on
from tests.answers.talking import talk


@pytest.mark.parametrize(
    "question",
    [
        "différence entre le Prêt Houle et le Prêt Ancrage 2026",
        "Quelle est la différence entre Prêt Houle et Prêt Ancrage 2026 ?",
        "Prêt Houle ou Prêt Ancrage 2026 ?",
        "prêt houle vs prêt ancrage 2026",
        "Prêt Houle ou Prêt Ancrage 2026, lequel choisir ?",
        "qu'est-ce qui distingue le Prêt Houle du Prêt Ancrage 2026 ?",
        "what is the difference between Prêt Houle and Prêt Ancrage 2026?",
        "compare Prêt Houle et Prêt Ancrage 2026",
    ],
)
def test_two_schemes_stand_side_by_side_by_the_same_fields(question: str) -> None:
    lines = [line for line in answerer_on().answer(question, Context(), TODAY).text.split("\n") if " – " in line]
    fields = [line for line in lines if "montant :" in line or "amount:" in line]
    assert len(fields) == 2
    assert any("Banque Calderon" in line for line in fields)
    assert any("Région Bretagne" in line for line in fields)


INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


def _told(question: str) -> list[str]:
    return [sentence.text for sentence in answerer_on(INVENTED).answer(question, Context(), TODAY).sentences]


def test_what_is_closed_is_said_first_with_its_date_then_what_is_open() -> None:
    told = _told("Tremplin Calanque ou Aide Lavandin ?")
    assert told[:2] == [
        "Aide Lavandin : c'est clos depuis le 31 octobre 2026.",
        "Tremplin Calanque : c'est ouvert ; ma base ne donne pas de date de fin.",
    ]


def test_an_author_who_tells_one_from_the_other_is_quoted_before_the_fields() -> None:
    told = _told("différence entre le Prêt Chantournage 2025 et le Prêt Chantournage 2026")
    lead = "Le Prêt Chantournage 2025 est clos depuis le 31 mars 2026 : le Prêt Chantournage 2026 l'a remplacé."
    assert told[0] == lead
    assert told[1] == "Prêt Chantournage 2026 : c'est ouvert jusqu'au 30 juin 2027."


@pytest.mark.parametrize("question", ["Tremplin Calanque ou Aide Lavandin ?", "compare Bonus Outillage et Cap Pignada"])
def test_no_field_is_shown_that_a_side_does_not_state(question: str) -> None:
    assert "non indiqué" not in " ".join(_told(question))


def test_a_figure_that_only_one_side_states_is_said_to_be_lacking() -> None:
    told = _told("différence entre le Bonus Outillage et la Zone Clairière")
    assert any(line.startswith("Zone Clairière") and "non précisé" in line for line in told)


def test_floor_ceiling_spending_and_size_stand_side_by_side() -> None:
    rows = [line for line in _told("différence entre le Bonus Outillage et le Tremplin Calanque") if " – " in line]
    assert "montant : 90 000 € au plus" in rows[0]
    assert "dépenses : 20 000 € au moins" in rows[0]
    assert "montant : 50 000 € à 400 000 €" in rows[1]
    assert "salariés : 249 au plus" in rows[1]


def test_the_side_that_is_asked_for_is_told_first_of_both_in_the_order_of_the_question() -> None:
    told = _told("Souffle Vert 2025 ou Souffle Vert 2027 : quelle différence de montant ?")
    assert told[2:4] == [
        "L'appel Souffle Vert 2025 couvrait 30 % des dépenses, jusqu'à 700 000 €.",
        "L'appel Souffle Vert 2027 couvrira 40 % des dépenses, jusqu'à 1,1 M€.",
    ]


def test_an_english_comparison_begins_in_english() -> None:
    told = _told("What is the difference between the Bonus Outillage and the Tremplin Calanque?")
    french = next(place for place, text in enumerate(told) if text.startswith("What the source says"))
    assert all("kind:" in text or "open" in text for text in told[:french])


def _told_of_ponant(question: str) -> list[str]:
    return [sentence.text for sentence in answerer_on().answer(question, Context(), TODAY).sentences]


@pytest.mark.parametrize(
    "question",
    [
        "Prêt Houle ou Prêt Ancrage 2026 : durée et différé ?",
        "compare le Prêt Houle et le Prêt Ancrage 2026 (montant, durée, différé, garantie)",
        "le Prêt Houle et le Prêt Ancrage 2026 : durée, différé et garantie ? lequel choisir ?",
        "Prêt Houle vs Prêt Ancrage 2026, combien de temps ?",
    ],
)
def test_the_points_that_are_asked_are_told_of_both(question: str) -> None:
    told = _told_of_ponant(question)
    assert "Le Prêt Houle se rembourse en 5 ans, dont 9 mois de différé." in told[:3]
    assert "Le Prêt Ancrage 2026 se rembourse en 8 ans, dont 2 ans de différé." in told[:3]
    assert told.count("Le Prêt Houle se rembourse en 5 ans, dont 9 mois de différé.") == 1


def test_who_does_not_say_a_point_is_named() -> None:
    told = _told_of_ponant("compare le Prêt Houle et l'Avance Garrigue : durée, garantie")
    assert any("non précisé" in text and "garantie" in text for text in told)


@pytest.mark.parametrize(
    "question",
    [
        "différence entre le Prêt Houle et le Prêt Ancrage 2026",
        "Prêt Houle ou Prêt Ancrage 2026, lequel choisir ?",
        "compare le Prêt Houle et le Prêt Ancrage 2026 (montant, durée, différé, garantie)",
    ],
)
def test_a_comparison_holds_on_a_phone_and_repeats_no_figure_over_and_over(question: str) -> None:
    text = " ".join(_told_of_ponant(question))
    assert len(text) <= 1000
    assert text.count("90 000") <= 2


def test_the_date_of_the_sheets_is_no_end_of_a_scheme() -> None:
    told = _told_of_ponant("compare le Prêt Houle et le Prêt Ancrage 2026, avec la date des fiches")
    assert sum("fiche vérifiée le : 22 novembre 2026" in text for text in told) == 2


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("lequel est payant ?", True),
        ("et laquelle convient le mieux ?", True),
        ("Which one is paid?", True),
        ("which of them is longer?", True),
        ("quel est le prix ?", False),
        ("c'est gratuit ou payant ?", False),
    ],
)
def test_which_of_what_was_named_is_asked(message: str, asks: bool) -> None:
    assert asks_which(message) is asks


@pytest.mark.parametrize(
    "message",
    [
        "Comparez le Prêt Bastide et le Visa Client : montant, taux, et de quand datent vos sources ?",
        "Comparez le Prêt Bastide et le Visa Client : montant et taux, de quand datent vos sources ?",
        "compare the Visa Client and the Prêt Bastide: amount, rate, and how old are your sources?",
        "Comparez le Prêt Bastide et le Visa Client : montant, sources et leurs dates",
    ],
)
def test_a_comparison_that_asks_for_dates_has_both_rows_and_the_dates(message: str) -> None:
    (answer,) = talk(message)
    assert {"Prêt Bastide", "Visa Client"} <= {s.text.split(" –")[0] for s in answer.sentences if s.bullet}
    assert "22 novembre 2026" in answer.text or "22 November 2026" in answer.text

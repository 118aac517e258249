from pathlib import Path

import pytest

from bot.answers.types import Context
from tests.answers.invented import TODAY, answerer_on


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

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

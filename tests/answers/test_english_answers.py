"""An English question is answered first in English, from the fields, without telling the exception as the rule."""

from pathlib import Path

import pytest

from bot.answers.types import Context, Language
from tests.answers.invented import TODAY, answerer_on

INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "What is the Étude Loupiote?",
            "Étude Loupiote is a study from Agence Solstice for projects in France, up to €28,000, rate of up to 70%, "
            "until 31 December 2027.",
        ),
        ("How do I apply for the Bonus Outillage?", "To apply for Bonus Outillage, contact Agence Solstice"),
        ("Who can get the Prêt Bastide?", "Prêt Bastide is for companies with fewer than 20 employees."),
        ("When does the Bonus Outillage close?", "Bonus Outillage is open until 31 March 2027."),
    ],
)
def test_the_first_sentence_is_english_and_from_the_fields(question: str, lead: str) -> None:
    answer = answerer_on(INVENTED).answer(question, Context(), TODAY)
    assert answer.language is Language.ENGLISH
    assert answer.sentences[0].text.startswith(lead)
    assert answer.sentences[0].citations

"""What is not surely the answer is shown as the nearest, with its source, and never as the answer."""

from pathlib import Path

import pytest

from bot.answers.types import Answer, Context, Reason
from tests.answers.invented import TODAY, answerer_on

INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


def _answer(question: str) -> Answer:
    return answerer_on(INVENTED).answer(question, Context(), TODAY)


def test_the_nearest_sentences_are_cited_below_a_refusal_and_whom_to_ask_follows() -> None:
    answer = _answer("le fond Ecorce a aidé conbien de scierie en tout ?")
    assert (answer.abstained, answer.reason) == (True, Reason.NOT_IN_KNOWLEDGE)
    assert answer.text.startswith(
        "Je n'ai pas de réponse sûre à cette question. Ce que j'ai de plus proche, sur « Fonds Écorce » : "
    )
    assert "Le Fonds Écorce subventionnait les scieries" in answer.text
    assert answer.text.count("c'est clos") == 1
    assert "Contact : Région Nouvelle-Aquitaine ; sinon un conseiller CCI." in answer.text
    cited = [number for sentence in answer.sentences for number in sentence.citations]
    assert sorted(set(cited)) == list(range(1, len(answer.citations) + 1))


@pytest.mark.parametrize(
    "question",
    [
        "Quel est le délai d'instruction du Bonus Outillage ?",  # nothing of the record speaks of it
        "Quel est le taux d'intérêt de la Garantie Cabestan ?",  # another rate would be taken for it
        "Qui a gagné le Tour de France cette année ?",
    ],
)
def test_what_is_far_from_the_question_is_not_shown(question: str) -> None:
    answer = _answer(question)
    assert (answer.abstained, answer.citations) == (True, ())


def test_a_part_of_a_message_shows_no_more_than_that_it_is_not_known() -> None:
    answer = _answer("Quel est le montant du Bonus Outillage et combien de scieries a aidées le Fonds Écorce ?")
    assert not answer.abstained
    assert "plus proche" not in answer.text

import pytest

from bot.answers.parting import questions_in
from bot.answers.types import Context
from tests.answers.invented import TODAY, answerer_on


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("C'est quoi le CIRA et quel est son taux ? Et jusqu'à quand ?", 3),
        ("Quel est le taux du CIRA ? Qui peut l'avoir ?", 2),
        ("Combien prête le Prêt Houle et qui le finance ?", 2),
        ("What is the Prêt Houle and how much is it?", 2),
        ("Bonjour ! Quel est le taux du CIRA ?", 1),
        ("Nous sommes à Brest. Nous avons 12 salariés. Quelles aides ?", 1),
        ("Comment et quand déposer ?", 1),
        ("Quelle différence entre le Prêt Houle et le Prêt Ancrage ?", 1),
        ("Puisque le CIRA est à 30 %, combien et quand ?", 1),
        ("Quelles aides pour les PME qui exportent et qui recrutent ?", 1),
        ("Combien de conseillers dans les régions, et ont-ils la même méthode ?", 2),
    ],
)
def test_questions_are_told_apart(message: str, count: int) -> None:
    assert len(questions_in(message)) == count


def test_each_question_is_answered_in_order_with_its_own_citations() -> None:
    text = answerer_on().answer("C'est quoi le Prêt Houle et qui le finance ? Et quel montant ?", Context(), TODAY).text
    parts = text.split("\n")
    assert len(parts) == 3
    assert "Région Bretagne" in parts[1]
    assert "€" in parts[2]
    assert "[1]" in parts[0]


def test_a_refused_part_is_said_so_and_the_rest_answered() -> None:
    answer = answerer_on().answer("Combien prête le Prêt Houle ? Quelle est la météo demain ?", Context(), TODAY)
    assert "Sur « Quelle est la météo demain »" in answer.text
    assert not answer.abstained
    assert answer.citations


def test_a_sentence_that_answers_two_parts_is_said_once_and_only_what_is_cited_is_a_source() -> None:
    answer = answerer_on().answer("Quel plafond pour le Prêt Houle ? Et quel montant maximal ?", Context(), TODAY)
    texts = [sentence.text for sentence in answer.sentences]
    assert len(texts) == len(set(texts))
    cited = {number for sentence in answer.sentences for number in sentence.citations}
    assert cited == set(range(1, len(answer.citations) + 1))

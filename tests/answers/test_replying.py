"""When an author's « Oui, » may be said."""

import pytest

from bot.answers.replying import without_reply


@pytest.mark.parametrize(
    ("question", "premise", "said"),
    [
        ("Est-ce gratuit ?", "", "Oui, le conseil est gratuit."),
        ("Combien coûte l'abonnement payant ?", "", "Le conseil est gratuit."),
        ("C'est payant, non ?", "c'est payant", "Le conseil est gratuit."),
        ("kel prix", "", "Le conseil est gratuit."),
    ],
)
def test_a_yes_is_said_only_to_who_asks_for_one(question: str, premise: str, said: str) -> None:
    assert without_reply("Oui, le conseil est gratuit.", question, premise) == said


def test_a_sentence_without_one_stays() -> None:
    assert without_reply("Ouistreham accueille le chantier.", "quand ?", "") == "Ouistreham accueille le chantier."

"""What somebody turns down, told from what they only deny or ask."""

import pytest

from bot.answers.rejecting import turned_down, without_turned_down


@pytest.mark.parametrize(
    ("message", "what"),
    [
        ("pas Maugis", "Maugis"),
        ("enlève Maugis et garde les autres stp", "Maugis"),
        ("retire le Prêt Vert", "Prêt Vert"),
        ("encore Maugis !! y a quoi d'autre", "Maugis"),
        ("stop le CIR. une subvention ?", "CIR"),
        ("autre chose que le Prêt Vert ?", "Prêt Vert"),
        ("je ne veux pas du Prêt Vert", "Prêt Vert"),
        ("le CIR ne m'intéresse pas", "le CIR"),
        ("quelles aides à part le CIR ?", "CIR"),
        ("not the CIR", "CIR"),
        ("anything but Impulsion Invest", "Impulsion Invest"),
        ("what else is there apart from the CIR?", "CIR"),
        ("remove the first one", "first one"),
    ],
)
def test_what_is_turned_down(message: str, what: str) -> None:
    assert [found for _, found in turned_down(message)] == [what]


@pytest.mark.parametrize(
    "message",
    [
        "pourquoi pas le CIR ?",
        "je ne connais pas le CIR",
        "le Prêt Vert n'est pas ouvert ?",
        "c'est pas le CIR ?",
        "le Prêt Vert sans garantie",
        "vous oubliez le CIR",
        "do I not have the right to the CIR?",
        "est-ce que c'est encore le Prêt Vert ?",
        "à partir de quel montant hors taxes l'aide joue-t-elle ?",
    ],
)
def test_what_only_sounds_like_it(message: str) -> None:
    assert not list(turned_down(message))


def test_the_rest_of_the_message_is_asked() -> None:
    assert without_turned_down("stop le CIR. une subvention ?") == ". une subvention ?"

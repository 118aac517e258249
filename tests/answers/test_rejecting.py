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
        ("Le Prêt Vert me paraît réservé aux entreprises nouvelles, nous existons depuis 1987.", "Le Prêt Vert"),
        ("le Prêt Vert semble destiné aux start-up. Quelle aide convient ?", "le Prêt Vert"),
        ("Le CIR est réservé aux laboratoires. Pourquoi me le proposer ?", "Le CIR"),
        ("the CIR is only for labs. Why suggest it?", "the CIR"),
        ("The CIR seems limited to start-ups. What else?", "The CIR"),
        ("le CIR n'est pas fait pour nous. quoi d'autre", "le CIR"),
        ("le Prêt Vert ne nous correspond pas", "le Prêt Vert"),
        ("The CIR doesn't suit us.", "The CIR"),
        ("écartez-la. quelles aides restent ?", "-la"),
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
        "le Prêt Vert est réservé aux PME ?",
        "le Prêt Vert semble réservé aux PME. Est-ce exact ?",
        "le Prêt Vert est réservé aux PME, nous sommes 300",
        "le CIR me paraît réservé aux PME, c'est bien ça ?",
        "le CIR semble destiné aux labos, on peut quand même le demander",
        "is the CIR only for labs?",
        "le CIR est fait pour nous",
        "à partir de quel montant hors taxes l'aide joue-t-elle ?",
    ],
)
def test_what_only_sounds_like_it(message: str) -> None:
    assert not list(turned_down(message))


def test_the_rest_of_the_message_is_asked() -> None:
    assert without_turned_down("stop le CIR. une subvention ?") == ". une subvention ?"

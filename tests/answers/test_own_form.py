"""Questions on applying that do not name the application."""

import pytest

from bot.answers.own_form import is_of_the_form


@pytest.mark.parametrize(
    "question",
    [
        "si c'est refusé on est prévenu comment",
        "qui va lire mes réponses",
        "mon wifi saute souvent, je perds tout ?",
        "mes concurrents peuvent voir ?",
        "une fois envoyé on peut changer ?",
        "combien de questions y a-t-il",
        "will I be told if I'm rejected",
    ],
)
def test_it_is_of_the_form(question: str) -> None:
    assert is_of_the_form(question)


@pytest.mark.parametrize(
    "question",
    [
        "quel est le taux du prêt vert",
        "quelle météo demain",
        "qui fait du bobinage",
        "combien de salariés au plus",
        "recette des crêpes",
    ],
)
def test_it_is_of_something_else(question: str) -> None:
    assert not is_of_the_form(question)

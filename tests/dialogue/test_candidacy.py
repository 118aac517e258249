"""Who wants to apply."""

import pytest

from bot.dialogue.candidacy import agrees_to_begin, asks_how_to_apply, resumes, wish_to_apply


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ok je veux candidater", ""),
        ("je veux m'inscrire", ""),
        ("on voudrait s'inscrire", ""),
        ("bon bah je veux postuler", ""),
        ("I want to apply", ""),
        ("sign me up", ""),
        ("je voudrais reprendre ma candidature", ""),
        ("je souhaite candidater à votre accélérateur", ""),
        ("oui, je veux déposer un dossier : Duval, 12 emplois", "Duval, 12 emplois"),
        ("je veux candidater au prêt vert", None),
        ("je veux déposer un dossier de subvention", None),
        ("je veux m'inscrire à une formation", None),
        ("je ne veux plus candidater", None),
        ("comment candidater", None),
    ],
)
def test_a_wish_to_apply_keeps_what_is_told_with_it(text: str, rest: str | None) -> None:
    assert wish_to_apply(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "comment on fait pour s'inscrire",
        "bon je fais quoi maintenant pour m'inscrire",
        "how do i apply",
        "and how do I apply, in english?",
        "c'est où pour s'inscrire",
        "quelle est la marche à suivre pour candidater",
    ],
)
def test_a_question_how_is_one(text: str) -> None:
    assert asks_how_to_apply(text)


@pytest.mark.parametrize(
    "text", ["comment on candidate au prêt vert", "comment se passe la candidature", "je veux candidater"]
)
def test_what_names_something_else_is_no_question_how(text: str) -> None:
    assert not asks_how_to_apply(text)


@pytest.mark.parametrize("text", ["on y va", "ok on y va", "let's go", "c'est parti", "je me lance", "allez-y"])
def test_going_is_agreed_to(text: str) -> None:
    assert agrees_to_begin(text)


@pytest.mark.parametrize("text", ["oui", "on y va comment", "on va à Vesoul"])
def test_other_words_agree_to_nothing(text: str) -> None:
    assert not agrees_to_begin(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("on reprend", True), ("let's continue", True), ("on reprend la production en France", False)],
)
def test_going_on_is_wished_for(text: str, *, expected: bool) -> None:
    assert resumes(text) is expected

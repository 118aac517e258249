"""Questions about the step asked, said in few words, and what is about something else."""

import pytest

from bot.dialogue.form_help import is_about_the_form


@pytest.mark.parametrize(
    "message",
    [
        "j l'ai pas sous la main. c obligatoire ?",
        "je l'ai pas sous la main, c'est obligatoire ?",
        "pourquoi tu demandes ça ?",
        "pourquoi vous voulez savoir ça ?",
        "c'est quoi ?",
        "c quoi ça",
        "je l'ai pas sur moi là, je peux le donner plus tard ?",
        "je suis obligé de répondre ?",
        "à quoi ça va servir ?",
        "c'est pour quoi faire ?",
        "et si je sais pas encore ?",
        "je sais pas trop, c'est grave ?",
        "do I have to?",
        "I don't have it at hand, is it required?",
        "why do you need it?",
        "what's that?",
    ],
)
def test_it_is_about_the_step(message: str) -> None:
    assert is_about_the_form(message)


@pytest.mark.parametrize(
    "message",
    [
        "c'est quoi l'accélérateur ?",
        "pourquoi relocaliser ?",
        "pourquoi vous n'aidez pas les start-up ?",
        "je l'ai pas",
        "j'ai pas de téléphone",
        "c'est combien ?",
        "je peux le vendre à l'étranger ?",
        "obligatoire de relocaliser en France ?",
        "je connais pas vos tarifs",
        "what is the accelerator?",
        "je ne sais pas",
    ],
)
def test_it_is_about_something_else(message: str) -> None:
    assert not is_about_the_form(message)

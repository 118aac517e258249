"""What was passed on is told; what would be passed on is a question like any other."""

import pytest

from bot.dialogue.passing import asks_what_was_sent


@pytest.mark.parametrize(
    "text",
    [
        "et tu leur as envoyé quoi au juste ?",
        "qu'est-ce que tu leur as envoyé ?",
        "qu'avez-vous transmis à la CCI ?",
        "vous avez transmis quoi au conseiller ?",
        "tu as déjà envoyé quelque chose à la cci ?",
        "t'as envoyé quoi à ma cci",
        "what did you send them?",
        "have you sent anything to the adviser?",
    ],
)
def test_who_asks_what_was_sent(text: str) -> None:
    assert asks_what_was_sent(text)


@pytest.mark.parametrize(
    "text",
    [
        "que faut-il envoyer à la CCI ?",
        "qu'est-ce que vous envoyez à la CCI quand je candidate ?",
        "vous m'avez envoyé quoi ?",
        "que se passe-t-il une fois la candidature envoyée à la CCI ?",
        "j'ai envoyé mon dossier à la CCI, que faire ?",
        "what should I send to the CCI?",
        "what do you send to the adviser?",
        "quels documents dois-je leur envoyer ?",
    ],
)
def test_who_asks_what_is_to_be_sent(text: str) -> None:
    assert not asks_what_was_sent(text)

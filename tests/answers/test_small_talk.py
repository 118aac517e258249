import pytest

from bot.answers.small_talk import small_talk


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Bonjour", "greeting"),
        ("slt", "greeting"),
        ("Merci beaucoup !", "thanks"),
        ("ok", "thanks"),
        ("Es-tu un humain ?", "human"),
        ("are you a bot", "human"),
        ("je parle à un robot ?", "human"),
        ("que sais-tu faire ?", "help"),
        ("au revoir", "goodbye"),
        ("ça va ?", "fine"),
    ],
)
def test_small_talk_is_recognised(message: str, kind: str) -> None:
    assert small_talk(message) == kind


@pytest.mark.parametrize(
    "message",
    [
        "Bonjour, quel est le taux du CII ?",
        "qui lit ma candidature, c'est une ia qui décide ?",
        "aide à l'implantation",
        "merci de me dire qui fait du bobinage dans la région de Belfort",
    ],
)
def test_a_question_is_not_small_talk(message: str) -> None:
    assert small_talk(message) is None

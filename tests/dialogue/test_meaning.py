"""What a text is where a field is asked for."""

from datetime import date

import pytest

from bot.dialogue.meaning import Meant, is_speech, meant
from bot.intake.checks import Checked, check
from bot.intake.form import FIELDS, field_of

QUESTIONS = (
    "et vous gardez mes données combien de temps",
    "qui va lire ça",
    "ça coûte combien",
    "et ca prend combien de temps",
    "bonjour, quelles aides en normandie",
    "ok mais un humain je peux en avoir un quand",
    "si c'est refusé on est prévenu comment",
    "what happens to my data",
)


def of(key: str, text: str) -> Meant:
    field = field_of(key)
    return meant(field, text, holds=isinstance(check(field, text, date(2026, 11, 22)), Checked))


@pytest.mark.parametrize("key", [field.key for field in FIELDS])
@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_the_answer_of_no_field(key: str, text: str) -> None:
    assert of(key, text) is Meant.QUESTION


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("company", "Qui Dit Mieux"),
        ("company", "« qui dit mieux »"),
        ("company", "Quoi de Neuf SARL"),
        ("company", "Duval Sièges ?"),
        ("contact", "Camille Duval"),
        ("department", "Belfort ?"),
        ("made_today", "où on veut"),
        ("start", "quand on aura le financement"),
        ("product", "on peut faire des coques et des ailes"),
        ("investment", "environ 800 k€ ?"),
        (
            "description",
            "Nous voulons refaire nos assises à Vesoul plutôt qu'en Pologne. Pouvez-vous nous aider ?",
        ),
    ],
)
def test_an_answer_may_sound_like_a_question(key: str, text: str) -> None:
    assert of(key, text) is Meant.ANSWER


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("company", "qui dit mieux"),
        ("contact", "ok et pour décarboner l'usine en même temps"),
        ("company", "et après le dépôt je peux changer un truc"),
        ("description", "et si je me trompe"),
        ("product", "je cherche surtout un financement"),
        ("company", "et les délais"),
        ("made_today", "quand on aura le temps"),
    ],
)
def test_true_doubt_is_told(key: str, text: str) -> None:
    assert of(key, text) is Meant.DOUBT


@pytest.mark.parametrize(
    ("text", "speech"), [("camille arobase duval", False), ("je ne l'ai pas chez moi", True), ("Atlantide", False)]
)
def test_speech_is_told_from_a_misread_value(text: str, speech: bool) -> None:
    assert is_speech(text) is speech

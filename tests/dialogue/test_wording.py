"""The words of the bot: the same in both languages, all of them said."""

import re
from pathlib import Path
from string import Formatter

import pytest

from bot.dialogue.attaching import TAKEN
from bot.dialogue.effects import Taken
from bot.dialogue.messages import AttachmentKind
from bot.dialogue.presses import FormPress, Press
from bot.dialogue.wording_en import ENGLISH
from bot.dialogue.wording_fr import FRENCH
from bot.intake.companies import Standing
from bot.intake.documents import DocumentProblem
from bot.intake.form import FIELDS
from bot.store.tables import ApplicationStatus

COUNTED = ("messages", "replies", "answers", "calls", "applications", "documents", "letters")
FOLDER = Path(__file__).parents[2] / "bot"


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(FRENCH) == list(ENGLISH)


@pytest.mark.parametrize("key", FRENCH)
def test_a_sentence_has_the_same_holes_in_both_languages(key: str) -> None:
    assert holes(FRENCH[key]) == holes(ENGLISH[key])
    assert FRENCH[key].count("**") % 2 == 0


def test_every_sentence_is_said_somewhere() -> None:
    code = "\n".join(path.read_text() for folder in ("dialogue", "intake") for path in (FOLDER / folder).glob("*.py"))
    code = re.sub(r"(?s)FRENCH: dict.*?\n}|ENGLISH: dict.*?\n}", "", code)
    built = (
        "ask_",
        "status_",
        "cannot_read_",
        "erased_",
        "source_",
        "button_",
        "told_",
        "next_",
        "document_",
        "export_",
        "help_",
        "registry_",
        "take_",
    )  # keys put together from a name
    assert [key for key in FRENCH if f'"{key}"' not in code and not key.startswith(built)] == []


def test_every_key_that_is_put_together_exists() -> None:
    built = [
        *(f"ask_{field.key}" for field in FIELDS),
        *(f"help_{field.key}" for field in FIELDS),
        *(f"registry_{standing}" for standing in (Standing.UNREACHABLE, Standing.UNKNOWN, Standing.CEASED)),
        *(f"status_{status}" for status in ApplicationStatus),
        *(f"told_{status}" for status in ApplicationStatus),
        *(f"cannot_read_{kind}" for kind in AttachmentKind if kind not in TAKEN),
        *(f"next_{status}" for status in ApplicationStatus),
        *(f"document_{problem}" for problem in DocumentProblem),
        *(f"take_{result}" for result in Taken if result is not Taken.HERE_NOW),
        *(f"erased_{kind}" for kind in COUNTED),
        *(f"source_{name}" for name in ("file", "section", "page", "sheet", "row")),
    ]
    assert [key for key in built if key not in FRENCH] == []


def test_the_tone_is_calm() -> None:
    assert [key for key, text in {**FRENCH, **ENGLISH}.items() if "!" in text] == []


def test_no_two_buttons_have_the_same_letter() -> None:
    assert len(Press.__members__) == len({*Press})
    assert len(FormPress.__members__) == len({*FormPress})

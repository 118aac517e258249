"""What a talk remembers between two turns; stored as JSON, so only plain values, tuples and these classes."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from bot.answers.company import UNKNOWN, Company
from bot.answers.types import Language, Thread


class Pending(StrEnum):
    """What the last reply asked for, outside the form."""

    ERASE = "erase"
    REGION = "region"
    CONTACT = "contact"
    CONTACT_AGAIN = "contact_again"
    CORRECTION = "correction"  # asked for by the desk
    LETTER = "letter"  # to the adviser


class LanguageBy(StrEnum):
    """Who says which language a talk is in; the last one wins."""

    CHANNEL = "channel"  # the browser, Telegram
    WORDS = "words"  # what the person writes
    CHOICE = "choice"  # the person asked for it


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An application begun: checked values by field key, the field being asked, and the version a send is keyed by."""

    id: str  # id of the message that opened it
    version: int = 1
    values: dict[str, Any] = field(default_factory=dict)
    step: str | None = None  # key of the field asked for; None = recap
    failures: int = 0  # tries of this step that were not understood
    skipped: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()  # taken as typed, to be checked by a person
    paused: bool = False  # the person stopped; /candidater resumes
    answered: str | None = None  # key of the field that the last message answered, which an edit corrects
    origins: dict[str, str] = field(default_factory=dict)  # of the values that were not said: `registry`, `chat`
    candidates: tuple[str, ...] = ()  # what the last answer may have meant, in the order of the buttons
    proposed: dict[str, Any] = field(default_factory=dict)  # of the company register, until the person says yes
    looked_up: str = ""  # the number that the register was last asked for
    unverified: bool = False  # the register could not be asked: to be tried again once the application is sent
    said: str = ""  # typed last: an answer or a question, which the person is to tell
    talked: tuple[str, ...] = ()  # lines of the talk that go with the application, chosen one by one


@dataclass(frozen=True, kw_only=True)
class AlbumItem:
    """One document of an album whose others are still to come."""

    name: str
    size: int
    problem: str
    caption: str


@dataclass(frozen=True, kw_only=True)
class TalkState:
    """Everything a turn may know of the talk; a new talk is `TalkState()`."""

    greeted: bool = False
    language: Language | None = None
    language_by: LanguageBy = LanguageBy.CHANNEL
    subjects: tuple[str, ...] = ()  # record ids last talked about, latest last
    last_question: str = ""
    last_at: datetime | None = None  # when the person last said something
    last_message: str = ""  # the channel's own id of the last message that was read as text
    thread: Thread = field(default_factory=Thread)  # what a follow-up leans on
    company: Company = UNKNOWN  # what the person told of it
    draft: Draft | None = None
    pending: Pending | None = None
    pending_since: datetime | None = None
    about: str = ""  # reference of the application that is corrected or written about
    asked: str = ""  # number of the correction that is being answered
    tries: int = 0  # of this correction that were not understood
    album: tuple[AlbumItem, ...] = ()
    call_wish: str = ""  # when and about what an adviser is to call, in the person's words
    invited: bool = False  # to apply, by the last reply
    offered: dict[str, str] = field(default_factory=dict)  # typed equivalents: label or number -> press data


_ADAPTER: TypeAdapter[TalkState] = TypeAdapter(TalkState)


def state_to_json(state: TalkState) -> dict[str, Any]:
    """For the `talk.state` column."""
    dumped: dict[str, Any] = _ADAPTER.dump_python(state, mode="json")
    return dumped


def state_from_json(stored: dict[str, Any]) -> TalkState:
    """Read a stored state; keys of an older version that are gone are ignored, new ones get their default."""
    return _ADAPTER.validate_python(stored)

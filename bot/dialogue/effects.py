"""What a turn wants done, as values: the engine writes nothing, one transaction at the end carries these out."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.dialogue.state import Draft


@dataclass(frozen=True, kw_only=True)
class RecordAnswer:
    """Keep an answer as given, so that its sources open and it can be rated; unanswered ones keep their reason."""

    answer_id: str
    question: str
    body: dict[str, Any]  # `answers.types.Answer` as JSON
    abstained: bool
    reason: str | None
    release: str


@dataclass(frozen=True, kw_only=True)
class RecordFeedback:
    """Thumb up or down under an answer; the last press counts."""

    answer_id: str
    helpful: bool


@dataclass(frozen=True, kw_only=True)
class CallHuman:
    """A person wants a human adviser; `contact` is what they gave to be reached at, if anything."""

    subject: str
    region: str | None = None
    contact: str | None = None


@dataclass(frozen=True, kw_only=True)
class SubmitApplication:
    """Send the application; the same `idempotency_key` (person, draft, version) makes one application only."""

    idempotency_key: str
    region: str  # region code of `catalogue.places`, e.g. BFC
    department: str | None
    company: str | None
    siren: str | None
    fields: dict[str, Any]
    doubtful: tuple[str, ...] = ()  # keys of the fields taken as typed, to be checked by a person
    origins: dict[str, str] = field(default_factory=dict)  # of the values that were not said
    unverified: bool = False  # the company register could not be asked about the number: later
    consent: str
    language: str = "fr"
    talk_excerpt: tuple[str, ...] = ()  # lines of the talk that the person chose to hand over


@dataclass(frozen=True, kw_only=True)
class WithdrawApplication:
    """Withdraw one's own application."""

    reference: str


@dataclass(frozen=True, kw_only=True)
class KeepDocument:
    """Keep a document whose bytes are stored already; without `reference`, for the application to come."""

    sha256: str
    name: str
    kind: str
    size: int
    message_id: str
    reference: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceDocuments:
    """The documents that wait in this talk belong to that application of it."""

    reference: str


@dataclass(frozen=True, kw_only=True)
class TakeOutDocument:
    """Remove a document that waits in this talk."""

    document_id: int


@dataclass(frozen=True, kw_only=True)
class AnswerCorrection:
    """The checked answer to a correction that the desk asked for; `doubtful` when it is taken as typed."""

    correction_id: int
    value: Any
    doubtful: bool = False


@dataclass(frozen=True, kw_only=True)
class WriteToAdviser:
    """A letter about an application of this talk."""

    reference: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ShareDraft:
    """Make a one-time code by which the draft moves to another talk."""

    draft_id: str


@dataclass(frozen=True, kw_only=True)
class TakeDraft:
    """Move the draft of that code here; a draft that is here gives place to it."""

    code: str


@dataclass(frozen=True, kw_only=True)
class ExportMyData:
    """Hand the person everything kept about this talk."""


@dataclass(frozen=True, kw_only=True)
class EraseMyData:
    """Erase everything kept about this talk."""


Effect = (
    RecordAnswer
    | RecordFeedback
    | CallHuman
    | SubmitApplication
    | WithdrawApplication
    | KeepDocument
    | PlaceDocuments
    | TakeOutDocument
    | AnswerCorrection
    | WriteToAdviser
    | ShareDraft
    | TakeDraft
    | ExportMyData
    | EraseMyData
)


@dataclass(frozen=True, kw_only=True)
class Submitted:
    """The application has this reference; `already` when the same one had been sent before."""

    reference: str
    already: bool = False
    region: str = ""
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Withdrawn:
    """Whether the application was found and could still be withdrawn."""

    reference: str
    done: bool


@dataclass(frozen=True, kw_only=True)
class CorrectionTaken:
    """The field has its new value; `still_open` counts what is awaited yet, None when it was awaited no longer."""

    reference: str = ""
    field: str = ""
    value: Any = None
    doubtful: bool = False
    still_open: int | None = None


@dataclass(frozen=True, kw_only=True)
class Shared:
    """The code by which the draft moves, and where it can be given (name of the bot, address of the web chat)."""

    code: str
    expires_at: datetime
    bot: str = ""
    web: str = ""


class Taken(StrEnum):
    """What became of a code; the words are `take_<result>`."""

    HERE_NOW = "here_now"
    UNKNOWN = "unknown"  # or used already
    EXPIRED = "expired"
    GONE = "gone"  # the draft was sent or erased meanwhile
    HERE = "here"  # it was here all along


@dataclass(frozen=True, kw_only=True)
class DraftTaken:
    """The draft that moved here, if it did."""

    result: Taken
    talk_id: int
    at: datetime
    draft: Draft | None = None


@dataclass(frozen=True, kw_only=True)
class Exported:
    """All data about the person, as one JSON text; `linked` when a draft came from or went to another talk."""

    content: str
    linked: bool = False


@dataclass(frozen=True, kw_only=True)
class Erased:
    """How many things of each kind were erased, under which receipt, and which applications were made anonymous."""

    counts: dict[str, int]
    receipt: str = ""
    at: datetime | None = None
    kept: tuple[str, ...] = ()
    linked: bool = False


Outcome = Submitted | Withdrawn | CorrectionTaken | Shared | DraftTaken | Exported | Erased

"""What a turn wants done, as values: the engine writes nothing, one transaction at the end carries these out."""

from dataclasses import dataclass, field
from typing import Any


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


@dataclass(frozen=True, kw_only=True)
class WithdrawApplication:
    """Withdraw one's own application."""

    reference: str


@dataclass(frozen=True, kw_only=True)
class ExportMyData:
    """Hand the person everything kept about this talk."""


@dataclass(frozen=True, kw_only=True)
class EraseMyData:
    """Erase everything kept about this talk."""


Effect = (
    RecordAnswer | RecordFeedback | CallHuman | SubmitApplication | WithdrawApplication | ExportMyData | EraseMyData
)


@dataclass(frozen=True, kw_only=True)
class Submitted:
    """The application has this reference; `already` when the same one had been sent before."""

    reference: str
    already: bool = False


@dataclass(frozen=True, kw_only=True)
class Withdrawn:
    """Whether the application was found and could still be withdrawn."""

    reference: str
    done: bool


@dataclass(frozen=True, kw_only=True)
class Exported:
    """All data about the person, as one JSON text."""

    content: str


@dataclass(frozen=True, kw_only=True)
class Erased:
    """How many things of each kind were erased."""

    counts: dict[str, int]


Outcome = Submitted | Withdrawn | Exported | Erased

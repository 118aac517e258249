"""What a question becomes: an answer whose every factual sentence is cited, or an honest refusal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from bot.answers.company import UNKNOWN, Company
from bot.catalogue.models import Origin
from bot.finders.wish import PartnerWish, Wish

LONGEST_QUESTION = 2000  # characters


class Language(StrEnum):
    """Languages that Relais speaks."""

    FRENCH = "fr"
    ENGLISH = "en"


class Reason(StrEnum):
    """Why there is no cited answer."""

    OUT_OF_SCOPE = "out_of_scope"
    NOT_IN_KNOWLEDGE = "not_in_knowledge"
    SMALL_TALK = "small_talk"
    NEEDS_DETAIL = "needs_detail"


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A source as it stood when the answer was given; `passage` is the exact stored text."""

    document: str  # title of the record
    origin: Origin
    passage: str
    passage_id: str
    valid_until: date | None = None
    checked_on: date | None = None
    url: str | None = None


@dataclass(frozen=True)
class Sentence:
    """One sentence (or bullet) and the numbers of the citations that support it, from 1; none for small talk.

    `apart` begins a paragraph: the answer to the next question of a message.
    A `notice` (closed, not yet open, to be checked) is computed on the day and goes out whoever writes the rest.
    """

    text: str
    citations: tuple[int, ...] = ()
    bullet: bool = False
    apart: bool = False
    notice: bool = False


@dataclass(frozen=True, kw_only=True)
class Thread:
    """What the next message may lean on (« et le taux ? », « le deuxième », « les suivants », « en Normandie »)."""

    subjects: tuple[str, ...] = ()  # ids of the records that « lui » means
    aspects: tuple[str, ...] = ()  # sides that were asked for, as `aspects.Aspect` values
    asked: str = ""  # the question, without what framed it
    said: tuple[str, ...] = ()  # the cited sentences of its answer, the one that answers first
    sources: tuple[str, ...] = ()  # ids of the passages that the last answer cites, that of the first sentence first
    left_out: tuple[str, ...] = ()  # ids of the records that were turned down: « pas Maugis »
    listed: tuple[str, ...] = ()  # ids of all that the last list holds, in order
    shown: int = 0  # how many of them were shown
    wish: Wish | None = None
    partner_wish: PartnerWish | None = None
    parts: tuple[str, ...] = ()  # the questions of the last message, when it asked several: « ma 2e question »
    unanswered: str = ""  # the first of them that was refused
    awaiting: str = ""  # the question that a detail was asked for


@dataclass(frozen=True, kw_only=True)
class Context:
    """What the talk already knows: language chosen, records talked about (latest last), what is told of the company."""

    language: Language | None = None
    subjects: tuple[str, ...] = ()
    last_question: str = ""
    company: Company = UNKNOWN
    thread: Thread | None = None  # None outside a talk
    told: tuple[str, ...] = ()  # sentences that the same message was given for its questions before


class WrittenBy(StrEnum):
    """Whose wording an answer has."""

    QUOTES = "quotes"  # sentences of the knowledge and of its fields
    MODEL = "model"  # a chat model's, verified
    REJECTED = "rejected"  # a chat model was asked; its text did not hold, so the quotes went out


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What is said, why not, and where it stands; `subjects` are ids of the records it talks about.

    `choices` are short answers to the detail that it asks for. `confidence` in 0…1 says how surely this is the right
    answer; it orders answers for the curve of `relais evaluate`.
    """

    question: str
    sentences: tuple[Sentence, ...]
    language: Language
    release: str
    citations: tuple[Citation, ...] = ()
    abstained: bool = False
    reason: Reason | None = None
    suggestions: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    thread: Thread | None = None  # None: what the talk leaned on before still holds
    confidence: float = 1.0
    rewritable: bool = False  # prose about one record; lists and corrections go out as they are
    written_by: WrittenBy = WrittenBy.QUOTES

    @property
    def text(self) -> str:
        """The sentences with `[1]` marks after each; bullets on lines of their own."""
        lines: list[str] = []
        for sentence in self.sentences:
            marked = sentence.text + "".join(f" [{number}]" for number in sentence.citations)
            if sentence.bullet:
                lines.append(f"• {marked}")
            elif lines and not sentence.apart and not lines[-1].startswith("• "):
                lines[-1] += f" {marked}"
            else:
                lines.append(marked)
        return "\n".join(lines)


def citation_to_json(citation: Citation) -> dict[str, Any]:
    """The contract of `ask --json`: keys that do not apply are null."""
    origin = citation.origin
    return {
        "document": citation.document,
        "file": origin.file,
        "section": origin.section,
        "page": origin.page,
        "sheet": origin.sheet,
        "row": origin.row,
        "passage": citation.passage,
        "valid_until": citation.valid_until.isoformat() if citation.valid_until else None,
        "url": citation.url,
    }

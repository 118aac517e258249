"""What comes in from a person and what goes out to one, the same for every channel.

Texts are a small tree (paragraphs of runs) that each channel renders; nothing here knows Telegram, HTML or a terminal.
"""

from dataclasses import dataclass
from enum import StrEnum


class AttachmentKind(StrEnum):
    """What a person sent beside or instead of text."""

    DOCUMENT = "document"
    PHOTO = "photo"
    VOICE = "voice"
    STICKER = "sticker"
    VIDEO = "video"
    LOCATION = "location"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A thing sent that is not text; `file_id` is the channel's own handle, size in bytes.

    A document that was taken in has its `sha256` and `format` (`intake.documents.DocumentKind`), or its `problem`.
    """

    kind: AttachmentKind
    file_id: str = ""
    name: str = ""
    size: int | None = None
    sha256: str = ""
    format: str = ""
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message received; a command comes as `command` ("start", without the slash) with its argument in `text`."""

    id: str  # unique in the house: answers and effects of this turn are keyed by it
    channel: str = "console"
    text: str = ""
    command: str | None = None
    press: str | None = None  # data of a pressed button
    attachment: Attachment | None = None
    edited: bool = False
    language: str | None = None  # as the channel reports it ("fr", "en-GB"), absent when it does not
    language_chosen: bool = False  # by the person themselves, on the channel
    talk_id: int = 0  # the talk it belongs to, for what is read from the store
    sent_as: str = ""  # the channel's own id of the message; an edited one bears that of the original
    album: str = ""  # what the channel calls several pictures or files sent as one
    more_follow: bool = False  # others of the same album are waiting: one reply, after the last


class Style(StrEnum):
    """How a run of text is shown."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"


@dataclass(frozen=True)
class Run:
    """A piece of text in one style; `link` (https only) makes it a link."""

    text: str
    style: Style = Style.PLAIN
    link: str | None = None


class Layout(StrEnum):
    """How a paragraph is shown."""

    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    QUOTE = "quote"


@dataclass(frozen=True)
class Paragraph:
    """A line or block of runs."""

    runs: tuple[Run, ...]
    layout: Layout = Layout.TEXT


@dataclass(frozen=True)
class Button:
    """Either `press` (≤ 64 bytes of UTF-8, comes back in `Message.press`) or `link` (opens a page)."""

    label: str
    press: str = ""
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file handed to the person, as text (JSON, Markdown)."""

    name: str
    content: str


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One message to send: buttons come in rows; the typed equivalent of a button is its label or its number."""

    paragraphs: tuple[Paragraph, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    document: Document | None = None


def paragraph(text: str, layout: Layout = Layout.TEXT) -> Paragraph:
    """A paragraph in plain style; `**bold**` marks are understood, nothing else is."""
    parts = text.split("**")
    runs = tuple(Run(part, Style.BOLD if index % 2 else Style.PLAIN) for index, part in enumerate(parts) if part)
    return Paragraph(runs, layout)


def plain_text(reply: Reply) -> str:
    """The reply without any formatting, paragraphs parted by blank lines (bullets by single ones)."""
    lines: list[str] = []
    for index, block in enumerate(reply.paragraphs):
        text = "".join(run.text for run in block.runs)
        bullet = block.layout is Layout.BULLET
        if index and not (bullet and reply.paragraphs[index - 1].layout is Layout.BULLET):
            lines.append("")
        lines.append(f"• {text}" if bullet else text)
    return "\n".join(lines)

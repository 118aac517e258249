"""The chat page and its pieces as HTML: everything a person or a file wrote is escaped by the templates."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bot.channels.bodies import message_from_json, reply_from_json
from bot.channels.typography import nonbreaking
from bot.channels.web_refusal import Refusal
from bot.channels.web_words import LONGEST, MENU, words_in
from bot.dialogue.messages import Layout, Paragraph, Reply, Run, Style
from bot.intake.documents import LARGEST
from bot.store.transcript import Cursor, Said, TalkSeen

HERE = Path(__file__).parent
STATIC = HERE / "static"

_CITATION = re.compile(r"\[\d{1,2}\]")


@dataclass(frozen=True, kw_only=True)
class ChatPage:
    """What one view of the chat page shows."""

    language: str
    form_token: str
    key: str  # of the forms of this view: posting one twice is one message
    seen: TalkSeen | None = None
    refusal: Refusal | None = None
    text: str = ""  # what stays in the box

    @property
    def cursor(self) -> Cursor:
        """Where the stream of this view goes on."""
        return self.seen.cursor if self.seen else Cursor()


class Pages:
    """Renders; asks nothing and stores nothing."""

    def __init__(self) -> None:
        self._environment = _environment()

    def chat(self, page: ChatPage) -> str:
        """The whole page."""
        words = words_in(page.language)
        said = self.said(page.seen.said, page.language) if page.seen else ""
        template = self._environment.get_template("chat.html")
        return template.render(page=page, words=words, said=Markup(said))  # noqa: S704 - rendered by our own template

    def said(self, said: Sequence[Said], language: str) -> str:
        """What was said, without the page around it; erased messages are left out."""
        entries = [_entry(one, words_in(language)) for one in said if one.body]
        return self._environment.get_template("said.html").render(entries=entries, words=words_in(language))

    def notice(self, language: str, sentence: str) -> str:
        """A page that says one sentence, by the name of its words."""
        words = words_in(language)
        return self._environment.get_template("notice.html").render(language=language, words=words, sentence=sentence)


@cache
def _environment() -> Environment:
    """The compiled templates, once for the process."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(typeset=typeset, nonbreaking=nonbreaking)
    environment.globals.update(static=_fingerprint(), longest=LONGEST, largest=LARGEST, menu=MENU)
    return environment


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing said, as the template needs it."""

    id: int
    key: str = ""  # by which the page knows what it showed before it was stored
    text: str = ""  # of the person
    reply: Reply | None = None

    @property
    def blocks(self) -> list[tuple[Layout, list[Paragraph]]]:
        """Neighbouring paragraphs of one layout together: bullets become one list."""
        paragraphs = self.reply.paragraphs if self.reply else ()
        return [(layout, list(group)) for layout, group in groupby(paragraphs, key=lambda block: block.layout)]


def _entry(said: Said, words: dict[str, str]) -> Entry:
    if not said.by_person:
        return Entry(id=said.id, reply=reply_from_json(said.body))
    message = message_from_json(said.body)
    text = said.body.get("label") or message.text
    if text.startswith("/"):
        text = words.get(f"command_{text[1:]}", text)
    return Entry(id=said.id, key=message.id, text=text)


def typeset(run: Run) -> Markup:
    """One run as HTML; links lead to https pages only and open beside the talk."""
    text = _CITATION.sub(lambda found: f'<span class="mark">{found[0]}</span>', str(escape(nonbreaking(run.text))))
    tag = {Style.BOLD: "strong", Style.ITALIC: "em", Style.CODE: "code"}.get(run.style)
    if tag:
        text = f"<{tag}>{text}</{tag}>"
    if run.link and run.link.startswith("https://"):
        text = f'<a href="{escape(run.link)}" target="_blank" rel="noopener noreferrer">{text}</a>'
    return Markup(text)  # noqa: S704 - escaped above


def _fingerprint() -> str:
    """Changes with the static files, so that no browser shows an old one."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]

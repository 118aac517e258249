"""Markdown files: front matter, then paragraphs with their headings and line numbers."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.problems import NOWHERE, Place, Problems
from ingest.reading import html
from ingest.reading.content import Block, Content
from ingest.reading.front_matter import split
from ingest.reading.rows_as_text import row_line

_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(text: str, problems: Problems) -> Content:
    """Everything of a Markdown file, nothing rendered: links keep their address, HTML only its words."""
    fields, body, offset = split(text, problems)
    tokens = MarkdownIt("commonmark", {"maxNesting": 30}).enable("table").parse(body)
    walker = _Walker(offset, problems)
    return Content(fields=fields, blocks=tuple(block for token in tokens if (block := walker.take(token))))


class _Walker:
    """Follows the tokens and remembers what the next words belong to."""

    def __init__(self, offset: int, problems: Problems) -> None:
        self._offset, self._problems = offset, problems
        self._markers: list[str] = []
        self._marker = ""  # of the list item whose first words are awaited
        self._opened = ""
        self._header: list[str] = []
        self._cells: list[str] = []
        self._row_place = NOWHERE

    def take(self, token: Token) -> Block | None:
        """The block that this token completes."""
        place = Place(line=token.map[0] + self._offset + 1) if token.map else NOWHERE
        if token.type == "inline":
            return self._inline(token, place)
        if token.type in ("fence", "code_block"):
            return Block(text=token.content.strip(), place=place)
        if token.type == "html_block":
            return Block(text=_without_html(token.content, self._problems, place), place=place)
        if token.type == "tr_close":
            return self._row()
        self._open(token, place)
        return None

    def _open(self, token: Token, place: Place) -> None:
        self._opened = token.tag
        match token.type:
            case "list_item_open":
                self._marker = f"{token.info}. " if token.info else "- "
                self._markers.append(self._marker)
            case "list_item_close":
                self._markers.pop()
            case "thead_open":
                self._header = []
            case "tr_open":
                self._cells, self._row_place = [], place

    def _inline(self, token: Token, place: Place) -> Block | None:
        words = _words(token, self._problems, place)
        if self._opened in ("th", "td"):
            self._cells.append(words)
            return None
        if self._opened.startswith("h"):
            return Block(text=words, heading=int(self._opened[1]), place=place)
        marker, self._marker = self._marker, ""
        return Block(text=marker + words, item=bool(self._markers), place=place)

    def _row(self) -> Block | None:
        if self._header:
            return Block(text=row_line(self._header, self._cells), item=True, place=self._row_place)
        self._header = self._cells
        return None


def _words(inline: Token, problems: Problems, place: Place) -> str:
    words: list[str] = []
    addresses: list[str] = []
    for child in inline.children or ():
        match child.type:
            case "text" | "code_inline" | "image":
                words.append(child.content)
            case "softbreak" | "hardbreak":
                words.append("\n")
            case "html_inline":
                words.append(_without_html(child.content, problems, place))
            case "link_open":
                addresses.append(str(child.attrs.get("href", "")))
            case "link_close":
                words.append(_address(addresses.pop(), "".join(words)))
    return "".join(words).strip()


def _address(address: str, before: str) -> str:
    """` (https://…)` after the words of a link, unless they are the address itself."""
    if not address.startswith(("https://", "http://")) or before.endswith(address):
        return ""
    return f" ({address})"


def _without_html(fragment: str, problems: Problems, place: Place) -> str:
    """The visible words of HTML written inside Markdown."""
    if _LINE_BREAK.fullmatch(fragment.strip()):
        return "\n"
    if fragment.lstrip().startswith("<!--") and fragment.rstrip().endswith("-->"):
        problems.warn("commentaire caché (« <!-- ») non repris.", place)
        return ""
    problems.warn("le code HTML n'est pas repris, seulement ses mots : écrivez en Markdown simple.", place)
    return "\n".join(block.text for block in html.read(fragment, "ce passage", Problems()).blocks)

"""Lines of a PDF to headings and paragraphs: larger letters make a heading, a gap ends a paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.problems import Place
from ingest.reading.content import Block

_LARGER = 1.15
_LONGEST_HEADING = 150
_PAGE_NUMBER = re.compile(r"(page )?\d{1,4}( ?(/|sur|of) ?\d{1,4})?", re.IGNORECASE)
_BULLET = re.compile(r"[•▪◦‣●○–·-]\s+")
_REPEATED_PAGES = 4


@dataclass(frozen=True)
class Line:
    """A line of text, the height of its letters and its height on the page, in points."""

    text: str
    size: float
    y: float


@dataclass(frozen=True)
class PageLines:
    """The lines of a page, and the rows of its tables already written out."""

    number: int
    lines: tuple[Line, ...]
    rows: tuple[str, ...]


def blocks_of(pages: Sequence[PageLines]) -> Iterator[Block]:
    """Headings, paragraphs and table rows in reading order; running headers and page numbers are left out."""
    body = _body_size(pages)
    running = _running(pages)
    sizes = sorted({line.size for page in pages for line in page.lines if line.size > body * _LARGER}, reverse=True)
    for page in pages:
        lines = [line for line in page.lines if line.text not in running and not _PAGE_NUMBER.fullmatch(line.text)]
        yield from _page_blocks(lines, page.number, sizes)
        for row in page.rows:
            yield Block(text=row, item=True, place=Place(page=page.number))


def _body_size(pages: Sequence[PageLines]) -> float:
    """The size of most letters."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _running(pages: Sequence[PageLines]) -> frozenset[str]:
    """First or last lines that come back on most pages of a long document."""
    if len(pages) < _REPEATED_PAGES:
        return frozenset()
    edges = Counter(text for page in pages for text in {line.text for line in (*page.lines[:1], *page.lines[-1:])})
    return frozenset(text for text, count in edges.items() if count > len(pages) / 2)


def _page_blocks(lines: Sequence[Line], page: int, sizes: Sequence[float]) -> Iterator[Block]:
    place = Place(page=page)
    words: list[str] = []
    last: Line | None = None
    for line in lines:
        level = _level(line, sizes)
        if words and last and (level or _is_new_paragraph(last, line)):
            yield _paragraph(words, place)
            words = []
        if level:
            yield Block(text=line.text, heading=level, place=place)
        else:
            words.append(line.text)
        last = line
    if words:
        yield _paragraph(words, place)


def _level(line: Line, sizes: Sequence[float]) -> int:
    if line.size not in sizes or len(line.text) > _LONGEST_HEADING or not any(map(str.isalpha, line.text)):
        return 0
    return min(sizes.index(line.size) + 1, 6)


def _is_new_paragraph(last: Line, line: Line) -> bool:
    gap = abs(last.y - line.y)
    return bool(_BULLET.match(line.text)) or gap > 1.7 * max(last.size, line.size, 1.0)


def _paragraph(words: Sequence[str], place: Place) -> Block:
    text = ""
    for part in words:
        text = text[:-1] + part if text.endswith("-") and part[:1].islower() else f"{text} {part}".strip()
    bullet = _BULLET.match(text)
    return Block(text=f"- {text[bullet.end() :]}" if bullet else text, item=bool(bullet), place=place)

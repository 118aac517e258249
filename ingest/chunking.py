"""Records to passages: the typed fields written out, and the prose cut on the borders of its paragraphs."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.catalogue.models import AnyRecord, Origin, Page, Partner, Passage, PassageKind, is_english_heading
from ingest.describing import describe
from ingest.reading.content import Block

MAX_CHARACTERS = 700
_SENTENCE_END = re.compile(r"(?<=[.!?…»])\s+(?=[A-ZÀ-ÝŒ0-9«(-])")


def passages_of(record: AnyRecord, blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """The passages of a record in reading order; a page has no passage of fields unless it has no French prose."""
    place = Origin(file=record.file, sheet=record.sheet, row=record.row)
    prose = list(_prose(record, place, blocks))
    if not isinstance(record, Page) or all(passage.is_english for passage in prose):
        prose.insert(0, _passage(record, PassageKind.FIELDS, describe(record), place))
    return tuple(_distinct(prose))


def _prose(record: AnyRecord, place: Origin, blocks: Iterable[Block]) -> Iterator[Passage]:
    if isinstance(record, Partner) and record.capabilities:
        for text in _pieces([Block(text=record.capabilities)]):
            yield _passage(record, PassageKind.TEXT, text, replace(place, section="Capacités"))
    for origin, section in _sections(record, place, blocks):
        for text in _pieces(section):
            yield _passage(record, PassageKind.TEXT, text, origin)


def _sections(record: AnyRecord, place: Origin, blocks: Iterable[Block]) -> Iterator[tuple[Origin, list[Block]]]:
    """Runs of paragraphs under one heading, on one page or row; a heading that asks is said with its answer.

    What stands below a smaller heading of an English section belongs to that section.
    """
    origin, run, english = place, list[Block](), 0
    for block in blocks:
        if block.heading and english and block.heading > english:
            continue
        if block.heading:
            english = block.heading if is_english_heading(block.text) else 0
            yield from [(origin, run)] if run else []
            heading = " ".join(block.text.split())
            origin = replace(origin, section=None if heading == record.title else heading)
            run = [Block(text=heading)] if heading.endswith("?") and heading != record.title else []
            continue
        here = replace(
            origin, page=block.place.page, sheet=block.place.sheet or place.sheet, row=block.place.row or place.row
        )
        if run and here != origin and (len(run) > 1 or not run[0].text.endswith("?")):
            yield origin, run
            run = []
        origin = here
        run.append(block)
    if run:
        yield origin, run


def _pieces(blocks: list[Block]) -> Iterator[str]:
    """Texts of at most about 700 characters; rows and bullets stand on lines of their own."""
    piece = ""
    for block in blocks:
        for part in _parts(block):
            mark = "\n" if block.item else "\n\n"
            if piece and len(piece) + len(part) + len(mark) > MAX_CHARACTERS:
                yield piece
                piece = ""
            piece = f"{piece}{mark}{part}" if piece else part
    if piece:
        yield piece


def _parts(block: Block) -> Iterator[str]:
    text = block.text if block.item and "\n" in block.text else " ".join(block.text.split())
    if len(text) <= MAX_CHARACTERS:
        yield text
        return
    part = ""
    for sentence in _SENTENCE_END.split(text):
        for words in _words(sentence):
            if part and len(part) + len(words) >= MAX_CHARACTERS:
                yield part
                part = ""
            part = f"{part} {words}" if part else words
    yield part


def _words(sentence: str) -> Iterator[str]:
    while len(sentence) > MAX_CHARACTERS:
        cut = sentence.rfind(" ", 1, MAX_CHARACTERS)
        cut = cut if cut > 0 else MAX_CHARACTERS
        yield sentence[:cut]
        sentence = sentence[cut:].lstrip()
    yield sentence


def _passage(record: AnyRecord, kind: PassageKind, text: str, origin: Origin) -> Passage:
    return Passage(id="", record=record.id, kind=kind, title=record.title, text=text, origin=origin)


def _distinct(passages: list[Passage]) -> Iterator[Passage]:
    """Give each its id; a text that comes back in the same section is kept once."""
    seen: set[str] = set()
    for passage in passages:
        place = passage.origin
        said = "\0".join((passage.record, place.section or "", str(place.page), str(place.row), passage.text))
        identifier = hashlib.sha256(said.encode()).hexdigest()[:24]
        if identifier not in seen:
            seen.add(identifier)
            yield replace(passage, id=identifier)

"""What a reader hands on: fields, paragraphs and tables, each with its place; nothing is judged yet."""

from dataclasses import dataclass, field

from ingest.problems import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Value:
    """A value as written: one text, or several when the file itself holds a list."""

    items: tuple[str, ...]
    place: Place = NOWHERE

    @property
    def text(self) -> str:
        """All of it on one piece."""
        return " ; ".join(self.items)


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One paragraph; `heading` is its level, 0 for text; an `item` is a bullet or the row of a small table."""

    text: str
    heading: int = 0
    item: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Row:
    """A physical row, counted from 1; a broken one has a cell that cannot be read, already told."""

    number: int
    cells: tuple[str, ...]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, or the whole of a CSV file (no name)."""

    name: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Content:
    """One file as read; `title` is the one that the format itself gives (HTML, PDF), often empty."""

    fields: dict[str, Value] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    title: str = ""

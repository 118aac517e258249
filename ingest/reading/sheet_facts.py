"""What openpyxl's streaming does not tell of a sheet: hidden rows and columns, merged cells, formulas without value."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from lxml import etree

from ingest.problems import Place, Unreadable

MAX_ROWS = 5_000
MAX_COLUMNS = 64
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MAX_MERGED = 50


@dataclass(frozen=True)
class Merged:
    """A range of merged cells, rows and columns from 1."""

    reference: str
    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass
class SheetFacts:
    """Collected in one pass over the XML of a sheet."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    not_calculated: set[tuple[int, int]] = field(default_factory=set)
    is_filtered: bool = False


def facts_of(part: IO[bytes], name: str, sheet: str) -> SheetFacts:
    """Read the XML of a sheet; raises Unreadable when a filled cell stands beyond the limits."""
    facts = SheetFacts()
    row_number = 0
    column_number = 0
    for _event, element in _elements(part):
        if element.tag == f"{_S}c":
            row, column_number = _position(element.get("r"), row_number + 1, column_number + 1)
            _note_cell(element, row, column_number, facts, (name, sheet))
        elif element.tag == f"{_S}row":
            row_number = int(element.get("r", row_number + 1))
            column_number = 0
            if element.get("hidden") in ("1", "true"):
                facts.hidden_rows.add(row_number)
            element.clear()
        elif element.tag == f"{_S}col" and element.get("hidden") in ("1", "true"):
            last = min(int(element.get("max", "0")), MAX_COLUMNS)
            facts.hidden_columns.update(range(int(element.get("min", "1")), last + 1))
        elif element.tag == f"{_S}autoFilter":
            facts.is_filtered = True
        elif element.tag == f"{_S}mergeCell" and len(facts.merged) < _MAX_MERGED:
            facts.merged.append(_merged(str(element.get("ref"))))
    return facts


def _elements(part: IO[bytes]) -> Iterator[tuple[str, etree._Element]]:
    tags = [f"{_S}{tag}" for tag in ("c", "row", "col", "autoFilter", "mergeCell")]
    yield from etree.iterparse(part, tag=tags, resolve_entities=False, no_network=True)


def _note_cell(element: etree._Element, row: int, column: int, facts: SheetFacts, names: tuple[str, str]) -> None:
    value = element.find(f"{_S}v")
    has_value = (value is not None and bool(value.text)) or element.find(f"{_S}is") is not None
    formula = element.find(f"{_S}f")
    if formula is not None and not has_value:
        facts.not_calculated.add((row, column))
    if (has_value or formula is not None) and (row > MAX_ROWS + 1 or column > MAX_COLUMNS):
        name, sheet = names
        raise Unreadable(
            f"« {name} » : la cellule {element.get('r')} dépasse {MAX_ROWS} lignes ou {MAX_COLUMNS} colonnes : "
            "supprimez-la ou coupez le tableau.",
            Place(sheet=sheet, row=row),
        )


def _position(reference: str | None, row: int, column: int) -> tuple[int, int]:
    """`BC12` as (12, 55); a cell without a reference follows the one before."""
    if not reference:
        return row, column
    letters = reference.rstrip("0123456789")
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return int(reference[len(letters) :] or row), index


def letters(column: int) -> str:
    """`55` as `BC`."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _merged(reference: str) -> Merged:
    first, _, last = reference.partition(":")
    first_row, first_column = _position(first, 1, 1)
    last_row, last_column = _position(last or first, 1, 1)
    return Merged(reference, first_row, first_column, last_row, last_column)

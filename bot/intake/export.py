"""Applications as files for a spreadsheet, right in a French Excel; knows bytes, no database and no disk.

CSV has `;`, a byte order mark and dates that Excel reads; XLSX has real dates and numbers. Codes stay text in both.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import IO, Any

import xlsxwriter

from bot.catalogue.formats import PARIS
from bot.catalogue.places import region_of
from bot.intake.form import FIELDS, Field, Kind
from bot.intake.life import STATUS_NAMES
from bot.intake.showing import show
from bot.store.applications import SentApplication

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_THIN = "\u2009"  # between the groups of a code: shown as a space, and no number to Excel
_LINES_A_PIECE = 200


class Shape(StrEnum):
    """How a cell stands in a sheet."""

    TEXT = "text"
    CODE = "code"  # digits that are no number: SIREN, phone
    NUMBER = "number"
    AMOUNT = "amount"  # euros
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One value, `shown` as a person reads it; `value` is what a sheet calculates with, in Paris time."""

    shown: str
    shape: Shape = Shape.TEXT
    value: int | date | datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Exported:
    """An application and who works it."""

    application: SentApplication
    assignee: str = ""


_FIELDS = tuple(field for field in FIELDS if field.kind is not Kind.CONSENT)
_SHAPES = {
    Kind.SIREN: Shape.CODE,
    Kind.PHONE: Shape.CODE,
    Kind.AMOUNT: Shape.AMOUNT,
    Kind.COUNT: Shape.NUMBER,
    Kind.DATE: Shape.DAY,
}
_FORMATS: dict[Shape, dict[str, str]] = {
    Shape.TEXT: {"num_format": "@"},
    Shape.CODE: {"num_format": "@"},
    Shape.NUMBER: {"num_format": "#,##0"},
    Shape.AMOUNT: {"num_format": '#,##0 "€"'},
    Shape.DAY: {"num_format": "dd/mm/yyyy"},
    Shape.MOMENT: {"num_format": "dd/mm/yyyy hh:mm"},
}
_WIDTHS = {"Référence": 22, "Description": 60, "Produit ou pièces": 40, "E-mail": 28, "Entreprise": 28}
_WIDTH = 18  # characters of the other columns


def columns() -> tuple[str, ...]:
    """The headings, in French."""
    before = ("Référence", "Statut", "Depuis le", "Région", "Envoyée le", "Affectée à")
    return (*before, *(field.label.fr for field in _FIELDS), "À vérifier")


def row(exported: Exported) -> tuple[Cell, ...]:
    """One application, in the order of the headings."""
    application = exported.application
    region = region_of(application.region)
    doubtful = ", ".join(field.label.fr for field in FIELDS if field.key in application.doubtful)
    return (
        Cell(shown=application.reference),
        Cell(shown=STATUS_NAMES[application.status]),
        _moment(application.updated_at),
        Cell(shown=region.name if region else application.region),
        _moment(application.submitted_at),
        Cell(shown=exported.assignee),
        *(_field(field, application.fields) for field in _FIELDS),
        Cell(shown=doubtful),
    )


def _moment(value: datetime) -> Cell:
    local = value.astimezone(PARIS).replace(tzinfo=None, microsecond=0)
    return Cell(shown=local.strftime("%d/%m/%Y %H:%M"), shape=Shape.MOMENT, value=local)


def _field(field: Field, values: dict[str, Any]) -> Cell:
    if field.key not in values:
        return Cell(shown="")
    value, shape = values[field.key], _SHAPES.get(field.kind, Shape.TEXT)
    shown = show(field.key, value)
    match shape:
        case Shape.NUMBER | Shape.AMOUNT if isinstance(value, int):
            return Cell(shown=str(value), shape=shape, value=value)
        case Shape.DAY if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            day = date.fromisoformat(value)
            return Cell(shown=day.strftime("%d/%m/%Y"), shape=shape, value=day)
        case Shape.CODE:
            return Cell(shown=shown, shape=shape)
    return Cell(shown=shown)


def csv_pieces(applications: Iterable[Exported]) -> Iterator[bytes]:
    """The file piece by piece, so that the first line goes out before the last is read."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns())
    yield b"\xef\xbb\xbf"
    for number, exported in enumerate(applications, 1):
        writer.writerow(_for_csv(cell) for cell in row(exported))
        if number % _LINES_A_PIECE == 0:
            yield _emptied(text)
    yield _emptied(text)


def to_csv(applications: Iterable[Exported]) -> bytes:
    """The whole file."""
    return b"".join(csv_pieces(applications))


def write_xlsx(applications: Iterable[Exported], file: IO[bytes]) -> None:
    """One sheet, headings kept in sight; no text is run as a formula or made a link. Rows go to disk as they come."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("Candidatures")
        formats = {shape: book.add_format(look) for shape, look in _FORMATS.items()}
        for column, heading in enumerate(columns()):
            sheet.set_column(column, column, _WIDTHS.get(heading, _WIDTH))
        sheet.freeze_panes(1, 1)
        for column, heading in enumerate(columns()):
            sheet.write_string(0, column, heading, book.add_format({"bold": True}))
        line = 0
        for line, exported in enumerate(applications, 1):
            for column, cell in enumerate(row(exported)):
                _write(sheet, line, column, cell, formats[cell.shape])
        sheet.autofilter(0, 0, max(line, 1), len(columns()) - 1)


def to_xlsx(applications: Iterable[Exported]) -> bytes:
    """The whole file."""
    content = io.BytesIO()
    write_xlsx(applications, content)
    return content.getvalue()


def _write(sheet: Any, line: int, column: int, cell: Cell, look: Any) -> None:
    match cell.value:
        case None if not cell.shown:
            return
        case None:
            sheet.write_string(line, column, cell.shown, look)
        case int():
            sheet.write_number(line, column, cell.value, look)
        case _:
            sheet.write_datetime(line, column, cell.value, look)


def _for_csv(cell: Cell) -> str:
    """Excel makes a number of any digits with spaces, and a formula of what looks like one."""
    text = cell.shown.replace(" ", _THIN) if cell.shape is Shape.CODE else cell.shown
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) or text.startswith(_FORMULA_STARTS) else text


def _emptied(text: io.StringIO) -> bytes:
    piece = text.getvalue().encode("utf-8")
    text.seek(0)
    text.truncate()
    return piece

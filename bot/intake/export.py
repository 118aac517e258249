"""Applications as files for a spreadsheet, right in a French Excel; knows bytes, no database and no disk."""

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from bot.catalogue.formats import PARIS
from bot.catalogue.places import region_of
from bot.intake.form import FIELDS
from bot.intake.showing import show
from bot.store.applications import SentApplication

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_WIDTH = 22  # characters of a column


def columns() -> tuple[str, ...]:
    """The headings, in French."""
    return ("Référence", "Statut", "Région", "Envoyée le", *(field.label.fr for field in FIELDS), "À vérifier")


def row(application: SentApplication) -> tuple[str, ...]:
    """One application in words, in the order of the headings."""
    region = region_of(application.region)
    shown = [
        show(field.key, application.fields[field.key]) if field.key in application.fields else "" for field in FIELDS
    ]
    doubtful = ", ".join(field.label.fr for field in FIELDS if field.key in application.doubtful)
    sent = application.submitted_at.astimezone(PARIS).strftime("%d/%m/%Y %H:%M")
    return (
        application.reference,
        application.status.value,
        region.name if region else application.region,
        sent,
        *shown,
        doubtful,
    )


def to_csv(applications: Iterable[SentApplication]) -> bytes:
    """`;`, UTF-8 with BOM; a text that Excel would run as a formula begins with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns())
    writer.writerows([_harmless(cell) for cell in row(application)] for application in applications)
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(applications: Iterable[SentApplication]) -> bytes:
    """One sheet, headings kept in sight, every cell text."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        sheet = book.add_worksheet("Candidatures")
        bold = book.add_format({"bold": True})
        table: Sequence[tuple[str, ...]] = [row(application) for application in applications]
        for column, heading in enumerate(columns()):
            sheet.write_string(0, column, heading, bold)
        for line, cells in enumerate(table, 1):
            for column, cell in enumerate(cells):
                sheet.write_string(line, column, cell)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(columns()) - 1, _WIDTH)
        sheet.autofilter(0, 0, max(len(table), 1), len(columns()) - 1)
    return content.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell

"""Applications as files for a spreadsheet."""

import csv
import io
from datetime import UTC, datetime
from typing import Any

from openpyxl import load_workbook

from bot.intake.export import columns, row, to_csv, to_xlsx
from bot.store.applications import SentApplication
from bot.store.tables import ApplicationStatus


def an_application(**fields: Any) -> SentApplication:
    moment = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    return SentApplication(
        reference="RELOC-BFC-2026-0001",
        region="BFC",
        department="70",
        company="Duval",
        siren=None,
        status=ApplicationStatus.SUBMITTED,
        fields={"company": "Duval", "phone": "+33612345678", "jobs": [10, 15], **fields},
        doubtful=("email",),
        consent="2026-11",
        language="fr",
        submitted_at=moment,
        updated_at=moment,
    )


def test_a_row_says_everything_in_french() -> None:
    cells = dict(zip(columns(), row(an_application()), strict=True))
    assert cells["Région"] == "Bourgogne-Franche-Comté"
    assert cells["Envoyée le"] == "23/11/2026 00:30"
    assert cells["Téléphone"] == "06 12 34 56 78"
    assert cells["Emplois"] == "10 à 15"
    assert cells["Description"] == ""
    assert cells["À vérifier"] == "E-mail"


def test_the_csv_opens_in_a_french_excel_and_runs_no_formula() -> None:
    content = to_csv([an_application(product="=HYPERLINK(1)", description="deux\nlignes ; et plus")])
    assert content.startswith(b"\xef\xbb\xbf")
    heading, line = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    cells = dict(zip(heading, line, strict=True))
    assert cells["Produit ou pièces"] == "'=HYPERLINK(1)"
    assert cells["Description"] == "deux\nlignes ; et plus"


def test_the_sheet_holds_text_only() -> None:
    book = load_workbook(io.BytesIO(to_xlsx([an_application(product="=1+1", made_today="https://x.example")])))
    sheet = book["Candidatures"]
    assert [cell.value for cell in sheet[1]] == list(columns())
    cells = {heading.value: cell for heading, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (cells["Produit ou pièces"].value, cells["Produit ou pièces"].data_type) == ("=1+1", "s")
    assert cells["Fabriqué aujourd'hui"].hyperlink is None


def test_no_application_is_a_file_with_headings() -> None:
    assert to_csv([]).decode("utf-8-sig").strip() == ";".join(columns())
    assert load_workbook(io.BytesIO(to_xlsx([])))["Candidatures"].max_row == 1

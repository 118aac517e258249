"""Applications as files for a spreadsheet."""

import csv
import io
import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.intake.export import Exported, columns, csv_pieces, row, to_csv, to_xlsx
from bot.store.applications import SentApplication
from bot.store.tables import ApplicationStatus

SENT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


def an_application(**fields: Any) -> Exported:
    application = SentApplication(
        reference="RELOC-BFC-2026-0001",
        region="BFC",
        department="70",
        company="Duval",
        siren=None,
        status=ApplicationStatus.UNDER_REVIEW,
        fields={"company": "Duval", "phone": "+33612345678", "jobs": [10, 15], **fields},
        doubtful=("email",),
        consent="2026-11",
        language="fr",
        submitted_at=SENT,
        updated_at=SENT,
    )
    return Exported(application=application, assignee="Alix Moreau")


def csv_cells(exported: Exported) -> dict[str, str]:
    content = to_csv([exported])
    assert content.startswith(b"\xef\xbb\xbf")
    heading, line = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    return dict(zip(heading, line, strict=True))


def sheet_cells(exported: Exported) -> dict[str, Any]:
    sheet = load_workbook(io.BytesIO(to_xlsx([exported])))["Candidatures"]
    return {str(heading.value): cell for heading, cell in zip(sheet[1], sheet[2], strict=True)}


def test_a_row_says_everything_in_french() -> None:
    shown = dict(zip(columns(), (cell.shown for cell in row(an_application())), strict=True))
    assert shown["Statut"] == "À l'étude"
    assert shown["Région"] == "Bourgogne-Franche-Comté"
    assert shown["Envoyée le"] == "23/11/2026 00:30"
    assert shown["Téléphone"] == "06 12 34 56 78"
    assert shown["Emplois"] == "10 à 15"
    assert shown["Description"] == ""
    assert shown["À vérifier"] == "E-mail"
    assert shown["Affectée à"] == "Alix Moreau"


def test_the_csv_opens_in_a_french_excel() -> None:
    cells = csv_cells(an_application(description="deux\nlignes ; et plus", investment=1_200_000, start="2027-03-01"))
    assert cells["Description"] == "deux\nlignes ; et plus"
    assert cells["Investissement"] == "1200000"
    assert cells["Démarrage"] == "01/03/2027"


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1+1", "＝1", "\n=1", "\r=1"])
def test_no_text_runs_as_a_formula(text: str) -> None:
    exported = an_application(product=text, company=text)
    assert csv_cells(exported)["Produit ou pièces"][0] == "'"
    assert sheet_cells(exported)["Produit ou pièces"].data_type == "s"


@pytest.mark.parametrize(("siren", "groups"), [("005520135", "005 520 135"), ("55208131700012", "552 081 317 00012")])
def test_a_siren_keeps_its_zeros_and_is_no_number(siren: str, groups: str) -> None:
    """Excel reads digits with ordinary or fixed spaces as a number; with thin ones it is a text that looks the same."""
    text = csv_cells(an_application(siren=siren))["SIREN ou SIRET"]
    assert text == groups.replace(" ", "\u2009")
    assert "".join(text.split()) == siren
    cell = sheet_cells(an_application(siren=siren))["SIREN ou SIRET"]
    assert (cell.value, cell.data_type, cell.number_format) == (groups, "s", "@")


def test_the_sheet_holds_real_dates_and_numbers() -> None:
    cells = sheet_cells(an_application(investment=1_200_000, start="2027-03-01", jobs=12))
    assert cells["Envoyée le"].value == datetime(2026, 11, 23, 0, 30)  # noqa: DTZ001 - a sheet knows no zone
    assert cells["Envoyée le"].number_format == "dd/mm/yyyy hh:mm"
    assert cells["Démarrage"].value == datetime(2027, 3, 1)  # noqa: DTZ001
    assert (cells["Investissement"].value, cells["Investissement"].number_format) == (1_200_000, '#,##0 "€"')
    assert (cells["Emplois"].value, cells["Emplois"].data_type) == (12, "n")
    assert cells["Téléphone"].data_type == "s"


def test_what_was_taken_as_typed_stays_as_typed() -> None:
    cells = sheet_cells(an_application(investment="on verra", start="2027-T2", jobs=[10, 15]))
    assert cells["Investissement"].value == "on verra"
    assert cells["Emplois"].value == "10 à 15"
    assert cells["Démarrage"].data_type == "s"


def test_no_link_is_made_of_a_text() -> None:
    assert sheet_cells(an_application(made_today="https://x.example"))["Fabriqué aujourd'hui"].hyperlink is None


def test_no_application_is_a_file_with_headings() -> None:
    assert to_csv([]).decode("utf-8-sig").strip() == ";".join(columns())
    assert load_workbook(io.BytesIO(to_xlsx([])))["Candidatures"].max_row == 1


def test_the_first_lines_go_out_before_the_last_are_read() -> None:
    read = itertools.count()

    def endless() -> Iterator[Exported]:
        for _ in read:
            yield an_application()

    pieces = csv_pieces(endless())
    assert len(b"".join(itertools.islice(pieces, 3))) > 0
    assert next(read) < 1000

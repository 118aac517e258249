"""The list of the inbox as a file: the same filters, the same region, a line in the log, nothing kept."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.desk import exports
from bot.store.database import Database
from bot.store.tables import ApplicationStatus, AuditRow, Role
from tests.desk.house import DeskHouse


@pytest.fixture
def house(database: Database) -> DeskHouse:
    return DeskHouse(database)


def csv_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_it_holds_what_the_list_shows(house: DeskHouse) -> None:
    house.application(fields={"company": "Alpha"})
    house.application(ApplicationStatus.UNDER_REVIEW, fields={"company": "Bêta"})
    house.application(fields={"company": "Gamma"}, region="HDF")
    browser = house.signed_in()
    answer = browser.get("/export.csv?etat=nouvelles")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="candidatures-2026-11-23.csv"'
    assert [row["Entreprise"] for row in csv_rows(answer.content)] == ["Alpha"]
    both = csv_rows(browser.get("/export.csv?etat=toutes&tri=company").content)
    assert [row["Entreprise"] for row in both] == ["Alpha", "Bêta"]
    assert [row["Entreprise"] for row in csv_rows(browser.get("/export.csv?q=beta").content)] == ["Bêta"]


def test_another_region_is_never_in_it_whatever_is_asked(house: DeskHouse) -> None:
    house.application(fields={"company": "Gamma"}, region="HDF")
    browser = house.signed_in()
    assert csv_rows(browser.get("/export.csv?etat=toutes&region=HDF").content) == []
    administrator = house.signed_in(Role.ADMINISTRATOR)
    assert len(csv_rows(administrator.get("/export.csv?etat=toutes&region=HDF").content)) == 1


def test_the_workbook_opens(house: DeskHouse) -> None:
    for number in range(3):
        house.application(fields={"company": f"Entreprise {number}"})
    answer = house.signed_in().get("/export.xlsx?etat=toutes")
    sheet = load_workbook(io.BytesIO(answer.content))["Candidatures"]
    assert sheet.max_row == 4
    assert "spreadsheetml" in answer.headers["content-type"]


def test_the_inbox_leads_to_it_with_its_filters(house: DeskHouse) -> None:
    house.application()
    shown = house.signed_in().get("/?etat=toutes&besoin=funding").text
    assert '/guichet/export.xlsx?etat=toutes&amp;besoin=funding" download' in shown


def test_who_took_a_file_stands_in_the_log(house: DeskHouse) -> None:
    house.application()
    house.signed_in().get("/export.xlsx?etat=nouvelles&q=duval")
    with house.database.reading() as session:
        row = session.scalars(select(AuditRow).where(AuditRow.action == "export")).one()
    assert row.who.startswith("Alix Martin")
    assert row.detail == "xlsx, nouvelles, filtres"


def test_more_than_one_piece_is_whole_and_nothing_stays_behind(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.exporting.AT_ONCE", 7)
    monkeypatch.setattr(exports, "_IN_MEMORY", 1)  # the workbook goes through a nameless file
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "exports"))
    (tmp_path / "exports").mkdir()
    house = DeskHouse(sqlite_database)
    references = {house.application(fields={"company": f"Entreprise {number}"}) for number in range(20)}
    browser = house.signed_in()
    rows = csv_rows(browser.get("/export.csv?etat=toutes").content)
    assert {row["Référence"] for row in rows} == references
    assert load_workbook(io.BytesIO(browser.get("/export.xlsx?etat=toutes").content))["Candidatures"].max_row == 21
    assert list((tmp_path / "exports").rglob("*")) == []


def test_a_stranger_gets_no_file(house: DeskHouse) -> None:
    house.application()
    assert house.browser().get("/export.csv").status_code == 303

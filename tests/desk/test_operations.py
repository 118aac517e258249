"""Operations at the desk: the filter, the plot, the line of a file and its correction, the export."""

import re
from html import unescape
from typing import Any

import pytest

from bot.store import releases
from bot.store.database import Database
from bot.store.tables import ReleaseRecordRow, ReleaseRow
from tests.desk.house import Browser, DeskHouse


@pytest.fixture
def house(database: Database, tmp_path: Any) -> DeskHouse:
    return DeskHouse(database, folder=tmp_path)


def offered(browser: Browser, query: str = "") -> list[str]:
    """The operations of the filter, in order."""
    page = unescape(browser.get(f"/?{query}").text)
    select = re.search(r'<select[^>]*name="operation".*?</select>', page, re.DOTALL)
    return re.findall(r'<option value="([^"]+)"', select[0]) if select else []


def listed(browser: Browser, query: str) -> list[str]:
    return re.findall(r'name="dossier" value="([^"]+)"', browser.get(f"/?{query}").text)


def test_the_filter_offers_what_applications_name_and_finds_them(house: DeskHouse) -> None:
    both = house.application(fields={"operations": ["usinage", "fonderie"]})
    one = house.application(fields={"operations": ["fonderie"]})
    house.application(fields={"operations": ["tissage"]}, region="HDF")
    house.application()
    browser = house.signed_in()
    assert offered(browser) == ["fonderie", "usinage"]
    assert listed(browser, "operation=fonderie") == [both, one]
    assert listed(browser, "operation=usinage") == [both]
    assert listed(browser, "operation=tissage") == []
    assert "tissage" in offered(browser, "operation=tissage")


def test_without_any_operation_there_is_no_filter_and_no_plot(house: DeskHouse) -> None:
    house.application()
    browser = house.signed_in()
    assert offered(browser) == []
    assert "operations.svg" not in browser.get("/tableau").text


def test_the_board_counts_applications_by_operation(house: DeskHouse) -> None:
    house.application(fields={"operations": ["usinage", "fonderie"]})
    house.application(fields={"operations": ["fonderie"]})
    house.application(fields={"operations": ["tissage"]}, region="HDF")
    browser = house.signed_in()
    page = browser.get("/tableau").text
    assert "operations.svg" in page
    assert "En tête : fonderie." in page
    drawn = browser.get("/tableau/operations.svg?periode=12&theme=clair").text
    assert "fonderie" in drawn
    assert "usinage" in drawn
    assert "tissage" not in drawn


def serve(house: DeskHouse, *rows: dict[str, Any]) -> None:
    """A live release with these operations."""
    now = house.clock.now
    release = ReleaseRow(id="r1", created_at=now, complete=True, embedding_model="none", dimension=1, settings={})
    records = [
        ReleaseRecordRow(release_id="r1", position=position, kind="operation", path="operations.csv", body=row)
        for position, row in enumerate(rows)
    ]
    with house.database.transaction() as session:
        releases.add_release(session, release, [], records, [])
        releases.move_pointer(session, "r1", now)


@pytest.mark.parametrize("served", [True, False])
def test_staff_see_the_line_and_correct_it_in_the_words_of_the_vocabulary(house: DeskHouse, served: bool) -> None:
    if served:
        serve(house, {"name": "fonderie", "synonyms": ["fondeur"]}, {"name": "usinage"})
    reference = house.application(fields={"operations": ["usinage"]})
    browser, page = house.signed_in(), f"/dossiers/{reference}"
    shown = unescape(browser.get(page).text)
    assert "Opérations" in shown
    assert 'value="operations"' in shown
    values = {"champ-operations": "usinage, Fondeur", "pourquoi-operations": "Au téléphone."}
    hidden = browser.hidden(browser.get(page).text, f"{page}/champ")
    data = {**hidden, "champ": "operations", **values}
    assert browser.client.post(f"/guichet{page}/champ", data=data).status_code == 303
    assert offered(browser) == (["fonderie", "usinage"] if served else ["Fondeur", "usinage"])
    assert f"usinage, {'fonderie' if served else 'Fondeur'}" in browser.get(page).text


def test_the_export_names_them(house: DeskHouse) -> None:
    house.application(fields={"operations": ["usinage", "fonderie"]})
    text = house.signed_in().get("/export.csv").text
    assert "Opérations" in text
    assert "usinage, fonderie" in text

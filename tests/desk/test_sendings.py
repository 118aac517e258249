"""What could not be sent is shown to administrators and sent again; which notices one gets is one's own choice."""

from typing import Any

import pytest

from bot.store import dispatches, staff
from bot.store.database import Database
from bot.store.tables import Medium, Role
from tests.desk.house import DeskHouse


@pytest.fixture
def house(database: Database, tmp_path: Any) -> DeskHouse:
    return DeskHouse(database, folder=tmp_path)


def test_what_was_given_up_is_shown_and_sent_again(house: DeskHouse) -> None:
    number = house.given_up()
    browser = house.signed_in(Role.ADMINISTRATOR)
    page = browser.get("/envois").text
    assert "RELOC-BFC-2026-0001 (application.updated)" in page
    assert "503" in page
    assert browser.post("/envois", f"/envois/{number}/relancer", {}).status_code == 303
    with house.database.reading() as session:
        assert dispatches.dead(session) == ()
        assert dispatches.count_waiting(session) == {Medium.WEBHOOK: 1}
    again = browser.client.post(f"/guichet/envois/{number}/relancer", data={"jeton": browser.token()})
    assert again.status_code == 404


def test_nothing_given_up_says_so(house: DeskHouse) -> None:
    assert "Tout est parti." in house.signed_in(Role.ADMINISTRATOR).get("/envois").text


def test_everybody_chooses_their_own_notices(house: DeskHouse) -> None:
    browser, other = house.signed_in(), house.member(name="Sacha Morel")
    assert browser.account
    for values, chosen in (({"immediats": "1"}, (True, False)), ({"resume": "1"}, (False, True)), ({}, (False, False))):
        assert browser.post("/compte", "/compte/avis", values).status_code == 303
        with house.database.reading() as session:
            account = staff.get(session, browser.account.id)
        assert account
        assert (account.notify_instant, account.notify_digest) == chosen
    with house.database.reading() as session:
        assert staff.get(session, other.id) == other

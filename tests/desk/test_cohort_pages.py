"""Cohorts: made and changed by managers, checked field by field, never smaller than what is given."""

import pytest
from sqlalchemy import select

from bot.desk.cohort_pages import read_day
from bot.store.tables import ApplicationStatus, CohortRow, Role
from tests.desk.house import DeskHouse

GOOD = {
    "nom": "Automne 2027",
    "debut": "2027-09-01",
    "fin": "31/12/2027",
    "lieu": "Besançon",
    "places": "12",
    "statut": "open",
    "region": "NOR",
}


def test_a_manager_makes_one_in_their_own_region(any_house: DeskHouse) -> None:
    manager = any_house.signed_in(Role.MANAGER, "BFC")
    answer = manager.client.post("/guichet/promotions", data={**GOOD, "jeton": manager.token()})
    assert answer.status_code == 303
    with any_house.database.reading() as session:
        row = session.scalars(select(CohortRow)).one()
        assert (row.region, row.name, row.seats, row.ends_on.isoformat()) == ("BFC", "Automne 2027", 12, "2027-12-31")
    assert "Automne 2027" in manager.get("/promotions").text
    assert "Automne 2027" not in any_house.signed_in(region="NOR", name="Noa").get("/promotions").text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nom", ""),
        ("nom", "x" * 121),
        ("debut", "demain"),
        ("fin", "31/02/2027"),
        ("fin", "2027-08-01"),
        ("lieu", ""),
        ("places", "0"),
        ("places", "beaucoup"),
        ("places", "501"),
        ("statut", "peut-être"),
        ("region", "XXX"),
    ],
)
def test_each_wrong_field_is_named_and_the_others_stay(house: DeskHouse, name: str, value: str) -> None:
    browser = house.signed_in(Role.ADMINISTRATOR)
    answer = browser.client.post("/guichet/promotions", data={**GOOD, name: value, "jeton": browser.token()})
    assert answer.status_code == 422
    assert f'id="{name}-faute"' in answer.text
    assert ("Besançon" in answer.text) == (name != "lieu")


def test_a_cohort_is_changed_with_care(house: DeskHouse) -> None:
    cohort, browser = house.cohort(seats=2), house.signed_in(Role.MANAGER)
    for reference in [house.application(ApplicationStatus.SHORTLISTED) for _ in range(2)]:
        browser.act(reference, "accept", promotion=str(cohort))
    path = f"/guichet/promotions/{cohort}"
    data = {**GOOD, "jeton": browser.token(), "version": "1"}
    small = browser.client.post(path, data={**data, "places": "1"})
    assert small.status_code == 422
    assert "2 places sont déjà données" in small.text
    assert browser.client.post(path, data=data).status_code == 303
    stale = browser.client.post(path, data={**data, "nom": "Autre"})
    assert stale.status_code == 409
    assert "a changé pendant ce temps" in stale.text
    page = browser.get(f"/promotions/{cohort}").text
    assert "Automne 2027" in page
    assert page.count("Duval Sièges") == 2


def test_days_are_read_as_browsers_and_people_write_them() -> None:
    assert str(read_day("1/3/2027")) == "2027-03-01"
    assert str(read_day("2027-03-01")) == "2027-03-01"
    assert read_day("") is None
    assert read_day("03/2027") is None

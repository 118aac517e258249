"""Numbers that the company register could not be asked about are asked again, without holding a transaction."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.channels.effects import Effects
from bot.channels.registry_again import RegistryAgain
from bot.dialogue.effects import SubmitApplication, Submitted
from bot.intake.companies import LookedUp, Standing
from bot.store import privacy, registry_checks, talks
from bot.store.database import Database
from bot.store.privacy import Erasing
from bot.store.tables import ApplicationEventRow, ApplicationRow, RegistryCheckRow

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
NUMBER = "732829320"
FOUND = LookedUp(standing=Standing.ACTIVE, name="DUVAL SIEGES", address="12 RUE DES FORGES", employees=[20, 49])


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def an_application_sent(database: Database, **fields: object) -> int:
    effect = SubmitApplication(
        idempotency_key="1/1",
        region="BFC",
        department="70",
        company="Duval",
        siren=NUMBER,
        fields={"company": "Duval", "siren": NUMBER, "consent": "2026-11", **fields},
        doubtful=("siren",),
        unverified=True,
        consent="2026-11",
    )
    with database.transaction() as session:
        talk = talks.open_talk(session, "console", "1", NOW)
        assert isinstance(Effects()(session, talk, effect, NOW), Submitted)
        Effects()(session, talk, effect, NOW)  # sent twice: asked about once
    return talk


def the_application(database: Database) -> ApplicationRow:
    with database.reading() as session:
        return session.scalars(select(ApplicationRow)).one()


def checks_left(database: Database) -> int:
    with database.reading() as session:
        return len(session.scalars(select(RegistryCheckRow)).all())


def test_a_number_confirmed_later_loses_its_doubt_and_fills_what_is_missing(database: Database) -> None:
    an_application_sent(database, employees=12)
    clock = Clock()
    asked: list[str] = []

    def look_up(number: str) -> LookedUp:
        asked.append(number)
        with database.transaction() as session:  # nobody holds the lock while the register is asked
            talks.open_talk(session, "console", "2", NOW)
        return FOUND

    again = RegistryAgain(database, look_up, clock)
    assert not again.check_once()
    clock.now += timedelta(minutes=6)
    assert again.check_once()
    assert not again.check_once()
    row = the_application(database)
    assert asked == [NUMBER]
    assert row.doubtful == []
    assert (row.fields["address"], row.fields["employees"]) == ("12 RUE DES FORGES", 12)
    assert row.origins["address"] == "registry"
    assert checks_left(database) == 0
    with database.reading() as session:
        events = session.scalars(select(ApplicationEventRow.what).order_by(ApplicationEventRow.id)).all()
    assert events == ["submitted", "field:siren", "field:address"]


@pytest.mark.parametrize("standing", [Standing.UNREACHABLE, Standing.UNKNOWN])
def test_a_register_that_still_fails_is_asked_for_a_week_then_left_to_a_person(
    sqlite_database: Database, standing: Standing
) -> None:
    an_application_sent(sqlite_database)
    clock = Clock()
    again = RegistryAgain(sqlite_database, lambda _: LookedUp(standing=standing), clock)
    tries = 0
    while checks_left(sqlite_database):
        clock.now += timedelta(hours=1)
        tries += again.check_once()
    assert tries == 8
    assert timedelta(days=6) < clock.now - NOW < timedelta(days=9)
    assert the_application(sqlite_database).doubtful == ["siren"]


def test_a_closed_company_stays_doubtful_and_is_not_asked_about_again(sqlite_database: Database) -> None:
    an_application_sent(sqlite_database)
    clock = Clock()
    clock.now += timedelta(minutes=6)
    assert RegistryAgain(sqlite_database, lambda _: LookedUp(standing=Standing.CEASED), clock).check_once()
    assert (checks_left(sqlite_database), the_application(sqlite_database).doubtful) == (0, ["siren"])


def test_a_number_that_was_corrected_meanwhile_is_not_touched(sqlite_database: Database) -> None:
    an_application_sent(sqlite_database)
    with sqlite_database.transaction() as session:
        row = session.scalars(select(ApplicationRow)).one()
        row.fields = {**row.fields, "siren": "552100554"}
    clock = Clock()
    clock.now += timedelta(minutes=6)
    assert RegistryAgain(sqlite_database, lambda _: FOUND, clock).check_once()
    row = the_application(sqlite_database)
    assert (checks_left(sqlite_database), row.doubtful, row.fields.get("address")) == (0, ["siren"], None)


def test_two_processes_never_take_the_same_check(database: Database) -> None:
    an_application_sent(database)
    later = NOW + timedelta(minutes=6)
    with database.transaction() as session:
        assert registry_checks.claim(session, later) is not None
    with database.transaction() as session:
        assert registry_checks.claim(session, later) is None
        assert registry_checks.claim(session, later + timedelta(minutes=2)) is not None  # its holder died


def test_erasing_an_application_takes_its_check_with_it(database: Database) -> None:
    talk = an_application_sent(database)
    with database.transaction() as session:
        privacy.erase(session, talk, Erasing(receipt="EFF-1"), NOW)
    assert checks_left(database) == 0

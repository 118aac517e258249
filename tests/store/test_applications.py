"""Applications: one each however often they are sent, references without gaps."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.store import applications, talks
from bot.store.applications import NewApplication
from bot.store.database import Database
from bot.store.tables import ApplicationEventRow, ApplicationRow, ApplicationStatus

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def a_talk(database: Database, address: str = "1") -> int:
    with database.transaction() as session:
        return talks.open_talk(session, "console", address, NOW)


def an_application(talk_id: int, key: str, region: str = "BFC") -> NewApplication:
    return NewApplication(
        idempotency_key=key,
        talk_id=talk_id,
        region=region,
        department="90",
        company="Duval",
        siren=None,
        fields={"company": "Duval"},
        doubtful=(),
        consent="2026-11",
        language="fr",
    )


def send(database: Database, new: NewApplication, year: int = 2026) -> tuple[str, bool]:
    with database.transaction() as session:
        return applications.submit(session, new, NOW, year)


def test_twenty_persons_at_once_have_references_without_gap_or_double(database: Database) -> None:
    talk = a_talk(database)
    with ThreadPoolExecutor(20) as threads:
        sent = list(threads.map(lambda n: send(database, an_application(talk, f"k{n}")), range(20)))
    assert sorted(reference for reference, _ in sent) == [f"RELOC-BFC-2026-{n:04d}" for n in range(1, 21)]


def test_twenty_presses_at_once_make_one_application(database: Database) -> None:
    talk = a_talk(database)
    with ThreadPoolExecutor(20) as threads:
        sent = list(threads.map(lambda _: send(database, an_application(talk, "same")), range(20)))
    assert {reference for reference, _ in sent} == {"RELOC-BFC-2026-0001"}
    assert sum(not already for _, already in sent) == 1
    assert send(database, an_application(talk, "next"))[0] == "RELOC-BFC-2026-0002"


def test_each_region_and_year_counts_by_itself(database: Database) -> None:
    talk = a_talk(database)
    assert send(database, an_application(talk, "a"))[0] == "RELOC-BFC-2026-0001"
    assert send(database, an_application(talk, "b", "NOR"))[0] == "RELOC-NOR-2026-0001"
    assert send(database, an_application(talk, "c"), 2027)[0] == "RELOC-BFC-2027-0001"


def test_a_send_that_fails_gives_its_number_back(database: Database) -> None:
    talk = a_talk(database)

    def send_and_break() -> None:
        with database.transaction() as session:
            applications.submit(session, an_application(talk, "a"), NOW, 2026)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        send_and_break()
    assert send(database, an_application(talk, "b"))[0] == "RELOC-BFC-2026-0001"


def test_only_its_own_talk_withdraws_an_application_and_only_once(database: Database) -> None:
    talk, other = a_talk(database), a_talk(database, "2")
    reference, _ = send(database, an_application(talk, "a"))
    with database.transaction() as session:
        tries = [applications.withdraw(session, who, reference, NOW) for who in (other, talk, talk)]
    assert tries == [False, True, False]
    with database.reading() as session:
        assert [event.what for event in session.scalars(select(ApplicationEventRow))] == ["submitted", "withdrawn"]
        assert applications.applications_of(session, talk)[0].status is ApplicationStatus.WITHDRAWN


def test_a_declined_application_stays_declined(database: Database) -> None:
    talk = a_talk(database)
    reference, _ = send(database, an_application(talk, "a"))
    with database.transaction() as session:
        session.scalars(select(ApplicationRow)).one().status = ApplicationStatus.DECLINED
        assert not applications.withdraw(session, talk, reference, NOW)


def test_the_list_is_by_region_newest_first(database: Database) -> None:
    talk = a_talk(database)
    for key, region in (("a", "BFC"), ("b", "NOR"), ("c", "BFC")):
        send(database, an_application(talk, key, region))
    with database.reading() as session:
        assert [each.reference[-4:] for each in applications.list_applications(session, "BFC")] == ["0002", "0001"]
        assert len(applications.list_applications(session)) == 3

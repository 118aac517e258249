"""The daily digest: when, to whom, with which figures."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.desk.notices.composing import compose
from bot.desk.notices.digest import is_due, write_digests
from bot.desk.notices.reach import Reach
from bot.store import answers, applications, calls, correspondence, talks
from bot.store.database import Database
from bot.store.tables import ApplicationRow, ApplicationStatus, Direction, DispatchRow, OutboxRow
from tests.desk.seeding import NOW, add_staff, move, send_application

REACH = Reach(mail=True, base_url="https://relais.example")


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        (datetime(2026, 11, 24, 6, 59, tzinfo=UTC), False),  # 7:59 in Paris
        (datetime(2026, 11, 24, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 24, 11, 0, tzinfo=UTC), False),  # noon
        (datetime(2026, 11, 28, 9, 0, tzinfo=UTC), False),  # Saturday
        (datetime(2026, 7, 1, 6, 0, tzinfo=UTC), True),  # 8:00 in summer
    ],
)
def test_it_goes_out_on_working_mornings(moment: datetime, due: bool) -> None:
    assert is_due(moment) is due


def written(database: Database, now: datetime = NOW, reach: Reach = REACH) -> int:
    with database.transaction() as session:
        return write_digests(session, reach, now)


def bodies(database: Database) -> list[dict[str, dict[str, int]]]:
    with database.reading() as session:
        return [row.body for row in session.scalars(select(DispatchRow).order_by(DispatchRow.id))]


def test_it_counts_what_waits_in_one_s_region(database: Database) -> None:
    add_staff(database, "Alix Moreau")
    for days, company in ((0, "A"), (4, "B"), (5, "C"), (9, "D")):
        send_application(database, company, at=NOW - timedelta(days=days, hours=1))
    send_application(database, "E", at=NOW - timedelta(days=8), region="HDF", department="59")
    decided = send_application(database, "F", at=NOW - timedelta(days=20))
    move(database, decided, ApplicationStatus.DECLINED, at=NOW - timedelta(days=19), what="decline")
    with database.transaction() as session:
        seen = session.scalars(select(ApplicationRow).where(ApplicationRow.company == "C")).one()
        seen.seen_at = NOW
        correspondence.write(session, seen.id, Direction.FROM_APPLICANT, "applicant", "Bonjour", NOW)
        talk = talks.open_talk(session, "web", "x", NOW)
        for key, reason in (("1", "not_in_knowledge"), ("2", "small_talk")):
            new = answers.NewAnswer(
                id=key, talk_id=talk, question="?", body={}, abstained=True, reason=reason, release="r"
            )
            answers.add(session, new, NOW)
        calls.add(session, talk, region=None, contact=None, subject="aide", now=NOW)
    assert written(database) == 1
    counts = bodies(database)[0]["counts"]
    assert counts == {"new": 3, "late": 2, "very_late": 1, "letters": 1, "questions": 1, "calls": 1}


def test_it_reads_like_a_note_from_a_colleague(database: Database) -> None:
    add_staff(database)
    for company in "AB":
        send_application(database, company, at=NOW - timedelta(days=4))
    written(database)
    notice = compose(bodies(database)[0], REACH)
    assert notice.headline == "Résumé du 24 novembre 2026 : 2 dossiers en attente"
    assert notice.lines == (
        "Bourgogne-Franche-Comté :",
        "- 2 candidatures jamais ouvertes",
        "- 2 dossiers sans suite depuis plus de 3 jours",
    )
    assert notice.link == "https://relais.example/guichet/"


def test_it_goes_out_once_a_day_whoever_writes_it(database: Database) -> None:
    add_staff(database)
    send_application(database)
    assert [written(database), written(database, NOW + timedelta(hours=1))] == [1, 0]
    assert written(database, NOW + timedelta(days=1)) == 1


def test_four_processes_at_eight_o_clock_write_it_once(database: Database) -> None:
    add_staff(database)
    send_application(database)
    with ThreadPoolExecutor(4) as crew:
        counts = list(crew.map(lambda _: written(database), range(4)))
    assert sorted(counts) == [0, 0, 0, 1]
    assert len(bodies(database)) == 1


def test_an_empty_desk_writes_nothing(database: Database) -> None:
    add_staff(database)
    assert written(database) == 0


def test_who_does_not_want_it_gets_none_and_the_group_gets_its_own(database: Database) -> None:
    add_staff(database, notify_digest=False)
    add_staff(database, "Noa Petit", disabled_at=NOW)
    send_application(database)
    assert written(database, reach=Reach(mail=True, chats={"BFC": "-1001", "HDF": "-1002"})) == 1
    assert bodies(database) == []
    with database.reading() as session:
        assert len(session.scalars(select(OutboxRow)).all()) == 1
        assert len(applications.list_applications(session)) == 1

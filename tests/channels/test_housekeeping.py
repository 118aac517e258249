"""The daily work: everything that is too old goes, once, by one process at a time; repeated, it changes nothing."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from structlog.testing import capture_logs

from bot.channels.housekeeping import LEASE, RETENTION, RETENTION_EVERY, Housekeeping, Keeping
from bot.channels.inbox import Inbox
from bot.store import inbox, jobs, outbox, talks
from bot.store.attachment_files import AttachmentFiles
from bot.store.database import Database
from bot.store.tables import (
    ApplicationRow,
    AttachmentRow,
    ErasureRow,
    InboxRow,
    JobRow,
    OutboxRow,
    ResumeLinkRow,
    TalkRow,
)
from bot.store.talks import Lease
from tests.store.test_privacy import NOW, Person

DAY = timedelta(days=1)


class Clock:
    """A time that jumps."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> object:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def files(tmp_path: Path) -> AttachmentFiles:
    return AttachmentFiles(tmp_path / "attachments")


@pytest.fixture
def house(database: Database, files: AttachmentFiles, clock: Clock) -> Housekeeping:
    return Housekeeping(Inbox(database), files, Keeping(), clock)  # type: ignore[arg-type]


def a_curious_person(database: Database) -> None:
    """Somebody who asked one question and never applied."""
    with database.transaction() as session:
        talk = talks.open_talk(session, "web", "curieux", NOW)
        number = inbox.add(session, channel="web", update_key="k", talk_id=talk, body={"text": "bonjour"}, now=NOW)
        assert number is not None
        inbox.finish(session, number, NOW)
        reply = outbox.NewReply(talk_id=talk, inbox_id=number, key="k", body={"paragraphs": ["x"]}, read_by_page=True)
        outbox.add(session, reply, NOW)


def test_texts_go_first_then_the_talk(database: Database, house: Housekeeping, clock: Clock) -> None:
    a_curious_person(database)
    for days, texts, people in ((179, [{"text": "bonjour"}], 1), (181, [{}], 1), (364, [{}], 1), (366, [], 0)):
        clock.now = NOW + days * DAY
        house.look()
        house.look()
        with database.reading() as session:
            assert session.scalars(select(InboxRow.body)).all() == texts
            assert len(session.scalars(select(TalkRow)).all()) == people
    with database.reading() as session:
        assert session.scalars(select(OutboxRow)).all() == []


def test_an_applicant_is_kept_until_years_after_the_end(
    database: Database, files: AttachmentFiles, house: Housekeeping, clock: Clock
) -> None:
    mine = Person(database, files, "mien")
    with database.transaction() as session:
        session.execute(update(ApplicationRow).values(status="closed"))
    for days, company in ((3 * 365 - 1, True), (3 * 365 + 1, False)):
        clock.now = NOW + days * DAY
        house.look()
        with database.reading() as session:
            row = session.scalars(select(ApplicationRow)).one()
            assert (row.company is not None) == company
    for days in (10, 12, 366):  # the draft that was still open is announced and removed first
        clock.now += timedelta(days=days)
        house.look()
    with database.reading() as session:
        assert session.get(TalkRow, mine.talk) is None  # nothing ties it to anything any more
        assert session.scalars(select(AttachmentRow)).all() == []
        assert session.scalars(select(ResumeLinkRow)).all() == []


def test_files_that_no_row_names_go_after_a_day(
    database: Database, files: AttachmentFiles, house: Housekeeping
) -> None:
    mine = Person(database, files, "mien")
    with files.arriving() as arriving:
        arriving.write(b"nobody's")
        orphan = files.keep(arriving)
    house.look()
    assert files.has(orphan)
    for sha256 in (orphan, mine.sent):
        os.utime(files.path_of(sha256), (0, 0))
    with database.transaction() as session:
        session.execute(update(JobRow).where(JobRow.name == RETENTION).values(last_run_at=NOW - DAY))
    house.look()
    assert not files.has(orphan)
    assert files.has(mine.sent)


def test_it_runs_once_a_day_by_one_process(database: Database) -> None:
    first = Lease(token="1.a", now=NOW, until=NOW + LEASE)
    with database.transaction() as session:
        assert jobs.take(session, RETENTION, RETENTION_EVERY, first)
    with database.transaction() as session:
        assert not jobs.take(session, RETENTION, RETENTION_EVERY, first)
    late = Lease(token="2.b", now=NOW + LEASE, until=NOW + 2 * LEASE)
    with database.transaction() as session:
        assert jobs.take(session, RETENTION, RETENTION_EVERY, late)  # the first one died
        jobs.finish(session, RETENTION, "1.a", NOW)
        assert session.get_one(JobRow, RETENTION).leased_by == "2.b"
        jobs.finish(session, RETENTION, "2.b", NOW)
        assert not jobs.take(session, RETENTION, RETENTION_EVERY, late)


def test_an_erasure_broken_off_is_finished_at_the_next_look(
    database: Database, files: AttachmentFiles, house: Housekeeping
) -> None:
    from bot.store import privacy

    mine = Person(database, files, "mien")
    with database.transaction() as session:
        privacy.erase(session, mine.talk, privacy.Erasing(receipt="EFF-1"), NOW)
    house.look()
    assert not files.has(mine.sent)
    with database.reading() as session:
        assert session.scalars(select(ErasureRow.finished_at)).all() == [NOW]


def test_its_log_holds_counts_only(
    database: Database, files: AttachmentFiles, house: Housekeeping, clock: Clock
) -> None:
    mine = Person(database, files, "mien")
    a_curious_person(database)
    clock.now = NOW + 4000 * DAY
    with capture_logs() as logs:
        house.look()
    assert [entry["event"] for entry in logs] == ["retention_done"]
    assert mine.word not in str(logs)
    assert "curieux" not in str(logs)

"""What the desk tells an applicant reaches their talk, once, in the transaction of its change."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from bot.store import applicants, applications, talks
from bot.store.database import Database
from bot.store.tables import ApplicationRow, OutboxRow

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def an_application(database: Database, channel: str = "telegram") -> int:
    """Sent in a talk of that channel; gives its id."""
    with database.transaction() as session:
        talk = talks.open_talk(session, channel, "7", NOW)
        new = applications.NewApplication(
            idempotency_key="k",
            talk_id=talk,
            region="BFC",
            department="70",
            company="Duval Sièges",
            siren=None,
            fields={},
            doubtful=(),
            consent="2026-11",
            language="fr",
        )
        reference, _ = applications.submit(session, new, NOW, 2026)
        number = session.scalar(select(ApplicationRow.id).where(ApplicationRow.reference == reference))
        assert number is not None
        return number


@pytest.mark.parametrize(("channel", "status"), [("telegram", "pending"), ("web", "sent")])
def test_it_waits_for_telegram_and_is_read_on_the_page(database: Database, channel: str, status: str) -> None:
    application = an_application(database, channel)
    for _ in range(2):
        with database.transaction() as session:
            assert applicants.tell(session, application, key="status:1", body={"paragraphs": []}, now=NOW)
    with database.reading() as session:
        assert session.scalars(select(OutboxRow.status)).all() == [status]


def test_a_change_that_fails_tells_nothing(database: Database) -> None:
    application = an_application(database)

    def change() -> None:
        with database.transaction() as session:
            applicants.tell(session, application, key="status:1", body={}, now=NOW)
            raise LookupError

    with pytest.raises(LookupError):
        change()
    with database.reading() as session:
        assert session.scalars(select(OutboxRow)).all() == []


def test_nobody_is_told_when_the_talk_is_gone_or_blocked(database: Database) -> None:
    application = an_application(database)
    with database.transaction() as session:
        talks.set_blocked(session, talks.open_talk(session, "telegram", "7", NOW), NOW)
    with database.transaction() as session:
        assert not applicants.tell(session, application, key="status:1", body={}, now=NOW)
        session.execute(update(ApplicationRow).values(talk_id=None))
        assert not applicants.tell(session, application, key="status:2", body={}, now=NOW)

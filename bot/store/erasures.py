"""Erasures whose transaction is done: the bytes of their documents go, and freed pages of the database with them."""

from datetime import datetime

from sqlalchemy import exists, select, text
from sqlalchemy.orm import Session

from bot.store import attachments, privacy
from bot.store.attachment_files import AttachmentFiles
from bot.store.database import Database
from bot.store.tables import Delivery, ErasureRow, InboxRow, OutboxRow, TalkRow

_ERASED_FROM = (
    "inbox outbox answer call talk application application_event application_message application_note"
    " correction_request attachment".split()
)


def finish(database: Database, files: AttachmentFiles, now: datetime) -> int:
    """Do what is left of every erasure, again and again until it is done; how many are finished by this call."""
    with database.reading() as session:
        unfinished = session.scalars(select(ErasureRow.id).where(ErasureRow.finished_at.is_(None))).all()
    if not unfinished:
        return 0
    for number in unfinished:
        _remove_files(database, files, number)
    if not scrub(database):
        return 0
    with database.transaction() as session:
        for row in session.scalars(select(ErasureRow).where(ErasureRow.id.in_(unfinished))):
            row.finished_at = now
    return len(unfinished)


def scrub(database: Database) -> bool:
    """Leave no deleted word in the files of a SQLite database; False when a reader prevents it for now.

    `secure_delete` zeroes pages; the full-text index keeps deleted words in old segments until they are merged; the
    write-ahead log holds old pages until it is emptied. PostgreSQL is asked to free the rows at once; its own log and
    backups forget them when they are recycled.
    """
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"VACUUM {', '.join(_ERASED_FROM)}"))
        return True
    with database.transaction() as session:
        session.execute(text("INSERT INTO application_search(application_search) VALUES('optimize')"))
    with database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        if raw is None:
            return False
        busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def forget_talks(session: Session, before: datetime, now: datetime) -> int:
    """Delete the talks erased before then to which nothing was added since; how many."""
    said = exists().where(InboxRow.talk_id == TalkRow.id, InboxRow.received_at > ErasureRow.at)
    pending = exists().where(OutboxRow.talk_id == TalkRow.id, OutboxRow.status == Delivery.PENDING)
    erased = (
        select(ErasureRow.id, TalkRow.id)
        .join(TalkRow, TalkRow.id == ErasureRow.talk_id)
        .where(ErasureRow.at <= before, TalkRow.leased_until.is_(None), ~said, ~pending)
    )
    found = session.execute(erased).all()
    for erasure_id, talk_id in found:
        session.get_one(ErasureRow, erasure_id).talk_gone_at = now
        session.flush()
        privacy.forget_talk(session, talk_id)
    return len(found)


def remove_forgotten(database: Database, files: AttachmentFiles) -> int:
    """Remove the files older than a day that no row names; how many."""
    hashes = files.forgotten()
    with database.transaction() as session:
        attachments.lock(session)
        unneeded = attachments.unneeded(session, hashes)
        for sha256 in unneeded:
            files.remove(sha256)
    return len(unneeded)


def _remove_files(database: Database, files: AttachmentFiles, number: int) -> None:
    """Under the lock of the documents: nobody keeps one of them meanwhile."""
    with database.transaction() as session:
        attachments.lock(session)
        row = session.get_one(ErasureRow, number)
        for sha256 in attachments.unneeded(session, row.files):
            files.remove(sha256)
        row.files = []

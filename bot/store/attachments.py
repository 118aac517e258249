"""Documents of applicants: which file belongs to which application, or waits for one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.store.applications import APPLICANT
from bot.store.tables import ApplicationEventRow, ApplicationRow, AttachmentRow, JobRow

ADDED = "document"  # `what` of the event
_LOCK = "documents"


@dataclass(frozen=True, kw_only=True)
class StoredDocument:
    """A document; without `reference` it waits for an application. `kind` is told by its content, `size` in bytes."""

    id: int
    reference: str | None
    sha256: str
    name: str
    kind: str
    size: int
    received_at: datetime


@dataclass(frozen=True, kw_only=True)
class NewDocument:
    """A document whose bytes are kept already."""

    sha256: str
    name: str
    kind: str
    size: int
    message_id: int | None = None


def lock(session: Session) -> None:
    """One transaction at a time says which files are needed: none is removed while a row for it is written."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    session.execute(dialect.insert(JobRow).values(name=_LOCK).on_conflict_do_nothing())
    session.execute(select(JobRow).where(JobRow.name == _LOCK).with_for_update())


def add(session: Session, talk_id: int, reference: str | None, new: NewDocument, now: datetime) -> bool:
    """Keep it for an application of this talk, or for the one to come; False when it is there already or not theirs."""
    lock(session)
    application = _own(session, talk_id, reference) if reference else None
    if reference and application is None:
        return False
    application_id = application.id if application else None
    same = select(AttachmentRow.id).where(
        AttachmentRow.talk_id == talk_id,
        AttachmentRow.application_id.is_not_distinct_from(application_id),
        AttachmentRow.sha256 == new.sha256,
    )
    if session.scalar(same.limit(1)) is not None:
        return False
    session.add(
        AttachmentRow(
            talk_id=talk_id,
            application_id=application_id,
            message_id=new.message_id,
            sha256=new.sha256,
            name=new.name,
            kind=new.kind,
            size=new.size,
            received_at=now,
        )
    )
    if application:
        _note(session, application, 1, now)
    session.flush()
    return True


def adopt(session: Session, talk_id: int, reference: str, now: datetime, *, sent_with: bool = False) -> int:
    """What waited in the talk belongs to this application of it from now on; how many documents.

    What is `sent_with` the application is no event of its own.
    """
    application = _own(session, talk_id, reference)
    if application is None:
        return 0
    waiting = update(AttachmentRow).where(AttachmentRow.talk_id == talk_id, AttachmentRow.application_id.is_(None))
    count = _count(session, waiting.values(application_id=application.id))
    if count and not sent_with:
        _note(session, application, count, now)
    return count


def waiting_of(session: Session, talk_id: int) -> tuple[StoredDocument, ...]:
    """The documents of a talk that no application has yet, oldest first."""
    rows = select(AttachmentRow).where(AttachmentRow.talk_id == talk_id, AttachmentRow.application_id.is_(None))
    return tuple(_stored(row, None) for row in session.scalars(rows.order_by(AttachmentRow.id)))


def of_application(session: Session, reference: str) -> tuple[StoredDocument, ...]:
    """The documents of an application, oldest first; the bytes stand at `AttachmentFiles.path_of(sha256)`."""
    rows = (
        select(AttachmentRow)
        .join(ApplicationRow, ApplicationRow.id == AttachmentRow.application_id)
        .where(ApplicationRow.reference == reference)
        .order_by(AttachmentRow.id)
    )
    return tuple(_stored(row, reference) for row in session.scalars(rows))


def take_out(session: Session, talk_id: int, document_id: int) -> StoredDocument | None:
    """Remove a document that waits in this talk; None when it is not there, or sent."""
    row = session.get(AttachmentRow, document_id)
    if row is None or row.talk_id != talk_id or row.application_id is not None:
        return None
    stored = _stored(row, None)
    session.delete(row)
    session.flush()
    return stored


def drop_waiting(session: Session, talk_id: int) -> int:
    """Remove every document that waits in this talk; how many."""
    waiting = delete(AttachmentRow).where(AttachmentRow.talk_id == talk_id, AttachmentRow.application_id.is_(None))
    return _count(session, waiting)


def move_waiting(session: Session, talk_id: int, target: int) -> None:
    """What waits in one talk waits in the other from now on."""
    waiting = update(AttachmentRow).where(AttachmentRow.talk_id == talk_id, AttachmentRow.application_id.is_(None))
    _count(session, waiting.values(talk_id=target))


def unneeded(session: Session, hashes: Collection[str]) -> list[str]:
    """Those of the hashes that no row names."""
    named = {*session.scalars(select(AttachmentRow.sha256).where(AttachmentRow.sha256.in_(hashes)).distinct())}
    return [sha256 for sha256 in hashes if sha256 not in named]


def _own(session: Session, talk_id: int, reference: str) -> ApplicationRow | None:
    own = select(ApplicationRow).where(ApplicationRow.reference == reference, ApplicationRow.talk_id == talk_id)
    return session.scalar(own.with_for_update())


def _note(session: Session, application: ApplicationRow, count: int, now: datetime) -> None:
    application.version += 1
    session.add(ApplicationEventRow(application_id=application.id, at=now, who=APPLICANT, what=ADDED, after=str(count)))


def _count(session: Session, statement: Any) -> int:
    result = session.execute(statement.execution_options(synchronize_session=False))
    return cast("CursorResult[Any]", result).rowcount


def _stored(row: AttachmentRow, reference: str | None) -> StoredDocument:
    return StoredDocument(
        id=row.id,
        reference=reference,
        sha256=row.sha256,
        name=row.name,
        kind=row.kind,
        size=row.size,
        received_at=row.received_at,
    )

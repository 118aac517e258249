"""Messages between the desk and the applicant about one application, and the notes that staff keep for colleagues."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.store.tables import ApplicationMessageRow, ApplicationNoteRow, Direction


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message; `read_at` is when the other side saw it."""

    id: int
    direction: Direction
    author: str
    text: str
    at: datetime
    read_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Note:
    """Shown at the desk only, and handed to the applicant who asks for their data (right of access)."""

    id: int
    author: str
    text: str
    at: datetime


def write(session: Session, application_id: int, direction: Direction, author: str, text: str, now: datetime) -> int:
    """Keep a message; its id. The caller tells the other side."""
    row = ApplicationMessageRow(application_id=application_id, direction=direction, author=author, text=text, at=now)
    session.add(row)
    session.flush()
    return row.id


def messages_of(session: Session, application_id: int) -> tuple[Message, ...]:
    """Oldest first."""
    rows = session.scalars(
        select(ApplicationMessageRow)
        .where(ApplicationMessageRow.application_id == application_id)
        .order_by(ApplicationMessageRow.id)
    )
    return tuple(
        Message(
            id=row.id,
            direction=Direction(row.direction),
            author=row.author,
            text=row.text,
            at=row.at,
            read_at=row.read_at,
        )
        for row in rows
    )


def mark_read(session: Session, application_id: int, direction: Direction, now: datetime) -> None:
    """The reader of that direction has seen everything."""
    unread = update(ApplicationMessageRow).where(
        ApplicationMessageRow.application_id == application_id,
        ApplicationMessageRow.direction == direction,
        ApplicationMessageRow.read_at.is_(None),
    )
    session.execute(unread.values(read_at=now))


def add_note(session: Session, application_id: int, author: str, text: str, now: datetime) -> int:
    """Keep a note; its id."""
    row = ApplicationNoteRow(application_id=application_id, author=author, text=text, at=now)
    session.add(row)
    session.flush()
    return row.id


def notes_of(session: Session, application_id: int) -> tuple[Note, ...]:
    """Newest first."""
    rows = session.scalars(
        select(ApplicationNoteRow)
        .where(ApplicationNoteRow.application_id == application_id)
        .order_by(ApplicationNoteRow.id.desc())
    )
    return tuple(Note(id=row.id, author=row.author, text=row.text, at=row.at) for row in rows)

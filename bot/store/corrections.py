"""Corrections that the desk asks of an applicant, one field each: asked, answered, cancelled."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from bot.store.tables import ApplicationRow, CorrectionRequestRow

_OPEN = (CorrectionRequestRow.answered_at.is_(None), CorrectionRequestRow.cancelled_at.is_(None))


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One request as it stands; `field` is a key of the form."""

    id: int
    reference: str
    field: str
    message: str
    asked_by: str
    asked_at: datetime
    old_value: Any
    new_value: Any
    answered_at: datetime | None
    cancelled_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether an answer is still waited for."""
        return self.answered_at is None and self.cancelled_at is None


@dataclass(frozen=True, kw_only=True)
class NewCorrection:
    """What is asked, and of which value."""

    field: str
    message: str
    asked_by: str
    old_value: Any


def ask(session: Session, application_id: int, new: NewCorrection, now: datetime) -> int:
    """Ask; an open request about the same field is replaced. Gives the id of the request."""
    same = update(CorrectionRequestRow).where(
        CorrectionRequestRow.application_id == application_id, CorrectionRequestRow.field == new.field, *_OPEN
    )
    session.execute(same.values(cancelled_at=now))
    row = CorrectionRequestRow(
        application_id=application_id,
        field=new.field,
        message=new.message,
        asked_by=new.asked_by,
        asked_at=now,
        old_value=new.old_value,
    )
    session.add(row)
    session.flush()
    return row.id


def of_application(session: Session, application_id: int) -> tuple[Correction, ...]:
    """All requests about an application, newest first."""
    rows = _with_reference().where(CorrectionRequestRow.application_id == application_id)
    return tuple(_correction(row, reference) for row, reference in session.execute(rows))


def open_of_talk(session: Session, talk_id: int) -> tuple[Correction, ...]:
    """What the applicant of this talk is still to correct, newest first."""
    rows = _with_reference().where(ApplicationRow.talk_id == talk_id, *_OPEN)
    return tuple(_correction(row, reference) for row, reference in session.execute(rows))


def close(session: Session, application_id: int, request_id: int, value: Any, now: datetime) -> int | None:
    """Note the answer; how many requests about the application stay open, None when this one was not open any more."""
    own = select(CorrectionRequestRow).where(
        CorrectionRequestRow.id == request_id, CorrectionRequestRow.application_id == application_id, *_OPEN
    )
    row = session.scalar(own.with_for_update())
    if row is None:
        return None
    row.new_value, row.answered_at = value, now
    session.flush()
    return count_open(session, application_id)


def count_open(session: Session, application_id: int) -> int:
    """How many answers are waited for."""
    still = select(func.count()).where(CorrectionRequestRow.application_id == application_id, *_OPEN)
    return session.scalar(still) or 0


def cancel_open(session: Session, application_id: int, now: datetime) -> None:
    """No answer is waited for any more."""
    waiting = update(CorrectionRequestRow).where(CorrectionRequestRow.application_id == application_id, *_OPEN)
    session.execute(waiting.values(cancelled_at=now))


def _with_reference() -> Select[CorrectionRequestRow, str]:
    return (
        select(CorrectionRequestRow, ApplicationRow.reference)
        .join(ApplicationRow, ApplicationRow.id == CorrectionRequestRow.application_id)
        .order_by(CorrectionRequestRow.id.desc())
    )


def _correction(row: CorrectionRequestRow, reference: str) -> Correction:
    return Correction(
        id=row.id,
        reference=reference,
        field=row.field,
        message=row.message,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        old_value=row.old_value,
        new_value=row.new_value,
        answered_at=row.answered_at,
        cancelled_at=row.cancelled_at,
    )

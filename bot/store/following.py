"""An application as its applicant follows it: its steps with dates, its cohort, what is exchanged about it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store import applications
from bot.store.applications import SentApplication
from bot.store.tables import (
    ApplicationEventRow,
    ApplicationMessageRow,
    ApplicationRow,
    ApplicationStatus,
    AttachmentRow,
    CohortRow,
)

_STATUSES = frozenset(ApplicationStatus)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A status and when it began."""

    status: ApplicationStatus
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """The promotion that an application is in, or waits for."""

    name: str
    starts_on: date
    ends_on: date
    place: str


@dataclass(frozen=True, kw_only=True)
class Followed:
    """One application of a talk with what happened to it; notes of staff are not part of it."""

    application: SentApplication
    steps: tuple[Step, ...]  # oldest first
    cohort: Cohort | None
    documents: int
    letters: int


def follow(session: Session, talk_id: int, reference: str) -> Followed | None:
    """None when this talk has no such application."""
    sent = applications.applications_of(session, talk_id)
    own = next((each for each in sent if each.reference == reference), None)
    if own is None:
        return None
    row = session.scalars(select(ApplicationRow).where(ApplicationRow.reference == reference)).one()
    cohort = session.get(CohortRow, row.cohort_id) if row.cohort_id else None
    return Followed(
        application=own,
        steps=_steps(session, row.id),
        cohort=_cohort(cohort) if cohort else None,
        documents=_count(session, AttachmentRow, row.id),
        letters=_count(session, ApplicationMessageRow, row.id),
    )


def _steps(session: Session, application_id: int) -> tuple[Step, ...]:
    events = select(ApplicationEventRow).where(ApplicationEventRow.application_id == application_id)
    steps: list[Step] = []
    for event in session.scalars(events.order_by(ApplicationEventRow.id)):
        status = next((word for word in (event.after, event.what) if word in _STATUSES), None)
        if status and (not steps or steps[-1].status != status):
            steps.append(Step(status=ApplicationStatus(status), at=event.at))
    return tuple(steps)


def _count(session: Session, table: type[AttachmentRow | ApplicationMessageRow], application_id: int) -> int:
    return session.scalar(select(func.count()).select_from(table).where(table.application_id == application_id)) or 0


def _cohort(row: CohortRow) -> Cohort:
    return Cohort(name=row.name, starts_on=row.starts_on, ends_on=row.ends_on, place=row.place)

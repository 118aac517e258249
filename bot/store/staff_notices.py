"""Who among staff wants to be told, and what the daily digest counts; a region's code, or None for all."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.store.tables import (
    AnswerRow,
    ApplicationMessageRow,
    ApplicationRow,
    ApplicationStatus,
    CallRow,
    Direction,
    JobRow,
    StaffAccountRow,
)

WAITS_FOR_STAFF = (ApplicationStatus.SUBMITTED, ApplicationStatus.UNDER_REVIEW)


@dataclass(frozen=True, kw_only=True)
class Told:
    """An account that is told something."""

    id: int
    name: str
    region: str | None
    instant: bool


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What waits, in numbers; the questions and calls are those since the last digest."""

    new: int  # never opened
    late: int  # in a status that waits for staff for more than 3 days, and at most 7
    very_late: int  # more than 7 days
    letters: int  # of applicants, unread
    questions: int  # that found no answer
    calls: int  # for a person, not handled

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to say."""
        return not any((self.new, self.late, self.very_late, self.letters, self.questions, self.calls))


def interested(session: Session, region: str, assignee_id: int | None) -> tuple[Told, ...]:
    """Who wants to hear at once of an application: whoever it was given to, else everybody of its region."""
    wants = StaffAccountRow.notify_instant.is_(True)
    own = or_(StaffAccountRow.region == region, StaffAccountRow.region.is_(None))
    return _told(session, wants, StaffAccountRow.id == assignee_id if assignee_id else own)


def account(session: Session, account_id: int) -> Told | None:
    """One account, if it may sign in."""
    return next(iter(_told(session, StaffAccountRow.id == account_id)), None)


def of_digest(session: Session) -> tuple[Told, ...]:
    """Who wants the daily digest."""
    return _told(session, StaffAccountRow.notify_digest.is_(True))


def begin_day(session: Session, job: str, midnight: datetime, now: datetime) -> bool:
    """Whether nobody did the job since midnight; this transaction has it then, and commits it as done."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    session.execute(dialect.insert(JobRow).values(name=job).on_conflict_do_nothing())
    row = session.scalars(select(JobRow).where(JobRow.name == job).with_for_update()).one()
    if row.last_run_at and row.last_run_at >= midnight:
        return False
    row.last_run_at = now
    session.flush()
    return True


def count(session: Session, region: str | None, now: datetime, since: datetime) -> Counts:
    """The figures of the digest; questions belong to no region: nobody is asked for theirs before an answer."""
    mine = [ApplicationRow.region == region] if region else []
    waiting = [*mine, ApplicationRow.status.in_(WAITS_FOR_STAFF)]
    three, seven = now - timedelta(days=3), now - timedelta(days=7)
    calls: list[ColumnElement[bool]] = [CallRow.handled_at.is_(None)]
    if region:
        calls.append(or_(CallRow.region == region, CallRow.region.is_(None)))
    unread = (
        select(func.count(func.distinct(ApplicationMessageRow.application_id)))
        .join(ApplicationRow, ApplicationRow.id == ApplicationMessageRow.application_id)
        .where(
            *mine,
            ApplicationMessageRow.direction == Direction.FROM_APPLICANT,
            ApplicationMessageRow.read_at.is_(None),
        )
    )
    return Counts(
        new=_count(session, *waiting, ApplicationRow.seen_at.is_(None)),
        late=_count(session, *waiting, ApplicationRow.updated_at < three, ApplicationRow.updated_at >= seven),
        very_late=_count(session, *waiting, ApplicationRow.updated_at < seven),
        letters=session.scalar(unread) or 0,
        questions=_questions(session, since),
        calls=session.scalar(select(func.count()).select_from(CallRow).where(*calls)) or 0,
    )


def _count(session: Session, *conditions: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(ApplicationRow).where(*conditions)) or 0


def _questions(session: Session, since: datetime) -> int:
    missed = select(func.count()).select_from(AnswerRow)
    unknown = missed.where(AnswerRow.abstained.is_(True), AnswerRow.reason == "not_in_knowledge")
    return session.scalar(unknown.where(AnswerRow.created_at >= since)) or 0


def _told(session: Session, *conditions: ColumnElement[bool]) -> tuple[Told, ...]:
    rows = session.scalars(
        select(StaffAccountRow).where(StaffAccountRow.disabled_at.is_(None), *conditions).order_by(StaffAccountRow.id)
    )
    return tuple(Told(id=row.id, name=row.name, region=row.region, instant=row.notify_instant) for row in rows)

"""Changes of one application under lock, each with its event; what may be changed is decided by `bot.intake.life`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.store import corrections
from bot.store.tables import ApplicationEventRow, ApplicationRow, ApplicationStatus, CohortRow, Origin

NOBODY = "personne"  # in events: to whom an application is given
ENDED = (ApplicationStatus.DECLINED, ApplicationStatus.CLOSED, ApplicationStatus.WITHDRAWN)
_COLUMNS = ("company", "siren", "department")  # fields that stand in a column too
_LENGTHS = {"siren": 9, "department": 3}


@dataclass(frozen=True, kw_only=True)
class Change:
    """Who changes what, and why; `before` and `after` in words."""

    who: str
    what: str
    why: str = ""
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, kw_only=True)
class NewValue:
    """One field set to another value; shown_* are the values as a person reads them."""

    field: str
    value: Any
    origin: Origin
    shown_before: str
    shown_after: str
    doubtful: bool = False


def locked(session: Session, reference: str) -> ApplicationRow | None:
    """The application, ours until the transaction ends."""
    own = select(ApplicationRow).where(ApplicationRow.reference == reference)
    return session.scalar(own.with_for_update().execution_options(populate_existing=True))


def note(session: Session, row: ApplicationRow, change: Change, now: datetime) -> int:
    """Write the event and count the version up; gives the event's id."""
    row.version += 1
    event = ApplicationEventRow(
        application_id=row.id,
        at=now,
        who=change.who,
        what=change.what,
        why=change.why,
        before=change.before,
        after=change.after,
    )
    session.add(event)
    session.flush()
    return event.id


def move(session: Session, row: ApplicationRow, status: ApplicationStatus, change: Change, now: datetime) -> int:
    """Set the status; requests still open end when nobody waits for their answer any more."""
    before, row.status, row.updated_at = row.status, status, now
    if status is not ApplicationStatus.CORRECTION_ASKED:
        corrections.cancel_open(session, row.id, now)
    if status is not ApplicationStatus.WAITING_LIST:
        leave_waiting_list(session, row)
    told = Change(who=change.who, what=change.what, why=change.why, before=before, after=status)
    return note(session, row, told, now)


def set_field(session: Session, row: ApplicationRow, new: NewValue, who: str, why: str, now: datetime) -> int:
    """Set one field, its origin and its doubt; gives the event's id. The caller indexes the application again."""
    row.fields = {**row.fields, new.field: new.value}
    row.origins = {**row.origins, new.field: new.origin}
    others = [key for key in row.doubtful if key != new.field]
    row.doubtful = [*others, new.field] if new.doubtful else others
    if new.field in _COLUMNS:
        text = None if new.value is None else str(new.value)
        setattr(row, new.field, text[: _LENGTHS[new.field]] if text and new.field in _LENGTHS else text)
    what = f"field:{new.field}"[:32]
    change = Change(who=who, what=what, why=why, before=new.shown_before, after=new.shown_after)
    return note(session, row, change, now)


def leave_waiting_list(session: Session, row: ApplicationRow) -> None:
    """Give the place up; those behind move up by one."""
    rank, row.waiting_rank = row.waiting_rank, None
    if rank is None:
        return
    behind = update(ApplicationRow).where(
        ApplicationRow.cohort_id == row.cohort_id, ApplicationRow.waiting_rank > rank, ApplicationRow.id != row.id
    )
    session.execute(behind.values(waiting_rank=ApplicationRow.waiting_rank - 1))


def let_go(session: Session, account_id: int, name: str, who: str, now: datetime, keep: str | None = None) -> None:
    """The applications that are going on and given to an account go back to nobody, but those of the region `keep`."""
    own = select(ApplicationRow.reference).where(
        ApplicationRow.assignee_id == account_id, ApplicationRow.status.not_in(ENDED)
    )
    if keep:
        own = own.where(ApplicationRow.region != keep)
    for reference in session.scalars(own.order_by(ApplicationRow.reference)).all():
        row = locked(session, reference)
        if row is not None:
            row.assignee_id = None
            note(session, row, Change(who=who, what="assign", before=name, after=NOBODY), now)


def next_waiting_rank(session: Session, cohort: CohortRow) -> int:
    """The place at the end of the cohort's waiting list, from 1."""
    last = select(func.max(ApplicationRow.waiting_rank)).where(ApplicationRow.cohort_id == cohort.id)
    return (session.scalar(last) or 0) + 1

"""Events of applications that nobody was told of yet: each is taken once, whichever process is quicker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.tables import ApplicationEventRow, ApplicationRow, ApplicationStatus, StatusStayRow

_STATUSES = frozenset(ApplicationStatus)


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One event with what its application is now; `status` is the one that the event led to, None when to none."""

    id: int
    application_id: int
    at: datetime
    who: str
    what: str
    before: str | None
    status: ApplicationStatus | None
    reference: str
    region: str
    version: int
    submitted_at: datetime
    status_now: ApplicationStatus
    assignee_id: int | None


def take(session: Session, limit: int, now: datetime) -> tuple[Happened, ...]:
    """The oldest events not announced yet, marked as announced in this transaction."""
    rows = session.execute(
        select(ApplicationEventRow, ApplicationRow)
        .join(ApplicationRow, ApplicationRow.id == ApplicationEventRow.application_id)
        .where(ApplicationEventRow.announced_at.is_(None))
        .order_by(ApplicationEventRow.id)
        .limit(limit)
        .with_for_update(of=ApplicationEventRow, skip_locked=True)
    ).all()
    for event, _ in rows:
        event.announced_at = now
    return tuple(_happened(event, application) for event, application in rows)


def keep_stay(session: Session, happened: Happened) -> None:
    """Note how long the application was in the status that this event ended."""
    if happened.status is None:
        return
    earlier = session.scalars(
        select(ApplicationEventRow)
        .where(ApplicationEventRow.application_id == happened.application_id, ApplicationEventRow.id < happened.id)
        .order_by(ApplicationEventRow.id.desc())
    )
    left = next(_led(earlier), None)
    if left is None or left[0] is happened.status:
        return
    hours = max(0, round((happened.at - left[1]).total_seconds() / 3600))
    session.add(
        StatusStayRow(
            application_id=happened.application_id,
            region=happened.region,
            status=left[0],
            ended_at=happened.at,
            hours=hours,
        )
    )
    session.flush()


def status_of(event: ApplicationEventRow) -> ApplicationStatus | None:
    """The status that an event led to."""
    if event.what.startswith("field:"):
        return None
    return next((ApplicationStatus(word) for word in (event.after, event.what) if word in _STATUSES), None)


def _led(events: Iterable[ApplicationEventRow]) -> Iterator[tuple[ApplicationStatus, datetime]]:
    for event in events:
        if status := status_of(event):
            yield status, event.at


def _happened(event: ApplicationEventRow, application: ApplicationRow) -> Happened:
    return Happened(
        id=event.id,
        application_id=application.id,
        at=event.at,
        who=event.who,
        what=event.what,
        before=event.before,
        status=status_of(event),
        reference=application.reference,
        region=application.region,
        version=application.version,
        submitted_at=application.submitted_at,
        status_now=ApplicationStatus(application.status),
        assignee_id=application.assignee_id,
    )

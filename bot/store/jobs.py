"""Jobs done from time to time, by one process at a time: whoever holds the lease."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.store.tables import JobRow
from bot.store.talks import Lease


def take(session: Session, name: str, every: timedelta, lease: Lease) -> bool:
    """Take the job when it was last done that long ago and nobody does it now."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    session.execute(dialect.insert(JobRow).values(name=name).on_conflict_do_nothing())
    due = select(JobRow).where(
        JobRow.name == name,
        or_(JobRow.last_run_at.is_(None), JobRow.last_run_at <= lease.now - every),
        or_(JobRow.leased_until.is_(None), JobRow.leased_until <= lease.now),
    )
    row = session.scalar(due.with_for_update(skip_locked=True))
    if row is None:
        return False
    row.leased_by, row.leased_until = lease.token, lease.until
    return True


def finish(session: Session, name: str, token: str, now: datetime) -> None:
    """It is done; a process that lost its lease changes nothing."""
    own = update(JobRow).where(JobRow.name == name, JobRow.leased_by == token)
    session.execute(own.values(last_run_at=now, leased_by=None, leased_until=None))

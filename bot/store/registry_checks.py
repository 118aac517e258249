"""Numbers to ask the company register about once more: added with the application, claimed one at a time, settled."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.store import life
from bot.store.life import NewValue
from bot.store.tables import ApplicationRow, Origin, RegistryCheckRow

FIRST_PAUSE = timedelta(minutes=5)
LEASE = timedelta(minutes=1)
WHO = "Registre des entreprises"  # in the events, which staff read


@dataclass(frozen=True, kw_only=True)
class DueCheck:
    """A number whose time has come; nobody else asks while the lease lasts."""

    reference: str
    number: str
    attempts: int  # made before this one


def add(session: Session, reference: str, number: str, now: datetime) -> None:
    """Ask about this number a little later."""
    row = session.scalars(select(ApplicationRow).where(ApplicationRow.reference == reference)).one()
    session.add(RegistryCheckRow(application_id=row.id, number=number, due_at=now + FIRST_PAUSE, attempts=0))
    session.flush()


def claim(session: Session, now: datetime) -> DueCheck | None:
    """Take the check that is due longest."""
    due = (
        select(RegistryCheckRow)
        .where(
            RegistryCheckRow.due_at <= now,
            or_(RegistryCheckRow.leased_until.is_(None), RegistryCheckRow.leased_until <= now),
        )
        .order_by(RegistryCheckRow.due_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = session.scalar(due)
    if row is None:
        return None
    row.leased_until = now + LEASE
    reference = session.get_one(ApplicationRow, row.application_id).reference
    return DueCheck(reference=reference, number=row.number, attempts=row.attempts)


def postpone(session: Session, check: DueCheck, due_at: datetime) -> None:
    """Ask again then."""
    if row := _row(session, check):
        row.due_at, row.attempts, row.leased_until = due_at, check.attempts + 1, None


def drop(session: Session, check: DueCheck) -> None:
    """Ask no more; the number stays « to be checked » by a person."""
    if row := _row(session, check):
        session.delete(row)


def confirm(
    session: Session, check: DueCheck, found: dict[str, tuple[Any, str]], why: str, now: datetime
) -> dict[str, Any] | None:
    """The number is right: its doubt goes, and what the file lacks comes from the register.

    `found` is by field key: the value, and how a person reads it. The fields as they are then, None when the number
    was changed meanwhile; the caller indexes the application again.
    """
    row = life.locked(session, check.reference)
    drop(session, check)
    if row is None or row.fields.get("siren") != check.number:
        return None
    shown = check.number
    said = Origin(row.origins.get("siren", Origin.SAID))
    number = NewValue(field="siren", value=check.number, origin=said, shown_before=shown, shown_after=shown)
    life.set_field(session, row, number, WHO, why, now)
    for key, (value, reads) in found.items():
        if row.fields.get(key) in (None, ""):
            new = NewValue(field=key, value=value, origin=Origin.REGISTRY, shown_before="", shown_after=reads)
            life.set_field(session, row, new, WHO, why, now)
    return row.fields


def _row(session: Session, check: DueCheck) -> RegistryCheckRow | None:
    own = (
        select(RegistryCheckRow)
        .join(ApplicationRow, ApplicationRow.id == RegistryCheckRow.application_id)
        .where(ApplicationRow.reference == check.reference)
    )
    return session.scalar(own)

"""What goes to staff by e-mail and to the chamber's own system, tried again until it is sent or given up."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, or_, select, update
from sqlalchemy.orm import Session

from bot.store.tables import Delivery, DispatchRow, Medium, StaffAccountRow
from bot.store.talks import Lease
from bot.store.unique import insert_once


@dataclass(frozen=True, kw_only=True)
class Due:
    """A dispatch taken by one sender while its lease lasts; `email` is where a notice goes now, None = nowhere."""

    id: int
    token: str
    key: str
    medium: Medium
    email: str | None
    body: dict[str, Any]
    created_at: datetime
    attempts: int  # failed ones


@dataclass(frozen=True, kw_only=True)
class Dead:
    """A dispatch that was given up."""

    id: int
    medium: Medium
    email: str | None
    body: dict[str, Any]
    created_at: datetime
    attempts: int
    failure: str


def add(
    session: Session, medium: Medium, key: str, body: dict[str, Any], now: datetime, account_id: int | None = None
) -> bool:
    """Keep it until it is sent; False when one with the same key is there already."""
    values = {"idempotency_key": key, "medium": medium, "body": body, "account_id": account_id, "created_at": now}
    return insert_once(session, DispatchRow, status=Delivery.PENDING, attempts=0, **values) is not None


def claim(session: Session, media: Collection[Medium], lease: Lease, limit: int) -> list[Due]:
    """Take up to `limit` of those that are due and that nobody else sends, oldest first."""
    due = (
        select(DispatchRow, StaffAccountRow)
        .join(StaffAccountRow, StaffAccountRow.id == DispatchRow.account_id, isouter=True)
        .where(
            DispatchRow.status == Delivery.PENDING,
            DispatchRow.medium.in_(media),
            or_(DispatchRow.not_before.is_(None), DispatchRow.not_before <= lease.now),
            or_(DispatchRow.leased_until.is_(None), DispatchRow.leased_until <= lease.now),
        )
        .order_by(DispatchRow.id)
        .limit(limit)
        .with_for_update(of=DispatchRow, skip_locked=True)
    )
    rows = session.execute(due).all()
    for row, _ in rows:
        row.leased_by, row.leased_until = lease.token, lease.until
    return [_due(row, account, lease.token) for row, account in rows]


def mark_sent(session: Session, due: Due, now: datetime) -> None:
    """It arrived."""
    _close(session, due, status=Delivery.SENT, sent_at=now, failure=None)


def postpone(session: Session, due: Due, failure: str, until: datetime) -> None:
    """Try again from then on."""
    _close(session, due, attempts=due.attempts + 1, failure=failure, not_before=until)


def give_up(session: Session, due: Due, failure: str) -> None:
    """It will not be tried again unless somebody asks for it."""
    _close(session, due, status=Delivery.DEAD, attempts=due.attempts + 1, failure=failure)


def dead(session: Session, limit: int = 200) -> tuple[Dead, ...]:
    """Those given up, newest first."""
    rows = session.execute(
        select(DispatchRow, StaffAccountRow.email)
        .join(StaffAccountRow, StaffAccountRow.id == DispatchRow.account_id, isouter=True)
        .where(DispatchRow.status == Delivery.DEAD)
        .order_by(DispatchRow.id.desc())
        .limit(limit)
    )
    return tuple(
        Dead(
            id=row.id,
            medium=Medium(row.medium),
            email=email,
            body=row.body,
            created_at=row.created_at,
            attempts=row.attempts,
            failure=row.failure or "",
        )
        for row, email in rows
    )


def count_waiting(session: Session) -> dict[Medium, int]:
    """How many are not sent yet."""
    waiting = select(DispatchRow.medium, func.count()).where(DispatchRow.status == Delivery.PENDING)
    return {Medium(medium): count for medium, count in session.execute(waiting.group_by(DispatchRow.medium))}


def send_again(session: Session, dispatch_id: int, now: datetime) -> bool:
    """Try one that was given up once more, for another day; False when there is no such one."""
    own = update(DispatchRow).where(DispatchRow.id == dispatch_id, DispatchRow.status == Delivery.DEAD)
    again = {"status": Delivery.PENDING, "created_at": now, "attempts": 0, "not_before": None, "failure": None}
    return cast("CursorResult[Any]", session.execute(own.values(again))).rowcount == 1


def forget(session: Session, before: datetime) -> None:
    """Take away what is older: sent, given up, or waiting for a way out that nobody opened."""
    session.execute(delete(DispatchRow).where(DispatchRow.created_at < before))


def add_erased(session: Session, references: Mapping[str, str], now: datetime) -> None:
    """The chamber's own system must forget these people too (GDPR, article 19); reference -> region code."""
    for reference, region in references.items():
        body = {
            "id": f"evt_erased_{reference}",
            "type": "application.erased",
            "timestamp": now.isoformat(),
            "data": {"reference": reference, "region": region},
        }
        add(session, Medium.WEBHOOK, f"erased/{reference}", body, now)


def _close(session: Session, due: Due, **values: Any) -> None:
    """A sender that lost its lease changes nothing."""
    own = update(DispatchRow).where(DispatchRow.id == due.id, DispatchRow.leased_by == due.token)
    session.execute(own.values(leased_by=None, leased_until=None, **values))


def _due(row: DispatchRow, account: StaffAccountRow | None, token: str) -> Due:
    return Due(
        id=row.id,
        token=token,
        key=row.idempotency_key,
        medium=Medium(row.medium),
        email=account.email if account and account.disabled_at is None else None,
        body=row.body,
        created_at=row.created_at,
        attempts=row.attempts,
    )

"""Sessions of staff: opened at sign-in, seen, revoked; tokens are kept as hashes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.store.staff import Account, account_of
from bot.store.tables import StaffAccountRow, StaffSessionRow


@dataclass(frozen=True, kw_only=True)
class StaffSession:
    """One browser where somebody is signed in."""

    id: int
    account_id: int
    browser: str
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime


def add(session: Session, account_id: int, token_hash: str, browser: str, now: datetime, expires_at: datetime) -> int:
    """Open a session; its id."""
    row = StaffSessionRow(
        token_hash=token_hash,
        account_id=account_id,
        browser=browser[:80],
        created_at=now,
        last_seen_at=now,
        expires_at=expires_at,
    )
    session.add(row)
    session.flush()
    return row.id


def find(session: Session, token_hash: str, now: datetime, idle_since: datetime) -> tuple[StaffSession, Account] | None:
    """The session and whose it is; None when it ended, was revoked or slept since before `idle_since`."""
    found = session.execute(
        select(StaffSessionRow, StaffAccountRow)
        .join(StaffAccountRow, StaffAccountRow.id == StaffSessionRow.account_id)
        .where(
            StaffSessionRow.token_hash == token_hash,
            StaffSessionRow.revoked_at.is_(None),
            StaffSessionRow.expires_at > now,
            StaffSessionRow.last_seen_at > idle_since,
            StaffAccountRow.disabled_at.is_(None),
        )
    ).first()
    return (_staff_session(found[0]), account_of(found[1])) if found else None


def mark_seen(session: Session, session_id: int, now: datetime) -> None:
    """It is in use."""
    session.execute(update(StaffSessionRow).where(StaffSessionRow.id == session_id).values(last_seen_at=now))


def of_account(session: Session, account_id: int, now: datetime, idle_since: datetime) -> tuple[StaffSession, ...]:
    """Where the account is signed in, last used first."""
    rows = select(StaffSessionRow).where(
        StaffSessionRow.account_id == account_id,
        StaffSessionRow.revoked_at.is_(None),
        StaffSessionRow.expires_at > now,
        StaffSessionRow.last_seen_at > idle_since,
    )
    return tuple(_staff_session(row) for row in session.scalars(rows.order_by(StaffSessionRow.last_seen_at.desc())))


def revoke(session: Session, account_id: int, session_id: int, now: datetime) -> None:
    """End one session of the account."""
    own = update(StaffSessionRow).where(StaffSessionRow.account_id == account_id, StaffSessionRow.id == session_id)
    session.execute(own.values(revoked_at=now))


def revoke_all(session: Session, account_id: int, now: datetime, but: int | None = None) -> None:
    """End every session of the account, or every other one."""
    own = update(StaffSessionRow).where(StaffSessionRow.account_id == account_id, StaffSessionRow.revoked_at.is_(None))
    if but is not None:
        own = own.where(StaffSessionRow.id != but)
    session.execute(own.values(revoked_at=now))


def forget_old(session: Session, before: datetime) -> None:
    """Remove sessions that ended before then."""
    session.execute(delete(StaffSessionRow).where(StaffSessionRow.expires_at < before))


def _staff_session(row: StaffSessionRow) -> StaffSession:
    return StaffSession(
        id=row.id,
        account_id=row.account_id,
        browser=row.browser,
        created_at=row.created_at,
        last_seen_at=row.last_seen_at,
        expires_at=row.expires_at,
    )

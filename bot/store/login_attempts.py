"""Passwords tried lately, by account and by address, both as hashes: what slows guessing down."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.store.tables import LoginAttemptRow


def add(session: Session, account_hash: str, address_hash: str, now: datetime) -> None:
    """Note a try before its password is looked at: tries side by side all count."""
    session.add(LoginAttemptRow(account_hash=account_hash, address_hash=address_hash, at=now))
    session.flush()


def count(session: Session, account_hash: str, address_hash: str, since: datetime) -> int:
    """Tries of this account from this address since then."""
    tried = select(func.count()).where(
        LoginAttemptRow.account_hash == account_hash,
        LoginAttemptRow.address_hash == address_hash,
        LoginAttemptRow.at >= since,
    )
    return session.scalar(tried) or 0


def forget(session: Session, account_hash: str, address_hash: str) -> None:
    """The right password came: these tries were the owner's."""
    session.execute(
        delete(LoginAttemptRow).where(
            LoginAttemptRow.account_hash == account_hash, LoginAttemptRow.address_hash == address_hash
        )
    )


def forget_old(session: Session, before: datetime) -> None:
    """Tries older than that do not count any more."""
    session.execute(delete(LoginAttemptRow).where(LoginAttemptRow.at < before))

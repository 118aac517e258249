"""Filters of the inbox that a staff member keeps under a name."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.store.tables import SavedViewRow


@dataclass(frozen=True, kw_only=True)
class SavedView:
    """A name and the query string that brings the same list back."""

    id: int
    name: str
    query: str


def keep(session: Session, account_id: int, name: str, query: str, now: datetime) -> None:
    """Keep it; one of the same name is replaced."""
    row = session.scalar(select(SavedViewRow).where(SavedViewRow.account_id == account_id, SavedViewRow.name == name))
    if row is None:
        session.add(SavedViewRow(account_id=account_id, name=name, query=query, created_at=now))
    else:
        row.query = query
    session.flush()


def of_account(session: Session, account_id: int) -> tuple[SavedView, ...]:
    """By name."""
    rows = select(SavedViewRow).where(SavedViewRow.account_id == account_id).order_by(SavedViewRow.name)
    return tuple(SavedView(id=row.id, name=row.name, query=row.query) for row in session.scalars(rows))


def remove(session: Session, account_id: int, view_id: int) -> None:
    """Only one's own."""
    session.execute(delete(SavedViewRow).where(SavedViewRow.account_id == account_id, SavedViewRow.id == view_id))

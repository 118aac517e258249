"""Persons who asked for a human being."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.tables import CallRow


@dataclass(frozen=True, kw_only=True)
class Call:
    """To whom it went (code of a region), how to reach the person, about what."""

    region: str | None
    contact: str | None
    subject: str
    at: datetime


def of_talk(session: Session, talk_id: int) -> tuple[Call, ...]:
    """The calls of this talk, oldest first."""
    own = session.scalars(select(CallRow).where(CallRow.talk_id == talk_id).order_by(CallRow.id)).all()
    return tuple(Call(region=row.region, contact=row.contact, subject=row.subject, at=row.created_at) for row in own)


def add(
    session: Session, talk_id: int, *, region: str | None, contact: str | None, subject: str, now: datetime
) -> None:
    """Keep a call until somebody handles it."""
    session.add(CallRow(talk_id=talk_id, region=region, contact=contact, subject=subject, created_at=now))
    session.flush()

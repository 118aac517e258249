"""Persons who asked for a human being."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.store.tables import CallRow


def add(
    session: Session, talk_id: int, *, region: str | None, contact: str | None, subject: str, now: datetime
) -> None:
    """Keep a call until somebody handles it."""
    session.add(CallRow(talk_id=talk_id, region=region, contact=contact, subject=subject, created_at=now))
    session.flush()

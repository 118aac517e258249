"""The audit log: who did what at the desk, when, to which file or account; only ever added to."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store.tables import AuditRow


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One line of the log; `subject` is a reference, an e-mail or a name."""

    who: str
    action: str
    subject: str = ""
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Logged:
    """A deed with its time."""

    at: datetime
    deed: Deed


def add(session: Session, deed: Deed, now: datetime) -> None:
    """Write one line."""
    session.add(
        AuditRow(
            at=now, who=deed.who[:128], action=deed.action[:40], subject=deed.subject[:254], detail=deed.detail[:500]
        )
    )
    session.flush()


def done_since(session: Session, deed: Deed, since: datetime) -> bool:
    """Whether the same person did the same to the same thing since then."""
    same = select(AuditRow.id).where(
        AuditRow.subject == deed.subject, AuditRow.action == deed.action, AuditRow.who == deed.who, AuditRow.at >= since
    )
    return session.scalar(same.limit(1)) is not None


def read(session: Session, *, text: str, offset: int, limit: int) -> tuple[tuple[Logged, ...], int]:
    """Newest first, those whose person, action or subject holds the text; and how many there are in all."""
    rows = select(AuditRow)
    if text:
        parts = (
            column.icontains(text, autoescape=True) for column in (AuditRow.who, AuditRow.action, AuditRow.subject)
        )
        first, second, third = parts
        rows = rows.where(first | second | third)
    total = session.scalar(select(func.count()).select_from(rows.subquery())) or 0
    newest = rows.order_by(AuditRow.id.desc()).offset(offset).limit(limit)
    return tuple(_logged(row) for row in session.scalars(newest)), total


def _logged(row: AuditRow) -> Logged:
    deed = Deed(who=row.who, action=row.action, subject=row.subject, detail=row.detail)
    return Logged(at=row.at, deed=deed)

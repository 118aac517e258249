"""How much waits, for whoever watches the service from outside."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.store.tables import Delivery, InboxRow, OutboxRow, TalkRow


def waiting_messages(session: Session) -> dict[str, int]:
    """Messages not yet answered, by channel."""
    waiting = select(InboxRow.channel, func.count()).where(InboxRow.done_at.is_(None)).group_by(InboxRow.channel)
    return dict(session.execute(waiting).all())


def waiting_replies(session: Session) -> dict[str, int]:
    """Replies not yet sent, by channel."""
    waiting = select(TalkRow.channel, func.count()).join(OutboxRow, OutboxRow.talk_id == TalkRow.id)
    pending = waiting.where(OutboxRow.status == Delivery.PENDING).group_by(TalkRow.channel)
    return dict(session.execute(pending).all())


def oldest_message(session: Session) -> datetime | None:
    """When the message that waits longest was received."""
    return session.scalar(select(func.min(InboxRow.received_at)).where(InboxRow.done_at.is_(None)))

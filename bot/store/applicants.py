"""Words to the applicant of an application, from the desk or a daily job: kept for delivery in their own talk."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store import outbox
from bot.store.tables import ApplicationRow, TalkRow

WRITTEN_TO = "telegram"  # the channel that must be written to; the others read for themselves


def tell(session: Session, application_id: int, *, key: str, body: dict[str, Any], now: datetime) -> bool:
    """Keep a reply (`dialogue.telling.body`) for the applicant, once a key; False when no talk reaches them.

    Call it in the transaction that changes the application, and ring `Inbox.replied` after it.
    """
    talk_id = session.scalar(select(ApplicationRow.talk_id).where(ApplicationRow.id == application_id))
    return talk_id is not None and tell_talk(session, talk_id, key=key, body=body, now=now)


def tell_talk(session: Session, talk_id: int, *, key: str, body: dict[str, Any], now: datetime) -> bool:
    """The same for any talk; False when it is gone or blocked us."""
    talk = session.get(TalkRow, talk_id)
    if talk is None or talk.blocked_at is not None:
        return False
    reply = outbox.NewReply(talk_id=talk_id, inbox_id=None, key=key, body=body, read_by_page=talk.channel != WRITTEN_TO)
    outbox.add(session, reply, now)
    return True

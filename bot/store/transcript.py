"""What was said in a talk, both ways and in order: for the channels whose pages show it themselves."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from bot.store.tables import InboxRow, OutboxRow, TalkRow

LARGEST_ID = 2**31 - 1  # PostgreSQL's integer


@dataclass(frozen=True, kw_only=True)
class Cursor:
    """How far somebody has read: ids of the last message and the last reply seen."""

    message: int = 0
    reply: int = 0


END = Cursor(message=LARGEST_ID, reply=LARGEST_ID)  # nothing is new after it


@dataclass(frozen=True, kw_only=True)
class Said:
    """A message or a reply as stored; the body of an erased message is empty."""

    by_person: bool
    id: int
    body: dict[str, Any]
    at: datetime


@dataclass(frozen=True, kw_only=True)
class TalkSeen:
    """One talk as a page needs it: what is new after the cursor, and whether an answer is under way."""

    id: int
    state: dict[str, Any]
    said: tuple[Said, ...]
    cursor: Cursor  # for who has read all of this
    working: bool
    erased: bool  # what stood at the cursor asked for is gone


def read_talk(session: Session, channel: str, address: str, after: Cursor, limit: int) -> TalkSeen | None:
    """What was said after the cursor, oldest first, at most the last `limit` of each side; None without a talk."""
    talk = session.execute(
        select(TalkRow.id, TalkRow.state).where(TalkRow.channel == channel, TalkRow.address == address)
    ).first()
    if talk is None:
        return None
    messages = _messages(session, talk.id, after.message, limit)
    replies = _replies(session, talk.id, after.reply, limit)
    waiting = exists().where(InboxRow.talk_id == talk.id, InboxRow.done_at.is_(None))
    return TalkSeen(
        id=talk.id,
        state=talk.state,
        said=tuple(sorted((*messages, *replies), key=lambda one: (one.at, not one.by_person, one.id))),
        cursor=Cursor(
            message=max((one.id for one in messages), default=after.message),
            reply=max((one.id for one in replies), default=after.reply),
        ),
        working=bool(session.scalar(select(waiting))),
        erased=after.message > 0 and not session.scalar(select(InboxRow.body).where(InboxRow.id == after.message)),
    )


def _messages(session: Session, talk_id: int, after: int, limit: int) -> list[Said]:
    newest = select(InboxRow).where(InboxRow.talk_id == talk_id, InboxRow.id > after)
    rows = session.scalars(newest.order_by(InboxRow.id.desc()).limit(limit))
    return [Said(by_person=True, id=row.id, body=row.body, at=row.received_at) for row in rows]


def _replies(session: Session, talk_id: int, after: int, limit: int) -> list[Said]:
    newest = select(OutboxRow).where(OutboxRow.talk_id == talk_id, OutboxRow.id > after)
    rows = session.scalars(newest.order_by(OutboxRow.id.desc()).limit(limit))
    return [Said(by_person=False, id=row.id, body=row.body, at=row.created_at) for row in rows]


def find_reply(session: Session, channel: str, address: str, reply_id: int) -> dict[str, Any] | None:
    """The body of a reply, only when it was said in the talk of this person."""
    own = select(OutboxRow.body).join(TalkRow, TalkRow.id == OutboxRow.talk_id)
    return session.scalar(own.where(TalkRow.channel == channel, TalkRow.address == address, OutboxRow.id == reply_id))


def count_messages(session: Session, channel: str, address: str, since: datetime) -> int:
    """How many messages the person sent since then."""
    own = select(func.count()).select_from(InboxRow).join(TalkRow, TalkRow.id == InboxRow.talk_id)
    sent = own.where(TalkRow.channel == channel, TalkRow.address == address, InboxRow.received_at >= since)
    return session.scalar(sent) or 0

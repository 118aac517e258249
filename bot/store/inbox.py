"""The inbox: each message stored once, worked on by one worker at a time, oldest first within a talk."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Select, exists, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from bot.store.tables import InboxRow, TalkRow
from bot.store.talks import Lease
from bot.store.unique import insert_once


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A message taken by one worker: nobody else works on its talk while the lease lasts."""

    token: str
    inbox_id: int
    talk_id: int
    channel: str
    address: str
    body: dict[str, Any]
    state: dict[str, Any]
    attempts: int  # times taken, this one included
    failures: int  # times its turn raised an error


def add(
    session: Session, *, channel: str, update_key: str, talk_id: int | None, body: dict[str, Any], now: datetime
) -> int | None:
    """Store a message; None when the same one is there already."""
    values = {"channel": channel, "update_key": update_key, "talk_id": talk_id, "body": body, "received_at": now}
    return insert_once(session, InboxRow, **values)


def count_waiting(session: Session, talk_id: int) -> int:
    """How many messages of the talk are not done."""
    waiting = select(func.count()).where(InboxRow.talk_id == talk_id, InboxRow.done_at.is_(None))
    return session.scalar(waiting) or 0


def claim(session: Session, lease: Lease) -> Claim | None:
    """Lease the talk whose oldest message waits longest, and take that message."""
    talk = session.scalar(_free_talk(lease.now))
    if talk is None:
        return None
    head = _oldest_waiting(session, talk.id)
    if head is None or (head.retry_at and head.retry_at > lease.now):  # another replica was quicker
        return None
    talk.leased_by, talk.leased_until = lease.token, lease.until
    head.attempts += 1
    return Claim(
        token=lease.token,
        inbox_id=head.id,
        talk_id=talk.id,
        channel=talk.channel,
        address=talk.address,
        body=head.body,
        state=talk.state,
        attempts=head.attempts,
        failures=head.failures,
    )


def _free_talk(now: datetime) -> Select[TalkRow]:
    earlier = aliased(InboxRow)
    goes_first = exists().where(
        earlier.talk_id == InboxRow.talk_id, earlier.done_at.is_(None), earlier.id < InboxRow.id
    )
    return (
        select(TalkRow)
        .join(InboxRow, InboxRow.talk_id == TalkRow.id)
        .where(
            InboxRow.done_at.is_(None),
            or_(InboxRow.retry_at.is_(None), InboxRow.retry_at <= now),
            or_(TalkRow.leased_until.is_(None), TalkRow.leased_until <= now),
            ~goes_first,
        )
        .order_by(InboxRow.id)
        .limit(1)
        .with_for_update(of=TalkRow, skip_locked=True)
    )


def _oldest_waiting(session: Session, talk_id: int) -> InboxRow | None:
    """Asked anew under the lock: what the choice of the talk saw may have been done meanwhile."""
    waiting = select(InboxRow).where(InboxRow.talk_id == talk_id, InboxRow.done_at.is_(None))
    return session.scalar(waiting.order_by(InboxRow.id).limit(1))


def following(session: Session, talk_id: int, inbox_id: int) -> dict[str, Any] | None:
    """The body of the message that waits next in the talk."""
    waiting = select(InboxRow.body).where(
        InboxRow.talk_id == talk_id, InboxRow.id > inbox_id, InboxRow.done_at.is_(None)
    )
    return session.scalar(waiting.order_by(InboxRow.id).limit(1))


def finish(session: Session, inbox_id: int, now: datetime, *, failure: str | None = None, forget: bool = False) -> bool:
    """The message is done; `forget` empties its text too. False when the row was erased meanwhile."""
    values: dict[str, Any] = {"done_at": now, "failure": failure}
    if forget:
        values["body"] = {}
    result = session.execute(update(InboxRow).where(InboxRow.id == inbox_id).values(values))
    return cast("CursorResult[Any]", result).rowcount == 1


def delay(session: Session, inbox_id: int, until: datetime) -> None:
    """The message is worked on from then on."""
    session.execute(update(InboxRow).where(InboxRow.id == inbox_id).values(retry_at=until))


def retry(session: Session, inbox_id: int, *, failure: str, at: datetime) -> None:
    """The turn failed: the message waits until then, and its talk with it."""
    again = {"failures": InboxRow.failures + 1, "failure": failure, "retry_at": at}
    session.execute(update(InboxRow).where(InboxRow.id == inbox_id).values(again))

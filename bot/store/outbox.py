"""The outbox: replies that wait for their channel, sent in order within a talk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, or_, select, update
from sqlalchemy.orm import Session, aliased

from bot.store.tables import Delivery, OutboxRow, TalkRow
from bot.store.talks import Lease
from bot.store.unique import insert_once


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A reply taken by one deliverer: nobody else sends anything to its talk while the lease lasts."""

    id: int
    token: str
    talk_id: int
    address: str
    body: dict[str, Any]
    created_at: datetime
    attempts: int
    parts_sent: int
    failure: str | None
    blocked: bool


@dataclass(frozen=True, kw_only=True)
class NewReply:
    """A reply to be kept; `read_by_page` ones wait for nobody."""

    talk_id: int
    inbox_id: int | None
    key: str
    body: dict[str, Any]
    read_by_page: bool = False


def add(session: Session, reply: NewReply, now: datetime) -> int | None:
    """Keep a reply; None when one with the same key is there already."""
    return insert_once(
        session,
        OutboxRow,
        talk_id=reply.talk_id,
        inbox_id=reply.inbox_id,
        idempotency_key=reply.key,
        body=reply.body,
        status=Delivery.SENT if reply.read_by_page else Delivery.PENDING,
        created_at=now,
        sent_at=now if reply.read_by_page else None,
    )


def claim(session: Session, lease: Lease, *, channel: str, limit: int = 1, talk_id: int | None = None) -> list[Waiting]:
    """Take the first waiting reply of up to `limit` talks (or of one talk) that nobody else sends to."""
    statement = _first_of_each_talk(channel, lease.now).limit(limit)
    if talk_id is not None:
        statement = statement.where(OutboxRow.talk_id == talk_id)
    rows = session.execute(statement).all()
    for row, _ in rows:
        row.leased_by, row.leased_until = lease.token, lease.until
    return [_waiting(row, talk, lease.token) for row, talk in rows]


def _first_of_each_talk(channel: str, now: datetime) -> Select[OutboxRow, TalkRow]:
    earlier = aliased(OutboxRow)
    goes_first = exists().where(
        earlier.talk_id == OutboxRow.talk_id, earlier.status == Delivery.PENDING, earlier.id < OutboxRow.id
    )
    return (
        select(OutboxRow, TalkRow)
        .join(TalkRow, TalkRow.id == OutboxRow.talk_id)
        .where(
            OutboxRow.status == Delivery.PENDING,
            TalkRow.channel == channel,
            or_(OutboxRow.not_before.is_(None), OutboxRow.not_before <= now),
            or_(OutboxRow.leased_until.is_(None), OutboxRow.leased_until <= now),
            ~goes_first,
        )
        .order_by(OutboxRow.id)
        .with_for_update(of=OutboxRow, skip_locked=True)
    )


def _waiting(row: OutboxRow, talk: TalkRow, token: str) -> Waiting:
    return Waiting(
        id=row.id,
        token=token,
        talk_id=talk.id,
        address=talk.address,
        body=row.body,
        created_at=row.created_at,
        attempts=row.attempts,
        parts_sent=row.parts_sent,
        failure=row.failure,
        blocked=talk.blocked_at is not None,
    )


def mark_part(session: Session, row_id: int, parts_sent: int, until: datetime) -> None:
    """One more part of a long reply arrived: it is never sent again."""
    _set(session, row_id, parts_sent=parts_sent, failure=None, attempts=0, leased_until=until)


def mark_sent(session: Session, row_id: int, now: datetime, channel_message_id: str) -> None:
    """The whole reply arrived."""
    _set(session, row_id, status=Delivery.SENT, sent_at=now, failure=None, channel_message_id=channel_message_id)


def postpone(session: Session, waiting: Waiting, *, until: datetime, failure: str, attempts: int) -> None:
    """Try again from then on; the replies behind it wait too."""
    _set(
        session,
        waiting.id,
        not_before=until,
        failure=failure,
        attempts=attempts,
        leased_by=None,
        leased_until=None,
    )


def mark_dead(session: Session, row_id: int, failure: str) -> None:
    """The channel will never take this reply."""
    _set(session, row_id, status=Delivery.DEAD, failure=failure, leased_by=None, leased_until=None)


def bury(session: Session, talk_id: int, failure: str) -> None:
    """The channel will never take anything that waits for this talk."""
    waiting = update(OutboxRow).where(OutboxRow.talk_id == talk_id, OutboxRow.status == Delivery.PENDING)
    session.execute(waiting.values(status=Delivery.DEAD, failure=failure, leased_by=None, leased_until=None))


def release_dead(session: Session, is_dead: Callable[[str], bool]) -> int:
    """Give back the leases whose holder is dead; how many."""
    holders = session.scalars(select(OutboxRow.leased_by).where(OutboxRow.status == Delivery.PENDING)).all()
    dead = {holder for holder in holders if holder and is_dead(holder)}
    held = update(OutboxRow).where(OutboxRow.status == Delivery.PENDING, OutboxRow.leased_by.in_(dead))
    session.execute(held.values(leased_by=None, leased_until=None))
    return len(dead)


def _set(session: Session, row_id: int, **values: Any) -> None:
    session.execute(update(OutboxRow).where(OutboxRow.id == row_id).values(values))

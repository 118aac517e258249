"""Talks: found or begun, leased to one worker at a time, blocked or reachable."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Update, select, update
from sqlalchemy.orm import Session

from bot.store.tables import Delivery, OutboxRow, TalkRow
from bot.store.unique import insert_once


@dataclass(frozen=True, kw_only=True)
class Lease:
    """A right to work on something, from `now` until then; `token` names its holder."""

    token: str
    now: datetime
    until: datetime


def find_talk(session: Session, channel: str, address: str) -> int | None:
    """The id of the talk with this person, if there is one."""
    return session.scalar(select(TalkRow.id).where(TalkRow.channel == channel, TalkRow.address == address))


def open_talk(session: Session, channel: str, address: str, now: datetime) -> int:
    """The id of the talk with this person, begun when it is their first word."""
    found = find_talk(session, channel, address)
    if found is not None:
        return found
    values = {"channel": channel, "address": address, "state": {}, "created_at": now, "updated_at": now}
    created = insert_once(session, TalkRow, **values)
    return created if created is not None else cast(int, find_talk(session, channel, address))


def set_blocked(session: Session, talk_id: int, blocked_at: datetime | None) -> None:
    """Remember that the person blocked us, or (None) that they can be reached again."""
    session.execute(
        update(TalkRow)
        .where(TalkRow.id == talk_id, TalkRow.blocked_at.is_distinct_from(blocked_at))
        .values(blocked_at=blocked_at)
    )


def save_state(session: Session, talk_id: int, token: str, state: dict[str, Any], now: datetime) -> bool:
    """Store the state and give the lease back; False, and nothing stored, when the lease is no longer ours."""
    statement = update(TalkRow).where(TalkRow.id == talk_id, TalkRow.leased_by == token)
    return _changes_a_row(session, statement.values(state=state, updated_at=now, leased_by=None, leased_until=None))


def release(session: Session, talk_id: int, token: str) -> bool:
    """Give the lease back; False when it is no longer ours."""
    statement = update(TalkRow).where(TalkRow.id == talk_id, TalkRow.leased_by == token)
    return _changes_a_row(session, statement.values(leased_by=None, leased_until=None))


def renew(session: Session, tokens: Collection[str], until: datetime) -> None:
    """Prolong leases whose turns are still being worked on."""
    session.execute(update(TalkRow).where(TalkRow.leased_by.in_(tokens)).values(leased_until=until))


def release_dead(session: Session, is_dead: Callable[[str], bool]) -> int:
    """Give back the leases whose holder is dead; how many."""
    holders = session.scalars(select(TalkRow.leased_by).where(TalkRow.leased_by.is_not(None))).all()
    dead = [holder for holder in holders if holder and is_dead(holder)]
    session.execute(update(TalkRow).where(TalkRow.leased_by.in_(dead)).values(leased_by=None, leased_until=None))
    return len(dead)


def move(session: Session, talk_id: int, address: str) -> None:
    """Follow a talk whose address changed; what waits goes to the talk that already has the new one, if any."""
    talk = session.get_one(TalkRow, talk_id)
    existing = find_talk(session, talk.channel, address)
    if existing is None:
        talk.address = address
        return
    waiting = update(OutboxRow).where(OutboxRow.talk_id == talk_id, OutboxRow.status == Delivery.PENDING)
    session.execute(waiting.values(talk_id=existing))


def _changes_a_row(session: Session, statement: Update) -> bool:
    result = cast("CursorResult[Any]", session.execute(statement.execution_options(synchronize_session=False)))
    return result.rowcount == 1

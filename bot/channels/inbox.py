"""The inbox: what a channel receives is stored here, once, before the channel acknowledges it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.channels import notices
from bot.channels.bell import Bell
from bot.channels.bodies import reply_to_json, storable
from bot.store import inbox, outbox, talks
from bot.store.database import Database, Session

MOST_WAITING = 30  # messages of one talk; beyond, a flood


class Purpose(StrEnum):
    """What a stored arrival is for."""

    ANSWER = "answer"  # by a worker
    BLOCKED = "blocked"  # the person blocked us
    UNBLOCKED = "unblocked"
    UNREADABLE = "unreadable"  # kept for who looks into it, never worked on


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """One thing received; `address` is None when nobody knows whose it is."""

    channel: str
    update_key: str
    address: str | None
    body: dict[str, Any]
    purpose: Purpose = Purpose.ANSWER
    language: str | None = None
    patience: timedelta = timedelta()  # an album comes piece by piece: its pieces wait for one another


class Inbox:
    """Where channels put what they receive; `arrived` and `replied` ring when there is work or an answer."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.arrived = Bell()
        self.replied = Bell()

    def receive(self, channel: str, update_key: str, address: str, body: dict[str, Any], now: datetime) -> int | None:
        """Store one message; its id in the house, or None when it had been received before."""
        arrival = Arrival(channel=channel, update_key=update_key, address=address, body=body)
        return self.receive_all([arrival], now)[0]

    def receive_all(self, arrivals: Sequence[Arrival], now: datetime) -> list[int | None]:
        """Store all of them in one transaction: once this returns, they may be acknowledged."""
        if not arrivals:
            return []
        with self.database.transaction() as session:
            stored = [_store(session, arrival, now) for arrival in arrivals]
        news = sum(number is not None for number in stored)
        if news:
            self.arrived.ring(news)
        return stored


def _store(session: Session, arrival: Arrival, now: datetime) -> int | None:
    talk_id = None
    if arrival.address is not None:
        talk_id = talks.open_talk(session, arrival.channel, arrival.address, now)
    stored = inbox.add(
        session,
        channel=arrival.channel,
        update_key=storable(arrival.update_key),
        talk_id=talk_id,
        body=storable(arrival.body),
        now=now,
    )
    if stored is not None:
        _settle(session, arrival, stored, talk_id, now)
    return stored


def _settle(session: Session, arrival: Arrival, stored: int, talk_id: int | None, now: datetime) -> None:
    """Do at once what no worker is needed for."""
    if talk_id is None or arrival.purpose is Purpose.UNREADABLE:
        inbox.finish(session, stored, now, failure=Purpose.UNREADABLE)
        return
    talks.set_blocked(session, talk_id, now if arrival.purpose is Purpose.BLOCKED else None)
    if arrival.purpose is not Purpose.ANSWER:
        inbox.finish(session, stored, now)
    elif inbox.count_waiting(session, talk_id) > MOST_WAITING:
        inbox.finish(session, stored, now, failure="flood")
        _refuse(session, arrival, talk_id, now)
    elif arrival.patience:
        inbox.delay(session, stored, now + arrival.patience)


def _refuse(session: Session, arrival: Arrival, talk_id: int, now: datetime) -> None:
    """Say once a minute that the later messages of a flood are not read."""
    refusal = outbox.NewReply(
        talk_id=talk_id,
        inbox_id=None,
        key=f"flood:{talk_id}:{now:%Y%m%d%H%M}",
        body=reply_to_json(notices.too_many(arrival.language)),
        read_by_page=arrival.channel != "telegram",
    )
    outbox.add(session, refusal, now)

"""The delivery's patience, with a scripted sender in place of a channel."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from bot.channels.bodies import reply_to_json
from bot.channels.delivery import AT_ONCE, Delivery
from bot.channels.inbox import Inbox
from bot.channels.sending import Moved, Part, Refused, RetryLater, SendingFailed, Uncertain, Unreached, Unwelcome
from bot.dialogue.messages import Reply, plain_text
from bot.store import outbox, talks
from bot.store.database import Database
from bot.store.tables import Delivery as Status
from bot.store.tables import OutboxRow, TalkRow
from tests.channels.house import text_reply


class ScriptedSender:
    """Fails as told, in order; « a|b » is a reply of two parts."""

    def __init__(self) -> None:
        self.tried: list[tuple[str, str]] = []
        self.arrived: list[tuple[str, str]] = []
        self.failures: dict[str, list[SendingFailed]] = {}
        self.reachable = True
        self.asked = 0
        self.under_way = 0
        self.most_under_way = 0

    def parts(self, reply: Reply) -> Sequence[Part]:
        return [Part(plain=piece) for piece in plain_text(reply).split("|")]

    async def send(self, address: str, part: Part) -> str:
        self.tried.append((address, part.plain))
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        await asyncio.sleep(0.01)
        self.under_way -= 1
        if self.failures.get(part.plain):
            raise self.failures[part.plain].pop(0)
        self.arrived.append((address, part.plain))
        return str(len(self.arrived))

    async def is_reachable(self) -> bool:
        self.asked += 1
        return self.reachable


class Post:
    """An outbox, a sender, and a delivery that runs inside `open`."""

    def __init__(self, database: Database) -> None:
        self.inbox = Inbox(database)
        self.sender = ScriptedSender()

    def write(self, address: str, *texts: str) -> None:
        """Keep replies to a person."""
        now = datetime.now(UTC)
        with self.inbox.database.transaction() as session:
            talk_id = talks.open_talk(session, "telegram", address, now)
            for text in texts:
                body = reply_to_json(text_reply(text))
                reply = outbox.NewReply(talk_id=talk_id, inbox_id=None, key=f"{address}:{text}", body=body)
                outbox.add(session, reply, now)
        self.inbox.replied.ring()

    def statuses(self) -> list[str]:
        """What became of the replies."""
        with self.inbox.database.reading() as session:
            return list(session.scalars(select(OutboxRow.status).order_by(OutboxRow.id)))

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Delivery]:
        """Deliver until the end of the block."""
        delivery = Delivery(self.inbox, "telegram", self.sender, lambda: datetime.now(UTC))
        stop = asyncio.Event()
        running = asyncio.create_task(delivery.run(stop))
        try:
            yield delivery
        finally:
            stop.set()
            await running

    async def until(self, condition: Callable[[], Any]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(10):
            while not condition():
                await asyncio.sleep(0.01)

    async def deliver_all(self) -> None:
        """Deliver until nothing waits."""
        async with self.open():
            await self.until(lambda: Status.PENDING not in self.statuses())


async def test_replies_of_a_talk_arrive_in_order(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    post.write("7", "a", "b", "c")
    await post.deliver_all()
    assert post.sender.arrived == [("7", "a"), ("7", "b"), ("7", "c")]


async def test_two_deliverers_send_each_reply_once(database: Database) -> None:
    post = Post(database)
    for person in range(20):
        post.write(str(person), "a", "b")
    async with post.open():
        await post.deliver_all()
    assert sorted(post.sender.arrived) == sorted((str(person), text) for person in range(20) for text in "ab")


async def test_a_rush_is_sent_side_by_side_within_limits(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    for person in range(40):
        post.write(str(person), "a")
    await post.deliver_all()
    assert 1 < post.sender.most_under_way <= AT_ONCE


async def test_a_server_error_is_tried_again_after_asking_whether_the_channel_is_back(
    sqlite_database: Database,
) -> None:
    post = Post(sqlite_database)
    post.sender.failures = {"a": [Unreached("server error")]}
    post.write("7", "a", "b")
    await post.deliver_all()
    assert post.sender.arrived == [("7", "a"), ("7", "b")]
    assert post.sender.asked == 1


async def test_while_the_channel_is_away_no_message_is_used_to_find_out(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    post.sender.reachable = False
    post.sender.failures = {"a": [Unreached("no connection")]}
    post.write("7", "a")
    async with post.open():
        await post.until(lambda: post.sender.asked == 1)
        assert post.sender.tried == [("7", "a")]
        post.sender.reachable = True
        await post.until(lambda: post.sender.arrived == [("7", "a")])


async def test_a_silent_channel_gets_one_more_try_and_never_a_third(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    post.sender.failures = {"a": [Uncertain("silent"), Uncertain("silent")]}
    post.write("7", "a", "b")
    await post.deliver_all()
    assert post.sender.tried == [("7", "a"), ("7", "a"), ("7", "b")]
    assert post.statuses() == [Status.DEAD, Status.SENT]


async def test_a_part_that_arrived_is_not_sent_again(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    post.sender.failures = {"two": [Unreached("server error")]}
    post.write("7", "one|two|three")
    await post.deliver_all()
    assert post.sender.arrived == [("7", "one"), ("7", "two"), ("7", "three")]


async def test_a_person_who_left_gets_nothing_more(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    post.sender.failures = {"a": [Unwelcome("forbidden")]}
    post.write("7", "a", "b")
    await post.deliver_all()
    assert post.sender.tried == [("7", "a")]
    with sqlite_database.reading() as session:
        assert session.scalars(select(TalkRow.blocked_at)).one() is not None


async def test_a_refused_reply_does_not_hold_back_the_next(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    post.sender.failures = {"a": [Refused("Bad Request: whatever")]}
    post.write("7", "a", "b")
    await post.deliver_all()
    assert post.statuses() == [Status.DEAD, Status.SENT]


async def test_a_talk_that_moved_is_followed(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    post.sender.failures = {"a": [Moved("-1007")]}
    post.write("-7", "a", "b")
    await post.deliver_all()
    assert post.sender.arrived == [("-1007", "a"), ("-1007", "b")]


async def test_a_pause_asked_for_survives_a_restart(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    post.sender.failures = {"a": [RetryLater(60)]}
    post.write("7", "a")
    async with post.open():
        await post.until(lambda: post.sender.tried)
    async with post.open():
        post.write("8", "b")
        await post.until(lambda: post.sender.arrived == [("8", "b")])
    assert post.sender.tried == [("7", "a"), ("8", "b")]


async def test_a_second_pause_stops_everything(sqlite_database: Database) -> None:
    post = Post(sqlite_database)
    post.sender.failures = {"a": [RetryLater(60)], "b": [RetryLater(60)]}
    post.write("7", "a")
    post.write("8", "b")
    async with post.open() as delivery:
        await post.until(lambda: delivery.pauses.all_until(datetime.now(UTC)))
        post.write("9", "c")
        await asyncio.sleep(0.1)
        assert ("9", "c") not in post.sender.tried

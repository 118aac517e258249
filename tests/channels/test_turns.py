"""A turn is kept whole or not at all; failures are tried again, then admitted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.bodies import message_to_json, reply_from_json
from bot.channels.inbox import MOST_WAITING, Inbox
from bot.channels.turns import MOST_ATTEMPTS, Turns
from bot.channels.worker import Worker
from bot.dialogue.effects import Effect, Erased, Outcome
from bot.dialogue.messages import Message, Reply, plain_text
from bot.dialogue.state import TalkState
from bot.store import outbox, talks
from bot.store.database import Database, Session
from bot.store.transcript import Cursor, TalkSeen, read_talk
from tests.channels.house import ScriptedEngine, turns_of


class Moments:
    """A clock that only moves when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class Room:
    """A person, an inbox and one worker that works when told to."""

    def __init__(self, database: Database) -> None:
        self.clock = Moments()
        self.engine = ScriptedEngine()
        self.inbox = Inbox(database)
        self.turns = replace(turns_of(self.inbox, self.engine), clock=self.clock)
        self.worker = Worker(self.turns)
        self.count = 0

    def say(self, text: str) -> int | None:
        """The person writes."""
        self.count += 1
        body = message_to_json(Message(id="", text=text))
        return self.inbox.receive("web", f"k{self.count}", "camille", body, self.clock())

    def work(self, turns: Turns | None = None) -> int:
        """Work until nothing waits; gives the number of turns."""
        worker = Worker(turns) if turns else self.worker
        count = 0
        while worker.work_once():
            count += 1
        return count

    def replies(self) -> list[str]:
        """What the person was told."""
        return [plain_text(reply_from_json(one.body)) for one in self._talk().said if not one.by_person]

    def messages(self) -> list[dict[str, Any]]:
        """What was received, as stored."""
        return [one.body for one in self._talk().said if one.by_person]

    def is_working(self) -> bool:
        """Whether a message waits."""
        return self._talk().working

    def _talk(self) -> TalkSeen:
        with self.inbox.database.reading() as session:
            talk = read_talk(session, "web", "camille", Cursor(), 99)
            assert talk is not None
            return talk


@pytest.fixture
def room(sqlite_database: Database) -> Room:
    """A room on SQLite: what databases do differently is tested in the store."""
    return Room(sqlite_database)


def test_a_turn_is_kept_whole(room: Room) -> None:
    room.say("appel")
    assert room.work() == 1
    assert room.replies() == ["1. appel", "APPEL-1"]
    assert not room.is_working()


def test_the_engine_knows_each_message_by_its_number_in_the_house(room: Room) -> None:
    number = room.say("Bonjour")
    room.work()
    assert (room.engine.heard[0].id, room.engine.heard[0].channel) == (str(number), "web")
    assert room.engine.heard[0].talk_id > 0


def test_a_turn_that_fails_twice_is_answered_the_third_time(room: Room) -> None:
    room.engine.failures = 2
    room.say("boum")
    assert room.work() == 1
    room.clock.pass_(1)
    assert room.work() == 1
    room.clock.pass_(4)
    assert room.work() == 1
    assert room.replies() == ["1. boum"]


def test_a_turn_that_fails_three_times_is_admitted_and_the_talk_goes_on(room: Room) -> None:
    room.engine.failures = 3
    room.say("boum")
    room.say("Bonjour")
    with capture_logs() as logs:
        for _ in range(3):
            room.work()
            room.clock.pass_(10)
    assert room.replies() == ["Désolé, joignez un conseiller.", "1. Bonjour"]
    assert "Camille" not in str(logs)


def test_an_effect_that_fails_takes_the_whole_turn_back(room: Room) -> None:
    def fail(session: Session, talk_id: int, effect: Effect, now: datetime) -> Outcome | None:
        room.turns.apply_effect(session, talk_id, effect, now)
        raise LookupError

    room.say("appel")
    room.work(replace(room.turns, apply_effect=fail))
    assert room.replies() == []
    room.clock.pass_(1)
    room.work()
    assert room.replies() == ["1. appel", "APPEL-1"]


def test_a_message_that_keeps_killing_the_process_is_given_up(room: Room) -> None:
    room.say("Bonjour")
    for _ in range(MOST_ATTEMPTS):
        assert room.worker._take() is not None  # taken, then the process dies
        room.clock.pass_(31)
    room.work()
    assert room.replies() == ["Désolé, joignez un conseiller."]


def test_words_are_said_even_when_the_apology_fails(room: Room) -> None:
    class Broken(ScriptedEngine):
        def apologise(self, state: TalkState) -> Reply:
            raise LookupError

    room.say("boum")
    for _ in range(3):
        room.work(replace(room.turns, engine=Broken(failures=1)))
        room.clock.pass_(10)
    assert "/conseiller" in room.replies()[0]


def test_a_turn_overtaken_by_another_worker_is_thrown_away(room: Room) -> None:
    room.say("appel")
    slow = room.worker._take()
    assert slow is not None
    room.clock.pass_(31)
    room.work()
    room.turns.carry_out(slow)
    assert room.replies() == ["1. appel", "APPEL-1"]


def test_erasing_empties_the_message_that_asked_for_it(room: Room) -> None:
    def erase(session: Session, talk_id: int, effect: Effect, now: datetime) -> Outcome | None:
        return Erased(counts={})

    room.say("appel")
    room.work(replace(room.turns, apply_effect=erase))
    assert room.messages() == [{}]


def test_a_flood_is_refused_politely_once_and_the_first_messages_are_answered(room: Room) -> None:
    for number in range(MOST_WAITING + 20):
        room.say(f"m{number}")
    room.work()
    replies = room.replies()
    assert "beaucoup de messages" in replies[0]
    assert replies[1:] == [f"{number + 1}. m{number}" for number in range(MOST_WAITING)]


def test_replies_to_a_page_are_sent_as_soon_as_they_are_written(room: Room) -> None:
    room.say("Bonjour")
    room.work()
    with room.inbox.database.transaction() as session:
        lease = talks.Lease(token="t.t.t", now=room.clock(), until=room.clock())
        assert outbox.claim(session, lease, channel="web", limit=9) == []

"""Workers side by side, in one process or in several, on both databases."""

import threading
from datetime import UTC, datetime

from bot.channels.bodies import message_to_json, reply_from_json
from bot.channels.inbox import Inbox
from bot.channels.worker import Worker
from bot.dialogue.messages import Message, plain_text
from bot.store.database import Database
from bot.store.inbox import Claim
from bot.store.transcript import Cursor, read_talk
from tests.channels.house import ScriptedEngine, eventually, turns_of

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PEOPLE = [f"p{number}" for number in range(6)]


def say(inbox: Inbox, person: str, text: str) -> None:
    """A person writes on the web page."""
    inbox.receive("web", f"{person}/{text}", person, message_to_json(Message(id="", text=text)), NOW)


def replies(database: Database, person: str) -> list[str]:
    """What they were told."""
    with database.reading() as session:
        talk = read_talk(session, "web", person, Cursor(), 99)
        assert talk is not None
        return [plain_text(reply_from_json(one.body)) for one in talk.said if not one.by_person]


def test_two_replicas_answer_everyone_once_and_in_order(database: Database) -> None:
    inboxes = [Inbox(database), Inbox(database)]
    workers = [Worker(turns_of(inbox, ScriptedEngine()), threads=3) for inbox in inboxes]
    for worker in workers:
        worker.start()
    for number in range(8):
        for person in PEOPLE:
            say(inboxes[number % 2], person, f"m{number}")
    expected = [f"{number + 1}. m{number}" for number in range(8)]
    eventually(lambda: all(replies(database, person) == expected for person in PEOPLE), 30)
    for worker in workers:
        worker.stop()


def test_one_slow_turn_keeps_nobody_else_waiting(sqlite_database: Database) -> None:
    inbox, engine = Inbox(sqlite_database), ScriptedEngine()
    worker = Worker(turns_of(inbox, engine), threads=2)
    worker.start()
    say(inbox, "p0", "lent")
    say(inbox, "p1", "Bonjour")
    eventually(lambda: replies(sqlite_database, "p1") == ["1. Bonjour"])
    assert replies(sqlite_database, "p0") == []
    engine.pause.set()
    worker.stop()
    assert replies(sqlite_database, "p0") == ["1. lent"]


def test_who_watches_is_told_when_a_turn_begins_and_ends(sqlite_database: Database) -> None:
    seen: list[str] = []

    class Watcher:
        def begun(self, claim: Claim) -> None:
            seen.append(f"begun {claim.address}")

        def ended(self, claim: Claim) -> None:
            seen.append(f"ended {claim.address}")

    inbox = Inbox(sqlite_database)
    say(inbox, "p0", "Bonjour")
    assert Worker(turns_of(inbox, ScriptedEngine()), watches=[Watcher()]).work_once()
    assert seen == ["begun p0", "ended p0"]


def test_a_stop_lets_the_turn_under_way_end(sqlite_database: Database) -> None:
    inbox, engine = Inbox(sqlite_database), ScriptedEngine()
    worker = Worker(turns_of(inbox, engine), threads=1)
    worker.start()
    say(inbox, "p0", "lent")
    eventually(lambda: len(engine.heard) == 1)
    threading.Timer(0.1, engine.pause.set).start()
    worker.stop()
    assert replies(sqlite_database, "p0") == ["1. lent"]

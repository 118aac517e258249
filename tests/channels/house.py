"""A small house for the tests of the channels: a scripted engine, and everything that carries its words."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.channels.documents import Documents
from bot.channels.inbox import Inbox
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_messages import read_message
from bot.channels.turns import Turns
from bot.channels.worker import Worker
from bot.dialogue.effects import CallHuman, Effect, Outcome, Submitted
from bot.dialogue.messages import Button, Document, Message, Reply, paragraph
from bot.dialogue.state import TalkState
from bot.dialogue.turn import Turn
from bot.settings import Settings
from bot.store.attachment_files import AttachmentFiles
from bot.store.database import Database, Session
from bot.store.tables import CallRow, InboxRow, OutboxRow
from tests.telegram_server.server import TOKEN, FakeTelegram

NO_DOCUMENTS = Documents(AttachmentFiles(Path("no documents arrive here")), {})
SECRET = "a-long-webhook-secret"


def clock() -> datetime:
    """The real time."""
    return datetime.now(UTC)


def text_reply(text: str) -> Reply:
    """A reply of one paragraph."""
    return Reply(paragraphs=(paragraph(text),))


@dataclass
class ScriptedEngine:
    """Repeats what it hears, numbered within the talk; some words make it do more."""

    heard: list[Message] = field(default_factory=list)
    pause: threading.Event = field(default_factory=threading.Event)
    failures: int = 0  # how often « boum » fails
    under_way: int = 0
    most_under_way: int = 0

    def respond(self, state: TalkState, message: Message, now: datetime) -> Turn:
        """« lent » waits, « boum » fails, « appel » has an effect, « deux » replies twice, « fichier » hands a file."""
        self.heard.append(message)
        count = len(state.subjects) + 1
        word = (
            message.text or message.press or message.command or (message.attachment and message.attachment.kind) or ""
        )
        if word == "lent":
            self.pause.wait(10)
        if word == "boum" and self.failures:
            self.failures -= 1
            raise LookupError("Camille's secret words")
        following = replace(state, subjects=(*state.subjects, str(count)))
        return Turn(state=following, replies=_replies(f"{count}. {word}", word), effects=_effects(word))

    def announce(self, state: TalkState, outcome: Outcome) -> tuple[Reply, ...]:
        """Say the reference."""
        return (text_reply(outcome.reference),) if isinstance(outcome, Submitted) else ()

    def apologise(self, state: TalkState) -> Reply:
        """Plain words."""
        return text_reply("Désolé, joignez un conseiller.")


def _replies(text: str, word: str) -> tuple[Reply, ...]:
    if word == "muet":
        return ()
    if word == "deux":
        return text_reply(f"{text} a"), text_reply(f"{text} b")
    if word == "fichier":
        return (Reply(paragraphs=(paragraph(text),), document=Document(name="données.json", content='{"é": 1}')),)
    if word == "long":
        return (
            Reply(
                paragraphs=tuple(paragraph(f"{n} " + "mot " * 400) for n in range(6)),
                buttons=((Button("Oui", press="oui"),),),
            ),
        )
    return (text_reply(text),)


def _effects(word: str) -> tuple[Effect, ...]:
    return (CallHuman(subject="appel"),) if word == "appel" else ()


def apply_effect(session: Session, talk_id: int, effect: Effect, now: datetime) -> Outcome | None:
    """Keep a call; its reference is how many calls the talk has now."""
    if not isinstance(effect, CallHuman):
        return None
    session.add(CallRow(talk_id=talk_id, subject=effect.subject, created_at=now))
    session.flush()
    count = session.scalar(select(func.count()).where(CallRow.talk_id == talk_id))
    return Submitted(reference=f"APPEL-{count}")


def turns_of(inbox: Inbox, engine: ScriptedEngine) -> Turns:
    """What a worker needs."""
    readers = {"telegram": read_message}
    return Turns(
        inbox=inbox, engine=engine, apply_effect=apply_effect, clock=clock, readers=readers, documents=NO_DOCUMENTS
    )


def settings_for(telegram: FakeTelegram, home: Path, **more: Any) -> Settings:
    """Settings that lead to the fake Telegram."""
    return Settings(home=home, telegram_token=TOKEN, telegram_api_url=telegram.url, _env_file=None, **more)


@dataclass
class House:
    """Everything that runs while a test talks."""

    database: Database
    engine: ScriptedEngine
    inbox: Inbox
    channel: TelegramChannel
    loop: asyncio.AbstractEventLoop

    def inbox_rows(self) -> list[InboxRow]:
        """What was stored of the messages."""
        with self.database.reading() as session:
            return list(session.scalars(select(InboxRow).order_by(InboxRow.id)))

    def outbox_rows(self) -> list[OutboxRow]:
        """What was stored of the replies."""
        with self.database.reading() as session:
            return list(session.scalars(select(OutboxRow).order_by(OutboxRow.id)))


@contextmanager
def open_house(database: Database, settings: Settings, engine: ScriptedEngine, *, threads: int = 4) -> Iterator[House]:
    """Start channel and worker; stop them at the end of the block."""
    inbox = Inbox(database)
    ready: list[tuple[asyncio.AbstractEventLoop, asyncio.Event, TelegramChannel]] = []

    async def serve() -> None:
        channel = TelegramChannel(settings, inbox, clock)
        stop = asyncio.Event()
        ready.append((asyncio.get_running_loop(), stop, channel))
        await channel.run(stop)

    serving = threading.Thread(target=asyncio.run, args=(serve(),))
    serving.start()
    eventually(lambda: bool(ready))
    loop, stop, channel = ready[0]
    worker = Worker(turns_of(inbox, engine), watches=[channel.typing], threads=threads)
    worker.start()
    try:
        yield House(database, engine, inbox, channel, loop)
    finally:
        engine.pause.set()
        worker.stop()
        loop.call_soon_threadsafe(stop.set)
        serving.join()


def eventually(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something is so; fails the test when it never is."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "never happened"
        time.sleep(0.01)

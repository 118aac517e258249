"""Two ways to talk to Relais: the engine and its store at once, or Telegram's HTTP from end to end."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from sqlalchemy import func, select

from bot.channels.effects import Effects
from bot.channels.inbox import Inbox
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_messages import read_message
from bot.channels.turns import Turns
from bot.channels.worker import Worker
from bot.dialogue.engine import TalkEngine
from bot.dialogue.messages import Attachment, AttachmentKind, Message, plain_text
from bot.intake.companies import LookedUp
from bot.intake.documents import DocumentProblem
from bot.settings import Settings
from bot.store import applications, inbox, talks
from bot.store.applications import SentApplication
from bot.store.database import Database
from bot.store.tables import Delivery, OutboxRow
from tests.channels.house import NO_DOCUMENTS
from tests.simulator.people import TODAY
from tests.talks.story import NOW, Talk, abilities_on
from tests.telegram_server.server import TOKEN, FakeTelegram

FILES = (
    Attachment(kind=AttachmentKind.VOICE),
    Attachment(kind=AttachmentKind.STICKER),
    Attachment(kind=AttachmentKind.LOCATION),
    Attachment(kind=AttachmentKind.DOCUMENT, name="projet.exe", size=900, problem=DocumentProblem.TYPE),
    Attachment(kind=AttachmentKind.PHOTO, name="photo.jpg", size=90_000_000, problem=DocumentProblem.TOO_LARGE),
)
LookUp = Callable[[str], LookedUp]


class Line(Protocol):
    """What an applicant has in hand: they write, press, send a file, wait; they see texts and buttons."""

    text: str  # what Relais said last
    buttons: dict[str, str]  # label -> data, of the last messages

    def say(self, text: str) -> None:
        """Write."""

    def press(self, data: str) -> None:
        """Press a button, also an old one."""

    def send_file(self, rank: int) -> None:
        """Send something that is no answer; `rank` says which."""

    def wait(self, days: int) -> None:
        """Let time go by."""

    def elsewhere(self) -> "Line":
        """Another device, where nothing was said yet."""

    def sent(self) -> tuple[SentApplication, ...]:
        """The applications sent from here."""


class EngineLine:
    """The engine and the store, in this thread."""

    def __init__(self, database: Database, address: str, look_up: LookUp, language: str) -> None:
        self._again = lambda: EngineLine(database, f"{address}-b", look_up, language)
        self._talk = Talk(database, language=language, address=address, look_up=look_up)
        self.text, self.buttons = "", {}

    def say(self, text: str) -> None:
        self._talk.say(text)
        self._see()

    def press(self, data: str) -> None:
        self._talk.hear(Message(id="", press=data))
        self._see()

    def send_file(self, rank: int) -> None:
        self._talk.hear(Message(id="", attachment=FILES[rank % len(FILES)]))
        self._see()

    def elsewhere(self) -> "EngineLine":
        return self._again()

    def wait(self, days: int) -> None:
        self._talk.now += timedelta(days=days)

    def sent(self) -> tuple[SentApplication, ...]:
        return self._talk.sent

    def _see(self) -> None:
        self._talk.shown.clear()
        self.text = "\n".join(map(plain_text, self._talk.replies))
        self.buttons = {
            button.label: button.press for reply in self._talk.replies for row in reply.buttons for button in row
        }


class TelegramLine:
    """A phone: updates go to the fake Bot API, messages come back from it."""

    def __init__(self, telegram: FakeTelegram, database: Database, chat: int) -> None:
        self._telegram, self._database, self._chat = telegram, database, chat
        self._seen = 0
        self.text, self.buttons = "", {}

    def say(self, text: str) -> None:
        self._see(self._telegram.say(self._chat, text))

    def press(self, data: str) -> None:
        self._see(self._telegram.press(self._chat, data))

    def send_file(self, rank: int) -> None:
        voice, sticker = {"file_id": "v", "duration": 3}, {"file_id": "s", "width": 9, "height": 9}
        self._see(self._telegram.send(self._chat, **({"voice": voice} if rank % 2 else {"sticker": sticker})))

    def elsewhere(self) -> "TelegramLine":
        return TelegramLine(self._telegram, self._database, self._chat + 1_000_000)

    def wait(self, days: int) -> None:
        """Nobody waits days in a test: the talk only rests."""

    def sent(self) -> tuple[SentApplication, ...]:
        with self._database.reading() as session:
            talk = talks.find_talk(session, "telegram", str(self._chat))
            return applications.applications_of(session, talk) if talk else ()

    def _see(self, _update: int) -> None:
        """Wait until the answer has arrived whole."""
        deadline = time.monotonic() + 60
        while not self._is_answered():
            assert time.monotonic() < deadline, "no answer came"
            time.sleep(0.01)
        arrived = [message for message in self._telegram.sent if message.chat == self._chat]
        news, self._seen = arrived[self._seen :], len(arrived)
        self.text = "\n".join(message.text for message in news)
        self.buttons = {
            button["text"]: button["callback_data"]
            for message in news
            for row in message.keyboard
            for button in row
            if "callback_data" in button
        }

    def _is_answered(self) -> bool:
        if len([message for message in self._telegram.sent if message.chat == self._chat]) <= self._seen:
            return False
        with self._database.reading() as session:
            talk = talks.find_talk(session, "telegram", str(self._chat))
            if talk is None or inbox.count_waiting(session, talk):
                return False
            pending = select(func.count()).where(OutboxRow.talk_id == talk, OutboxRow.status == Delivery.PENDING)
            return not session.scalar(pending)


@dataclass(frozen=True)
class TelegramHouse:
    """Everything between the fake Bot API and the database, running."""

    telegram: FakeTelegram
    database: Database

    def line(self, chat: int) -> TelegramLine:
        """The phone of one person."""
        return TelegramLine(self.telegram, self.database, chat)


@contextmanager
def telegram_house(database: Database, home: Path, look_up: LookUp) -> Iterator[TelegramHouse]:
    """The real channel, worker and engine on the fake Bot API; the day stands still."""
    with FakeTelegram().running() as telegram:
        settings = Settings(home=home, telegram_token=TOKEN, telegram_api_url=telegram.url, _env_file=None)
        box = Inbox(database)
        engine = _Engine(replace(abilities_on(database), look_up=look_up))
        turns = Turns(
            inbox=box,
            engine=engine,
            apply_effect=Effects(),
            clock=_clock,
            readers={"telegram": read_message},
            documents=NO_DOCUMENTS,
        )
        ready: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

        async def serve() -> None:
            channel, stop = TelegramChannel(settings, box, _clock), asyncio.Event()
            ready.append((asyncio.get_running_loop(), stop))
            await channel.run(stop)

        serving = threading.Thread(target=asyncio.run, args=(serve(),))
        serving.start()
        worker = Worker(turns)
        worker.start()
        try:
            yield TelegramHouse(telegram, database)
        finally:
            worker.stop()
            loop, stop = ready[0]
            loop.call_soon_threadsafe(stop.set)
            serving.join()


class _Engine(TalkEngine):
    """On the day of the simulation."""

    def respond(self, state, message, now):  # type: ignore[no-untyped-def]
        """The same turn, that day."""
        return super().respond(state, message, NOW)


def _clock() -> datetime:
    return datetime.now(UTC)


assert NOW.date() == TODAY

"""A whole house in a process of its own, which kills itself at a named point; only the tests know such points."""

import asyncio
import os
import signal
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.channels.inbox import Arrival, Inbox
from bot.channels.telegram import TelegramChannel
from bot.channels.worker import Worker
from bot.dialogue.effects import Effect, Outcome
from bot.dialogue.messages import Message
from bot.dialogue.state import TalkState
from bot.dialogue.turn import Turn
from bot.settings import Settings
from bot.store.database import Database, Session
from tests.channels.house import ScriptedEngine, apply_effect, clock, turns_of
from tests.telegram_server.server import TOKEN

POINTS = ("fetched", "stored", "claimed", "answered", "effect carried out", "turn kept")


def live(database_url: str, telegram_url: str, home: Path, last_point: str) -> None:
    """Serve until killed, at the latest when `last_point` is reached."""

    def reach(point: str) -> None:
        if point == last_point:
            os.kill(os.getpid(), signal.SIGKILL)

    class DyingInbox(Inbox):
        def receive_all(self, arrivals: Sequence[Arrival], now: datetime) -> list[int | None]:
            if arrivals:
                reach("fetched")
            stored = super().receive_all(arrivals, now)
            if arrivals:
                reach("stored")
            return stored

    class DyingEngine(ScriptedEngine):
        def respond(self, state: TalkState, message: Message, now: datetime) -> Turn:
            reach("claimed")
            turn = super().respond(state, message, now)
            reach("answered")
            return turn

    def apply_and_die(session: Session, talk_id: int, effect: Effect, now: datetime) -> Outcome | None:
        outcome = apply_effect(session, talk_id, effect, now)
        session.flush()
        reach("effect carried out")
        return outcome

    inbox = DyingInbox(Database(database_url))
    inbox.replied.listen(lambda: reach("turn kept"))
    settings = Settings(home=home, telegram_token=TOKEN, telegram_api_url=telegram_url, _env_file=None)

    async def serve() -> None:
        channel = TelegramChannel(settings, inbox, clock)
        Worker(replace(turns_of(inbox, DyingEngine()), apply_effect=apply_and_die), watches=[channel.typing]).start()
        await channel.run(asyncio.Event())

    asyncio.run(serve())

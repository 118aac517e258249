"""Shows « typing… » while a turn takes long enough for a person to wonder."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.channels.patience import Pauses
from bot.channels.resting import rest
from bot.channels.sending import RetryLater, SendingFailed
from bot.channels.telegram_api import TelegramApi
from bot.store.inbox import Claim

PATIENCE = 0.2  # seconds before it shows
REPEAT = 4.0  # Telegram takes it away after five


class Typing:
    """Fulfils `worker.Watch`; its methods are called from the worker's threads."""

    def __init__(self, api: TelegramApi, pauses: Pauses, clock: Callable[[], datetime]) -> None:
        self._api = api
        self._pauses = pauses
        self._clock = clock
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ends: dict[str, asyncio.Event] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def attach(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """From now on (or, with None, no longer) there is a loop to call Telegram from."""
        self._loop = loop

    def begun(self, claim: Claim) -> None:
        """A turn begins."""
        if claim.channel == "telegram" and self._loop:
            self._loop.call_soon_threadsafe(self._show, claim.token, claim.address)

    def ended(self, claim: Claim) -> None:
        """It ended."""
        if claim.channel == "telegram" and self._loop:
            self._loop.call_soon_threadsafe(self._hide, claim.token)

    def _show(self, token: str, address: str) -> None:
        end = self._ends[token] = asyncio.Event()
        task = asyncio.create_task(self._repeat(address, end))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _hide(self, token: str) -> None:
        if end := self._ends.pop(token, None):
            end.set()

    async def _repeat(self, address: str, end: asyncio.Event) -> None:
        wait = PATIENCE
        while not await rest(wait, end):
            wait = REPEAT
            now = self._clock()
            if self._pauses.is_paused(address, now):
                continue
            try:
                await self._api.call("sendChatAction", chat_id=int(address), action="typing")
            except RetryLater as error:
                self._pauses.begin(address, now + timedelta(seconds=error.seconds), now)
            except SendingFailed:
                return  # the reply itself will tell what is wrong

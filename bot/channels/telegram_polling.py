"""Long polling: the offset moves, which confirms updates to Telegram, only once they are stored."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog

from bot.channels.patience import backoff
from bot.channels.sending import RetryLater, SendingFailed
from bot.channels.telegram_api import AnotherPoller, TelegramApi

CONFLICT = (
    "Un autre programme lit les messages de ce bot avec le même jeton (RELAIS_TELEGRAM_TOKEN) : "
    "arrêtez-le, ou donnez à chacun son propre bot."
)

log = structlog.get_logger()


class Polling:
    """Asks for updates until told to stop; never lets one bad answer or update end it."""

    def __init__(self, api: TelegramApi, receive: Callable[[Sequence[Any]], Awaitable[None]]) -> None:
        self._api = api
        self._receive = receive
        self._offset: int | None = None
        self._failures = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop`."""
        polling = asyncio.create_task(self._poll_for_ever())
        await stop.wait()
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)

    async def _poll_for_ever(self) -> None:
        while True:
            await asyncio.sleep(await self._poll())

    async def _poll(self) -> float:
        """Ask once, store what comes; gives the seconds to wait before the next time."""
        try:
            updates = await self._api.poll(self._offset)
            await self._receive(updates)
        except RetryLater as error:
            return error.seconds
        except Exception as error:  # the edge: Telegram or the database may be away for a while
            return self._note_failure(error)
        self._failures = 0
        self._offset = next_offset(updates)
        return 0.0

    def _note_failure(self, error: Exception) -> float:
        self._failures += 1
        if self._failures == 1:
            kind = str(error) if isinstance(error, SendingFailed) else type(error).__name__
            log.error("polling_failed", kind=kind, advice=CONFLICT if isinstance(error, AnotherPoller) else "")
        return backoff(self._failures).total_seconds()


def next_offset(updates: Sequence[Any]) -> int | None:
    """What confirms these updates; None after an empty answer, since numbers may begin again lower."""
    numbers = [raw["update_id"] for raw in updates if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]
    return max(numbers) + 1 if numbers else None

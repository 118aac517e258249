"""Shows an answer on Telegram while it is written: by `sendMessageDraft`, which leaves nothing behind in the chat.

Where the Bot API is too old for it, the answer simply arrives whole.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.channels.patience import Pauses
from bot.channels.sending import Misconfigured, Refused, RetryLater, SendingFailed
from bot.channels.telegram_api import TelegramApi

APART = 1.2  # seconds between two drafts in one chat: Telegram allows about one message a second
LONGEST = 3_500  # characters, well below Telegram's limit in UTF-16 units
LAST = 2.0  # seconds that an answer waits for a draft under way: it must not arrive after it

log = structlog.get_logger()


@dataclass
class _Draft:
    """What is to be shown in one chat, and the task that shows it."""

    address: str
    text: str
    task: "asyncio.Task[None] | None" = None
    call: "asyncio.Task[bool] | None" = None
    shown: str = ""


class Drafting:
    """Fulfils `drafts.Shower`; its own work is done in Telegram's loop."""

    def __init__(self, api: TelegramApi, pauses: Pauses, clock: Callable[[], datetime]) -> None:
        self._api = api
        self._pauses = pauses
        self._clock = clock
        self._loop: asyncio.AbstractEventLoop | None = None
        self._drafts: dict[int, _Draft] = {}
        self._is_possible = True

    def attach(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """From now on (or, with None, no longer) there is a loop to call Telegram from."""
        self._loop = loop

    def show(self, address: str, number: int, text: str) -> None:
        """Show the text so far, at most about once a second."""
        if self._loop and self._is_possible:
            self._loop.call_soon_threadsafe(self._note, address, number, text[:LONGEST])

    def settle(self, address: str, number: int) -> None:
        """Wait, in the worker's thread, for a draft under way."""
        if self._loop and self._is_possible:
            asyncio.run_coroutine_threadsafe(self._end(number), self._loop).result(LAST)

    def _note(self, address: str, number: int, text: str) -> None:
        draft = self._drafts.setdefault(number, _Draft(address, text))
        draft.text = text
        if draft.task is None:
            draft.task = asyncio.create_task(self._follow(number, draft))

    async def _follow(self, number: int, draft: _Draft) -> None:
        while True:
            if draft.text != draft.shown and not self._pauses.is_paused(draft.address, self._clock()):
                draft.call, draft.shown = asyncio.create_task(self._send(number, draft)), draft.text
                if not await asyncio.shield(draft.call):
                    return
            await asyncio.sleep(APART)

    async def _send(self, number: int, draft: _Draft) -> bool:
        """Whether it is worth going on."""
        try:
            await self._api.call("sendMessageDraft", chat_id=int(draft.address), draft_id=number, text=draft.text)
        except RetryLater as error:
            now = self._clock()
            self._pauses.begin(draft.address, now + timedelta(seconds=error.seconds), now)
        except (Refused, Misconfigured) as error:  # no such method on this server: 404, which reads as a wrong token
            self._is_possible = False
            log.info("drafts_impossible", kind=type(error).__name__)
            return False
        except SendingFailed:
            return False  # the reply itself will tell what is wrong
        return True

    async def _end(self, number: int) -> None:
        draft = self._drafts.pop(number, None)
        if draft is None or draft.task is None:
            return
        draft.task.cancel()
        with suppress(asyncio.CancelledError):
            await draft.task
        if draft.call:
            await draft.call

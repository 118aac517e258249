"""Takes raw updates in: stored first, then presses are answered and groups shown the way to a private chat."""

import asyncio
import hmac
import json
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.channels import notices
from bot.channels.inbox import Arrival, Inbox, Purpose
from bot.channels.sending import SendingFailed
from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_html import render
from bot.channels.telegram_updates import Incoming, Kind, Me, read_update

CHANNEL = "telegram"
GROUP_SILENCE = timedelta(minutes=10)  # one pointer a group, however many speak to us
ALBUM_PATIENCE = timedelta(seconds=1)
PURPOSES = {
    Kind.TALK: Purpose.ANSWER,
    Kind.BLOCKED: Purpose.BLOCKED,
    Kind.UNBLOCKED: Purpose.UNBLOCKED,
    Kind.UNREADABLE: Purpose.UNREADABLE,
}

log = structlog.get_logger()


class Reception:
    """The same for polling and webhook; when `receive` returns, its updates may be acknowledged."""

    def __init__(self, inbox: Inbox, api: TelegramApi, clock: Callable[[], datetime]) -> None:
        self.me = Me()
        self._inbox = inbox
        self._api = api
        self._clock = clock
        self._told_groups: dict[str, datetime] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def receive_webhook(self, body: bytes, given: str | None, secret: str) -> int:
        """Take in what was posted to the webhook; gives the HTTP status."""
        if not secret or not hmac.compare_digest((given or "").encode(), secret.encode()):
            return 403
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return 400
        await self.receive([update])
        return 200

    async def receive(self, updates: Sequence[Any]) -> None:
        """Store the updates in one transaction, then do what must not wait for a worker."""
        now = self._clock()
        incoming = [(read_update(raw, self.me), raw) for raw in updates]
        kept = [(one, _arrival(one, raw)) for one, raw in incoming if one.kind in PURPOSES]
        stored = await asyncio.to_thread(self._inbox.receive_all, [arrival for _, arrival in kept], now)
        fresh = [one for (one, _), number in zip(kept, stored, strict=True) if number is not None]
        for one in fresh:
            if one.kind is Kind.UNREADABLE:
                log.error("update_unreadable", update_key=one.key)
        for one in [*fresh, *(one for one, _ in incoming if one.kind not in PURPOSES)]:
            self._answer_at_once(one, now)

    async def end(self) -> None:
        """Wait for the answers under way."""
        await asyncio.gather(*self._tasks)

    def _answer_at_once(self, one: Incoming, now: datetime) -> None:
        if one.press_id is not None:
            self._in_background(self._api.call("answerCallbackQuery", callback_query_id=one.press_id))
        if one.kind is Kind.GROUP and one.address and self._may_tell(one.address, now):
            self._in_background(self._point_to_private(one.address, one.language))

    def _may_tell(self, group: str, now: datetime) -> bool:
        self._told_groups = {known: at for known, at in self._told_groups.items() if now - at < GROUP_SILENCE}
        if group in self._told_groups:
            return False
        self._told_groups[group] = now
        return True

    async def _point_to_private(self, group: str, language: str | None) -> None:
        part = render(notices.in_private(language, f"https://t.me/{self.me.username}"))[0]
        markup = {"inline_keyboard": part.keyboard}
        await self._api.call("sendMessage", chat_id=int(group), text=part.plain, reply_markup=markup)

    def _in_background(self, call: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(_quietly(call))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _quietly(call: Coroutine[Any, Any, Any]) -> None:
    """A press that is too old, a group that is gone: nothing depends on these answers."""
    try:
        await call
    except SendingFailed as error:
        log.info("courtesy_failed", kind=type(error).__name__)


def _arrival(one: Incoming, raw: Any) -> Arrival:
    return Arrival(
        channel=CHANNEL,
        update_key=one.key,
        address=one.address,
        body=raw if isinstance(raw, dict) else {"raw": raw},
        purpose=PURPOSES[one.kind],
        language=one.language,
        patience=ALBUM_PATIENCE if one.album else timedelta(),
    )

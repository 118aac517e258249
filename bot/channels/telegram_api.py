"""The one door to Telegram: calls the Bot API through python-telegram-bot and translates its errors."""

import asyncio
import io
import zipfile
from typing import Any

import httpx
from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.channels.sending import (
    Misconfigured,
    Moved,
    Refused,
    RetryLater,
    SendingFailed,
    Uncertain,
    Unreached,
    Unwelcome,
)
from bot.dialogue.messages import Document
from bot.settings import Settings

AT_ONCE = 16  # httpcore's pool gets slower with the square of its size: https://github.com/encode/httpcore/pull/1035
LONG_POLL = 10  # seconds; a poll that hangs makes us deaf for as long
READ_TIMEOUT = 10.0
LARGEST_SENT = 45_000_000  # bytes; Telegram takes 50 MB: https://core.telegram.org/bots/api#senddocument
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")  # remembered by Telegram: always said
GONE = ("chat not found", "user not found", "user is deactivated", "peer_id_invalid", "group chat was upgraded")


class AnotherPoller(SendingFailed):
    """Somebody else polls with the same token."""


class TelegramApi:
    """At most sixteen calls at once, thirty messages a second; every error is a SendingFailed."""

    def __init__(self, settings: Settings) -> None:
        calls, polls = self._requests = _request(AT_ONCE), _request(1)
        self._bot = ExtBot(
            settings.telegram_token.get_secret_value(),
            base_url=f"{settings.telegram_api_url}/bot",
            request=calls,
            get_updates_request=polls,
            rate_limiter=AIORateLimiter(max_retries=0),
        )
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def call(self, method: str, **parameters: Any) -> Any:
        """Call a method of the Bot API; gives its `result` as JSON."""
        async with self._slots:
            return await self._translated(method, parameters)

    async def close(self) -> None:
        """Close the connections."""
        for request in self._requests:
            await request.shutdown()

    async def poll(self, offset: int | None) -> list[Any]:
        """Raw updates from `offset` on, which confirms those before it; waits for one."""
        parameters = {"offset": offset, "timeout": LONG_POLL, "allowed_updates": list(UPDATES)}
        updates = await self._translated("getUpdates", parameters, read_timeout=LONG_POLL + 5)
        if not isinstance(updates, list):
            raise Uncertain("garbage")
        return updates

    async def _translated(self, method: str, parameters: dict[str, Any], read_timeout: float = READ_TIMEOUT) -> Any:
        """Raw results only: a result that python-telegram-bot cannot read must not block the others."""
        try:
            return await self._bot._post(method, parameters, read_timeout=read_timeout)
        except TelegramError as error:
            raise translate(error) from error
        except (AttributeError, TypeError, KeyError, ValueError) as error:  # valid JSON of the wrong shape
            raise Uncertain("garbage") from error


def as_file(document: Document) -> Any:
    """A document as a parameter of `call`; one that Telegram would refuse for its size goes as a ZIP file."""
    content, name = document.content.encode("utf-8", "replace"), document.name
    if len(content) <= LARGEST_SENT:
        return InputFile(content, filename=name)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return InputFile(packed.getvalue(), filename=f"{name}.zip")


def _request(connections: int) -> HTTPXRequest:
    return HTTPXRequest(connection_pool_size=connections, connect_timeout=5, write_timeout=10, pool_timeout=30)


def translate(error: TelegramError) -> SendingFailed:
    """Say for each error of python-telegram-bot what it means for the message."""
    match error:
        case RetryAfter():
            return RetryLater(error._retry_after.total_seconds())  # the public one warns until PTB 23
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case Forbidden():
            return Unwelcome("forbidden")
        case Conflict():
            return AnotherPoller("conflict")
        case InvalidToken():
            return Misconfigured("token")
        case BadRequest():
            gone = any(words in error.message.lower() for words in GONE)
            return Unwelcome("gone") if gone else Refused(error.message)
        case NetworkError():
            return _translate_network(error)
        case _:
            return Uncertain("garbage")


def _translate_network(error: NetworkError) -> SendingFailed:
    match error.__cause__:
        case httpx.ConnectError() | httpx.ConnectTimeout() | httpx.PoolTimeout() | httpx.ProxyError():
            return Unreached("no connection")
        case httpx.TimeoutException():
            return Uncertain("silent")
        case httpx.TransportError():
            return Uncertain("cut", cut=True)
        case None | TelegramError():  # a status of 500 and above, with or without readable JSON
            return Unreached("server error")
        case _:
            return Uncertain("silent" if isinstance(error, TimedOut) else "unexpected")

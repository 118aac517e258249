"""Telegram as a whole: what `relais run` starts when a token is set."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.channels.delivery import Delivery
from bot.channels.inbox import Inbox
from bot.channels.patience import backoff
from bot.channels.redaction import keep_out_of_logs
from bot.channels.resting import rest
from bot.channels.sending import Misconfigured, RetryLater, SendingFailed
from bot.channels.telegram_api import UPDATES, TelegramApi
from bot.channels.telegram_drafting import Drafting
from bot.channels.telegram_menu import show_menu
from bot.channels.telegram_polling import Polling
from bot.channels.telegram_reception import CHANNEL, Reception
from bot.channels.telegram_sender import TelegramSender
from bot.channels.telegram_typing import Typing
from bot.channels.telegram_updates import Me
from bot.settings import Settings
from bot.store import channel_names

WEBHOOK_PATH = "/telegram"
WRONG_TOKEN = "Telegram refuse le jeton du bot : vérifiez RELAIS_TELEGRAM_TOKEN (donné par @BotFather)."  # noqa: S105  # a sentence

log = structlog.get_logger()


class TelegramChannel:
    """Receives by polling or webhook, delivers replies, shows « typing… » and drafts; `typing` is a worker's watch."""

    name = CHANNEL

    def __init__(self, settings: Settings, inbox: Inbox, clock: Callable[[], datetime]) -> None:
        self._token = settings.telegram_token.get_secret_value()
        self._secret = settings.webhook_secret.get_secret_value()
        self._webhook_url = settings.webhook_url
        self._inbox = inbox
        self._api = TelegramApi(settings)
        self._delivery = Delivery(inbox, CHANNEL, TelegramSender(self._api), clock)
        self._reception = Reception(inbox, self._api, clock)
        self.typing = Typing(self._api, self._delivery.pauses, clock)
        self.drafting = Drafting(self._api, self._delivery.pauses, clock)

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop`; Telegram being away delays this, and ends nothing."""
        keep_out_of_logs(self._token, self._secret)
        self.typing.attach(asyncio.get_running_loop())
        self.drafting.attach(asyncio.get_running_loop())
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._delivery.run(stop))
                group.create_task(self._receive(stop))
        finally:
            self.typing.attach(None)
            self.drafting.attach(None)
            await self._reception.end()
            await self._api.close()

    async def receive_webhook(self, body: bytes, secret: str | None) -> int:
        """Take in what was posted to the webhook (header `X-Telegram-Bot-Api-Secret-Token`); gives the HTTP status."""
        return await self._reception.receive_webhook(body, secret, self._secret)

    async def _receive(self, stop: asyncio.Event) -> None:
        me = await self._insist(stop, "getMe")
        if isinstance(me, dict):
            self._reception.me = Me(id=me.get("id", 0), username=me.get("username", ""))
            await asyncio.to_thread(self._keep_name)
        menu = asyncio.create_task(show_menu(self._api))
        if self._webhook_url:
            await self._insist(stop, "setWebhook", **self._webhook())
            await stop.wait()
        else:
            await self._insist(stop, "deleteWebhook", drop_pending_updates=False)
            await Polling(self._api, self._reception.receive).run(stop)
        menu.cancel()
        await asyncio.gather(menu, return_exceptions=True)

    def _keep_name(self) -> None:
        """Other channels and processes make links to the bot by it."""
        with self._inbox.database.transaction() as session:
            channel_names.keep(session, CHANNEL, self._reception.me.username)

    def _webhook(self) -> dict[str, Any]:
        url = self._webhook_url if self._webhook_url.endswith(WEBHOOK_PATH) else self._webhook_url + WEBHOOK_PATH
        return {"url": url, "secret_token": self._secret, "allowed_updates": list(UPDATES)}

    async def _insist(self, stop: asyncio.Event, method: str, **parameters: Any) -> Any:
        """Call until it succeeds; None when stopped before."""
        failures = 0
        while not stop.is_set():
            try:
                return await self._api.call(method, **parameters)
            except SendingFailed as error:
                failures += 1
                if failures == 1:
                    advice = WRONG_TOKEN if isinstance(error, Misconfigured) else ""
                    log.error("telegram_away", method=method, kind=str(error), advice=advice)
                await rest(_wait(error, failures), stop)
        return None


def _wait(error: SendingFailed, failures: int) -> float:
    if isinstance(error, RetryLater):
        return error.seconds
    longest = timedelta(seconds=30 if isinstance(error, Misconfigured) else 5)
    return backoff(failures, longest).total_seconds()

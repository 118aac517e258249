"""Sends the parts of a reply to Telegram: formatted first, plain when Telegram dislikes the formatting."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.channels.sending import Part, Refused, SendingFailed
from bot.channels.telegram_api import TelegramApi, as_file
from bot.channels.telegram_html import render
from bot.dialogue.messages import Reply

NOT_MODIFIED = "message is not modified"  # what was asked for is already so


class TelegramSender:
    """Fulfils `sending.Sender`."""

    def __init__(self, api: TelegramApi) -> None:
        self._api = api

    def parts(self, reply: Reply) -> Sequence[Part]:
        """Texts below Telegram's limit, then the document."""
        return render(reply)

    async def send(self, address: str, part: Part) -> str:
        """Send one part; gives Telegram's message id."""
        refused = Refused("empty")
        for method, parameters in _attempts(part):
            try:
                sent = await self._api.call(method, chat_id=int(address), **parameters)
            except Refused as error:
                if NOT_MODIFIED in str(error).lower():
                    return ""
                refused = error
            else:
                return str(sent.get("message_id", "")) if isinstance(sent, dict) else ""
        raise refused

    async def is_reachable(self) -> bool:
        """Ask Telegram who we are."""
        try:
            await self._api.call("getMe")
        except SendingFailed:
            return False
        return True


def _attempts(part: Part) -> Iterator[tuple[str, dict[str, Any]]]:
    """From the nicest to the plainest: one bad character must not silence an answer."""
    markup = {"reply_markup": {"inline_keyboard": part.keyboard}} if part.keyboard else {}
    if part.document:
        yield "sendDocument", {"document": as_file(part.document), **markup}
        return
    quiet = {"link_preview_options": {"is_disabled": True}}
    yield "sendMessage", {"text": part.formatted, "parse_mode": "HTML", **quiet, **markup}
    yield "sendMessage", {"text": part.plain, **quiet, **markup}
    yield "sendMessage", {"text": part.plain, **quiet}

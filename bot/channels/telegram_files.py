"""Fetches the files that people send on Telegram: `getFile`, then their bytes, streamed to a limit.

It works in the thread of a worker, in whichever process the worker runs. No URL reaches a log: the token stands in it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.channels.documents import NotFetched, TooLarge
from bot.settings import Settings

if TYPE_CHECKING:  # loaded with the first file
    import httpx

CONNECTING, SILENCE = 10.0, 20.0  # seconds; of each step, not of the whole file
FOUND, NOT_FOUND = 200, 404


class TelegramFiles:
    """Fulfils `documents.Download` by being called."""

    def __init__(self, settings: Settings) -> None:
        token = settings.telegram_token.get_secret_value()
        self._methods = f"{settings.telegram_api_url}/bot{token}"
        self._files = f"{settings.telegram_api_url}/file/bot{token}"

    def __call__(self, file_id: str, write: Callable[[bytes], None]) -> None:
        """Hand the bytes of a file to `write`; raises NotFetched, or TooLarge."""
        import httpx

        try:
            with httpx.Client(timeout=httpx.Timeout(CONNECTING, read=SILENCE)) as client:
                path = self._path(client, file_id)
                with client.stream("GET", f"{self._files}/{path}") as answer:
                    if answer.status_code != FOUND:
                        raise NotFetched(f"file {answer.status_code}", again=answer.status_code != NOT_FOUND)
                    for chunk in answer.iter_bytes():
                        write(chunk)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NotFetched(type(error).__name__) from None  # its text may hold the URL

    def _path(self, client: "httpx.Client", file_id: str) -> str:
        answer = client.post(f"{self._methods}/getFile", data={"file_id": file_id})
        try:
            told: dict[str, Any] = answer.json()
            if told["ok"]:
                return str(told["result"]["file_path"])
            description = str(told.get("description", "")).lower()
        except (ValueError, TypeError, KeyError):
            raise NotFetched("garbage") from None
        if "too big" in description:
            raise TooLarge
        raise NotFetched(f"getFile {answer.status_code}", again=answer.status_code in (429, *range(500, 600)))

"""The same house behind a webhook: posted updates are stored, then acknowledged."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram import TelegramChannel
from bot.store.database import Database
from tests.channels.house import SECRET, House, ScriptedEngine, eventually, open_house, settings_for
from tests.telegram_server.server import FakeTelegram

pytestmark = pytest.mark.slow  # over HTTP, with its real waits


class Door:
    """An HTTP server that hands what is posted to the channel, in the channel's loop."""

    def __init__(self) -> None:
        self.house: House | None = None
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.socket.getsockname()[1]

    async def _take(self, request: Request) -> Response:
        if self.house is None:
            return Response(status_code=503)
        body, secret = await request.body(), request.headers.get("x-telegram-bot-api-secret-token")
        channel: TelegramChannel = self.house.channel
        receiving = asyncio.run_coroutine_threadsafe(channel.receive_webhook(body, secret), self.house.loop)
        return Response(status_code=await asyncio.wrap_future(receiving))

    @contextmanager
    def open(self) -> Iterator[None]:
        """Serve until the end of the block."""
        routes = [Route("/telegram", self._take, methods=["POST"])]
        server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), log_config=None, lifespan="off"))
        serving = threading.Thread(target=server.run, kwargs={"sockets": [self.socket]})
        serving.start()
        try:
            yield
        finally:
            server.should_exit = True
            serving.join()
            self.socket.close()

    def post(self, body: bytes, secret: str | None) -> int:
        """Post as anybody could."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("POST", "/telegram", body, {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {})
        status = connection.getresponse().status
        connection.close()
        return status


@pytest.fixture
def door() -> Iterator[Door]:
    """A door that is open."""
    door = Door()
    with door.open():
        yield door


@pytest.fixture
def house(
    telegram: FakeTelegram, engine: ScriptedEngine, sqlite_database: Database, tmp_path: Path, door: Door
) -> Iterator[House]:
    """A house in webhook mode."""
    url = f"http://127.0.0.1:{door.port}"
    settings = settings_for(telegram, tmp_path, webhook_url=url, webhook_secret=SECRET)
    with open_house(sqlite_database, settings, engine) as house:
        door.house = house
        yield house
        door.house = None


def test_a_message_is_answered(telegram: FakeTelegram, house: House) -> None:
    telegram.say(7, "Bonjour")
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])
    telegram.press(7, "oui")
    telegram.expect(lambda: telegram.texts(7)[1:] == ["2. oui"])
    hook = telegram.calls("setWebhook")[0].parameters
    assert hook["url"].endswith("/telegram")
    assert hook["secret_token"] == SECRET
    assert "callback_query" in json.loads(hook["allowed_updates"])
    assert telegram.calls("getUpdates") == []


def test_what_was_not_answered_is_posted_again_and_answered_once(
    telegram: FakeTelegram, house: House, door: Door
) -> None:
    telegram.expect(lambda: bool(telegram.webhook))
    door.house = None
    telegram.say(7, "Bonjour")
    telegram.expect(lambda: 503 in telegram.webhook_statuses)
    door.house = house
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])
    update = {"update_id": 1, "message": {"chat": {"id": 7, "type": "private"}, "date": 1, "text": "Encore"}}
    body = json.dumps(update).encode()
    assert [door.post(body, SECRET) for _ in range(3)] == [200] * 3
    telegram.expect(lambda: telegram.texts(7)[1:] == ["2. Encore"])
    assert len(house.inbox_rows()) == 2


@pytest.mark.parametrize(
    "secret", [None, "", "wrong", SECRET[:-1], SECRET + "x", "secret-é".encode().decode("latin-1")]
)
def test_only_telegram_knows_the_secret(house: House, door: Door, secret: str | None) -> None:
    """Pitfall 16: anybody can post to a public address."""
    body = json.dumps({"update_id": 1, "message": {"chat": {"id": 7, "type": "private"}, "text": "Bonjour"}}).encode()
    assert door.post(body, secret) == 403
    assert house.inbox_rows() == []


def test_what_is_not_json_is_refused_and_what_is_unreadable_is_taken(house: House, door: Door) -> None:
    """Pitfall 2 behind a webhook: what is refused comes again and again, and blocks the person's queue."""
    assert door.post(b"{", SECRET) == 400
    assert door.post(b"[1, 2]", SECRET) == 200
    assert door.post(b'{"update_id": 5, "message": {"chat": "?"}}', SECRET) == 200
    eventually(lambda: [row.failure for row in house.inbox_rows()] == ["unreadable"] * 2)

"""A strict fake of the Bot API: HTTP on loopback, a journal of every call, faults on demand.

It knows updates and their confirmation by offset, long polls and their conflicts, webhooks and their retries.
"""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.loopback import QuietHandler, serving
from tests.telegram_server.faults import Fault
from tests.telegram_server.markup import BadRequest
from tests.telegram_server.methods import Answer, BotApi, chat_of

TOKEN = "123456789:AAFakeTokenOfTheTestServer-abcdefgh"


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call as it came, and the status it was answered with (0 = cut or left hanging)."""

    method: str
    parameters: dict[str, Any]
    at: float
    status: int
    accepted: bool

    @property
    def chat(self) -> int | None:
        """The chat that it is about."""
        return chat_of(self.parameters)


class FakeTelegram(BotApi):
    """Speaks the Bot API; people are played by `say`, `press`, `edit`, `block`."""

    def __init__(self) -> None:
        super().__init__()
        self.journal: list[Call] = []
        self.webhook_statuses: list[int] = []
        self.most_at_once = 0
        self.url = ""
        self._at_once = 0
        self._faults: list[Fault] = []

    def fail(self, method: str, **fault: Any) -> None:
        """Strike the next calls of a method."""
        self._faults.append(Fault(method=method, **fault))

    def texts(self, chat: int) -> list[str]:
        """What arrived in a chat."""
        return [message.text for message in self.sent if message.chat == chat]

    def calls(self, method: str) -> list[Call]:
        """The calls of a method."""
        return [call for call in self.journal if call.method == method]

    def expect(self, condition: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until something is so; fails the test when it never is."""
        with self._changed:
            if not self._changed.wait_for(condition, seconds):
                raise AssertionError(f"never happened; arrived: {[message.text for message in self.sent]}")

    @contextmanager
    def running(self) -> Iterator["FakeTelegram"]:
        """Serve until the end of the block."""
        fake = self

        class Handler(QuietHandler):
            disable_nagle_algorithm = True

            def do_POST(self) -> None:  # noqa: N802 - http.server calls it
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                answer = fake._respond(self.path, self.headers.get("Content-Type", ""), body)
                if answer is None:
                    self.close_connection = True
                    return
                status, payload = answer
                head = (
                    f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(payload)}\r\n\r\n"
                )
                self.wfile.write(head.encode() + payload)

            do_GET = do_POST  # noqa: N815

        with serving(Handler) as self.url:
            self._closing = False
            posting = threading.Thread(target=self._post_to_webhook, daemon=True)
            posting.start()
            try:
                yield self
            finally:
                with self._changed:
                    self._closing = True
                    self._changed.notify_all()
                posting.join()

    def _respond(self, path: str, kind: str, body: bytes) -> tuple[int, bytes] | None:
        if path.startswith("/file/"):
            return self._serve_file(path)
        token, _, method = path.removeprefix("/bot").partition("/")
        parameters = _parameters(kind, body)
        with self._changed:
            self._at_once += method != "getUpdates"
            self.most_at_once = max(self.most_at_once, self._at_once)
            fault = self._take_fault(method, chat_of(parameters))
        try:
            return self._play(token, method, parameters, fault)
        finally:
            with self._changed:
                self._at_once -= method != "getUpdates"

    def _serve_file(self, path: str) -> tuple[int, bytes] | None:
        """The bytes of a file; `cut` sends half of them under the whole length."""
        token, _, name = path.removeprefix("/file/bot").partition("/")
        with self._changed:
            fault = self._take_fault("file", None)
            content = self.files.get(name.removeprefix("documents/"))
            status = 401 if token != TOKEN else 404 if content is None else 200
            status = fault.status if fault and fault.status else status
            called = Call(method="file", parameters={}, at=time.monotonic(), status=status, accepted=status == 200)
            self.journal.append(called)
            self._changed.notify_all()
        if fault and fault.cut:
            return None
        return status, content if status == 200 and content is not None else b"{}"

    def _play(
        self, token: str, method: str, parameters: dict[str, Any], fault: Fault | None
    ) -> tuple[int, bytes] | None:
        status, accepted = 0, False
        result: dict[str, Any] = {}
        if fault and fault.delay:
            time.sleep(fault.delay)
        if fault is None or fault.accepted or fault.delay:
            status, result = self._carry_out(token, method, parameters)
            accepted = status == 200
        if fault and fault.status:
            status, result = self._failure(fault, parameters)
        lost = fault is not None and (fault.cut or fault.hang > 0)
        with self._changed:
            answered = 0 if lost else status
            self.journal.append(
                Call(method=method, parameters=parameters, at=time.monotonic(), status=answered, accepted=accepted)
            )
            self._changed.notify_all()
            if fault and fault.hang:
                self._changed.wait_for(lambda: self._closing, fault.hang)
        if lost:
            return None
        if fault and fault.garbage is not None:
            return 200, fault.garbage
        return status, json.dumps(result).encode()

    def _failure(self, fault: Fault, parameters: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        extra: dict[str, int] = {}
        if fault.retry_after is not None:
            extra["retry_after"] = fault.retry_after
            if (chat := chat_of(parameters)) is not None:
                self._paused_until[chat] = time.monotonic() + fault.retry_after
        if fault.migrate_to is not None:
            extra["migrate_to_chat_id"] = fault.migrate_to
        return fault.status or 500, Answer(fault.status or 500, fault.description, **extra).body

    def _take_fault(self, method: str, chat: int | None) -> Fault | None:
        for index, fault in enumerate(self._faults):
            if fault.strikes(method, chat):
                left = fault.times - 1
                self._faults[index : index + 1] = [replace(fault, times=left)] if left else []
                return fault
        return None

    def _carry_out(self, token: str, method: str, parameters: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        try:
            if token != TOKEN:
                raise Answer(401, "Unauthorized")
            carry_out = getattr(self, f"_{method}", None)
            if carry_out is None:
                raise Answer(404, "Not Found: method not found")
            return 200, {"ok": True, "result": carry_out(parameters)}
        except BadRequest as error:
            return 400, Answer(400, str(error)).body
        except Answer as answer:
            return answer.status, answer.body

    def _post_to_webhook(self) -> None:
        """Post updates one after the other; what is not answered 200 is posted again."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or (self.webhook.get("url") and self.updates))
                if self._closing:
                    return
                update, webhook = self.updates[0], self.webhook
            status = _post(webhook, update)
            with self._changed:
                self.webhook_statuses.append(status)
                if status == 200 and update in self.updates:
                    self.updates.remove(update)
                self._changed.notify_all()
            if status != 200:
                time.sleep(0.05)


def _post(webhook: dict[str, Any], update: dict[str, Any]) -> int:
    target = urlsplit(webhook["url"])
    headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": webhook.get("secret_token", "")}
    connection = HTTPConnection(target.hostname or "", target.port, timeout=10)
    try:
        connection.request("POST", target.path, json.dumps(update), headers)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def _parameters(kind: str, body: bytes) -> dict[str, Any]:
    if not kind.startswith("multipart/form-data"):
        return dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=bool(body)))
    parameters: dict[str, Any] = {}
    boundary = b"--" + kind.partition("boundary=")[2].encode()
    for chunk in body.split(boundary)[1:-1]:
        head, _, content = chunk[2:-2].partition(b"\r\n\r\n")
        name = re.search(r'name="([^"]*)"(?:; filename="([^"]*)")?', head.decode())
        assert name is not None
        parameters[name[1]] = (name[2], content) if name[2] else content.decode()
    return parameters

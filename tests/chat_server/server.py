"""An OpenAI-compatible chat server on loopback whose one model says what a test tells it to, well or badly."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.loopback import QuietHandler, serving

Said = str | int | bytes | None
"""What a model says: a text is streamed, a number is an HTTP status, bytes are sent as they are, None hangs."""


class ChatServer:
    """`script` is what the model says, or says of a request."""

    def __init__(self) -> None:
        self.script: Said | Callable[[dict[str, Any]], Said] = ""
        self.failures: list[int] = []  # statuses of the next requests, before the script is followed
        self.die_after: int | None = None  # chunks, then the connection is cut
        self.pause = 0.0  # seconds between two chunks
        self.requests: list[dict[str, Any]] = []
        self.url = ""
        self._closing = threading.Event()

    @contextmanager
    def running(self) -> Iterator["ChatServer"]:
        """Serve until the end of the block."""
        fake = self

        class Handler(QuietHandler):
            def do_POST(self) -> None:  # noqa: N802 - http.server calls it
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                fake.requests.append(json.loads(body))
                fake._answer(self, fake.requests[-1])

        with serving(Handler) as url:
            self.url = f"{url}/v1"
            try:
                yield self
            finally:
                self._closing.set()

    def _answer(self, handler: BaseHTTPRequestHandler, request: dict[str, Any]) -> None:
        said = self.script(request) if callable(self.script) else self.script
        if self.failures:
            said = self.failures.pop(0)
        if said is None:
            self._closing.wait(30)
        elif isinstance(said, int):
            _send(handler, said, b'{"error": {"message": "out of order"}}', "application/json")
        elif isinstance(said, bytes):
            kind = "text/html" if said.startswith(b"<") else "application/json"
            _send(handler, 200, said, kind)
        else:
            self._stream(handler, said)

    def _stream(self, handler: BaseHTTPRequestHandler, text: str) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        pieces = [text[start : start + 40] for start in range(0, len(text), 40)]
        for number, piece in enumerate(pieces):
            if self.die_after is not None and number >= self.die_after:
                handler.connection.shutdown(socket.SHUT_RDWR)
                handler.close_connection = True
                return
            _event(handler, {"delta": {"role": "assistant", "content": piece}, "finish_reason": None})
            time.sleep(self.pause)
        _event(handler, {"delta": {}, "finish_reason": "stop"})
        _chunk(handler, b"data: [DONE]\n\n")
        _chunk(handler, b"")


def _event(handler: BaseHTTPRequestHandler, choice: dict[str, Any]) -> None:
    chunk = {
        "id": "c",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "test",
        "choices": [{"index": 0, **choice}],
    }
    _chunk(handler, f"data: {json.dumps(chunk)}\n\n".encode())


def _chunk(handler: BaseHTTPRequestHandler, content: bytes) -> None:
    """One piece of a chunked body; an empty one ends it."""
    handler.wfile.write(b"%x\r\n%b\r\n" % (len(content), content))
    handler.wfile.flush()


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes, kind: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)

"""An OpenAI-compatible chat server on loopback whose one model says what a test tells it to, well or badly."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class ChatServer:
    """`script` is what the model says; a number is an HTTP status; None hangs."""

    def __init__(self) -> None:
        self.script: str | int | None = ""
        self.die_after: int | None = None  # chunks, then the connection is cut
        self.requests: list[dict[str, Any]] = []
        self.url = ""
        self._closing = threading.Event()

    @contextmanager
    def running(self) -> Iterator["ChatServer"]:
        """Serve until the end of the block."""
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                fake.requests.append(json.loads(body))
                fake._answer(self)

            def log_message(self, *_: Any) -> None:
                """Silence."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: Any, client_address: Any) -> None:
                """A client that went away is no error."""

        with Server(("127.0.0.1", 0), Handler) as server:
            self.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
            serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
            serving.start()
            try:
                yield self
            finally:
                self._closing.set()
                server.shutdown()
                serving.join()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        if self.script is None:
            self._closing.wait(30)
            return
        if isinstance(self.script, int):
            _send(handler, self.script, b'{"error": {"message": "out of order"}}', "application/json")
        elif self.script.startswith("<"):
            _send(handler, 200, self.script.encode(), "text/html")
        else:
            self._stream(handler, self.script)

    def _stream(self, handler: BaseHTTPRequestHandler, text: str) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Connection", "close")
        handler.end_headers()
        pieces = [text[start : start + 20] for start in range(0, len(text), 20)]
        for number, piece in enumerate(pieces):
            if self.die_after is not None and number >= self.die_after:
                handler.connection.close()
                return
            _event(handler, {"delta": {"role": "assistant", "content": piece}, "finish_reason": None})
            time.sleep(0.001)
        _event(handler, {"delta": {}, "finish_reason": "stop"})
        handler.wfile.write(b"data: [DONE]\n\n")
        handler.close_connection = True


def _event(handler: BaseHTTPRequestHandler, choice: dict[str, Any]) -> None:
    chunk = {
        "id": "c",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "test",
        "choices": [{"index": 0, **choice}],
    }
    handler.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
    handler.wfile.flush()


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes, kind: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)

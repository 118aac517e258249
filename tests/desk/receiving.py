"""The other ends, real ones on loopback: an SMTP server, and a system that takes webhook calls."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword

USER, PASSWORD = "relais", "mot de passe du serveur"


@dataclass
class MailBox:
    """What an SMTP server took; `refuse` maps a recipient to the answer that it gets."""

    letters: list[EmailMessage] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    port: int = 9

    async def handle_RCPT(  # noqa: N802
        self, server: Any, _session: Any, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take or refuse one recipient."""
        if answer := self.refuse.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        self.encrypted.append(
            server._tls_protocol is not None or server.transport.get_extra_info("ssl_object") is not None
        )
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802
        """Keep the letter."""
        content = envelope.content
        assert isinstance(content, bytes)
        letter = message_from_bytes(content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 taken"


def _free_port() -> int:
    """aiosmtpd cannot take port 0: it calls itself by the number that it was given."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    known = isinstance(data, LoginPassword) and data == LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)


@contextmanager
def smtp_server(
    authority: trustme.CA | None = None, *, security: str = "none", login: bool = False, box: MailBox | None = None
) -> Iterator[MailBox]:
    """A server on a free port: in clear, with STARTTLS, or with TLS from the start."""
    box = box or MailBox()
    context = None
    if authority:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(context)
    options: dict[str, Any] = {"authenticator": _authenticate, "auth_required": True} if login else {}
    if security == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    else:
        options |= {"auth_require_tls": False}
    controller = Controller(
        box, hostname="127.0.0.1", port=_free_port(), ssl_context=context if security == "tls" else None, **options
    )
    controller.start()
    box.port = controller.port
    try:
        yield box
    finally:
        controller.stop()


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Crm:
    """Answers as told, one word a call, then 200: a status, `hang`, `cut`, or a URL to redirect to."""

    answers: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    url: str = ""
    hangs_for: float = 1.0


@contextmanager
def crm_server(crm: Crm, authority: trustme.CA | None = None, *, name: str = "localhost") -> Iterator[Crm]:
    """A server on a free port; with an authority it speaks TLS under that name."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {key.lower(): value for key, value in self.headers.items()}
            crm.calls.append(Call(path=self.path, headers=headers, body=body))
            answer = crm.answers.pop(0) if crm.answers else "200"
            if answer == "hang":
                time.sleep(crm.hangs_for)
            if answer in ("hang", "cut"):
                self.close_connection = True
                return
            self.send_response(302 if answer.startswith("http") else int(answer))
            if answer.startswith("http"):
                self.send_header("Location", answer)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if authority:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    crm.url = f"{'https' if authority else 'http'}://localhost:{server.server_port}/relais"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield crm
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

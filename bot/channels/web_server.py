"""Serves the web application: the socket is opened first, so that the address is known and a taken port is told."""

import asyncio
import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from bot.errors import SettingsError

_REFUSED = {errno.EADDRINUSE: "déjà pris", errno.EACCES: "interdit à ce compte"}

LAST_WORDS = 10  # seconds that requests under way have when we stop


class _QuietServer(uvicorn.Server):
    """Leaves the signals to whoever runs the whole process."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class WebServer:
    """Listens as soon as it is made; raises SettingsError when the address cannot be had."""

    def __init__(self, app: Starlette, host: str, port: int) -> None:
        self._app = app
        self._socket = _listen(host, port)
        self._loop: asyncio.AbstractEventLoop | None = None
        config = uvicorn.Config(
            app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=LAST_WORDS
        )
        self._server = _QuietServer(config)
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self._socket.getsockname()[1]}"

    async def run(self) -> None:
        """Serve until `stop` is called."""
        self._loop = asyncio.get_running_loop()
        await self._server.serve(sockets=[self._socket])

    def stop(self) -> None:
        """Let open pages go, end what is under way, and make `run` return; from any thread."""
        self._server.should_exit = True
        if self._loop:
            self._loop.call_soon_threadsafe(self._app.state.wakeups.close)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise SettingsError(
            f"Impossible d'écouter sur {host}:{port}, "
            + _REFUSED.get(error.errno or 0, "qui n'est pas une adresse de cette machine")
            + " : changez RELAIS_HTTP_HOST ou RELAIS_HTTP_PORT, ou arrêtez le programme qui occupe ce port."
        ) from error

"""The reading process: files are opened in a child with limits, replaced when it dies or takes too long."""

import logging
import resource
import subprocess
import sys
from dataclasses import replace
from datetime import date
from multiprocessing.connection import Connection, Pipe
from pathlib import Path, PurePosixPath
from time import monotonic
from types import TracebackType

from bot.errors import KnowledgeError
from ingest.checking.one_file import examine, refused_because
from ingest.checking.results import FileResult

MEMORY_BYTES = 1_500_000_000
SECONDS = 9.0
_START_SECONDS = 60.0
# Not multiprocessing's own spawning, which would import the caller's main module into the child.
_CHILD = "import sys; sys.path[:] = {path!r}; from ingest.checking.worker import serve; serve({descriptor})"


class ReadingProcess:
    """Use as a context manager; one file at a time."""

    def __init__(self, root: Path, today: date, seconds: float = SECONDS, memory: int = MEMORY_BYTES) -> None:
        self.root, self._today, self._seconds, self._memory = root, today, seconds, memory
        self.process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> "ReadingProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def examine(self, path: str) -> FileResult:
        """Read and check one file; a file that kills or stalls its reader is refused like any other."""
        connection = self._connection or self._start()
        began = monotonic()
        result = self._ask(connection, path)
        return replace(result, report=replace(result.report, seconds=monotonic() - began))

    def _ask(self, connection: Connection, path: str) -> FileResult:
        name = PurePosixPath(path).name
        try:
            connection.send(path)
            if connection.poll(self._seconds):
                result: FileResult = connection.recv()
                return result
        except (EOFError, OSError):
            self._stop()
            return refused_because(path, f"« {name} » ne peut pas être lu (trop lourd ou abîmé) : refaites-le.")
        self._stop()
        return refused_because(
            path, f"« {name} » demande plus de {self._seconds:.0f} secondes de lecture : allégez-le ou coupez-le."
        )

    def _start(self) -> Connection:
        ours, theirs = Pipe()
        command = [sys.executable, "-c", _CHILD.format(path=sys.path, descriptor=theirs.fileno())]
        self.process = subprocess.Popen(  # noqa: S603 - ourselves
            command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        theirs.close()
        ours.send((self.root, self._today, self._memory))
        if not ours.poll(_START_SECONDS):
            self._stop()
            raise KnowledgeError("La lecture des fichiers n'a pas pu démarrer : relancez la commande.")
        ours.recv()
        self._connection = ours
        return ours

    def _stop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        self.process = self._connection = None


def serve(descriptor: int) -> None:
    """Runs in the child: reads files until the parent goes."""
    connection = Connection(descriptor)
    root, today, memory = connection.recv()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable(logging.CRITICAL)  # what the libraries say in English of a damaged file is told in French
    connection.send("ready")
    while True:
        try:
            path = connection.recv()
        except EOFError:
            return
        connection.send(examine(root, path, today))

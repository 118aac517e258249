"""The reading process: files are opened in a child with limits, replaced when it dies or takes too long."""

import logging
import multiprocessing
import resource
from dataclasses import replace
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path, PurePosixPath
from time import monotonic
from types import TracebackType

from bot.errors import KnowledgeError
from ingest.checking.one_file import examine, refused_because
from ingest.checking.results import FileResult

MEMORY_BYTES = 1_500_000_000
SECONDS = 9.0
_START_SECONDS = 60.0


class ReadingProcess:
    """Use as a context manager; one file at a time."""

    def __init__(self, root: Path, today: date, seconds: float = SECONDS, memory: int = MEMORY_BYTES) -> None:
        self.root, self._today, self._seconds, self._memory = root, today, seconds, memory
        self.process: BaseProcess | None = None
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
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, self.root, self._today, self._memory), daemon=True)
        self.process.start()
        theirs.close()
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
            self.process.join()
            self.process.close()
        self.process = self._connection = None


def _serve(connection: Connection, root: Path, today: date, memory: int) -> None:
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

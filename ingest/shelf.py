"""Where releases stand outside SQL: a folder with the frozen files, and the vectors; knows nothing of their content."""

import fcntl
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.errors import KnowledgeError, ModelUnavailable
from bot.search.embedding import Embedder
from bot.search.vectors import Vectors, drop_vectors, open_vectors
from ingest.folder import Found


@dataclass(frozen=True)
class Shelf:
    """The releases of one home."""

    home: Path
    chroma_url: str
    embedder: Embedder

    def folder(self, release: str) -> Path:
        """Folder of a release."""
        return self.home / "releases" / release

    def files(self, release: str) -> Path:
        """Frozen copy of the files that a release was made from."""
        return self.folder(release) / "files"

    def vectors(self, release: str) -> Vectors:
        """The vectors of a release, made when they are not there."""
        return open_vectors(self.home, self.chroma_url, release, self.embedder.name, self.embedder.dimension)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the shelf; raises KnowledgeError when another process is publishing."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "publication.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise KnowledgeError("Une publication est déjà en cours : attendez qu'elle finisse.") from error
            yield

    @contextmanager
    def removed_on_failure(self, release: str) -> Iterator[None]:
        """Leave nothing of a release that could not be finished."""
        try:
            yield
        except BaseException:
            self.remove([release])
            raise

    def freeze(self, release: str, found: Iterable[Found]) -> None:
        """Copy the files as they are now; one that has just gone or cannot be opened is left out."""
        for file in found:
            target = self.files(release) / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                shutil.copyfile(file.source, target)
            except OSError:
                target.unlink(missing_ok=True)

    def keep_version(self, release: str, path: str, older: str) -> None:
        """Put the version of an older release in place of a refused file."""
        target, source = self.files(release) / path, self.files(older) / path
        target.unlink(missing_ok=True)
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)

    def debris(self, known: Collection[str]) -> list[str]:
        """Releases that were begun and never stored: the process stopped in the middle."""
        folder = self.home / "releases"
        if not folder.is_dir():
            return []
        return sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and entry.name not in known)

    def remove(self, releases: Iterable[str]) -> None:
        """Remove the vectors and the files of these releases; when Chroma is away they are debris for the next time."""
        for release in releases:
            with suppress(ModelUnavailable):
                drop_vectors(self.home, self.chroma_url, release)
                shutil.rmtree(self.folder(release), ignore_errors=True)

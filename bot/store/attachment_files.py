"""The bytes of documents: each stands once, under its hash, and is there whole or not at all. It knows no SQL."""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

FORGOTTEN = 24 * 3600  # seconds after which what no row names, or what never arrived, is removed


class Arriving:
    """A file while it arrives, in a temporary place."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self.path = path
        self.size = 0
        self._file = file
        self._digest = hashlib.sha256()

    def write(self, chunk: bytes) -> None:
        """Take the next bytes in."""
        self._file.write(chunk)
        self._digest.update(chunk)
        self.size += len(chunk)

    def flush(self) -> None:
        """Make what arrived so far readable at `path`."""
        self._file.flush()

    @property
    def sha256(self) -> str:
        """The hash of what arrived so far."""
        return self._digest.hexdigest()


class AttachmentFiles:
    """A folder; replicas that share documents share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def arriving(self) -> Iterator[Arriving]:
        """A place for a file that arrives; gone at the end unless it was kept."""
        incoming = self._folder / "incoming"
        incoming.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=incoming)
        path = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                yield Arriving(file, path)
        finally:
            path.unlink(missing_ok=True)

    def keep(self, arriving: Arriving) -> str:
        """Put a whole file under its hash, safe from a power cut; gives the hash."""
        arriving.flush()
        target = self.path_of(arriving.sha256)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if target.exists():
            os.utime(target)  # young again: the sweep leaves it
            return arriving.sha256
        with arriving.path.open("rb+") as file:
            os.fsync(file.fileno())
        arriving.path.replace(target)
        _sync_folder(target.parent)
        return arriving.sha256

    def path_of(self, sha256: str) -> Path:
        """Where the bytes of that hash stand, or would."""
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError("not a hash")
        return self._folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        """Whether the bytes are there."""
        return self.path_of(sha256).is_file()

    def remove(self, sha256: str) -> None:
        """Take the bytes away for good; nothing happens when they are gone already."""
        path = self.path_of(sha256)
        with suppress(FileNotFoundError):
            path.unlink()
            _sync_folder(path.parent)

    def forgotten(self, now: float | None = None) -> list[str]:
        """Hashes of files older than a day, of which some may have no row; what never arrived whole is removed."""
        limit = (time.time() if now is None else now) - FORGOTTEN
        for path in self._folder.glob("incoming/*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < limit:
                    path.unlink()
        old = [path for path in self._folder.glob("[0-9a-f][0-9a-f]/*") if path.stat().st_mtime < limit]
        return [path.name for path in old]


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

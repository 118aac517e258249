"""A small knowledge folder, and publishing it with a counting embedder into a real database and a real Chroma."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.search.embedding import HashedEmbedder, Vector
from bot.store.database import Database
from ingest.checking.check import Progress
from ingest.checking.folder_wide import compare
from ingest.checking.one_file import examine
from ingest.checking.results import FileResult
from ingest.releasing import Examine, Published, publish
from tests.ingest.making import scheme, write

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class CountingEmbedder(HashedEmbedder):
    """Remembers which passages it was asked to embed."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def embed_passages(self, texts: list[str]) -> Vector:
        self.asked += texts
        return super().embed_passages(texts)


def read_here(root: Path, paths: Iterable[str], today: date, _progress: Progress) -> tuple[FileResult, ...]:
    """Read in this process: starting the reading process costs half a second, and has tests of its own."""
    return compare(examine(root, path, today) for path in paths)


@dataclass
class Staff:
    """Someone who edits a folder and publishes it, one hour apart."""

    folder: Path
    home: Path
    database: Database
    embedder: CountingEmbedder = field(default_factory=CountingEmbedder)
    hours: int = 0

    def write(self, path: str, text: str | bytes) -> None:
        """Put a file into the folder."""
        write(self.folder, path, text)

    def publish(self, examine: Examine | None = None, *, note: str = "", force: bool = False) -> Published:
        """Publish the folder as it is now."""
        self.hours += 1
        return publish(
            folder=self.folder,
            database=self.database,
            home=self.home,
            chroma_url="",
            embedder=self.embedder,
            note=note,
            now=self.now,
            examine=examine,
            force=force,
            read=read_here,
        )

    @property
    def now(self) -> datetime:
        """The hour of the last publication."""
        return NOON + timedelta(hours=self.hours)


def staff_of_two_files(tmp_path: Path, database: Database) -> Staff:
    """A scheme and a page, nothing published yet."""
    staff = Staff(tmp_path / "knowledge", tmp_path / "home", database)
    staff.write("financements/pret-forge.md", scheme(montant_max="3 M€"))
    staff.write("faq/qui-decide.md", "---\ntitre: Qui décide ?\n---\nUn conseiller de la CCI décide.\n")
    return staff

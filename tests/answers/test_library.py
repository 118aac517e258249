"""The served release, published for real into a home of its own."""

import shutil
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.answers.library import Library
from bot.answers.types import Context
from bot.errors import ModelUnavailable, NoRelease
from bot.search.embedding import HashedEmbedder
from bot.search.reranking import Score
from bot.store.database import Database
from ingest.releasing import publish

FICTITIOUS = Path(__file__).parents[1] / "fictitious"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


class Shop:
    """A knowledge folder, a database and the library that serves what is published of it."""

    def __init__(self, folder: Path, sqlite_url: str) -> None:
        self.folder, self.home = folder / "knowledge", folder / "home"
        shutil.copytree(FICTITIOUS, self.folder)
        self.database = Database(sqlite_url)
        self.library = self.library_with(None)

    def library_with(self, reranker: Callable[[], Score] | None) -> Library:
        return Library(
            database=self.database, home=self.home, chroma_url="", embedder=HashedEmbedder, reranker=reranker
        )

    def publish(self, now: datetime) -> str:
        published = publish(
            folder=self.folder,
            database=self.database,
            home=self.home,
            chroma_url="",
            embedder=HashedEmbedder(),
            note="",
            now=now,
            examine=None,
        )
        return published.release

    def ask(self, question: str) -> str:
        return self.library.answerer().answer(question, Context(), date(2026, 11, 24)).text


@pytest.fixture
def shop(tmp_path: Path, sqlite_url: str) -> Shop:
    return Shop(tmp_path, sqlite_url)


def test_nothing_published_is_said(shop: Shop) -> None:
    with pytest.raises(NoRelease, match="relais knowledge release"):
        shop.library.answerer()


@pytest.mark.slow
def test_a_new_release_is_served_without_a_restart(shop: Shop) -> None:
    first = shop.publish(NOW)
    shop.library.warm()
    assert shop.library.catalogue().release == first
    assert "90 000" in shop.ask("Combien avec le Prêt Boréal ?")
    scheme = shop.folder / "financements" / "pret-boreal.md"
    scheme.write_text(scheme.read_text().replace("90 000", "95 000").replace("90000", "95000"))
    second = shop.publish(NOW.replace(hour=10))
    deadline = time.monotonic() + 30
    while shop.library.catalogue().release != second and time.monotonic() < deadline:
        time.sleep(0.05)
    assert "95 000" in shop.ask("Combien avec le Prêt Boréal ?")


@pytest.mark.slow
def test_a_cross_encoder_reads_the_passages_and_one_that_cannot_be_had_silences_nobody(shop: Shop) -> None:
    shop.publish(NOW)
    read: list[str] = []

    def score(_question: str, texts: Sequence[str]) -> Sequence[float]:
        read.extend(texts)
        return [1.0] * len(texts)

    def away() -> Score:
        raise ModelUnavailable("Le modèle est absent : corrigez RELAIS_RERANKER_MODEL.")

    for reranker in (lambda: score, away):
        shop.library = shop.library_with(reranker)
        shop.library.warm()
        assert "90 000" in shop.ask("Combien avec le Prêt Boréal ?")
    assert any("Prêt Boréal" in text for text in read)

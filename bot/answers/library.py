"""The release that is served: loaded from SQL, searched by words at once and by vectors as soon as they are open."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread, Timer
from typing import TYPE_CHECKING, NamedTuple

import structlog

from bot.answers.answering import Answerer
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.loading import load_catalogue
from bot.errors import NoRelease, RelaisError
from bot.search.entries import entries_of, vocabulary_of
from bot.search.languages import english_words, french_words
from bot.store.database import Database
from bot.store.releases import get_release, live_release, load_rows

if TYPE_CHECKING:  # numpy and scipy load with the first release, not with the program
    from bot.search.embedding import Embedder
    from bot.search.reranking import Score
    from bot.search.retrieval import Retriever
    from bot.search.vectors import Vectors
    from bot.search.weights import Weights

LAST_USE = 60.0  # seconds after which no turn can still use the vectors of a former release

_log = structlog.get_logger()


class _Live(NamedTuple):
    release: str
    catalogue: Catalogue
    answerer: Answerer
    opening: Thread  # of its vectors


class Library:
    """Follows the pointer: loads a new release beside the old one, then swaps; safe to share between threads."""

    def __init__(
        self,
        *,
        database: Database,
        home: Path,
        chroma_url: str,
        embedder: "Callable[[], Embedder]",
        reranker: "Callable[[], Score] | None" = None,
    ) -> None:
        self._database, self._home, self._chroma_url = database, home, chroma_url
        self._embedder, self._reranker = embedder, reranker
        self._loading = Lock()
        self._live: _Live | None = None
        self._opened: dict[str, Vectors] = {}

    def answerer(self) -> Answerer:
        """The answerer of the live release; the first call loads it, a later change loads in the background."""
        return self._current().answerer

    def catalogue(self) -> Catalogue:
        """What the live release knows."""
        return self._current().catalogue

    def _current(self) -> _Live:
        pointed = self.pointed()
        if self._live is None:
            with self._loading:
                self._live = self._live or self._load(pointed)
        elif self._live.release != pointed and self._loading.acquire(blocking=False):
            Thread(target=self._swap, args=(pointed,), name="library", daemon=True).start()
        return self._live

    def pointed(self) -> str:
        """Id of the release that the pointer names; raises NoRelease."""
        with self._database.reading() as session:
            release = live_release(session)
        if release is None:
            raise NoRelease
        return release.id

    def warm(self) -> None:
        """Load the live release, wait for its vectors too, and read the dictionary before a question needs it."""
        french_words()
        english_words()
        self._current().opening.join()

    def _swap(self, release: str) -> None:
        try:
            loaded = self._load(release)
            loaded.opening.join()
            former, self._live = self._live, loaded
            _log.info("release_loaded", release=release)
        finally:
            self._loading.release()
        if former and (vectors := self._opened.pop(former.release, None)):
            Timer(LAST_USE, vectors.close).start()

    def _load(self, release: str) -> _Live:
        with self._database.reading() as session:
            rows = load_rows(session, release)
            row = get_release(session, release)
            stored = row.settings.get("weights") if row else None
        catalogue = load_catalogue(release, rows.records, rows.passages)
        from bot.search.retrieval import Retriever
        from bot.search.weights import Weights

        weights = Weights.from_json(stored) if stored else None
        retriever = Retriever(entries_of(catalogue), None, None, weights, vocabulary=vocabulary_of(catalogue))
        opening = Thread(target=self._open, args=(retriever, catalogue), name="vectors", daemon=True)
        opening.start()
        return _Live(release, catalogue, Answerer(catalogue, retriever.search, retriever.correct), opening)

    def _open(self, retriever: "Retriever", catalogue: Catalogue) -> None:
        """Words alone answer until then, and when the vectors cannot be had."""
        from bot.search.vectors import open_vectors

        release = catalogue.release
        try:
            embedder = self._embedder()
            vectors = open_vectors(self._home, self._chroma_url, release, embedder.name, embedder.dimension)
            self._opened[release] = vectors
            retriever.attach(vectors, embedder)
        except RelaisError as error:
            _log.warning("vectors_missing", release=release, kind=type(error).__name__)
        if self._reranker:
            self._attach_reranker(retriever, catalogue, self._reranker)

    def _attach_reranker(self, retriever: "Retriever", catalogue: Catalogue, load: "Callable[[], Score]") -> None:
        from bot.search.reranking import Reranker

        def text_of(passage: str) -> str:
            found = catalogue.passages[passage]
            return f"{found.title}\n{found.text}"

        try:
            retriever.attach_reranker(Reranker(load(), text_of))
        except RelaisError as error:
            _log.warning("reranker_missing", release=catalogue.release, kind=type(error).__name__)


def examining(catalogue: Catalogue, vectors: "Vectors", embedder: "Embedder", weights: "Weights") -> Answerer:
    """An answerer on a release that is not served yet, for its golden questions; no chat model."""
    from bot.search.retrieval import Retriever

    retriever = Retriever(entries_of(catalogue), embedder, vectors, weights, vocabulary=vocabulary_of(catalogue))
    return Answerer(catalogue, retriever.search, retriever.correct)

"""The vector signal of a query; it falls silent for a while when vectors or model fail, and words alone answer."""

import time
from collections.abc import Callable

import structlog

from bot.errors import ModelUnavailable
from bot.search.embedding import Embedder
from bot.search.vectors import Vectors

NEIGHBOURS = 50  # vectors looked at
REST = 30.0  # seconds without asking again after a failure

_log = structlog.get_logger()


class Meaning:
    """The passages nearest in meaning to a text."""

    def __init__(self, vectors: Vectors, embedder: Embedder, clock: Callable[[], float] = time.monotonic) -> None:
        self._vectors, self._embedder, self._clock = vectors, embedder, clock
        self._resting_until = float("-inf")

    def nearest(self, text: str) -> list[tuple[str, float]]:
        """Keys with their cosine, best first; none while the vectors are away."""
        if self._clock() < self._resting_until:
            return []
        try:
            vector = self._embedder.embed_query(text)
            return self._vectors.query(vector, NEIGHBOURS) if vector.any() else []
        except ModelUnavailable as error:
            self._resting_until = self._clock() + REST
            _log.warning("vectors_away", kind=type(error.__cause__).__name__, seconds=REST)
            return []

"""A cross-encoder's last look at the first passages, when one is configured; when it fails, nothing changes.

Nogueira, Cho, « Passage Re-ranking with BERT », 2019.
"""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import structlog

from bot.search.hub import load_model
from bot.search.types import Hit

Score = Callable[[str, Sequence[str]], Sequence[float]]
READ = 20  # passages read again: each costs some ten milliseconds
REST = 30.0  # seconds without asking again after a failure

_log = structlog.get_logger()


class Reranker:
    """Puts the hits that a model finds more telling first; falls silent for a while when the model fails."""

    def __init__(
        self, score: Score, text_of: Callable[[str], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`score` gives one figure for each text, in any scale; `text_of` the text of a key."""
        self._score, self._text_of, self._clock = score, text_of, clock
        self._resting_until = float("-inf")

    def rerank(self, question: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Half of the score of the first hits is the model's, which gives 0…1 between its worst and its best."""
        first, rest = hits[:READ], hits[READ:]
        if len(first) < 2 or self._clock() < self._resting_until:
            return tuple(hits)
        try:
            read = [float(score) for score in self._score(question, [self._text_of(hit.key) for hit in first])]
        except Exception as error:  # torch and tokenizers raise many kinds, none of which may silence an answer
            self._resting_until = self._clock() + REST
            _log.warning("reranker_away", kind=type(error).__name__, seconds=REST)
            return tuple(hits)
        if not all(map(math.isfinite, read)):
            return tuple(hits)
        low, span = min(read), (max(read) - min(read)) or 1.0
        top = first[0].score
        raised = [
            replace(hit, score=hit.score + top * (score - low) / span) for hit, score in zip(first, read, strict=True)
        ]
        return (*sorted(raised, key=lambda hit: -hit.score), *rest)


def load_reranker(model: str) -> Score:
    """The cross-encoder of RELAIS_RERANKER_MODEL, by hub name or folder; raises ModelUnavailable."""
    encoder = load_model("CrossEncoder", model, "RELAIS_RERANKER_MODEL")

    def score(question: str, texts: Sequence[str]) -> Sequence[float]:
        return list(encoder.predict([(question, text) for text in texts], show_progress_bar=False))

    return score

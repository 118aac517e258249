"""One query against one index: BM25F, near words and vectors, fused by a weighted sum of normalised scores.

Equal-weight reciprocal rank fusion was measured worse: a weak signal drags the strong one down.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.search.analysis import content_words, stems
from bot.search.counting import Counts, Scores, count
from bot.search.embedding import Embedder
from bot.search.lexical import LexicalIndex
from bot.search.meaning import Meaning
from bot.search.nearword import NearWordIndex
from bot.search.spelling import Speller
from bot.search.types import Entry, Found, Hit
from bot.search.vectors import Vectors


@dataclass(frozen=True)
class Weights:
    """What each signal counts beside BM25F, whose best score is 1."""

    near_word: float = 0.5
    vector: float = 0.2


class Retriever:
    """Searches one release; safe to share between threads once built."""

    def __init__(
        self,
        entries: Sequence[Entry],
        embedder: Embedder | None,
        vectors: Vectors | None,
        weights: Weights | None = None,
        *,
        vocabulary: Sequence[str] = (),
    ) -> None:
        """`vocabulary` are words that are right although no row holds them."""
        titles = [entry.title for entry in entries]
        texts = [entry.text for entry in entries]
        self._keys = list(dict.fromkeys(entry.key for entry in entries))
        numbers = {key: number for number, key in enumerate(self._keys)}
        self._numbers = numbers
        self._key_of_row = np.array([numbers[entry.key] for entry in entries], np.int32)
        counts = count(titles, texts)
        self._lexical = LexicalIndex(counts)
        self._near = NearWordIndex(counts)
        self._speller = Speller(_frequencies(counts, vocabulary))
        self._weights = weights or Weights()
        self._meaning = Meaning(vectors, embedder) if vectors and embedder else None

    def attach(self, vectors: Vectors, embedder: Embedder) -> None:
        """Search by vectors as well from now on."""
        self._meaning = Meaning(vectors, embedder)

    def search(self, query: str, limit: int = 10) -> Found:
        """The best keys; none when nothing of the index resembles the query."""
        spelled = self._speller.spell(query)
        nearest = spelled.nearest
        lexical = self._by_key(self._lexical.scores(spelled.stems))
        near = self._by_key(self._near.scores(content_words(nearest)))
        dense = self._vector_scores(nearest)
        fused = _scaled(lexical) + self._weights.near_word * _scaled(near) + self._weights.vector * _spread(dense)
        coverage = float(lexical.max(initial=0.0)) / (self._lexical.idf_sum(stems(query)) or 1.0)
        return Found(self._hits((fused, lexical, near, dense), limit), spelled.corrected, coverage, spelled.unknown)

    def _by_key(self, rows: Scores) -> Scores:
        """The best score among the rows of each key."""
        best = np.zeros(len(self._keys), np.float32)
        np.maximum.at(best, self._key_of_row, rows)
        return best

    def _vector_scores(self, corrected: str) -> Scores:
        """Cosines of the nearest keys, zeros elsewhere."""
        scores = np.zeros(len(self._keys), np.float32)
        meaning = self._meaning
        if meaning is None or not corrected:
            return scores
        for key, cosine in meaning.nearest(corrected):
            number = self._numbers.get(key)
            if number is not None:
                scores[number] = cosine
        return scores

    def _hits(self, scored: tuple[Scores, Scores, Scores, Scores], limit: int) -> tuple[Hit, ...]:
        fused, lexical, near, dense = scored
        count = min(limit, len(fused))
        top = np.argpartition(-fused, count - 1)[:count] if count else np.array([], np.int64)
        ordered = sorted((int(number) for number in top if fused[number] > 0), key=lambda n: (-fused[n], n))
        return tuple(
            Hit(self._keys[n], float(fused[n]), float(lexical[n]), float(near[n]), float(dense[n])) for n in ordered
        )


def _frequencies(counts: Counts, vocabulary: Sequence[str]) -> dict[str, int]:
    """How often each word stands in the rows; a word of the vocabulary counts at least once."""
    totals = np.asarray(counts.titles.sum(axis=0) + counts.texts.sum(axis=0)).ravel().astype(int).tolist()
    return {word: 1 for text in vocabulary for word in content_words(text)} | dict(
        zip(counts.words, totals, strict=True)
    )


def _scaled(scores: Scores) -> Scores:
    best = float(scores.max(initial=0.0))
    return scores / best if best > 0 else scores


def _spread(cosines: Scores) -> Scores:
    """1 for the nearest, 0 for the farthest of those found: many models put every text above 0.7."""
    found = cosines[cosines > 0]
    floor = float(found.min(initial=1.0))
    if len(found) == 0 or float(found.max()) == floor:
        return _scaled(cosines)
    return np.asarray(np.maximum(cosines - floor, 0) / (float(found.max()) - floor), np.float32)

"""One query against one index: BM25F, near words and vectors, then a second look at the order of the words of the best.

All are fused by a weighted sum of normalised scores: equal-weight reciprocal rank fusion was measured worse, for a weak
signal drags the strong one down.
"""

from collections.abc import Callable, Sequence
from copy import copy
from typing import Self

import numpy as np

from bot.search.analysis import FRAMING, content_words, stems
from bot.search.closeness import Closeness, Term
from bot.search.counting import Counts, Numbers, Scores, count
from bot.search.embedding import Embedder
from bot.search.lexical import LexicalIndex
from bot.search.meaning import Meaning
from bot.search.memory import give_back
from bot.search.nearword import Likeness, NearWordIndex
from bot.search.reranking import READ, Reranker
from bot.search.spelling import Spelled, Speller
from bot.search.types import Entry, Found, Hit
from bot.search.vectors import Vectors
from bot.search.weights import Weights
from bot.search.wholes import Wholes

SECOND_LOOK = 200  # rows whose words are read in their order


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
        texts = [f"{entry.text}\n{entry.also}" if entry.also else entry.text for entry in entries]
        self._keys = list(dict.fromkeys(entry.key for entry in entries))
        numbers = {key: number for number, key in enumerate(self._keys)}
        self._numbers = numbers
        self._key_of_row = np.array([numbers[entry.key] for entry in entries], np.int32)
        counts = count(titles, texts)
        self._lexical = LexicalIndex(counts)
        self._near = NearWordIndex(counts)
        self._closeness = Closeness(counts, self._lexical.stem_numbers)
        self._wholes = Wholes(entries, counts)
        self._speller = Speller(_frequencies(counts, vocabulary))
        self.weights = weights or Weights.beside(embedder)
        self._default = weights is None
        self._meaning = Meaning(vectors, embedder) if vectors and embedder else None
        self._reranker: Reranker | None = None
        give_back()

    def attach(self, vectors: Vectors, embedder: Embedder) -> None:
        """Search by vectors as well from now on."""
        self._meaning = Meaning(vectors, embedder)
        if self._default:
            self.weights = Weights.beside(embedder)

    def attach_reranker(self, reranker: Reranker) -> None:
        """Have the first hits read again from now on."""
        self._reranker = reranker

    def weighing(self, weights: Weights) -> Self:
        """The same index with other weights."""
        other = copy(self)
        other.weights, other._default = weights, False
        return other

    def correct(self, query: str, kept: Callable[[str], bool] = lambda word: False) -> str:
        """The query with its misspelt words corrected, those left alone that are `kept`; nothing is searched."""
        return self._speller.spell(query).keeping(kept)

    def search(self, query: str, limit: int = 10) -> Found:
        """The best keys; none when nothing of the index resembles the query."""
        spelled = self._speller.spell(query)
        nearest = spelled.nearest
        asked = [word for word in content_words(nearest) if word not in FRAMING] or content_words(nearest)
        likeness = self._near.likeness(asked)
        lexical, near = self._lexical.scores(spelled.stems), self._near.scores(likeness)
        dense = self._vector_scores(nearest)
        weights = self.weights
        rows = _scaled(lexical) + weights.near_word * _scaled(near) + weights.whole * self._wholes.scores(spelled.stems)
        rows += weights.vector * _spread(dense)[self._key_of_row]
        self._look_again(rows, spelled, likeness)
        coverage = float(lexical.max(initial=0.0)) / (self._lexical.idf_sum(stems(query)) or 1.0)
        scored = (self._by_key(rows), self._by_key(lexical), self._by_key(near), dense)
        hits = self._hits(scored, max(limit, READ) if self._reranker and limit > 1 else limit)
        if self._reranker and limit > 1:
            hits = self._reranker.rerank(query, hits)[:limit]
        return Found(hits, spelled.corrected, coverage, spelled.unknown)

    def _look_again(self, rows: Scores, spelled: Spelled, likeness: Likeness) -> None:
        """Add to the best rows what the order of their words is worth."""
        best = _highest(rows, SECOND_LOOK)
        pairs, windows = self._closeness.scores(best, self._terms(spelled), self._near, likeness)
        rows[best] += self.weights.pairs * pairs + self.weights.window * _scaled(windows)

    def _terms(self, spelled: Spelled) -> list[Term]:
        columns, idf = self._lexical.columns, self._lexical.idf
        places = [[columns[stem] for stem in place if stem in columns] for place in spelled.places]
        return [Term(tuple(known), float(idf[known[0]])) for known in places if known]

    def _by_key(self, rows: Scores) -> Scores:
        """The best score among the rows of each key."""
        best = np.zeros(len(self._keys), np.float32)
        np.maximum.at(best, self._key_of_row, rows)
        return best

    def _vector_scores(self, corrected: str) -> Scores:
        """Cosines of the nearest keys, zeros elsewhere."""
        scores = np.zeros(len(self._keys), np.float32)
        meaning = self._meaning
        if meaning is None or not corrected or not self.weights.vector:
            return scores
        for key, cosine in meaning.nearest(corrected):
            number = self._numbers.get(key)
            if number is not None:
                scores[number] = cosine
        return scores

    def _hits(self, scored: tuple[Scores, Scores, Scores, Scores], limit: int) -> tuple[Hit, ...]:
        fused, lexical, near, dense = scored
        best = _highest(fused, limit).tolist()
        ordered = sorted((number for number in best if fused[number] > 0), key=lambda n: (-fused[n], n))
        return tuple(
            Hit(self._keys[n], float(fused[n]), float(lexical[n]), float(near[n]), float(dense[n])) for n in ordered
        )


def _highest(scores: Scores, limit: int) -> Numbers:
    """The places of the highest scores, in no order."""
    count = min(limit, len(scores))
    return np.argpartition(-scores, count - 1)[:count].astype(np.int32) if count else np.array([], np.int32)


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

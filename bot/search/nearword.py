"""Near words: cosine of character 3- to 5-grams, computed over the distinct words instead of over whole texts.

A row's n-gram vector is the sum of its words' vectors, so a query is compared with each distinct word once and the
likenesses are added up along the words of the rows.
"""

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from bot.search.analysis import content_words
from bot.search.lexical import Scores, counted

SIZES = (3, 4, 5)
FAINT = 0.02  # likeness, as a share of the best, below which a word is left aside


def ngrams(word: str) -> list[str]:
    """Character n-grams of a word with its borders marked: ` us`, `usi`, … `age `."""
    marked = f" {word} "
    return [marked[start : start + size] for size in SIZES for start in range(len(marked) - size + 1)]


class NearWordIndex:
    """Scores every row against the words of a query."""

    def __init__(self, titles: Sequence[str], texts: Sequence[str]) -> None:
        self._words: dict[str, int] = {}
        rows = counted(
            (content_words(f"{title} {text}") for title, text in zip(titles, texts, strict=True)), self._words
        )
        rows.data = 1 + np.log(rows.data)
        self._grams: dict[str, int] = {}
        spelled = counted((ngrams(word) for word in self._words), self._grams)
        held = np.bincount((rows.astype(bool).astype(np.float32) @ spelled).indices, minlength=len(self._grams))
        self._idf = np.log((1 + len(titles)) / (1 + held)).astype(np.float32) + 1
        self._spelled = sparse.csr_matrix(spelled.multiply(self._idf), dtype=np.float32)
        self._by_gram = self._spelled.tocsc()
        self._norms = self._row_norms(rows)
        self._rows = rows.tocsc()

    def _row_norms(self, rows: sparse.csr_matrix) -> Scores:
        """Lengths of the rows' n-gram vectors, some thousand rows at a time to bound the memory."""
        norms = np.ones(rows.shape[0], np.float32)
        for start in range(0, rows.shape[0], 2_000):
            part = rows[start : start + 2_000] @ self._spelled
            norms[start : start + 2_000] = np.sqrt(np.asarray(part.multiply(part).sum(axis=1)).ravel())
        norms[norms == 0] = 1
        return norms

    def scores(self, query: Sequence[str]) -> Scores:
        """Cosine of each row with the query's words."""
        asked = counted([[gram for word in query for gram in ngrams(word) if gram in self._grams]], dict(self._grams))
        weights = asked.toarray().ravel() * self._idf
        likeness = np.asarray(self._by_gram[:, asked.indices] @ weights[asked.indices]).ravel()
        scores = np.zeros(self._rows.shape[0], np.float32)
        best = float(likeness.max(initial=0.0))
        if best == 0:
            return scores
        kept = np.flatnonzero(likeness > FAINT * best)
        added = np.asarray(self._rows[:, kept] @ likeness[kept]).ravel() / self._norms
        return np.asarray(added / (np.linalg.norm(weights) or 1), np.float32)

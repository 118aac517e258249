"""Near words: cosine of character 3- to 5-grams, computed over the distinct words instead of over whole texts.

A row's n-gram vector is the sum of its words' vectors, so a query is compared with each distinct word once and the
likenesses are added up along the words of the rows.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from scipy import sparse

from bot.search.counting import BLOCK, Counts, Numbering, Scores, counted

SIZES = (3, 4, 5)
FAINT = 0.02  # likeness, as a share of the best, below which a word is left aside


def ngrams(word: str) -> list[str]:
    """Character n-grams of a word with its borders marked: ` us`, `usi`, … `age `."""
    marked = f" {word} "
    return [marked[start : start + size] for size in SIZES for start in range(len(marked) - size + 1)]


class NearWordIndex:
    """Scores every row against the words of a query."""

    def __init__(self, counts: Counts) -> None:
        rows = counts.titles + counts.texts
        rows.data = 1 + np.log(rows.data)
        self._grams = Numbering()
        spelled = counted(map(ngrams, counts.words), self._grams)
        self._idf = _idf(rows, spelled)
        spelled.data *= self._idf[spelled.indices]
        self._norms = _norms(rows, spelled)
        self._by_gram = spelled.tocsc()
        self._rows = rows.tocsc()

    def scores(self, query: Sequence[str]) -> Scores:
        """Cosine of each row with the query's words."""
        grams, weights = self._weighted(query)
        likeness = self._by_gram[:, grams] @ weights
        kept = np.flatnonzero(likeness > FAINT * likeness.max(initial=0.0))
        added = self._rows[:, kept] @ likeness[kept]
        return np.asarray(added / self._norms / (np.linalg.norm(weights) or 1), np.float32)

    def _weighted(self, query: Sequence[str]) -> tuple[list[int], Scores]:
        """The known n-grams of the words, each once, and what each counts."""
        counts: dict[int, int] = {}
        for word in query:
            for gram in ngrams(word):
                number = self._grams.get(gram)
                if number is not None:
                    counts[number] = counts.get(number, 0) + 1
        grams = list(counts)
        return grams, np.array(list(counts.values()), np.float32) * self._idf[grams]


def _idf(rows: sparse.csr_matrix, spelled: sparse.csr_matrix) -> Scores:
    """Inverse frequency of each n-gram among the rows."""
    held = np.zeros(spelled.shape[1], np.int64)
    for _, part in _products(rows, spelled):
        held += np.bincount(part.indices, minlength=len(held))
    return np.asarray(np.log((1 + rows.shape[0]) / (1 + held)) + 1, np.float32)


def _norms(rows: sparse.csr_matrix, spelled: sparse.csr_matrix) -> Scores:
    """Lengths of the rows' n-gram vectors, 1 for an empty row."""
    norms = np.ones(rows.shape[0], np.float32)
    for start, part in _products(rows, spelled):
        squares = np.asarray(part.multiply(part).sum(axis=1)).ravel()
        norms[start : start + BLOCK] = np.where(squares > 0, np.sqrt(squares), 1)
    return norms


def _products(rows: sparse.csr_matrix, spelled: sparse.csr_matrix) -> Iterator[tuple[int, sparse.csr_matrix]]:
    """Rows × n-grams, some thousand rows at a time: the whole would not fit in memory."""
    for start in range(0, rows.shape[0], BLOCK):
        yield start, rows[start : start + BLOCK] @ spelled

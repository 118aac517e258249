"""Near words: cosine of character 3- to 5-grams, computed over the distinct words instead of over whole texts.

The n-gram vector of a text is the sum of its words' vectors, so a query is compared with each distinct word once and
the likenesses are added up along the words of the rows, or of their windows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from bot.search.counting import BLOCK, Counts, Numbering, Numbers, Scores, counted, summed

SIZES = (3, 4, 5)
FAINT = 0.02  # likeness, as a share of the best, below which a word is left aside


def ngrams(word: str) -> list[str]:
    """Character n-grams of a word with its borders marked: ` us`, `usi`, … `age `."""
    marked = f" {word} "
    return [marked[start : start + size] for size in SIZES for start in range(len(marked) - size + 1)]


@dataclass(frozen=True)
class Likeness:
    """How much each word of the index resembles those of a query; `best` are the words that do not fall aside."""

    words: Scores
    best: Numbers


class NearWordIndex:
    """Scores rows and windows against the words of a query."""

    def __init__(self, counts: Counts) -> None:
        rows = counts.titles + counts.texts
        rows.data = 1 + np.log(rows.data)
        self._grams = Numbering()
        spelled = counted(map(ngrams, counts.words), self._grams)
        self._idf = _idf(rows, spelled)
        spelled.data *= self._idf[spelled.indices]
        self._norms = _norms(rows, spelled)
        self._window_norms = _norms(summed(counts.sequence, counts.windows, len(counts.words)), spelled)
        self._by_gram = spelled.tocsc()
        self._rows = rows.tocsc()

    def likeness(self, query: Sequence[str]) -> Likeness:
        """Compare the words of a query with each word of the index."""
        grams, weights = self._weighted(query)
        words = np.asarray(self._by_gram[:, grams] @ (weights / (np.linalg.norm(weights) or 1)), np.float32)
        kept = words > FAINT * words.max(initial=0.0)
        return Likeness(np.where(kept, words, 0), np.flatnonzero(kept).astype(np.int32))

    def scores(self, likeness: Likeness) -> Scores:
        """Cosine of each row with the query's words."""
        added = self._rows[:, likeness.best] @ likeness.words[likeness.best]
        return np.asarray(added / self._norms, np.float32)

    def window_norms(self, windows: Numbers) -> Scores:
        """Lengths of the windows' n-gram vectors."""
        return self._window_norms[windows]

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
        part.data *= part.data
        squares = np.asarray(part.sum(axis=1)).ravel()
        norms[start : start + BLOCK] = np.where(squares > 0, np.sqrt(squares), 1)
    return norms


def _products(rows: sparse.csr_matrix, spelled: sparse.csr_matrix) -> Iterator[tuple[int, sparse.csr_matrix]]:
    """Rows × n-grams, some thousand rows at a time: the whole would not fit in memory."""
    for start in range(0, rows.shape[0], BLOCK):
        yield start, rows[start : start + BLOCK] @ spelled

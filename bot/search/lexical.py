"""BM25F over titles and texts: one sparse column a stem, so that a query is a sum of a few columns.

Robertson, Zaragoza, Taylor, « Simple BM25 extension to multiple weighted fields », CIKM 2004.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from scipy import sparse

from bot.search.analysis import stem_of
from bot.search.counting import Counts, Numbering, Scores

K1 = 1.2
TITLE_WEIGHT, TITLE_B, TEXT_B = 2.0, 0.3, 0.75


class LexicalIndex:
    """Scores every row against weighted query stems."""

    def __init__(self, counts: Counts) -> None:
        self.columns = Numbering()
        self.stem_numbers = np.array([self.columns[stem_of(word)] for word in counts.words], np.int32)
        titles, texts = (
            _merged(matrix, self.stem_numbers, len(self.columns)) for matrix in (counts.titles, counts.texts)
        )
        frequency = TITLE_WEIGHT * _normalised(titles, TITLE_B) + _normalised(texts, TEXT_B)
        self._rows = frequency.shape[0]
        held = np.bincount(frequency.indices, minlength=len(self.columns))
        self.idf = np.log(1 + (self._rows - held + 0.5) / (held + 0.5)).astype(np.float32)
        frequency.data *= (K1 + 1) / (frequency.data + K1) * self.idf[frequency.indices]
        self._weights = frequency.tocsc()

    def scores(self, query: Mapping[str, float]) -> Scores:
        """BM25F of each row for stems with their weights; zeros for stems that no row holds."""
        scores = np.zeros(self._rows, np.float32)
        for stem, weight in query.items():
            column = self.columns.get(stem)
            if column is not None:
                part = slice(self._weights.indptr[column], self._weights.indptr[column + 1])
                scores[self._weights.indices[part]] += weight * self._weights.data[part]
        return scores

    def idf_sum(self, asked: Iterable[str]) -> float:
        """Sum of the idf of the stems, unknown ones counted at the largest."""
        largest = float(self.idf.max(initial=0.0))
        return sum(
            float(self.idf[column]) if (column := self.columns.get(stem)) is not None else largest for stem in asked
        )


def _merged(words: sparse.csr_matrix, stem_numbers: np.ndarray, stems: int) -> sparse.csr_matrix:
    """The columns of words with the same stem added up."""
    parts = (words.data.copy(), stem_numbers[words.indices], words.indptr.copy())
    matrix = sparse.csr_matrix(parts, shape=(words.shape[0], stems))
    matrix.sum_duplicates()
    return matrix


def _normalised(counts: sparse.csr_matrix, b: float) -> sparse.csr_matrix:
    """Term frequencies over the length of their field, 1 at the average length."""
    lengths = np.asarray(counts.sum(axis=1), np.float32).ravel()
    average = float(lengths[lengths > 0].mean()) if lengths.any() else 1.0
    counts.data /= np.repeat(1 - b + b * lengths / average, np.diff(counts.indptr))
    return counts

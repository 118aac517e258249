"""BM25F over titles and texts: one sparse column a stem, so that a query is a sum of a few columns.

Robertson, Zaragoza, Taylor, « Simple BM25 extension to multiple weighted fields », CIKM 2004.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.search.analysis import stems

K1 = 1.2
TITLE_WEIGHT, TITLE_B, TEXT_B = 2.0, 0.3, 0.75

Scores = NDArray[np.float32]


def counted(texts: Iterable[Sequence[str]], columns: dict[str, int]) -> sparse.csr_matrix:
    """Counts of each token in each text, n × tokens; new tokens get the next column of `columns`."""
    ids: list[int] = []
    borders = [0]
    for tokens in texts:
        ids.extend(columns.setdefault(token, len(columns)) for token in tokens)
        borders.append(len(ids))
    shape = (len(borders) - 1, len(columns))
    matrix = sparse.csr_matrix((np.ones(len(ids), np.float32), np.array(ids, np.int32), np.array(borders)), shape=shape)
    matrix.sum_duplicates()
    return matrix


class LexicalIndex:
    """Scores every row against weighted query stems."""

    def __init__(self, titles: Sequence[str], texts: Sequence[str]) -> None:
        self.columns: dict[str, int] = {}
        title_counts = counted((stems(title) for title in titles), self.columns)
        text_counts = counted((stems(text) for text in texts), self.columns)
        title_counts = sparse.csr_matrix(
            (title_counts.data, title_counts.indices, title_counts.indptr), shape=text_counts.shape
        )
        frequency = TITLE_WEIGHT * _normalised(title_counts, TITLE_B) + _normalised(text_counts, TEXT_B)
        rows = len(titles)
        held = np.bincount(frequency.indices, minlength=len(self.columns))
        self.idf = np.log(1 + (rows - held + 0.5) / (held + 0.5)).astype(np.float32)
        frequency.data *= (K1 + 1) / (frequency.data + K1)
        self._weights = sparse.csc_matrix(frequency.multiply(self.idf), dtype=np.float32)
        self._rows = rows

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


def _normalised(counts: sparse.csr_matrix, b: float) -> sparse.csr_matrix:
    """Term frequencies over the length of their field, 1 at the average length."""
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    average = float(lengths[lengths > 0].mean()) if lengths.any() else 1.0
    scale = 1 / (1 - b + b * lengths / average)
    return sparse.csr_matrix(sparse.diags(scale.astype(np.float32)) @ counts)

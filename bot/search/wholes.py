"""A passage counts more when the record that it is a part of is about the question as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy import sparse

from bot.search.counting import Counts, Scores
from bot.search.lexical import LexicalIndex
from bot.search.types import Entry


class Wholes:
    """BM25 of whole records, given to each of their rows."""

    def __init__(self, entries: Sequence[Entry], counts: Counts) -> None:
        numbers: dict[str, int] = {}
        self._whole_of_row = np.array(
            [numbers.setdefault(entry.whole or f"#{row}", len(numbers)) for row, entry in enumerate(entries)], np.int32
        )
        rows = len(entries)
        belongs = sparse.csr_matrix(
            (np.ones(rows, np.float32), (self._whole_of_row, np.arange(rows))), shape=(len(numbers), rows)
        )
        texts = (belongs @ (counts.titles + counts.texts)).tocsr()
        self._lexical = LexicalIndex(
            replace(counts, titles=sparse.csr_matrix(texts.shape, dtype=np.float32), texts=texts)
        )

    def scores(self, query: Mapping[str, float]) -> Scores:
        """0…1 for each row, 1 for those of the best record."""
        scores = self._lexical.scores(query)
        return (scores / (scores.max(initial=0.0) or 1))[self._whole_of_row]

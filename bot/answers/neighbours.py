"""The ways of asking nearest to a question vote for the records that their authors wrote them for.

k-nearest-neighbour classification (Cover, Hart, 1967) with TF-IDF cosines (Salton, Buckley, 1988): where no way of
asking is very like a question, those that share a few of its words still tell what it is about.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np
from scipy import sparse

from bot.catalogue.models import AnyRecord
from bot.search.analysis import stems

NEIGHBOURS = 25  # ways of asking that vote
_REMEMBERED = 64  # questions whose vote is kept: one is read several ways


class Neighbours:
    """The titles and ways of asking of all records of one release, as unit vectors of their stems."""

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        wordings = [
            (record.id, Counter(stems(text))) for record in records for text in (record.title, *record.questions)
        ]
        held = Counter(stem for _, said in wordings for stem in said)
        self._records = [record for record, _ in wordings]
        self._columns = {stem: column for column, stem in enumerate(held)}
        self._idf = {stem: 1 + math.log((1 + len(wordings)) / (1 + count)) for stem, count in held.items()}
        self._unheard = 1 + math.log((1 + len(wordings)) / 2)
        cells = [
            (row, self._columns[stem], weight)
            for row, (_, said) in enumerate(wordings)
            for stem, weight in self._unit(said).items()
        ]
        rows, columns, weights = (np.array(values) for values in zip(*cells, strict=True)) if cells else ((), (), ())
        shape = (len(wordings), len(held))
        self._weights = sparse.csc_matrix((weights, (rows, columns)), shape=shape, dtype=np.float32)
        self.votes = lru_cache(_REMEMBERED)(self._votes)

    def _unit(self, said: Mapping[str, int]) -> dict[str, float]:
        """Weights of the stems of a text, of length 1."""
        weights = {stem: (1 + math.log(count)) * self._idf.get(stem, self._unheard) for stem, count in said.items()}
        length = math.hypot(*weights.values()) or 1.0
        return {stem: weight / length for stem, weight in weights.items()}

    def _votes(self, question: str) -> Mapping[str, float]:
        """Share in 0…1 of each record in the vote, the first one first; a neighbour counts its cosine, squared."""
        near = np.zeros(len(self._records), np.float32)
        for stem, weight in self._unit(Counter(stems(question))).items():
            if (column := self._columns.get(stem)) is not None:
                part = slice(self._weights.indptr[column], self._weights.indptr[column + 1])
                near[self._weights.indices[part]] += weight * self._weights.data[part]
        counted: dict[str, float] = defaultdict(float)
        for row in np.argsort(-near, kind="stable")[:NEIGHBOURS]:
            counted[self._records[row]] += float(near[row]) ** 2
        whole = sum(counted.values()) or 1.0
        return {record: count / whole for record, count in sorted(counted.items(), key=lambda pair: -pair[1])}

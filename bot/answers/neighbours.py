"""The ways of asking nearest to a question vote for the records that their authors wrote them for.

k-nearest-neighbour classification (Cover, Hart, 1967) with TF-IDF cosines (Salton, Buckley, 1988): where no way of
asking is very like a question, those that share a few of its words still tell what it is about.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from heapq import nlargest

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
        self._idf = {stem: 1 + math.log((1 + len(wordings)) / (1 + count)) for stem, count in held.items()}
        self._unheard = 1 + math.log((1 + len(wordings)) / 2)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for row, (_, said) in enumerate(wordings):
            for stem, weight in self._unit(said).items():
                self._postings[stem].append((row, weight))
        self.votes = lru_cache(_REMEMBERED)(self._votes)

    def _unit(self, said: Mapping[str, int]) -> dict[str, float]:
        """Weights of the stems of a text, of length 1."""
        weights = {stem: (1 + math.log(count)) * self._idf.get(stem, self._unheard) for stem, count in said.items()}
        length = math.hypot(*weights.values()) or 1.0
        return {stem: weight / length for stem, weight in weights.items()}

    def _votes(self, question: str) -> Mapping[str, float]:
        """Share in 0…1 of each record in the vote, the first one first; a neighbour counts its cosine, squared."""
        near: dict[int, float] = defaultdict(float)
        for stem, weight in self._unit(Counter(stems(question))).items():
            for row, other in self._postings.get(stem, ()):
                near[row] += weight * other
        counted: dict[str, float] = defaultdict(float)
        for row, cosine in nlargest(NEIGHBOURS, near.items(), key=lambda pair: (pair[1], -pair[0])):
            counted[self._records[row]] += cosine**2
        whole = sum(counted.values()) or 1.0
        return {record: count / whole for record, count in sorted(counted.items(), key=lambda pair: -pair[1])}

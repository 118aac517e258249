"""Which schemes and partners a question names: by title, by other name, by acronym, with or without accents.

Pages are not named, they are found: their other names are everyday words such as « candidature ».
"""

import math
from collections import Counter
from collections.abc import Iterable

from bot.catalogue.models import AnyRecord, Page
from bot.search.analysis import stems

_ENOUGH = 0.72  # share of a long name's weight that a question must hold, else "aide région" would name twenty schemes


class Subjects:
    """All names of a release, weighed by how rare their words are among names."""

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        self._names: list[tuple[str, tuple[str, ...]]] = []
        for record in records:
            names = () if isinstance(record, Page) else record.names
            self._names.extend((record.id, key) for name in names if (key := tuple(stems(name))))
        counts = Counter(stem for stem, _ in {(s, r) for r, key in self._names for s in key})
        total = max(1, len({record for record, _ in self._names}))
        self._weight = {stem: math.log(1 + total / count) for stem, count in counts.items()}

    def named_in(self, question_stems: list[str]) -> tuple[tuple[str, float], ...]:
        """Ids of the records named, best first, each with how surely (0…1) it is meant."""
        asked = set(question_stems)
        found: dict[str, tuple[float, float]] = {}
        for record, key in self._names:
            weight, sure = self._match(key, asked, question_stems)
            if sure:
                found[record] = max(found.get(record, (0.0, 0.0)), (weight, sure))
        heaviest = max((weight for weight, _ in found.values()), default=0.0)
        kept = ((record, sure) for record, (weight, sure) in found.items() if weight >= 0.8 * heaviest)
        return tuple(sorted(kept, key=lambda pair: -pair[1]))

    def _match(self, key: tuple[str, ...], asked: set[str], ordered: list[str]) -> tuple[float, float]:
        """Weight of the words of the name that stand in the question, and how surely it is that name."""
        whole = sum(self._weight[stem] for stem in key)
        present = sum(self._weight[stem] for stem in key if stem in asked)
        if present == whole:
            return present, 1.0 if _stands_together(key, ordered) else 0.8
        if len(key) < 3 or present < _ENOUGH * whole:
            return 0.0, 0.0
        return present * present / whole, (present / whole) ** 2 / 2


def _stands_together(key: tuple[str, ...], ordered: list[str]) -> bool:
    size = len(key)
    return any(tuple(ordered[start : start + size]) == key for start in range(len(ordered) - size + 1))

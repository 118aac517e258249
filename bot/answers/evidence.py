"""Does a record speak of what is asked? The share of the question's weight that it holds, by rarity of the words."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.concepts import Concept
from bot.catalogue.catalogue import Catalogue
from bot.search.analysis import stems
from bot.search.languages import is_right

_FRAMING = 0.0
"""What a word that only frames the question counts beside one that says what it is about."""


@dataclass(frozen=True)
class Support:
    """`share` in 0…1 of the question's weight found in a record, and the concepts that it does not hold."""

    share: float
    missing: tuple[Concept, ...]


class Evidence:
    """Word statistics over the records of one release."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.stems_of: dict[str, frozenset[str]] = {}
        for record in catalogue.records.values():
            texts = [*record.names, *record.questions, *record.regions]
            texts += [
                f"{passage.title} {passage.origin.section or ''} {passage.text}"
                for passage in catalogue.passages_of(record.id)
            ]
            self.stems_of[record.id] = frozenset(stems(" ".join(texts)))
        self._frequency = Counter(stem for record in self.stems_of.values() for stem in record)
        self._records = max(1, len(self.stems_of))

    def idf(self, stem: str) -> float:
        """Rarity of a stem among records; a stem that no record holds is the rarest."""
        return math.log(1 + self._records / (0.5 + self._frequency.get(stem, 0)))

    def weight(self, concept: Concept) -> float:
        """Rarity of the concept as it was said, or as the knowledge says it when that is all it knows."""
        known = next((way for way in concept.alternatives if self._is_known(way)), concept.alternatives[0])
        return max(self.idf(stem) for stem in known)

    def _is_known(self, way: frozenset[str]) -> bool:
        return all(stem in self._frequency for stem in way)

    def is_unreadable(self, concept: Concept) -> bool:
        """Neither a word of the knowledge nor one of French or English: a misspelling that could not be saved."""
        return not any(self._is_known(way) for way in concept.alternatives) and not any(map(is_right, concept.said))

    def support(self, concepts: Sequence[Concept], record: str) -> Support:
        """How far one record speaks of all concepts."""
        held = self.stems_of.get(record, frozenset())
        missing = tuple(concept for concept in concepts if not concept.stands_in(held))
        return Support(self.share(concepts, held) if concepts else 0.0, missing)

    def burden(self, concept: Concept) -> float:
        """What its absence from an answer costs: the rarity of its commonest way of being said, squared."""
        known = [max(map(self.idf, way)) for way in concept.alternatives if self._is_known(way)]
        rarity = min(known, default=self.weight(concept))
        return (_FRAMING if concept.framing else 1.0) * rarity * rarity

    def share(self, concepts: Sequence[Concept], text_stems: frozenset[str]) -> float:
        """Share of the concepts' weight that a text holds; 1 when there is nothing to hold."""
        whole = sum(self.burden(concept) for concept in concepts)
        held = sum(self.burden(concept) for concept in concepts if concept.stands_in(text_stems))
        return held / whole if whole else 1.0

    def known(self, concepts: Sequence[Concept]) -> float:
        """Share of the concepts' number that any record holds at all."""
        held = sum(
            any(self._is_known(way) for way in concept.alternatives) for concept in concepts if not concept.framing
        )
        counted = sum(not concept.framing for concept in concepts)
        return held / counted if counted else 0.0

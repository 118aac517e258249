"""Does a record speak of what is asked? The share of the question's weight that it holds, by rarity of the words."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.concepts import Concept
from bot.catalogue.catalogue import Catalogue
from bot.search.analysis import stems, words

_QUESTION_WORDS = frozenset(
    "combien quand comment quel quelle quels quelles quoi qui ou pourquoi est ce puis peut peux peuvent pouvez"
    " faut faire fait avoir ai as etre suis dois doit devoir veux voudrais voulez aimerais cherche souhaite besoin"
    " savoir dire dit donne donner donnez dites moi svp merci bonjour encore deja tres bien si oui non plus moins"
    " aussi vraiment existe trouver quelqu un une existent koi ya can could do does did how much many what which"
    " who when where why is are the a an of to in for on with my our your i we you get need want please there any"
    " and or from about should tell me give find it that this be have has will would at by still tt pr cb jsuis"
    " jveux info infos question renseignement passe passent deroule deroulent tenue tenues tenu tenus appelle"
    " appellent chez lieu montre montrez explique expliquez parle parlez part proportion connu connue connus exact"
    " exacte exactement euro euros if another also just really some see cest jai quest sest nest dun dune ca tjrs"
    " main".split()
)


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
        """Rarity of the concept's best known way of being said."""
        return max(min(self.idf(stem) for stem in alternative) for alternative in concept.alternatives[:1])

    def support(self, concepts: Sequence[Concept], record: str) -> Support:
        """How far one record speaks of all concepts."""
        held = self.stems_of.get(record, frozenset())
        missing = tuple(concept for concept in concepts if not concept.stands_in(held))
        return Support(self.share(concepts, held) if concepts else 0.0, missing)

    def share(self, concepts: Sequence[Concept], text_stems: frozenset[str]) -> float:
        """Share of the concepts' weight that a text holds; 1 when there is nothing to hold."""
        whole = sum(self.weight(concept) for concept in concepts)
        held = sum(self.weight(concept) for concept in concepts if concept.stands_in(text_stems))
        return held / whole if whole else 1.0

    def known(self, concepts: Sequence[Concept]) -> float:
        """Share of the concepts' number that any record holds at all."""
        held = sum(
            any(all(stem in self._frequency for stem in way) for way in concept.alternatives) for concept in concepts
        )
        return held / len(concepts) if concepts else 0.0


def content(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """The concepts that carry meaning: no question words, no bare numbers."""
    return tuple(
        concept
        for concept in concepts
        if not all(word in _QUESTION_WORDS or word.isdigit() for word in words(" ".join(concept.said)))
    )

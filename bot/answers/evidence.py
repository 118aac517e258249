"""Does the knowledge speak of what is asked? Words weighed by how rare they are among the records of one release."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count

from bot.answers.concepts import Concept
from bot.answers.english import in_french
from bot.answers.sentences import sentences_of
from bot.answers.types import Language
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import AnyRecord, Page, Passage, PassageKind
from bot.search.analysis import stems
from bot.search.languages import is_common

_UNHEARD = 2
_REMEMBERED = 10_000  # concepts whose weight is kept
_FEW = 4  # records
_ROOT = 5  # letters that two stems of one family share at least (« décarboner », « décarbonation »)
_VOWELS = frozenset("aeiouy")
_SHARED = 0.7  # share of the longer stem that they share at least


@dataclass(frozen=True, eq=False)
class Line:
    """One sentence where it stands, and the stems of itself, its heading and its passage."""

    text: str
    read: str  # the text as patterns read it: an English one also word by word in French
    passage: Passage
    rank: int  # in its passage
    place: int  # in its record
    first: bool  # in the first passage of its record
    held: frozenset[str]
    heading: frozenset[str]
    around: frozenset[str]

    @cached_property
    def under(self) -> frozenset[str]:
        """Itself under its heading."""
        return self.held | self.heading


@dataclass(frozen=True)
class Support:
    """`share` in 0…1 of the question's weight found in a record, and the concepts that it does not hold."""

    share: float
    missing: tuple[Concept, ...]


class Evidence:
    """Word statistics over the records of one release, and their sentences, cut when first needed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.stems_of: dict[str, frozenset[str]] = {}
        for record in catalogue.records.values():
            texts = [*record.names, *record.regions]
            texts += [
                f"{passage.title} {passage.origin.section or ''} {passage.text}"
                for passage in catalogue.passages_of(record.id)
            ]
            self.stems_of[record.id] = frozenset(stems(" ".join(texts)))
        self._frequency = Counter(stem for record in self.stems_of.values() for stem in record)
        self._vocabulary = sorted(self._frequency)
        self._records = max(1, len(self.stems_of))
        self._idf = {stem: self._rarity(count) for stem, count in self._frequency.items()}
        self._unheard = self._rarity(_UNHEARD)
        self._burdens: dict[Concept, float] = {}
        self._weights: dict[Concept, float] = {}
        self._lines: dict[tuple[str, Language], tuple[Line, ...]] = {}
        self._wordings: dict[str, tuple[tuple[frozenset[str], float], ...]] = {}

    def _rarity(self, count: int) -> float:
        return math.log(1 + self._records / (0.5 + count))

    # words

    def idf(self, stem: str) -> float:
        """Rarity of a stem among records; one that no record holds may be a common word and counts as held by two."""
        return self._idf.get(stem, self._unheard)

    def is_rare(self, stem: str) -> bool:
        """Whether few records hold it, as they hold the name of a winner and not that of a region."""
        return self._frequency.get(stem, 0) <= _FEW

    @cached_property
    def rarest(self) -> float:
        """The burden of a word that one record holds."""
        return math.log(1 + self._records / 1.5) ** 2

    def weight(self, concept: Concept) -> float:
        """Rarity of the concept as it was said, or as the knowledge says it when that is all it knows."""
        if concept not in self._weights:
            _keep_small(self._weights)
            known = next((way for way in concept.alternatives if self._is_known(way)), concept.alternatives[0])
            self._weights[concept] = max(map(self.idf, known))
        return self._weights[concept]

    def burden(self, concept: Concept) -> float:
        """What its absence from an answer costs: the rarity of its commonest way of being said, squared."""
        if concept.framing:
            return 0.0
        if concept not in self._burdens:
            _keep_small(self._burdens)
            known = [max(map(self.idf, way)) for way in concept.alternatives if self._is_known(way)]
            self._burdens[concept] = min(known, default=self.weight(concept)) ** 2
        return self._burdens[concept]

    def is_known(self, concept: Concept) -> bool:
        """Whether any record says it in one of its ways."""
        return any(self._is_known(way) for way in concept.alternatives)

    def _is_known(self, way: frozenset[str]) -> bool:
        return all(stem in self._frequency for stem in way)

    def is_unreadable(self, concept: Concept) -> bool:
        """Neither a word of the knowledge nor one of French or English: a misspelling that could not be saved."""
        return not self.is_known(concept) and not any(map(is_common, concept.said))

    def is_proper(self, concept: Concept) -> bool:
        """A word of the knowledge that is no word of French or English: most likely a name of its own."""
        return self._is_known(concept.alternatives[0]) and not any(map(is_common, concept.said))

    def widened(self, concept: Concept) -> Concept:
        """The concept with the words of its family that the knowledge holds: « subventionner » with « subvention »."""
        if concept.framing or len(concept.alternatives[0]) != 1:
            return concept
        (stem,) = concept.alternatives[0]
        family = tuple(frozenset({other}) for other in self._family(stem))
        return replace(concept, alternatives=tuple(dict.fromkeys((*concept.alternatives, *family))))

    def _family(self, stem: str) -> Iterator[str]:
        if len(stem) < _ROOT or not stem.isalpha():
            return
        root = stem[:_ROOT]
        for place in range(bisect_left(self._vocabulary, root), len(self._vocabulary)):
            other = self._vocabulary[place]
            if not other.startswith(root):
                return
            if other != stem and _is_derived(stem, other):
                yield other

    # records

    def support(self, concepts: Sequence[Concept], record: str) -> Support:
        """How far one record speaks of all concepts."""
        held = self.stems_of.get(record, frozenset())
        missing = tuple(concept for concept in concepts if not concept.stands_in(held))
        return Support(self.share(concepts, held) if concepts else 0.0, missing)

    def share(self, concepts: Sequence[Concept], text_stems: frozenset[str]) -> float:
        """Share of the concepts' weight that a text holds; 1 when there is nothing to hold."""
        burdens = [(concept, burden) for concept in concepts if (burden := self.burden(concept))]
        whole = sum(burden for _, burden in burdens)
        return sum(burden * concept.held_by(text_stems) for concept, burden in burdens) / whole if whole else 1.0

    def known(self, concepts: Sequence[Concept]) -> float:
        """Share of the concepts' number that any record holds at all."""
        about = [concept for concept in concepts if not concept.framing]
        return sum(map(self.is_known, about)) / len(about) if about else 0.0

    def lines_of(self, record: str, language: Language = Language.FRENCH) -> tuple[Line, ...]:
        """The sentences of a record in reading order, the English ones in English where it has any.

        Typed fields are read as prose only for want of any.
        """
        key = (record, language)
        if key not in self._lines:
            english = self._catalogue.english_of(record) if language is Language.ENGLISH else ()
            self._lines[key] = tuple(_lines(english or self._catalogue.passages_of(record)))
        return self._lines[key]

    def wordings_of(self, record: AnyRecord) -> tuple[tuple[frozenset[str], float], ...]:
        """Stems of the ways of asking that its author wrote, and of the title of a page; the rarity of each in all."""
        if record.id not in self._wordings:
            said = (record.title, *record.questions) if isinstance(record, Page) else record.questions
            wordings = (frozenset(stems(text)) for text in said)
            self._wordings[record.id] = tuple((wording, self._rarity_of(wording)) for wording in wordings)
        return self._wordings[record.id]

    def _rarity_of(self, said: Iterable[str]) -> float:
        return sum(map(self.idf, said))

    def likeness(self, concepts: Sequence[Concept], asked: frozenset[str], record: AnyRecord) -> float:
        """Likeness in 0…1 of the question to the nearest way of asking that the author of a record wrote."""
        telling = (concept for concept in concepts if not concept.framing)
        near = frozenset().union(*(way for concept in telling for way in concept.alternatives)) or asked
        whole = self._rarity_of(asked)
        alike = (
            max(self._alike(asked & wording, whole + rarity), self._alike_in_other_words(concepts, wording, rarity))
            for wording, rarity in self.wordings_of(record)
            if not near.isdisjoint(wording)
        )
        return max(alike, default=0.0)

    def _alike(self, shared: frozenset[str], both: float) -> float:
        """Weighted Jaccard likeness; `both` is the rarity of the one and the other."""
        common = self._rarity_of(shared)
        return common / (both - common) if common else 0.0

    def _alike_in_other_words(self, concepts: Sequence[Concept], wording: frozenset[str], rarity: float) -> float:
        """The same, a word being shared however it is said."""
        both = [concept for concept in concepts if concept.stands_in(wording)]
        if not both:
            return 0.0
        covered = frozenset().union(*(way for concept in both for way in concept.alternatives if way <= wording))
        shared = sum(map(self.weight, both))
        apart = sum(self.weight(concept) for concept in concepts if concept not in both)
        apart += rarity - self._rarity_of(covered)
        return shared / (shared + apart)


def _keep_small(remembered: dict[Concept, float]) -> None:
    """What is asked never ends; what is remembered of it must."""
    if len(remembered) >= _REMEMBERED:
        remembered.clear()


def _lines(passages: Sequence[Passage]) -> Iterator[Line]:
    texts = [passage for passage in passages if passage.kind is PassageKind.TEXT] or passages
    place = count()
    for passage in texts:
        heading = frozenset() if passage.is_english else frozenset(stems(passage.origin.section or ""))
        around = frozenset(stems(read_as(passage.text, passage))) | heading
        for rank, text in enumerate(sentences_of(passage.text)):
            first = passage.id == passages[0].id or passage.id == texts[0].id
            read = read_as(text, passage)
            yield Line(text, read, passage, rank, next(place), first, frozenset(stems(read)), heading, around)


def read_as(text: str, passage: Passage) -> str:
    """A text of a passage, with what its words are in French when it is English: French patterns and words find it."""
    return f"{text} {in_french(text)}" if passage.is_english else text


def _is_derived(stem: str, other: str) -> bool:
    """Whether they share most of their letters, and one does not go on with a consonant: `elect`, `electr`."""
    alike, rest = _shared(stem, other), max(stem, other, key=len)
    goes_on = alike == min(len(stem), len(other)) and rest[alike] not in _VOWELS
    return alike >= _SHARED * len(rest) and not goes_on


def _shared(left: str, right: str) -> int:
    """Letters that two words share from their start."""
    return next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))

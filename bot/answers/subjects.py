"""Which schemes and partners a question names: by title, by other name, by acronym, with or without accents.

Pages are not named, they are found: their other names are everyday words such as « candidature ».
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.catalogue.folding import fold
from bot.catalogue.models import AnyRecord, Page
from bot.search.analysis import STOP_WORDS, stem_of, stems, words
from bot.search.languages import is_right

_ENOUGH = 0.72  # share of a long name's weight that a question must hold, else "aide région" would name twenty schemes
_BETWEEN = 3  # other words between those of a name
_AS_HEAVY = 0.8  # of the heaviest name: lighter names that do not stand apart from it are parts of it
_COMMON = 3  # a word that stands in the names of more records is no name by itself
_GLUED = "ldjmnstc"  # articles and pronouns typed without their apostrophe
_PLUS = re.compile(r"(?<=\w)\+(?!\w)")
_NO_LONGER = re.compile(r"\b(?:ou|or|et|non) plus\b", re.IGNORECASE)  # « une PME ou plus » names no « PME+ »
_WORD_OR_SIGN = re.compile(r"[a-z0-9]+|%")
_SHORTEST_JOINED = 4  # letters


@dataclass(frozen=True)
class _Match:
    """A record whose name was found: how heavy the name is, how surely it is meant, and its words' places."""

    record: str
    weight: float
    sure: float
    places: frozenset[int]


class Subjects:
    """All names of a release, weighed by how rare their words are among names."""

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        named = [record for record in records if not isinstance(record, Page)]
        self._names = [
            (record.id, key) for record in named for name in record.names if (key := tuple(stems(_spoken(name))))
        ]
        self._words = {word for record in named for name in record.names for word in words(name) if len(word) > 2}
        self._joined = _joined(name for record in named for name in record.names)
        counts = Counter(stem for stem, _ in {(s, r) for r, key in self._names for s in key})
        total = max(1, len({record for record, _ in self._names}))
        self._weight = {stem: math.log(1 + total / count) for stem, count in counts.items()}
        common = {(stem,) for stem, count in counts.items() if count > _COMMON}
        self._names = [(record, key) for record, key in self._names if key not in common]
        self._holding: dict[str, list[int]] = defaultdict(list)  # places in _names by stem
        for place, (_, key) in enumerate(self._names):
            for stem in set(key):
                self._holding[stem].append(place)

    def beside_names(self, text: str, records: Collection[str]) -> str:
        """The folded words of a text without the names of these records: « Sites Étoile » asks for no web site."""
        said = _WORD_OR_SIGN.findall(fold(text))
        places = [place for place, word in enumerate(said) if word not in STOP_WORDS]
        ordered = [stem_of(said[place]) for place in places]
        runs = (_together(key, ordered) for record, key in self._names if record in records)
        named = {place for run in runs if run for place in range(places[min(run)], places[max(run)] + 1)}
        return " ".join(word for place, word in enumerate(said) if place not in named)

    def opened(self, question: str) -> str:
        """The question with names as they are written: « primevert » is « Prime Vert », « lvte » « le VTE »."""
        question = _spoken(question)
        parted = [self._parted(word) for word in words(question)]
        return " ".join(parted) if parted != words(question) else question

    def _parted(self, word: str) -> str:
        """A word of names without what was glued to it: « lopco2i » is « opco 2i »."""
        bare = word[1:] if word[0] in _GLUED and word not in self._words else word
        if word in self._joined:
            return self._joined[word]
        return self._joined.get(bare, bare if bare in self._words and not is_right(word) else word)

    def named_in(self, question: Sequence[str], places: Collection[str] = ()) -> tuple[tuple[str, float], ...]:
        """Ids of the records named, best first, each with how surely (0…1) it is meant.

        `places` are stems of the regions that the question mentions in other words.
        """
        asked = {*question, *places}
        places_said = {place for stem in question for place in self._holding.get(stem, ())}
        matches = [
            match
            for record, key in (self._names[place] for place in sorted(places_said))
            if (match := self._match(record, key, asked, question))
        ]
        kept: list[_Match] = []
        for match in sorted(matches, key=lambda match: (-match.weight, -match.sure)):
            if _stands_beside(match, kept):
                kept.append(match)
        best: dict[str, float] = {}
        for match in kept:
            best[match.record] = max(best.get(match.record, 0.0), match.sure)
        return tuple(sorted(best.items(), key=lambda pair: -pair[1]))

    def _match(self, record: str, key: tuple[str, ...], asked: set[str], ordered: Sequence[str]) -> _Match | None:
        whole = sum(self._weight[stem] for stem in key)
        present = sum(self._weight[stem] for stem in key if stem in asked)
        if present == whole:
            together = _together(key, ordered)
            sure = 1.0 if together else 0.8 if _in_order(key, ordered) else 0.6
            return _Match(record, present, sure, together or _scattered(key, ordered))
        if len(key) < 3 or present < _ENOUGH * whole:
            return None
        return _Match(record, present * present / whole, (present / whole) ** 2 / 2, _scattered(key, ordered))


def _spoken(text: str) -> str:
    """« PME+ » is said « PME plus »."""
    return _PLUS.sub(" plus", _NO_LONGER.sub(" ", text))


def _stands_beside(match: _Match, kept: Sequence[_Match]) -> bool:
    """As heavy as the heaviest name, or said in words of its own (« différence entre X et Y »)."""
    if not kept or match.weight >= _AS_HEAVY * kept[0].weight or match.record == kept[0].record:
        return True
    return match.sure == 1.0 and not any(match.places & other.places for other in kept if other.sure == 1.0)


def _together(key: tuple[str, ...], ordered: Sequence[str]) -> frozenset[int]:
    """Places of the words of the name where they stand side by side; empty when they do not."""
    size = len(key)
    starts = (start for start in range(len(ordered) - size + 1) if tuple(ordered[start : start + size]) == key)
    return next((frozenset(range(start, start + size)) for start in starts), frozenset())


def _in_order(key: tuple[str, ...], ordered: Sequence[str]) -> bool:
    """Whether the words of a name come in its order with few others between: not « une start-up innovante »."""
    places = [ordered.index(stem) for stem in key if stem in ordered]
    return places == sorted(places) and (not places or places[-1] - places[0] < len(key) + _BETWEEN)


def _scattered(key: tuple[str, ...], ordered: Sequence[str]) -> frozenset[int]:
    return frozenset(place for place, stem in enumerate(ordered) if stem in key)


def _joined(names: Iterable[str]) -> dict[str, str]:
    """Neighbouring words of names written as one, and what they stand for."""
    return {"".join(pair): " ".join(pair) for name in names for pair in _neighbours(words(name))}


def _neighbours(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    for pair in pairwise(said):
        if len("".join(pair)) >= _SHORTEST_JOINED and not any(word in STOP_WORDS for word in pair):
            yield pair

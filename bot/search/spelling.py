"""Spelling against the index's own vocabulary: only words that it does not know are touched."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.analysis import FRAMING, STOP_WORDS, stem_of, stems, words
from bot.search.keyboard import slip_cost
from bot.search.languages import english_words, french_words, is_common, is_right
from bot.search.shorthand import SHORTHAND, sound

SLIP = 0.85  # what a word counts for each slip that is undone
OTHER_BEGINNING = 0.3  # cost of another first letter: people seldom miss it
BY_EAR, GLUED = 0.5, 0.7  # cost of a word written by ear, and of a missing space
COMMON = 0.1  # cost that a word of ten times the frequency makes up for
POORER = 0.35  # share of the best correction's weight below which another is left aside
FAMILIAR = 500  # times in the subtitles from which a word is a common one
LONG_ENOUGH = 6  # letters of a word from which another first letter may be the only slip
CHOICES = 4  # corrections of one word that are searched


@dataclass(frozen=True)
class Correction:
    """A word that the index holds and what it counts; one that is not `sure` is searched but never shown."""

    word: str
    weight: float
    sure: bool = True


@dataclass(frozen=True)
class Spelled:
    """The folded words of a query, in order, each with its corrections."""

    words: tuple[tuple[str, tuple[Correction, ...]], ...]

    @property
    def corrected(self) -> str:
        """The text with each misspelt word replaced by its best correction; a right word that is unknown stays."""
        return " ".join(_best(word, corrections) for word, corrections in self.words)

    def keeping(self, kept: Callable[[str], bool]) -> str:
        """The text corrected as above, except for the words that are to stay as they were typed."""
        return " ".join(word if kept(word) else _best(word, corrections) for word, corrections in self.words)

    @property
    def nearest(self) -> str:
        """The text with each unknown word replaced by the nearest one of the index, right or not."""
        return " ".join(corrections[0].word if corrections else word for word, corrections in self.words)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that nothing in the index surely resembles."""
        return tuple(dict.fromkeys(word for word, corrections in self.words if not any(c.sure for c in corrections)))

    @property
    def stems(self) -> dict[str, float]:
        """Stems of the words and of their corrections with what each counts."""
        weighted: dict[str, float] = {}
        for place in self.places:
            for stem, weight in place.items():
                weighted[stem] = max(weighted.get(stem, 0.0), weight)
        return weighted

    @property
    def places(self) -> list[dict[str, float]]:
        """The stems that may stand at each place of the query with what each counts; framing words only if alone."""
        asked = [[c for c in corrections if c.word not in FRAMING] for _, corrections in self.words]
        return list(_places(asked)) or list(_places(corrections for _, corrections in self.words))


class Speller:
    """Knows the words of the index and how often each stands in it."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._frequencies = frequencies
        self._most = max(frequencies.values(), default=1)
        self._forms = _by_stem(frequencies)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word in (*frequencies, *(STOP_WORDS | FRAMING).difference(frequencies)):
            if len(word) >= 4 and word.isalpha():
                self._by_length[len(word)].append(word)
                self._by_sound[sound(word)].append(word)

    def spell(self, text: str) -> Spelled:
        """Correct each word of a text by itself, once words that were cut in two are whole again."""
        return Spelled(tuple((word, self.corrections(word)) for word in self._whole(words(text))))

    def knows(self, word: str) -> bool:
        """Whether the index holds the word in some form, or it carries no meaning."""
        return word in STOP_WORDS or word in FRAMING or word in self._frequencies or stem_of(word) in self._forms

    def corrections(self, word: str) -> tuple[Correction, ...]:
        """The word itself when known; else the nearest known words, best first; none when nothing is near."""
        if self.knows(word):
            return (Correction(self._form(word), 1.0),)
        if word in SHORTHAND:
            return (Correction(SHORTHAND[word], 1.0),)
        if (bare := _without_elision(word)) and self.knows(bare):
            return (Correction(f"{word.removesuffix(bare)} {bare}", 1.0),)
        if len(word) < 4 or not word.isalpha():
            return ()
        nearest = self._nearest(word)
        if is_right(word) or any(each.sure for each in nearest):
            return nearest
        return (*nearest, *_common_word(word))

    def _form(self, word: str) -> str:
        """The word itself, or the form of its stem of which it is a slip: `combiene` is `combien`."""
        forms = self._forms.get(stem_of(word), [])
        if len(word) < 4 or word in forms or is_right(word):
            return word
        near = ((slip_cost(word, form), form) for form in forms if OSA.distance(word, form) == 1)
        _, form = min(near, default=(0.0, ""))
        others = (each.word for each in _common_word(word) if stem_of(each.word) == stem_of(word))
        return form or next(others, word)

    def _whole(self, asked: list[str]) -> Iterator[str]:
        """The words, two that make a known one joined when at least one of them is unknown."""
        joined = {
            at: left + right
            for at, (left, right) in enumerate(pairwise(asked))
            if left + right in self._frequencies
            and len(left + right) > 5
            and not (self.knows(left) and self.knows(right))
        }
        for at, word in enumerate(asked):
            if at in joined:
                yield joined[at]
            elif at - 1 not in joined:
                yield word

    def _nearest(self, word: str) -> tuple[Correction, ...]:
        near = self._near(word)
        if not near:
            return ()
        ranked = sorted(near, key=lambda known: (near[known] - COMMON * math.log10(self._frequency(known)), known))
        lead = ranked[0]
        kept = [known for known in ranked[:CHOICES] if self._weight(known, lead, near) > POORER * SLIP ** near[lead]]
        return tuple(Correction(known, self._weight(known, lead, near), self._is_sure(word, known)) for known in kept)

    def _near(self, word: str) -> dict[str, float]:
        """Known words within one or two slips, pronounced alike, or found by a missing space, with their costs."""
        reach = 1 if len(word) < 5 else 2
        near = {
            known: slip_cost(word, known) + OTHER_BEGINNING * (known[0] != word[0])
            for length in range(len(word) - reach, len(word) + reach + 1)
            for known in self._within(reach, word, length)
        }
        for known in self._by_sound.get(sound(word), ()):
            near[known] = min(near.get(known, BY_EAR), BY_EAR)
        return near | dict.fromkeys(self._parted(word), GLUED)

    def _within(self, reach: int, word: str, length: int) -> list[str]:
        known = self._by_length.get(length, [])
        return [
            found for found, _, _ in process.extract(word, known, scorer=OSA.distance, score_cutoff=reach, limit=None)
        ]

    def _parted(self, word: str) -> Iterator[str]:
        """`aideregionale` as `aide regionale`."""
        for cut in range(2, len(word) - 3):
            left, right = word[:cut], word[cut:]
            known = (left in self._frequencies and cut > 2) or left in STOP_WORDS
            if known and right in self._frequencies:
                yield f"{left} {right}"

    def _frequency(self, known: str) -> int:
        """Of two words the rarer one; that of a stop word is the largest."""
        return 1 + min(self._frequencies.get(part, self._most) for part in known.split())

    def _weight(self, known: str, lead: str, near: Mapping[str, float]) -> float:
        """The further behind the best correction, the less."""
        behind = near[known] - near[lead] - COMMON * math.log10(self._frequency(known) / self._frequency(lead))
        return float(SLIP ** near[known] * 10 ** -max(behind, 0))

    def _is_sure(self, word: str, known: str) -> bool:
        alike = sound(word) == sound(known) and len(sound(word)) > 4
        if is_right(word) and (word[0] != known[0] or not all(map(is_right, known.split()))):
            return False  # a right word is no slip for a name
        if not alike and (_is_familiar(word) or (word in english_words() and not _is_familiar(known))):
            return False
        other = word[0] != known[0] and not alike
        if other and (len(word) == len(known) < LONG_ENOUGH or OSA.distance(word, known) > 1):
            return False
        reach = 1 if len(word) < 8 or is_right(word) else 2
        return OSA.distance(word, known) <= reach or alike or " " in known


def _is_familiar(word: str) -> bool:
    return french_words().get(word, 0) >= FAMILIAR


def _places(asked: Iterable[Sequence[Correction]]) -> Iterator[dict[str, float]]:
    """A correction of several words takes several places; the stems of the others may stand at the first."""
    for corrections in asked:
        first, *rest = [[(stem, each.weight) for stem in stems(each.word)] for each in corrections] or [[]]
        others = [pair for other in rest for pair in other]
        if first or others:
            yield dict([*reversed(others), *first[:1]])
            yield from (dict([pair]) for pair in first[1:])


def _best(word: str, corrections: Sequence[Correction]) -> str:
    sure = [correction for correction in corrections if correction.sure]
    doubtful = not sure or (sure[0].weight < 1 and is_common(word))
    return word if doubtful else sure[0].word


def _by_stem(known: Iterable[str]) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for word in known:
        forms.setdefault(stem_of(word), []).append(word)
    return forms


@lru_cache(10_000)
def _common_word(word: str) -> tuple[Correction, ...]:
    """The common French word that it misspells by one slip or by ear, whatever the knowledge holds."""
    if len(word) < 5:
        return ()
    near = process.extract(word, _common_words(len(word)), scorer=OSA.distance, score_cutoff=1, limit=None)
    costs = {right: slip_cost(word, right) for right, _, _ in near if right[0] == word[0]}
    costs |= {right: min(costs.get(right, BY_EAR), BY_EAR) for right in _common_sounds().get(sound(word), ())}
    best = min(costs, key=lambda right: (costs[right] - COMMON * math.log10(french_words()[right]), right), default="")
    return (Correction(best, SLIP),) if best else ()


@cache
def _common_words(length: int) -> list[str]:
    """Those that are at most one letter longer or shorter."""
    return sorted(word for word, count in french_words().items() if count >= FAMILIAR and abs(len(word) - length) <= 1)


@cache
def _common_sounds() -> dict[str, list[str]]:
    alike: dict[str, list[str]] = {}
    for word, count in french_words().items():
        if count >= FAMILIAR and len(word) > 4:
            alike.setdefault(sound(word), []).append(word)
    return alike


def _without_elision(word: str) -> str | None:
    """`sadresse` typed for `s'adresse`."""
    match = re.fullmatch(r"(?:[cdjlmnst]|qu)([aeiouyh][a-z]{3,})", word)
    return match[1] if match else None

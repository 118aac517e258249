"""Spelling against the index's own vocabulary: only words that it does not know are touched."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.analysis import STOP_WORDS, stem_of, stems, words
from bot.search.languages import is_right

SHORTHAND = {
    "koi": "quoi", "kel": "quel", "kels": "quels", "kelle": "quelle", "ki": "qui", "ke": "que", "kan": "quand",
    "kand": "quand", "pk": "pourquoi", "pq": "pourquoi", "cmt": "comment", "komment": "comment", "cb": "combien",
    "cbien": "combien", "bcp": "beaucoup", "tjs": "toujours", "tjrs": "toujours", "entrep": "entreprise",
    "boite": "entreprise", "fo": "faut", "sa": "ca", "vs": "vous", "ns": "nous", "svp": "plait", "pro": "professionnel",
    "rdv": "rendez", "dde": "demande", "qd": "quand", "pcq": "parce", "dc": "donc", "ds": "dans", "jpeux": "peux",
    "jveux": "veux", "ya": "existe", "qq": "quelque", "tel": "telephone", "cest": "est", "jai": "ai", "quest": "est",
    "mm": "meme", "tps": "temps", "mtn": "maintenant", "auj": "aujourd", "stp": "plait", "elec": "electrique",
}  # fmt: skip
WEIGHTS = {0: 1.0, 1: 0.8, 2: 0.6}
"""How much a word counts by the number of letters that were changed (measured: OOV-only correction)."""
CHOICES = 3  # corrections of one word that are searched


@dataclass(frozen=True)
class Correction:
    """A word that the index holds, and what it counts."""

    word: str
    weight: float


@dataclass(frozen=True)
class Spelled:
    """The folded words of a query, in order, each with its corrections."""

    words: tuple[tuple[str, tuple[Correction, ...]], ...]

    @property
    def corrected(self) -> str:
        """The text with each misspelt word replaced by its best correction; a right word that is unknown stays."""
        return " ".join(_best(word, corrections) for word, corrections in self.words)

    @property
    def nearest(self) -> str:
        """The text with each unknown word replaced by the nearest one of the index, right or not."""
        return " ".join(corrections[0].word if corrections else word for word, corrections in self.words)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that nothing in the index resembles."""
        return tuple(dict.fromkeys(word for word, corrections in self.words if not corrections))

    @property
    def stems(self) -> dict[str, float]:
        """Stems of the words and of their corrections with what each counts."""
        weighted: dict[str, float] = {}
        for correction in (correction for _, corrections in self.words for correction in corrections):
            for stem in stems(correction.word):
                weighted[stem] = max(weighted.get(stem, 0.0), correction.weight)
        return weighted


class Speller:
    """Knows the words of the index and how often each stands in it."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._frequencies = frequencies
        self._stems = {stem_of(word) for word in frequencies}
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in frequencies:
            if len(word) >= 4 and word.isalpha():
                self._by_length[len(word)].append(word)

    def spell(self, text: str) -> Spelled:
        """Correct each word of a text by itself."""
        return Spelled(tuple((word, self.corrections(word)) for word in words(text)))

    def knows(self, word: str) -> bool:
        """Whether the index holds the word in some form, or it carries no meaning."""
        return word in STOP_WORDS or word in self._frequencies or stem_of(word) in self._stems

    def corrections(self, word: str) -> tuple[Correction, ...]:
        """The word itself when known; else the nearest known words, best first; none when nothing is near."""
        if self.knows(word):
            return (Correction(word, WEIGHTS[0]),)
        if word in SHORTHAND:
            return (Correction(SHORTHAND[word], WEIGHTS[0]),)
        if (bare := _without_elision(word)) and self.knows(bare):
            return (Correction(f"{word.removesuffix(bare)} {bare}", WEIGHTS[0]),)
        if len(word) < 4 or not word.isalpha():
            return ()
        return self._nearest(word)

    def _nearest(self, word: str) -> tuple[Correction, ...]:
        reach = 1 if len(word) < 8 else 2
        near = [
            (distance, known[0] != word[0], -self._frequencies[known], known)
            for length in range(len(word) - reach, len(word) + reach + 1)
            for known, distance, _ in self._within(reach, word, length)
        ]
        best = min(near)[0] if near else 0
        return tuple(Correction(known, WEIGHTS[d]) for d, _, _, known in sorted(near)[:CHOICES] if d == best)

    def _within(self, reach: int, word: str, length: int) -> list[tuple[str, int, int]]:
        known = self._by_length.get(length, [])
        return process.extract(word, known, scorer=OSA.distance, score_cutoff=reach, limit=None)


def _best(word: str, corrections: Sequence[Correction]) -> str:
    doubtful = not corrections or (corrections[0].weight < WEIGHTS[0] and is_right(word))
    return word if doubtful else corrections[0].word


def _without_elision(word: str) -> str | None:
    """`sadresse` typed for `s'adresse`."""
    match = re.fullmatch(r"(?:[cdjlmnst]|qu)([aeiouyh][a-z]{3,})", word)
    return match[1] if match else None

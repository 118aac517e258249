"""Spelling against the index's own vocabulary: only words that it does not know are touched."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.search.analysis import STOP_WORDS, stem_of, words

SHORTHAND = {
    "koi": "quoi", "kel": "quel", "kels": "quels", "kelle": "quelle", "ki": "qui", "ke": "que", "kan": "quand",
    "kand": "quand", "pk": "pourquoi", "pq": "pourquoi", "cmt": "comment", "komment": "comment", "cb": "combien",
    "cbien": "combien", "bcp": "beaucoup", "tjs": "toujours", "tjrs": "toujours", "entrep": "entreprise",
    "boite": "entreprise", "fo": "faut", "sa": "ca", "vs": "vous", "ns": "nous", "svp": "plait", "pro": "professionnel",
    "rdv": "rendez", "dde": "demande", "qd": "quand", "pcq": "parce", "dc": "donc", "ds": "dans", "jpeux": "peux",
    "jveux": "veux", "ya": "existe", "qq": "quelque", "tel": "telephone", "cest": "est", "jai": "ai", "quest": "est",
}  # fmt: skip
WEIGHTS = {0: 1.0, 1: 0.8, 2: 0.6}
"""How much a word counts by the number of letters that were changed (measured: OOV-only correction)."""
CHOICES = 3  # corrections of one word that are searched


@dataclass(frozen=True)
class Correction:
    """A word that the index holds, and what it counts."""

    word: str
    weight: float


class Speller:
    """Knows the words of the index and how often each stands in it."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._frequencies = frequencies
        self._stems = {stem_of(word) for word in frequencies}
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in frequencies:
            if len(word) >= 4 and word.isalpha():
                self._by_length[len(word)].append(word)
        self._found: dict[str, tuple[Correction, ...]] = {}

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
            return (Correction(bare, WEIGHTS[0]),)
        if len(word) < 4 or not word.isalpha():
            return ()
        if word not in self._found:
            if len(self._found) > 20_000:
                self._found.clear()
            self._found[word] = self._nearest(word)
        return self._found[word]

    def _nearest(self, word: str) -> tuple[Correction, ...]:
        reach = 1 if len(word) < 7 else 2
        near: list[tuple[int, bool, int, str]] = []
        for length in range(len(word) - reach, len(word) + reach + 1):
            for known in self._by_length.get(length, ()):
                distance = OSA.distance(word, known, score_cutoff=reach)
                if distance <= reach:
                    near.append((distance, known[0] != word[0], -self._frequencies[known], known))
        near.sort()
        best = near[0][0] if near else 0
        return tuple(Correction(known, WEIGHTS[d]) for d, _, _, known in near[:CHOICES] if d == best)

    def corrected(self, text: str) -> str:
        """The folded text with each unknown word replaced by its best correction, when there is one."""
        return " ".join(found[0].word if (found := self.corrections(word)) else word for word in words(text))

    def unknown(self, asked: Iterable[str]) -> tuple[str, ...]:
        """The words that nothing in the index resembles."""
        return tuple(dict.fromkeys(word for word in asked if not self.corrections(word)))


def _without_elision(word: str) -> str | None:
    """`sadresse` typed for `s'adresse`."""
    match = re.fullmatch(r"(?:[cdjlmnst]|qu)([aeiouyh][a-z]{3,})", word)
    return match[1] if match else None

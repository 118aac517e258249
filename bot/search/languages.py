"""Words of French and English that hold whatever the knowledge is, folded: a dictionary, and lists beside this file."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from spellchecker import SpellChecker

from bot.catalogue.folding import fold
from bot.search.analysis import words

_FOLDER = Path(__file__).parent
_OFTEN = 1_000  # times in the subtitles


def is_everyday(word: str) -> bool:
    """Whether a word only frames a question and says nothing on what it is about."""
    return word.isdigit() or word in _everyday() or word.removesuffix("s") in _everyday()


def is_common(word: str) -> bool:
    """Whether it is a common word of French or English; a name may be a word that is less so (« Estuaire »)."""
    singular = word.removesuffix("s") if len(word) > 4 and not word.endswith("ss") else word
    return not _common_words().isdisjoint((word, singular))


def is_right(word: str) -> bool:
    """Whether a word is no spelling mistake, although the knowledge may not hold it."""
    return word in french_words() or is_common(word)


@cache
def french_words() -> Mapping[str, int]:
    """How often each French word stands in the subtitles that pyspellchecker counted; 50 is seldom."""
    counted: Counter[str] = Counter()
    for word, count in SpellChecker(language="fr").word_frequency.items():
        counted[fold(word)] += count
    return counted


@cache
def english_words() -> frozenset[str]:
    """The English words that are often said."""
    counted = SpellChecker(language="en").word_frequency.items()
    return frozenset(word for word, count in counted if count >= _OFTEN)


@cache
def english_terms() -> tuple[tuple[str, str], ...]:
    """English words that any such knowledge is asked with, and what they are in French."""
    with (_FOLDER / "english.csv").open(encoding="utf-8") as file:
        return tuple((row["english"], row["french"]) for row in csv.DictReader(file, delimiter=";"))


@cache
def synonyms() -> tuple[tuple[str, ...], ...]:
    """Groups of French words that are said for each other in questions of this kind."""
    lines = (_FOLDER / "synonyms.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split(", ")) for line in lines if not line.startswith("#"))


@cache
def _everyday() -> frozenset[str]:
    return frozenset(_listed("everyday.txt"))


@cache
def _common_words() -> frozenset[str]:
    english = (word for term, _ in english_terms() for word in words(term))
    return frozenset((*_listed("french.txt"), *_everyday(), *english))


def _listed(name: str) -> Iterator[str]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()

"""Words of French and English that hold whatever the knowledge is: shipped beside this file, folded."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.search.analysis import words

_FOLDER = Path(__file__).parent


def is_everyday(word: str) -> bool:
    """Whether a word only frames a question and says nothing on what it is about."""
    return word.isdigit() or word in _everyday() or word.removesuffix("s") in _everyday()


def is_right(word: str) -> bool:
    """Whether a word is no spelling mistake, although the knowledge may not hold it."""
    return word in _right_words() or (len(word) > 4 and word.removesuffix("s") in _right_words())


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
def _right_words() -> frozenset[str]:
    english = (word for term, _ in english_terms() for word in words(term))
    return frozenset((*_listed("french.txt"), *_listed("everyday.txt"), *english))


def _listed(name: str) -> Iterator[str]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()

"""Comparing what staff write with the words of the contract."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from bot.catalogue import folding


def fold(text: str) -> str:
    """Lower case, no accents, single ordinary spaces, straight apostrophes; punctuation stays."""
    return " ".join(folding.fold(text.replace("’", "'")).split())


def closest(text: str, choices: Iterable[str]) -> str | None:
    """The choice that a typing mistake may have meant, or None."""
    folded = {fold(choice): choice for choice in choices}
    found = process.extractOne(fold(text), folded.keys(), scorer=fuzz.ratio, score_cutoff=72)
    return folded[found[0]] if found else None

"""Texts compared as people type them: without case, accents, ligatures or punctuation."""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f]+")  # combining accents
REMEMBERED = (
    20_000  # texts of which what is read in them is kept: the sentences of a knowledge base, and the last questions
)
_OTHERS = re.compile(r"[^a-z0-9]+")


@lru_cache(REMEMBERED)
def fold(text: str) -> str:
    """Lower case without accents; ligatures opened."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    opened = lowered.replace("œ", "oe").replace("æ", "ae")
    return _MARKS.sub("", unicodedata.normalize("NFKD", opened))


@lru_cache(REMEMBERED)
def flat(text: str) -> str:
    """Folded words parted by single spaces: `L'Île-de-France` is `l ile de france`."""
    return _OTHERS.sub(" ", fold(text)).strip()

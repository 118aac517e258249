"""Texts compared as people type them: without case, accents, ligatures or punctuation."""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]+")  # combining accents
_OTHERS = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case without accents; ligatures opened."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    opened = lowered.replace("œ", "oe").replace("æ", "ae")
    return _MARKS.sub("", unicodedata.normalize("NFKD", opened))


def flat(text: str) -> str:
    """Folded words parted by single spaces: `L'Île-de-France` is `l ile de france`."""
    return _OTHERS.sub(" ", fold(text)).strip()

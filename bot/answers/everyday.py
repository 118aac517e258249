"""Words that frame a question without saying what it is about: they count little as evidence."""

from functools import cache
from pathlib import Path

from bot.search.analysis import stem_of

_FILE = Path(__file__).with_name("everyday.txt")


@cache
def _everyday() -> frozenset[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(stem_of(word) for line in lines if not line.startswith("#") for word in line.split())


def is_everyday(word: str) -> bool:
    """Whether a folded word only frames a question."""
    return word.isdigit() or stem_of(word) in _everyday()

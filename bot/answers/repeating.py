"""Whether a sentence says once more what was said, in other words: each fact is told once."""

import re
from collections.abc import Collection, Sequence

from bot.answers.aspects import aspect_words
from bot.answers.evidence import Evidence
from bot.answers.figures import NUMBER_WORDS, figures
from bot.answers.measures import UNITS
from bot.answers.polarity import clauses_of
from bot.catalogue.folding import fold
from bot.search.analysis import stems, words
from bot.search.languages import is_everyday

_NEW = 0.25  # share of the weight of its words that a sentence with figures may have of its own and tell nothing new
_NEW_WORDS = 0.1  # the same of a sentence without figures, whose words are all that it tells
_TRAITS = re.compile(
    r"\b(?:zero|nul|sans \w+|gratuit\w*|rembours\w+|recuperable|obligatoire\w*|free|without \w+|repaid)\b"
)
"""What makes another thing of the same words."""
_BELOW = re.compile(r"\b(?:moins de|inferieure?s? a|fewer than|less than|under|below) (\d[\d ,.]*\d|\d)")


def is_told(sentence: str, told: Sequence[str], names: Collection[str], evidence: Evidence) -> bool:
    """Whether the figures and nearly all words of a sentence stand in what was told, affirmed or denied as there.

    `names` are those of the subject: they are understood.
    """
    if not told or _denies(sentence) not in {_denies(text) for text in told}:
        return False
    if not _traits(sentence) <= frozenset().union(*map(_traits, told)):
        return False
    wanted = counted(sentence, names)
    if not wanted <= frozenset().union(*(bounded(text) for text in told)):
        return False
    own = _own(sentence, names) if wanted else frozenset(stems(sentence))
    new = own - {stem for text in told for stem in stems(text)}
    return sum(map(evidence.idf, new)) <= (_NEW if wanted else _NEW_WORDS) * sum(map(evidence.idf, own))


def counted(sentence: str, names: Collection[str]) -> frozenset[str]:
    """The figures of a sentence but those of the names of its subject."""
    return figures(sentence) - frozenset().union(*map(figures, names))


def bounded(text: str) -> frozenset[str]:
    """The figures of a text; « moins de 5 000 » is « 4 999 au plus » too."""
    below = (figures(found) for found in _BELOW.findall(fold(text)))
    less = {str(int(value) - 1) for values in below for value in values if value.isdigit() and value != "0"}
    return figures(text) | less


def _own(sentence: str, names: Collection[str]) -> frozenset[str]:
    """Stems of what a sentence says beside the name of its subject, its figures and the side that they are of."""
    all_stems = set(stems(sentence))
    named = {stem for name in names if set(stems(name)) <= all_stems for stem in stems(name)}
    sides = aspect_words(sentence)
    kept = (word for word in words(sentence) if word not in sides and not is_everyday(word) and not _counts(word))
    return frozenset(stem for word in kept for stem in stems(word)) - named


def _traits(sentence: str) -> frozenset[str]:
    return frozenset(_TRAITS.findall(fold(sentence)))


def _counts(word: str) -> bool:
    return word.isdigit() or word in NUMBER_WORDS or word in UNITS


def _denies(sentence: str) -> bool:
    return any(clause.denies for clause in clauses_of(sentence))

"""Counts (« combien de projets ? »): what is to be counted, and whether a sentence counts it."""

import re

from bot.answers.figures import figures
from bot.catalogue.folding import flat
from bot.search.analysis import stems, words
from bot.search.languages import is_everyday

_ASKED = re.compile(
    r"(?:combien (?:de |d |des )|how many )"
    r"(?!temps|ans?\b|annees?|mois|semaines?|jours?|heures?|h\b|years|months|weeks|days|hours|pour|euros?|argent|aides?"
    r"|subventions?|sous)([a-z]+)"
)
_NEAR = 3  # words between a number and what it counts: « 500 adhérents », « sept des projets retenus »
_ABOUT = frozenset("dizaine douzaine quinzaine vingtaine trentaine cinquantaine centaine millier milliers".split())


def asks_count(question: str) -> bool:
    """Whether things are to be counted."""
    return bool(_ASKED.search(flat(question)))


def counted_in(question: str) -> frozenset[str]:
    """Stems of what a question wants counted: « combien de projets » gives the stem of projets."""
    matches = (match[1] for match in _ASKED.finditer(flat(question)))
    return frozenset(stem for word in matches if not is_everyday(word) for stem in stems(word))


def counts(sentence: str, counted: frozenset[str]) -> bool:
    """Whether a number stands just before the word for what is counted."""
    said = words(sentence)
    places = (place for place, word in enumerate(said) if counted.intersection(stems(word)))
    return any(_is_number(word) for place in places for word in said[max(0, place - _NEAR) : place])


def _is_number(word: str) -> bool:
    return word in _ABOUT or bool(figures(word))

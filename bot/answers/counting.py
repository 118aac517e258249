"""Counts (« combien de projets ? »): what is to be counted, and whether a sentence counts it."""

import re

from bot.answers.figures import figures
from bot.catalogue.folding import flat, fold
from bot.search.analysis import stems, words
from bot.search.languages import is_everyday

_MEASURES = (
    r"temps|ans?\b|an+e+s?\b|mois|semaines?|jours?|heures?|h\b|years|months|weeks|days|hours|pour|euros?|argent|aides?"
    r"|subventions?|sous\b(?! trait)|fois|money|time|depenses?|frais\b|fonds\b|budget|tresorerie|credits?\b"
)
_BEFORE = r"(?:(?:autres?|nouve(?:aux|lles)|extra|additional|new|more|other|different|permanent|full time) )?"
_MOST = r"(?:(?:maxi\w*|mini\w*|max|total|moyen) )?"
_ASKED = re.compile(
    rf"(?:combien (?:y a t il )?(?:de |d |des )|how many |(?<!un )(?<!certain )(?<!grand )\b(?:nombre|nbre?|nb) {_MOST}(?:de |d |des )"
    rf"|\bnumber of ){_BEFORE}(?!{_MEASURES})([a-z]+)"
)
_PEOPLE = re.compile(
    r"\b(?:quel|l|d|en|son|votre|leur|un) effectif|^effectif|\beffectif(?: (?:max\w*|min\w*|d|de|requis|demande)\b|$)|\bheadcount"
    r"|\b(?:quelles?|la|de|en|une|l) tailles? ?(?:max\w*|min\w*)? ?(?:d |de l |de votre |des )?(?:entreprises?|boites?|societes?)?"
    r"|\btailles? (?:max|min|d entreprise)|what (?:company )?size|how (?:big|large) (?:a |can |must |should |is |does )"
    r"|combien (?:sont (?:ils|elles)|etes vous|de gens|de monde)"
)
_OTHER_SIDE = re.compile(
    r"plafon|\btaux\b|montant|pourcent|pour cent|\brate\b|amount|combien (?!sont|etes|de gens|de monde)"
)
_HEADS = frozenset(
    stem for word in ("salarie", "salaries", "membre", "adherent", "personnes", "entreprise") for stem in stems(word)
)
_NEAR = 3  # words between a number and what it counts: « 500 adhérents », « sept des projets retenus »
_ABOUT = frozenset("dizaine douzaine quinzaine vingtaine trentaine cinquantaine centaine millier milliers".split())
_OTHERWISE = frozenset("par pourcent euros".split())  # between a number and a noun, the number counts something else
_GATHERS = frozenset("reunit regroupe rassemble compte federe".split())
_SYMBOLS = ((re.compile(r"%"), " pourcent "), (re.compile(r"€"), " euros "))


def asks_count(question: str) -> bool:
    """Whether things are to be counted."""
    return bool(_ASKED.search(flat(question))) or _asks_heads(question)


def _asks_heads(question: str) -> bool:
    """Whether people or companies are to be counted, and nothing else of them is asked."""
    said = flat(question)
    return bool(_PEOPLE.search(said)) and not _OTHER_SIDE.search(said)


def counted_in(question: str) -> frozenset[str]:
    """Stems of what a question wants counted: « combien de projets » gives the stem of projets."""
    asked = [match[1] for match in _ASKED.finditer(flat(question))]
    told = [word for word in asked if not is_everyday(word)] or asked
    found = frozenset(stem for word in told for stem in stems(word))
    return found or (_HEADS if _asks_heads(question) else found)


def counts(sentence: str, counted: frozenset[str]) -> bool:
    """Whether a number stands just before the word for what is counted, or numbers it: « un volet 1 et un volet 2 »."""
    said = words(_spelled(sentence))
    places = [place for place, word in enumerate(said) if counted.intersection(stems(word))]
    return any(_is_counted(said[max(0, place - _NEAR) : place]) or _is_numbered(said, place) for place in places)


def _is_counted(before: list[str]) -> bool:
    return any(map(_is_number, before)) and _OTHERWISE.isdisjoint(before)


def _is_numbered(said: list[str], place: int) -> bool:
    """« volet 2 »; « réunit 27 ateliers » when members are to be counted."""
    following = said[place + 1 : place + 2]
    return following == ["2"] or (said[place] in _GATHERS and any(map(_is_number, following)))


def _is_number(word: str) -> bool:
    return word in _ABOUT or bool(figures(word))


def _spelled(sentence: str) -> str:
    folded = fold(sentence)
    for pattern, word in _SYMBOLS:
        folded = pattern.sub(word, folded)
    return folded

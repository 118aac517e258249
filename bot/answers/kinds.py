"""Kinds of partners asked for in everyday words (« quel pôle », « vers quel réseau », « which agency »)."""

import re
from collections.abc import Iterable

from bot.answers.types import Language
from bot.catalogue.folding import flat
from bot.search.analysis import stems

_NETWORKS = "pôle cluster réseau grappe association fédération"
_FIELDS = r"reseaux?|filieres?|networks?"
"""Words that a network is asked for by only after « quel »: « la filière textile » is a field of work."""
_KINDS: tuple[tuple[str, str], ...] = (
    (r"poles?", "pôle cluster"),
    (r"clusters?|grappes?", _NETWORKS),
    (_FIELDS, _NETWORKS),
    (r"agences?|agency|agencies", "agence"),
    (r"ecoles?|universites?|schools?|university|universities", "école université"),
    (r"labos?|laboratoires?|labs?|laborator(?:y|ies)", "laboratoire centre technique"),
    (r"centres? techniques?|technical cent(?:re|er)s?", "centre technique"),
)
_ASKED = r"\b(?:quel(?:le)?s?|which|what|kel(?:le)?s?) (?:est (?:le |la |l )?|sont (?:les )?|autres? )?(?:{kind})\b"

_SOUGHT = (
    r"(?:^|\b(?:un|une|des?|an?|the|any|les?|la|nearest|closest|need|find|cherche|trouver|quelque) (?:\w+ ){{0,2}})"
    r"(?:{kind})\b"
)
_ENGLISH = {
    "pole de competitivite": "competitiveness cluster",
    "chambre": "chamber of commerce",
    "ecole": "school",
    "laboratoire": "laboratory",
    "centre technique": "technical centre",
    "agence": "agency",
    "reseau": "network",
    "federation": "federation",
    "entreprise": "company",
    "service public": "public service",
    "financeur": "funder",
    "expert": "expert",
    "association": "association",
    "cluster": "cluster",
    "amenageur": "developer",
    "technopole": "technology park",
    "universite": "university",
    "incubateur": "incubator",
    "industriel": "manufacturer",
    "opco": "training fund (OPCO)",
}


def kind_told(category: str, language: Language) -> str:
    """A category of partners in the language of the reader, as it is written when no word is known for it."""
    return category if language is Language.FRENCH else _ENGLISH.get(flat(category), category)


def kinds_in(question: str, categories: Iterable[str]) -> tuple[str, ...]:
    """The categories of partners that a question asks for by such a word; `categories` are those of the release."""
    return _held(question, categories, _ASKED)


def kinds_sought(question: str, categories: Iterable[str]) -> tuple[str, ...]:
    """The same for a kind that is only looked for: « un labo d'essais », « the nearest textile cluster »."""
    return _held(question, categories, _ASKED) or _held(question, categories, _SOUGHT)


def _held(question: str, categories: Iterable[str], asked: str) -> tuple[str, ...]:
    said = flat(question)
    kinds = _KINDS if asked is _ASKED else [(pattern, name) for pattern, name in _KINDS if pattern != _FIELDS]
    names = [name for pattern, name in kinds if re.search(asked.format(kind=pattern), said)]
    wanted = [frozenset(stems(name)) for name in names]
    held = {category: set(stems(category)) for category in categories}
    return tuple(category for category, kind in held.items() if any(kind & one for one in wanted))


def kind_words_in(question: str) -> frozenset[str]:
    """The words by which kinds of partners are asked for."""
    found = (re.findall(rf"\b(?:{pattern})\b", flat(question)) for pattern, _ in _KINDS)
    return frozenset(word for words in found for match in words for word in match.split())

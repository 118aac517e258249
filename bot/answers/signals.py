"""What speaks for a record as the one that answers, and for a sentence as the one that says it: numbers in 0…1.

`answers.weights` says what each counts; it is fitted, not written by hand.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.answers.aspects import HEADINGS, Aspect
from bot.answers.concepts import Concept
from bot.answers.counting import counts
from bot.answers.evidence import Evidence, Line
from bot.answers.expecting import Kind, shows
from bot.answers.refusing import is_to_check
from bot.answers.types import Language
from bot.catalogue.folding import REMEMBERED, fold

_HISTORY = re.compile(r"\bancien(?:ne)?s?\b|auparavant|autrefois|avant 20\d\d|n'est plus|fut \b|former", re.IGNORECASE)
_UNSURE = re.compile(r"verifier")
_LIKE: dict[Aspect, re.Pattern[str]] = {
    Aspect.FREE: re.compile(r"gratuit|payant|paie|paye|coute|reste a charge|\d ?€"),
    Aspect.DIFFERENCE: re.compile(
        r"differ|tous les deux|toutes les deux|alors que|tandis que|n.est pas|ne sont pas|\blui\b,"
    ),
    Aspect.OPEN: re.compile(r"\bclos|\bouvert|ferme|plus mobilisable|n.est plus|toujours"),
    Aspect.CONTACT: re.compile(r"@|contact|conseiller|\b0\d|www|https|adresse"),
    Aspect.COMMITMENT: re.compile(r"avant|commenc|commande|devis"),
    Aspect.CUMULATION: re.compile(r"cumul"),
    Aspect.REPAYMENT: re.compile(r"rembours"),
    Aspect.WHERE: re.compile(r"\ba [A-Z]|\ba (?:la|l)|siege|accueil"),
}
"""What a sentence that answers an aspect looks like, beside the kind of thing that is expected."""


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What is sought in a record: concepts beside its names, those that must be spoken of, aspects, years, counts."""

    concepts: tuple[Concept, ...]
    wanted: tuple[Concept, ...]
    setting: tuple[Concept, ...]  # where the project is, when the record holds good there; another record named
    side: tuple[Concept, ...]  # words by which the side of the subject is asked for: « prix », « durée »
    aspects: tuple[Aspect, ...]
    years: frozenset[str]
    counted: frozenset[str]
    kinds: tuple[Kind, ...]
    said: str
    today: date
    language: Language
    told: tuple[str, ...]  # sentences not to be said again


def line_signals(line: Line, sought: Sought, evidence: Evidence) -> dict[str, float]:
    """What speaks for one sentence; an English one has no heading to speak for it, and the words of grammar in it tell
    nothing.
    """
    english = line.passage.is_english
    heading = "" if english else fold(line.passage.origin.section or "")
    aspects = sought.aspects or (Aspect.DEFINITION,)
    shown = [shows(kind, line.read, sought.said, sought.today.year) for kind in sought.kinds if kind is not Kind.COUNT]
    like = any(aspect in _LIKE and _LIKE[aspect].search(fold(line.read)) for aspect in sought.aspects)
    return {
        "held": evidence.share(sought.wanted, line.held) if sought.wanted else 0.0,
        "under": evidence.share(sought.wanted, line.under) if sought.wanted else 0.0,
        "around": evidence.share(sought.wanted, line.around) if sought.wanted else 0.0,
        "side": evidence.share(sought.side, line.under) if sought.side else 0.0,
        "framed": 0.0 if english else _framed(sought.concepts, line.held),
        "kind": bool(shown and shown[0]),
        "other_kind": any(shown[1:]),
        "like": like,
        "heading": any(re.search(HEADINGS[aspect], heading) for aspect in aspects[:1]),
        "other_heading": any(re.search(HEADINGS[aspect], heading) for aspect in aspects[1:]),
        "counted": bool(sought.counted and counts(line.read, sought.counted)),
        "year": any(year in line.read for year in sought.years),
        "lead": 1 / (1 + line.rank),
        "first": line.first,
        "defining": line.first and line.rank == 0 and (Aspect.DEFINITION in aspects),
        "history": not english and is_history(line.text),
        "unsure": is_to_check(line.text) if english else bool(_UNSURE.search(heading)),
    }


def _framed(concepts: Sequence[Concept], held: frozenset[str]) -> float:
    """Share of the words that only frame the question (« combien », « entreprise ») that a sentence holds as said."""
    framing = [concept for concept in concepts if concept.framing]
    return sum(concept.held_by(held) == 1.0 for concept in framing) / len(framing) if framing else 0.0


def weighed(signals: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum; a signal without a weight counts nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in signals.items())


@lru_cache(REMEMBERED)
def is_history(sentence: str) -> bool:
    """A sentence on how things used to be."""
    return bool(_HISTORY.search(sentence))

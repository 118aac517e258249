"""How surely a draft answers: is the question of this field, and does the knowledge say what is asked?"""

import math
import re
from collections.abc import Mapping, Sequence

from bot.answers.choosing import AS_WRITTEN, Draft
from bot.answers.concepts import Concept
from bot.answers.evidence import Evidence
from bot.answers.expecting import Kind
from bot.answers.field import field_words
from bot.answers.listing import wants_schemes
from bot.answers.reading import reading_signals
from bot.answers.signals import weighed
from bot.answers.types import Reason
from bot.answers.understanding import Question
from bot.answers.weights import KNOWN, SCOPE
from bot.catalogue.folding import flat

IN_SCOPE, SURE_ENOUGH = 0.62, 0.55
"""Least confidences that the question is of this field, and that its answer is known; set on the development
questions, where together they refuse about 6 % of what could be answered."""

_OWN = re.compile(
    r"\b(?:ce|cet|votre|le|l|du|de l) (?:parcours|accelerateur)\b|\b(?:the|your|this) accelerator\b"
    r"|\b(?:mon|notre) projet\b(?! (?:de|d|personnel|professionnel)\b)|\b(?:ma|notre) candidature\b|\bmy application\b"
    r"|\bfrench (?:entity|subsidiary|branch|legal entity)\b|\b(?:entite|filiale|succursale) (?:francaise|en france)\b"
)
"""A question that leans on the service itself, on the project that it is there for, or on being set up in France, is of
this field."""

_PRODUCING = re.compile(
    r"\b(?:mon|notre|my|our) (?:usine|ligne de production|production|fabrication|factory|plant|production line)\b"
    r"|\b(?:rapatri|relocalis|reshor|reindustriali)\w+"
    r"|\b(?:ramen\w+|refai\w+|refabriqu\w+|faire revenir) (?:\w+ ){1,5}(?:en france|chez nous|ici)\b"
    r"|\b(?:participer|candidater|postuler|m inscrire|nous inscrire|take part)\b"
    r"|\b(?:cherch\w+|trouver) (?:un|une|des) "
    r"(?:atelier|fabricant|fournisseur|sous traitant|bureau d etudes?|usine|prestataire)"
    r"|\bbring\w* (?:\w+ ){0,3}production (?:\w+ ){0,3}back\b"
)
"""Who tells of their own production, seeks a maker or wishes to take part is not told to be out of this field."""

_ENOUGH = 3  # words of the field in a message that leave no doubt

_INDISPENSABLE = (Kind.TURNOVER, Kind.INTEREST, Kind.PHONE, Kind.EMAIL, Kind.COMING)
"""Who asks for one of these is not helped by anything else."""


def gate_signals(
    asked: Question, best: Draft, others: Sequence[Draft], evidence: Evidence, text: str
) -> dict[str, float]:
    """What speaks for and against answering with the best draft; `text` is all that its record says."""
    about = [concept for concept in asked.concepts if asked.is_about(concept)]
    unplaced = [concept for concept in about if not concept.regions]
    unknown = [concept for concept in about if not evidence.is_known(concept)]
    burden = sum(map(evidence.burden, about)) or 1.0
    second = others[0].quality if others else 0.0
    said, *said_by_others = (_said_by(draft, unplaced, evidence) for draft in (best, *others))
    return {
        **field_signals(asked),
        **reading_signals(asked, best, evidence, text),
        "words_anywhere": min(1.0, max(map(len, (said, *said_by_others))) / 4),
        **{f"record_{name}": value for name, value in best.candidate.signals.items()},
        **best.signals,
        "margin": min(1.0, max(0.0, best.quality - second) / 3),
        "nobody_says": sum(map(evidence.burden, unknown)) / burden,
        "unreadable": any(map(evidence.is_unreadable, unknown)),
        "short": len(about) <= 1,
        "empty": all(c.framing or c.regions for c in asked.concepts),
        "held_beside_places": evidence.share(unplaced, evidence.stems_of[best.candidate.record.id])
        if unplaced
        else 0.0,
        "words_held": min(1.0, len(said) / 4),
        "weight_held": min(1.0, sum(map(evidence.weight, said)) / 12),
        "own": bool(_OWN.search(flat(asked.text))),
        "producing": bool(_PRODUCING.search(flat(asked.text))),
        "bias": 1.0,
    }


def _said_by(draft: Draft, concepts: Sequence[Concept], evidence: Evidence) -> list[Concept]:
    held = evidence.stems_of[draft.candidate.record.id]
    return [concept for concept in concepts if concept.stands_in(held)]


def field_signals(asked: Question) -> dict[str, float]:
    """How far the question speaks of this field, whatever record would answer it."""
    content = [concept for concept in asked.concepts if not concept.framing]
    return {
        "anything_named": max(asked.named.values(), default=0.0),
        "terms": sum(concept.term for concept in content) / max(1, len(content)),
        "operation": bool(asked.operations),
        "kind_of_partner": bool(asked.kinds),
        "schemes_wanted": wants_schemes(asked.text),
        "field_words": min(field_words(asked.text), _ENOUGH) / _ENOUGH,
    }


def in_scope(signals: Mapping[str, float]) -> float:
    """How surely the question is of this field, in 0…1."""
    return _logistic(weighed(signals, SCOPE))


def known(signals: Mapping[str, float]) -> float:
    """How surely the draft says what is asked, in 0…1."""
    return _logistic(weighed(signals, KNOWN))


def confidence(signals: Mapping[str, float]) -> float:
    """How surely the draft answers, in 0…1."""
    return in_scope(signals) * known(signals)


def why_not(signals: Mapping[str, float]) -> Reason | None:
    """Why the draft may not go out; None when it may."""
    if signals["record_alike"] >= AS_WRITTEN:
        return None
    if (in_scope(signals) < IN_SCOPE and not signals["own"]) or (signals["empty"] and not signals["record_named"]):
        of_field = signals["producing"] or signals["field_words"]
        return Reason.NOT_IN_KNOWLEDGE if of_field else Reason.OUT_OF_SCOPE
    return Reason.NOT_IN_KNOWLEDGE if lacks_all(signals) or known(signals) < SURE_ENOUGH else None


def lacks_all(signals: Mapping[str, float]) -> bool:
    """Whether nothing else helps: the record does not hold a name that is asked, or what must be told."""
    return bool(signals["name_lacks"]) or any(signals.get(f"no_{kind}") for kind in _INDISPENSABLE)


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))

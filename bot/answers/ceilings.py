"""A ceiling that is only reached in certain cases: what holds in the general case, as the author wrote it beside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers.figures import figures
from bot.answers.measures import quantities
from bot.answers.sentences import sentences_of
from bot.catalogue.folding import fold
from bot.catalogue.models import Passage, PassageKind

_GENERAL = re.compile(r"\b(?:cas general|en general|en principe|en temps normal|taux de base|plafond de base)\b")

_FEWER = re.compile(r"\bmoins de \d[\d ]*[a-z]+")


@dataclass(frozen=True)
class General:
    """What holds in the general case, and the passage that tells it beside the ceiling."""

    value: float
    passage: Passage


def general_case(passages: Sequence[Passage], ceiling: float, unit: str) -> General | None:
    """The lower value that one passage gives for the general case, when it holds the ceiling too; `unit` is € or %."""
    return next(_lower(passages, ceiling, unit), None)


def _lower(passages: Sequence[Passage], ceiling: float, unit: str) -> Iterator[General]:
    for passage in passages:
        if passage.kind is not PassageKind.TEXT or ceiling not in _values(passage.text, unit):
            continue
        for sentence in sentences_of(passage.text):
            lower = _values(sentence, unit)
            if _GENERAL.search(fold(sentence)) and len(lower) == 1 and max(lower) < ceiling:
                yield General(max(lower), passage)


def _values(text: str, unit: str) -> set[float]:
    return {float(quantity.value) for quantity in quantities(text) if quantity.unit == unit}


def said_below(passages: Sequence[Passage], most: int) -> Passage | None:
    """The passage that says « moins de 5 000 salariés » of at most 4,999."""
    texts = (passage for passage in passages if passage.kind is PassageKind.TEXT)
    return next((passage for passage in texts if most + 1 in _below(passage.text)), None)


def _below(text: str) -> set[float]:
    """The numbers of persons that a text stays below."""
    found = (quantities(match[0]) for match in _FEWER.finditer(fold(text)))
    return {float(quantity.value) for persons in found for quantity in persons if quantity.unit == "personne"}


def holds_rate(passage: Passage, rate: float | None) -> bool:
    """Whether the passage gives that rate too."""
    return rate is not None and f"{rate:g}%" in figures(passage.text)

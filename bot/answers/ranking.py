"""Which record a question is about: what the search found, what it names, what it resembles, what it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answers.concepts import Concept
from bot.answers.evidence import Evidence, Support
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import AnyRecord, Page
from bot.search.analysis import stems
from bot.search.types import Found

NATIONAL = "France"
SEARCHED, HELD, NAMED, ALIKE = 0.4, 0.6, 0.6, 0.6
"""Weights of the four signals, each in 0…1; set on the development questions."""


@dataclass(frozen=True)
class Candidate:
    """A record that may answer; `alike` is the likeness to its closest authored question."""

    record: AnyRecord
    support: Support
    named: float
    alike: float
    score: float


@dataclass(frozen=True, kw_only=True)
class Clues:
    """What is known of the question when candidates are ranked."""

    question_stems: frozenset[str]
    concepts: tuple[Concept, ...]
    named: Mapping[str, float]
    regions: tuple[str, ...]


def rank(catalogue: Catalogue, evidence: Evidence, found: Found, clues: Clues) -> tuple[Candidate, ...]:
    """The candidates, best first; named records are candidates even when the search missed them."""
    searched = _by_record(catalogue, found)
    candidates = []
    for record_id in {**searched, **clues.named}:
        record = catalogue.records[record_id]
        support = evidence.support(clues.concepts, record_id)
        named = clues.named.get(record_id, 0.0)
        alike = _likeness(record, clues.question_stems, evidence)
        score = SEARCHED * searched.get(record_id, 0.0) + HELD * support.share + NAMED * named + ALIKE * alike * alike
        candidates.append(Candidate(record, support, named, alike, score * _regional(record, clues.regions)))
    return tuple(sorted(candidates, key=lambda candidate: -candidate.score))


def _by_record(catalogue: Catalogue, found: Found) -> dict[str, float]:
    """Best score of each record's passages, the top one being 1."""
    best: dict[str, float] = {}
    top = max((hit.score for hit in found.hits), default=0.0) or 1.0
    for hit in found.hits:
        record = catalogue.passages[hit.key].record
        best[record] = max(best.get(record, 0.0), hit.score / top)
    return best


def _likeness(record: AnyRecord, asked: frozenset[str], evidence: Evidence) -> float:
    """Weighted Jaccard likeness of the question to the record's authored questions, and to the title of a page."""
    wordings = (record.title, *record.questions) if isinstance(record, Page) else record.questions
    return max((_jaccard(asked, frozenset(stems(text)), evidence) for text in wordings), default=0.0)


def _jaccard(left: frozenset[str], right: frozenset[str], evidence: Evidence) -> float:
    union = sum(evidence.idf(stem) for stem in left | right)
    return sum(evidence.idf(stem) for stem in left & right) / union if union else 0.0


def _regional(record: AnyRecord, regions: Sequence[str]) -> float:
    """A record of other regions than those asked for counts half."""
    elsewhere = regions and record.regions and NATIONAL not in record.regions and not set(regions) & set(record.regions)
    return 0.5 if elsewhere else 1.0

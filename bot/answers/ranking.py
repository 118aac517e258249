"""Which record a question is about: found by the search, voted for, named, alike to its ways of asking, holding it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answers.evidence import Evidence, Support
from bot.answers.listing import wants_partners, wants_schemes
from bot.answers.signals import weighed
from bot.answers.understanding import Question
from bot.answers.weights import RECORD
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import AnyRecord, Availability, Page, Partner, Scheme
from bot.search.analysis import stems
from bot.search.types import Found, Hit

_YEAR = re.compile(r"\b20\d\d\b")
_ELECTED = 3  # records voted for
_TELLING = 2.0  # rarity of the rarest word of a name by which a record can speak of what it names
NATIONAL = "France"
SURELY = 0.8  # how surely a record is named for others to be left aside


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A record that may answer; `alike` is the likeness to its closest authored question."""

    record: AnyRecord
    support: Support
    named: float
    alike: float
    signals: Mapping[str, float]
    score: float


def rank(
    catalogue: Catalogue, evidence: Evidence, found: Found, votes: Mapping[str, float], asked: Question
) -> tuple[Candidate, ...]:
    """The candidates, best first; those named or voted for are candidates even when the search missed them."""
    searched = _by_record(catalogue, found)
    top = max((hit.score for hit in found.hits), default=0.0) or 1.0
    lexical = max((hit.lexical for hit in found.hits), default=0.0) or 1.0
    sure = {record for record, named in asked.named.items() if named >= SURELY}
    names = {stem for record in sure for stem in stems(catalogue.records[record].title)}
    about = [concept for concept in asked.concepts if asked.is_about(concept)]
    beside = [concept for concept in about if not concept.stands_in(names)]
    proper = [concept for concept in about if evidence.is_proper(concept)]
    telling = _telling_names(catalogue, evidence, sure)
    question = frozenset(stems(found.corrected))
    elected = list(votes)[:_ELECTED]
    candidates = []
    for record_id in {**searched, **asked.named, **dict.fromkeys(elected)}:
        record, hit = catalogue.records[record_id], searched.get(record_id)
        support = evidence.support(asked.concepts, record_id)
        named, alike = asked.named.get(record_id, 0.0), evidence.likeness(asked.concepts, question, record)
        held = evidence.stems_of[record_id]
        title = frozenset(stems(" ".join(record.names)))
        signals = {
            "searched": hit.score / top if hit else 0.0,
            "first": bool(hit and hit.score == top),
            "lexical": hit.lexical / lexical * found.coverage if hit else 0.0,
            "held": support.share,
            "about": evidence.share(about, held) if about else 0.0,
            "beside": evidence.share(beside, held) if beside else 0.5,
            "title": evidence.share(about, title) if about else 0.0,
            "named": named,
            "shadowed": bool(sure) and record_id not in sure,
            "mentions": bool(sure) and record_id not in sure and any(name <= held for name in telling),
            "proper": any(concept.stands_in(title) for concept in proper),
            "improper": any(not concept.stands_in(held) for concept in proper),
            "alike": alike,
            "voted": votes.get(record_id, 0.0),
            "voted_first": record_id in elected[:1],
            "very_alike": alike * alike,
            **_kinds(record, asked),
            **_regional(record, asked.regions),
        }
        score = weighed(signals, RECORD)
        candidates.append(
            Candidate(record=record, support=support, named=named, alike=alike, signals=signals, score=score)
        )
    return tuple(sorted(candidates, key=lambda candidate: -candidate.score))


def _telling_names(catalogue: Catalogue, evidence: Evidence, sure: set[str]) -> tuple[frozenset[str], ...]:
    """Stems of the names of what is surely named, but for those of common words (« PME+ »)."""
    names = (frozenset(stems(name)) for record in sure for name in catalogue.records[record].names)
    return tuple(name for name in names if name and max(map(evidence.idf, name)) >= _TELLING)


def _kinds(record: AnyRecord, asked: Question) -> dict[str, float]:
    partner, scheme = wants_partners(asked.text), wants_schemes(asked.text)
    years = frozenset(_YEAR.findall(record.title))
    closed = isinstance(record, Scheme) and record.availability(asked.today) is Availability.CLOSED
    return {
        "page": isinstance(record, Page),
        "partner": isinstance(record, Partner),
        "partner_wanted": isinstance(record, Partner) and partner,
        "scheme_wanted": isinstance(record, Scheme) and scheme,
        "closed": closed,
        "dated": bool(asked.years & years),
        "other_edition": bool(asked.years and years and not asked.years & years),
    }


def _regional(record: AnyRecord, regions: Sequence[str]) -> dict[str, float]:
    here = bool(regions and set(regions) & set(record.regions))
    elsewhere = bool(regions and record.regions and NATIONAL not in record.regions and not here)
    return {"here": here, "elsewhere": elsewhere}


def _by_record(catalogue: Catalogue, found: Found) -> dict[str, Hit]:
    """The best passage of each record."""
    best: dict[str, Hit] = {}
    for hit in found.hits:
        best.setdefault(catalogue.passages[hit.key].record, hit)
    return best

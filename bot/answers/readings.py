"""The ways to read a message, the likeliest first: as it stands, as what it means, as the part of it that asks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.aspects import Aspect, aspects_of
from bot.answers.beliefs import Belief, belief_in
from bot.answers.commitment import asks_clawback, asks_promise, commitment_asked
from bot.answers.company import company_told
from bot.answers.comparing import asks_which
from bot.answers.evidence import Evidence
from bot.answers.extent import claims_whole_place
from bot.answers.focusing import asking_clauses, asking_part, asks_more_than_yes
from bot.answers.following import without_lead
from bot.answers.listing import wants_schemes
from bot.answers.lists import Lists
from bot.answers.opening import (
    asks_where_to_begin,
    asks_where_to_find_money,
    asks_whether_it_pays,
    only_tells_of_a_project,
    speaks_of_money,
)
from bot.answers.own_form import is_of_the_form
from bot.answers.ranking import SURELY
from bot.answers.ruling import asks_from_beyond, asks_from_union, asks_threshold, asks_when_paid, asks_whether_sme
from bot.answers.seeking import seeks_a_maker
from bot.answers.service import (
    asks_for_the_chamber,
    asks_whether_here,
    beside_service,
    is_addressed,
    names_service,
    only_asks_to_enter,
    points_at_service,
    side_of_service,
    speaks_of_applying,
)
from bot.answers.towns import without_places
from bot.answers.types import Context, Language, Thread
from bot.answers.understanding import Question, Reader, stands_for
from bot.answers.verdicts import asks_verdict
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import AnyRecord, Nature, Page, Partner, Scheme
from bot.catalogue.places import regions_in
from bot.search.analysis import stems

_LARGE = 250  # persons of the smallest company that is no SME
_BRIEF = 9  # words of a question that leaves out what it is about
_SHORT = 12  # words of a question that may lean on the talk without a word that says so
_PLAIN = (
    "service_price",
    "service_size",
    "service_duration",
    "service_decides",
    "service_open",
    "service_result",
    "service_elsewhere",
)
"""Sides that are asked of the accelerator when it is named, whatever else the message tells."""
_BY_THEMSELVES = ("service_money", "service_data", "service_trust", "service_status")
"""Sides that are only asked of who speaks."""
_OF_APPLYING = ("service_documents", "service_next")
"""Sides of applying: no programme needs to be named."""
_NAMING = (*_PLAIN, "service_what", "service_apply", "service_steps")
_ENTERING = ("service_who", "service_size", "service_apply", "service_price")
"""Sides that only hold in the regions where the service is."""
_ADDING, _APPLYING, _KEEPING = ("cumul", "combin"), ("candidat", "applic"), ("mainten", "garder", "conserv", "keep")
"""What the answer to what adds up, to applying, to giving back must say."""
_PART, _CLAUSE = 0.6, 0.85  # least confidence in what leaves out something that was said, and most of it
_PAYING = ("verse", "paiement", "payee", "solde", "acompte", "paid", "payment", "instal")
"""What the answer to when an aid is paid must say."""
_BOUND = re.compile(r"\b(?:minim\w+|maxim\w+|au (?:moins|plus)|at (?:least|most))\b", re.IGNORECASE)
"""« what's the minimum investment? » asks of a figure, not what an investment is."""
_GENERAL = 6  # words of a question that only asks what comes of what is told: « est-ce que ça bloque ? »
_HELD = 0.5  # share of what it is about that the subject of the talk then speaks of


@dataclass(frozen=True)
class Reading:
    """A question to be answered for a message; `least` is the least confidence that its answer must have.

    One of `must`, folded, must stand in its answer: who asks what adds up is not told anything else. `lead` is the key
    of what is said before it, `own` the id of the scheme whose own sentence on it is.
    """

    question: str
    least: float = 0.0
    must: tuple[str, ...] = ()
    lead: str = ""
    own: str = ""


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A message where it stands."""

    text: str
    context: Context
    language: Language
    today: date

    @property
    def subject(self) -> str:
        """Id of the record last talked about; empty without one."""
        subjects = self.context.thread.subjects if self.context.thread else self.context.subjects
        return subjects[-1] if subjects else ""


class Readings:
    """Reads messages for one release."""

    def __init__(self, catalogue: Catalogue, reader: Reader, lists: Lists, evidence: Evidence) -> None:
        self._catalogue, self._reader, self._lists, self._evidence = catalogue, reader, lists, evidence

    def of(self, heard: Heard) -> Iterator[Reading]:
        """Each way to read a message; itself is always one of them."""
        if (belief := belief_in(heard.text)) and not self._is_of_a_scheme(heard, belief):
            yield Reading(say(belief.question, heard.language), lead=belief.lead)
        named = self._surely_named(heard.text)
        side = self._side_of_service(heard)
        if _is_another(named, heard.text, side):
            if same := self._in_zone(heard, named):
                yield Reading(same)
            yield from _itself(heard)
            return
        if not named and (zoned := self._of_the_zone(heard.text)):
            yield Reading(zoned)
        if asks_when_paid(heard.text):
            yield Reading(heard.text, must=_PAYING)
            return
        if asks_clawback(heard.text):
            yield Reading(heard.text, must=_KEEPING)
            return
        service = say(side, heard.language) if side else ""
        first = bool(side) and self._is_surely_of_service(heard, side)
        yield from self._before(heard, service if first else "")
        yield from _itself(heard)
        yield from self._in_part(heard)
        yield from self._after(heard, "" if first else service)
        yield from self._by_clause(heard)

    def _surely_named(self, text: str) -> list[AnyRecord]:
        named = self._reader.named_in(text)
        return [self._catalogue.records[record] for record, sure in named.items() if sure >= SURELY]

    def _is_of_a_scheme(self, heard: Heard, belief: Belief) -> bool:
        """« puisque le programme verse… » in a talk on a scheme, which is the programme."""
        text, subject = heard.text, self._catalogue.records.get(heard.subject)
        of_service = names_service(text) or points_at_service(text) or is_addressed(text)
        return belief.question.startswith("service") and isinstance(subject, Scheme) and not of_service

    def _of_the_zone(self, text: str) -> str:
        """« toute la Seine-et-Marne est classée, quel taux ? »: of the one zone with a rate, which is not named."""
        zones = [s for s in self._catalogue.schemes if s.natures == (Nature.ZONING,) and s.rate_max is not None]
        return f"{zones[0].title} : {text}" if len(zones) == 1 and claims_whole_place(text) else ""

    def _in_zone(self, heard: Heard, named: Sequence[AnyRecord]) -> str:
        """« combien en zone AFR ? » in a talk on a scheme that speaks of that zone."""
        subject = self._catalogue.records.get(heard.subject) if heard.context.thread else None
        zone = named[0] if len(named) == 1 else None
        if not (isinstance(subject, Scheme) and isinstance(zone, Scheme) and zone.natures == (Nature.ZONING,)):
            return ""
        called = [set(stems(name)) for name in zone.names]
        held = self._evidence.stems_of[subject.id]
        spoken = subject.id != zone.id and any(name and name <= held for name in called)
        sides = aspects_of(heard.text)
        brief = len(heard.text.split()) <= _BRIEF and bool(sides) and Aspect.DEFINITION not in sides
        return f"{subject.title} : {without_lead(heard.text).rstrip(' ?')} ?" if spoken and brief else ""

    def _before(self, heard: Heard, service: str) -> Iterator[Reading]:
        """What it means more likely than what it says."""
        if began := commitment_asked(heard.text):
            held = isinstance(self._catalogue.records.get(heard.subject), Scheme)
            yield Reading(say(began, heard.language), own=heard.subject if held else "")
        yield from self._of_whom(heard)
        if asks_promise(heard.text):
            yield Reading(say("who_decides", heard.language))
        if asks_whether_it_pays(heard.text):
            yield Reading(say("whether_it_pays", heard.language))
        elif asks_where_to_begin(heard.text):
            yield Reading(say("where_to_begin", heard.language))
        elif asks_where_to_find_money(heard.text):
            yield Reading(say("where_to_find_money", heard.language))
        if service:
            yield Reading(service)
        elif same := self._of_the_same(heard):
            yield Reading(same)

    def _of_whom(self, heard: Heard) -> Iterator[Reading]:
        """What a rule means for the company that is told of."""
        if asks_whether_sme(heard.text):
            yield Reading(say("whether_sme", heard.language))
        if asks_from_union(heard.text):
            yield Reading(say("from_union", heard.language))
        elif asks_from_beyond(heard.text):
            yield Reading(say("from_beyond", heard.language))
        if threshold := self._threshold(heard):
            yield Reading(threshold)

    def _threshold(self, heard: Heard) -> str:
        """« which threshold is it for us? », of the scheme talked about, for a company of the size told."""
        scheme = self._catalogue.records.get(heard.subject)
        heads = company_told(heard.text, heard.context.company).heads
        if not isinstance(scheme, Scheme) or heads is None or not asks_threshold(heard.text):
            return ""
        size = "threshold_sme" if heads[1] < _LARGE else "threshold_large"
        return say(size, heard.language, name=scheme.title)

    def _in_part(self, heard: Heard) -> Iterator[Reading]:
        """What it asks, beside what it tells; what it tells, when it only asks what comes of that."""
        asking = asking_part(heard.text)
        if asking == heard.text:
            return
        if not stands_for(asking):
            yield Reading(_placed(asking, heard), least=_PART)
        told = heard.text.replace(asking, " ").strip(" ,;:.")
        of_what_is_told = len(asking.split()) <= _GENERAL or speaks_of_money(asking) or is_addressed(asking)
        if told and of_what_is_told and not asks_more_than_yes(asking):
            yield Reading(f"{told} ?", least=_PART)

    def _by_clause(self, heard: Heard) -> Iterator[Reading]:
        """Each clause that asks of something, when nothing is named beside it: « c'est quoi X, un ami en parle »."""
        for clause, beside in asking_clauses(heard.text):
            asked = self._read(clause, heard)
            if any(map(asked.is_about, asked.concepts)) and not self._reader.named_in(beside):
                yield Reading(_placed(clause, heard), least=_CLAUSE)

    def _after(self, heard: Heard, service: str) -> Iterator[Reading]:
        """What it may mean when it is not known as it stands; of one unknown thing it is not told who decides."""
        if is_of_the_form(heard.text):
            yield Reading(say("of_the_form", heard.language, question=heard.text), must=_APPLYING)
        if service:
            yield Reading(service)
        telling = len(heard.text.split()) > _BRIEF or self._lists.reader.knows(self._read(heard.text, heard))
        if asks_verdict(heard.text) and speaks_of_money(heard.text) and telling:
            yield Reading(say("who_decides", heard.language))
        if only_tells_of_a_project(heard.text):
            yield Reading(say("where_to_begin", heard.language))

    def _side_of_service(self, heard: Heard) -> str:
        """The side of the service meant without naming it, by speaking to us or of nothing else; empty for none."""
        text = self._reader.mended(heard.text)
        side, named, pointed = side_of_service(text), names_service(text), points_at_service(text)
        here = (named or pointed) and asks_whether_here(text)
        if (here or side in _ENTERING) and self._lists.foreign([region.name for region in regions_in(text)]):
            side = "service_elsewhere"
        elif here and side != "service_next":
            side = "service_regions"
        if not side or (wants_schemes(text) and side not in _BY_THEMSELVES):
            return ""
        if side in _PLAIN and asks_which(text):
            return ""  # of two programmes, not of this one
        if seeks_a_maker(text) and self._reader.thesaurus.operations_in(text):
            return ""
        if (
            side in _BY_THEMSELVES
            or _is_of_applying(side, text)
            or pointed
            or is_addressed(text)
            or asks_for_the_chamber(text)
            or (named and side in _NAMING)
        ):
            return side
        talked_of = self._speaks_of_service(heard.subject) if heard.subject else not _holds(heard.context.thread)
        return side if talked_of and len(text.split()) <= _BRIEF and not self._says_more(heard) else ""

    def _is_surely_of_service(self, heard: Heard, side: str) -> bool:
        """Whether nothing else may be meant: the message calls it by a word for it, or says nothing beside."""
        text, named = heard.text, names_service(heard.text)
        called = named and (side in _PLAIN or asks_for_the_chamber(text))
        if called or side in _BY_THEMSELVES or _is_of_applying(side, text) or points_at_service(text):
            return True
        return not only_asks_to_enter(heard.text) and not self._says_more(heard)

    def _says_more(self, heard: Heard) -> bool:
        """Whether anything is asked about beside a side of the service."""
        asked = self._read(beside_service(without_places(without_lead(heard.text))), heard)
        return bool(asked.years) or self._lists.reader.asks_of_something(asked)

    def _speaks_of_service(self, record: str) -> bool:
        page = isinstance(self._catalogue.records.get(record), Page)
        return page and self._evidence.stems_of[record].issuperset(stems(say("service", Language.FRENCH)))

    def _of_the_same(self, heard: Heard) -> str:
        """A side asked in the middle of a talk on one scheme or partner, when its record speaks of the same things."""
        subject: AnyRecord | None = self._catalogue.records.get(heard.subject) if heard.context.thread else None
        text = heard.text if len(heard.text.split()) <= _SHORT else _only_question(heard.text)
        if not isinstance(subject, Scheme | Partner) or wants_schemes(text) or len(text.split()) > _SHORT:
            return ""
        asked = self._read(text, heard)
        about = [concept for concept in asked.concepts if asked.is_about(concept)]
        defined = Aspect.DEFINITION in asked.aspects and not _BOUND.search(text)
        if defined or asked.regions or asked.operations or not about:
            return ""
        held = self._evidence.share(about, self._evidence.stems_of[subject.id])
        return f"{without_lead(text).rstrip(' ?')} {subject.title} ?" if held >= _HELD else ""

    def _read(self, text: str, heard: Heard) -> Question:
        return self._reader.read(text, replace(heard.context, subjects=()), heard.language, heard.today)


def _only_question(text: str) -> str:
    """The one sentence of a message that is a question; empty without one or with several."""
    asked = [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if sentence.endswith("?")]
    return asked[0] if len(asked) == 1 else ""


def _is_of_applying(side: str, text: str) -> bool:
    """Whether a side of applying is asked of an application."""
    return side in _OF_APPLYING and speaks_of_applying(text)


def _is_another(named: Sequence[AnyRecord], text: str, side: str) -> bool:
    """Whether a scheme is surely named, or a partner beside nothing of the service."""
    of_service = names_service(text) or points_at_service(text) or side in (*_BY_THEMSELVES, *_OF_APPLYING)
    return any(isinstance(record, Scheme) or not of_service for record in named)


def _itself(heard: Heard) -> Iterator[Reading]:
    """As it stands; who asks what adds up is told the rule when nothing else is known."""
    adds = Aspect.CUMULATION in aspects_of(heard.text) and not is_addressed(heard.text)
    yield Reading(heard.text, must=_ADDING if adds else ())
    if adds:
        yield Reading(say("combining", heard.language))


def _placed(asking: str, heard: Heard) -> str:
    """The part of a message that asks, with the place that the rest of it tells."""
    places = [region.name for region in regions_in(heard.text) if region not in regions_in(asking)]
    where = say("in_region", heard.language, region=places[0]) if places else ""
    return f"{asking.rstrip(' ?')}{where} ?" if where else asking


def _holds(thread: Thread | None) -> bool:
    """Whether there is anything that a message may lean on."""
    return thread is not None and bool(thread.asked or thread.listed or thread.wish or thread.partner_wish)

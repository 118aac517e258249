"""The ways to read a message, the likeliest first: as it stands, as what it means, as the part of it that asks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.aspects import Aspect
from bot.answers.evidence import Evidence
from bot.answers.focusing import asking_part
from bot.answers.following import without_lead
from bot.answers.listing import wants_schemes
from bot.answers.lists import Lists
from bot.answers.opening import asks_where_to_begin, only_tells_of_a_project
from bot.answers.service import beside_service, is_addressed, points_at_service, side_of_service
from bot.answers.types import Context, Language, Thread
from bot.answers.understanding import Question, Reader, stands_for
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import AnyRecord, Page, Partner, Scheme
from bot.catalogue.places import regions_in
from bot.search.analysis import stems

_BRIEF = 9  # words of a question that leaves out what it is about
_SHORT = 12  # words of a question that may lean on the talk without a word that says so
_HELD = 0.5  # share of what it is about that the subject of the talk then speaks of


@dataclass(frozen=True)
class Reading:
    """A question to be answered for a message; `partial` when it leaves out something that was said."""

    question: str
    partial: bool = False


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
        text, language = heard.text, heard.language
        if self._reader.names(text):
            yield Reading(text)
            return
        service = self._of_service(heard)
        first = points_at_service(text) or not self._says_more(heard)
        if asks_where_to_begin(text):
            yield Reading(say("where_to_begin", language))
        if service and first:
            yield Reading(service)
        elif not service and (same := self._of_the_same(heard)):
            yield Reading(same)
        yield Reading(text)
        if (part := _asking(text, language)) != text and not stands_for(part):
            yield Reading(part, partial=True)
        if service and not first:
            yield Reading(service)
        if only_tells_of_a_project(text):
            yield Reading(say("where_to_begin", language))

    def _of_service(self, heard: Heard) -> str:
        """The full question about the service that is meant without naming it, by speaking to us or of nothing else."""
        side = side_of_service(heard.text)
        if not side or (wants_schemes(heard.text) and side != "service_money"):
            return ""
        if side == "service_who" and self._lists.foreign([region.name for region in regions_in(heard.text)]):
            side = "service_elsewhere"
        talked_of = self._speaks_of_service(heard.subject) if heard.subject else not _holds(heard.context.thread)
        meant = talked_of and len(heard.text.split()) <= _BRIEF and not self._says_more(heard)
        return say(side, heard.language) if meant or points_at_service(heard.text) or is_addressed(heard.text) else ""

    def _says_more(self, heard: Heard) -> bool:
        """Whether anything is asked about beside a side of the service."""
        asked = self._read(beside_service(without_lead(heard.text)), heard)
        return self._lists.reader.asks_of_something(asked)

    def _speaks_of_service(self, record: str) -> bool:
        page = isinstance(self._catalogue.records.get(record), Page)
        return page and self._evidence.stems_of[record].issuperset(stems(say("service", Language.FRENCH)))

    def _of_the_same(self, heard: Heard) -> str:
        """A side asked in the middle of a talk on one scheme or partner, when its record speaks of the same things."""
        subject: AnyRecord | None = self._catalogue.records.get(heard.subject) if heard.context.thread else None
        if not isinstance(subject, Scheme | Partner) or wants_schemes(heard.text) or len(heard.text.split()) > _SHORT:
            return ""
        asked = self._read(heard.text, heard)
        about = [concept for concept in asked.concepts if asked.is_about(concept)]
        if Aspect.DEFINITION in asked.aspects or asked.regions or asked.operations or not about:
            return ""
        held = self._evidence.share(about, self._evidence.stems_of[subject.id])
        return f"{without_lead(heard.text).rstrip(' ?')} {subject.title} ?" if held >= _HELD else ""

    def _read(self, text: str, heard: Heard) -> Question:
        return self._reader.read(text, replace(heard.context, subjects=()), heard.language, heard.today)


def _asking(text: str, language: Language) -> str:
    """The part of a message that asks, with the place that the rest of it tells."""
    part = asking_part(text)
    places = [region.name for region in regions_in(text) if region not in regions_in(part)]
    if part == text or not places:
        return part
    return f"{part.rstrip(' ?')}{say('in_region', language, region=places[0])} ?"


def _holds(thread: Thread | None) -> bool:
    """Whether there is anything that a message may lean on."""
    return thread is not None and bool(thread.asked or thread.listed or thread.wish or thread.partner_wish)

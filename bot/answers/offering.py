"""What can still be said of a subject when the side that is asked is not known: named, offered, with whom to ask."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers.aspects import HEADINGS, Aspect
from bot.answers.fields import short_name, stated
from bot.answers.types import Answer, Language, Sentence
from bot.answers.wording import say
from bot.catalogue.folding import fold
from bot.catalogue.formats import listed
from bot.catalogue.models import AnyRecord, Availability, Page, Partner, Passage, PassageKind, Scheme

MOST = 3  # sides that are offered
_SCHEME = {
    Aspect.AMOUNT: "amount",
    Aspect.WHO: "who",
    Aspect.WHAT_FOR: "what_for",
    Aspect.HOW: "how",
    Aspect.DEADLINE: "deadline",
}
_PARTNER = {Aspect.DEFINITION: "does", Aspect.WHERE: "where", Aspect.CONTACT: "contact"}
_FIGURE = re.compile(r"\d")


def offered(
    answer: Answer, record: AnyRecord, passages: Sequence[Passage], asked: Sequence[Aspect], today: date
) -> Answer:
    """A refusal that names its subject, what is known of it and whom to ask; without a figure."""
    if isinstance(record, Page):
        return answer
    language, name = answer.language, named_without_figure(record)
    told = [Sentence(f"{say('no_information', language)} {whom_to_ask(record, language)}")]
    if _is_closed(record, today):
        told.append(Sentence(say("closed", language, name=name), notice=True))
    sides = sides_of(record, passages, asked, today)
    if sides:
        spoken = listed([say(f"side_{side}", language) for side in sides], say("or", language))
        told.append(Sentence(say("can_say", language, name=name, sides=spoken)))
    return replace(answer, sentences=tuple(told), suggestions=_asks(sides, name, language))


def whom_to_ask(record: AnyRecord | None, language: Language) -> str:
    """Its contact, when it has one without a figure, or an adviser."""
    contact = "" if record is None or isinstance(record, Page) else record.contact.rstrip(".")
    known = contact and not _FIGURE.search(contact)
    if isinstance(record, Partner) and record.site:
        contact = f"{contact}, {record.site}"
    return say("ask_them", language, contact=contact) if known else say("ask_adviser", language)


def suggestions_of(
    record: AnyRecord, passages: Sequence[Passage], asked: Sequence[Aspect], today: date, language: Language
) -> tuple[str, ...]:
    """Next questions on a subject that it answers."""
    return _asks(sides_of(record, passages, asked, today), short_name(record), language)


def _asks(sides: Sequence[str], name: str, language: Language) -> tuple[str, ...]:
    return tuple(say(f"ask_{side}", language, name=name) for side in sides)


def sides_of(record: AnyRecord, passages: Sequence[Passage], asked: Sequence[Aspect], today: date) -> list[str]:
    """Names of the sides beside the asked ones that the fields or a heading of the record tell of."""
    known = _PARTNER if isinstance(record, Partner) else _SCHEME
    texts = [passage for passage in passages if passage.kind is PassageKind.TEXT]
    told = (name for aspect, name in known.items() if aspect not in asked and _tells(aspect, record, texts, today))
    return list(told)[:MOST]


def _tells(aspect: Aspect, record: AnyRecord, texts: Sequence[Passage], today: date) -> bool:
    """Whether a field tells of that side, or the heading of one told in words; texts tell what a partner does."""
    if aspect is Aspect.DEADLINE:
        return record.valid_until is not None
    if aspect is Aspect.DEFINITION:
        return bool(texts)
    if stated(record, aspect, today, Language.FRENCH):
        return True
    in_words = aspect in (Aspect.WHO, Aspect.WHAT_FOR, Aspect.HOW)
    return in_words and any(re.search(HEADINGS[aspect], fold(passage.origin.section or "")) for passage in texts)


def named_without_figure(record: AnyRecord) -> str:
    """Its short name, else another of its names, that has no figure; « Aide 2026 » is also called « Aide »."""
    names = (short_name(record), *record.aliases)
    return next((name for name in names if not _FIGURE.search(name)), names[0])


def _is_closed(record: AnyRecord, today: date) -> bool:
    return isinstance(record, Scheme) and record.availability(today) is Availability.CLOSED

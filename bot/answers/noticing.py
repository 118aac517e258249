"""What must be said of a scheme beside what is asked: that it is closed and what is open instead, or to be checked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.answers.fields import short_name, status
from bot.answers.figures import figures
from bot.answers.quoting import Quote
from bot.answers.ranking import NATIONAL
from bot.answers.sentences import sentences_of
from bot.answers.types import Language
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import fold
from bot.catalogue.formats import day
from bot.catalogue.models import AnyRecord, Availability, Passage, PassageKind, Scheme
from bot.finders.financing import THEMES

_OPEN = re.compile(
    r"\b(?:est|sont|reste) (?:toujours |encore )?(?:clos\w*|ouvert\w*|fermee?s?)\b|\b(?:ouvre|ferme) le\b"
    r"|\b(?:is|are) (?:still |now )?(?:closed|open)\b|\b(?:opens|closes|closed) on\b"
)
_CLOSED = re.compile(r"\b(?:est|sont) (?:clos\w*|fermee?s?)\b|\b(?:is|are) (?:now )?closed\b|\bclosed on\b")
_RATHER = re.compile(
    r"\b(?:regarde|cherche|voye|voi|tourne|adresse|demande|consulte)\w* (?:\w+ )?plutot\b"
    r"|\ba la place\b.*\b(?:regarde|cherche|voye|demande)|\blook (?:at|among)\b.*\b(?:instead|open)\b"
)
_FRESH = timedelta(days=365)  # after which what was checked has to be confirmed
_INSTEAD = 2  # open schemes named in place of a closed one


def noticed(
    catalogue: Catalogue, record: AnyRecord, quotes: Sequence[Quote], today: date, language: Language
) -> tuple[Quote, ...]:
    """Closed or not yet open is said first, with what is open instead; an opening that must be checked is said last."""
    source = _source(catalogue, record)
    if not isinstance(record, Scheme) or record.availability(today) is Availability.OPEN or source is None:
        return tuple(quotes)
    said = status(record, today, language)
    notice = Quote(said, source, 100.0, typed=True, notice=True)
    others = tuple(quote for quote in quotes if quote.text != said)
    if record.availability(today) is not Availability.TO_CHECK:
        notice, others = _in_own_words(notice, others)
    if record.availability(today) is Availability.TO_CHECK:
        return (*others, notice) if len(others) == len(quotes) else tuple(quotes)
    if record.availability(today) is not Availability.CLOSED:
        return (notice, *others)
    advised = _advised(catalogue, record, language)
    if advised is None:
        return (notice, *others, *_instead(catalogue, record, today, language))
    return (notice, *(quote for quote in others if quote.text != advised.text), advised)


def _in_own_words(notice: Quote, others: Sequence[Quote]) -> tuple[Quote, tuple[Quote, ...]]:
    """A notice once: as the author says that it is closed, with that date; what says again when it opens goes."""
    same = [quote for quote in others if says_open(quote.text) and figures(notice.text) <= figures(quote.text)]
    own = next((quote for quote in same if not quote.typed and is_closed(quote.text)), None)
    first = replace(own, notice=True) if own else notice
    again = [quote for quote in same if quote is own or figures(quote.text) <= figures(first.text)]
    return first, tuple(quote for quote in others if quote not in again)


def outdated(record: AnyRecord, today: date, language: Language) -> str:
    """That a page was checked more than a year ago; empty when it was not."""
    if record.checked_on is None or today - record.checked_on <= _FRESH:
        return ""
    return say("outdated", language, day=day(record.checked_on, language.value))


def says_open(sentence: str) -> bool:
    """Whether it says that something is open or closed, which is computed."""
    return bool(_OPEN.search(fold(sentence)))


def is_closed(sentence: str) -> bool:
    """Whether it says that something is closed."""
    return bool(_CLOSED.search(fold(sentence)))


def _advised(catalogue: Catalogue, closed: Scheme, language: Language) -> Quote | None:
    """What the file of a closed scheme itself tells to look at instead."""
    english = catalogue.english_of(closed.id) if language is Language.ENGLISH else ()
    texts = (p for p in english or catalogue.passages_of(closed.id) if p.kind is PassageKind.TEXT)
    said = ((sentence, passage) for passage in texts for sentence in sentences_of(passage.text))
    return next((Quote(text, passage, 1.0, notice=True) for text, passage in said if _RATHER.search(fold(text))), None)


def _instead(catalogue: Catalogue, closed: Scheme, today: date, language: Language) -> Iterator[Quote]:
    """The open schemes of the same kind, place and purpose, those nearest in purpose first."""
    for scheme in open_instead(catalogue.schemes, closed, today)[:_INSTEAD]:
        source = _source(catalogue, scheme)
        if source:
            funder = scheme.funder.split(" (")[0] or scheme.natures[0].value
            text = say("instead", language, name=short_name(scheme), text=funder)
            yield Quote(text, source, 1.0, typed=True, notice=True)


def open_instead(schemes: Sequence[Scheme], closed: Scheme, today: date) -> list[Scheme]:
    """Open today, of the same nature, of the same regions or national, with a stage or an expense in common and no
    theme of its own."""
    purposes = {*closed.stages, *closed.expenses}

    def nearness(scheme: Scheme) -> tuple[int, int]:
        return (bool(set(scheme.regions) & set(closed.regions)), len(purposes & {*scheme.stages, *scheme.expenses}))

    fit = [
        scheme
        for scheme in schemes
        if scheme.id != closed.id
        and scheme.availability(today) is Availability.OPEN
        and set(scheme.natures) & set(closed.natures)
        and (not scheme.regions or NATIONAL in scheme.regions or set(scheme.regions) & set(closed.regions))
        and nearness(scheme)[1]
        and not set(scheme.stages) & set(THEMES) - set(closed.stages)
    ]
    return sorted(fit, key=nearness, reverse=True)


def _source(catalogue: Catalogue, record: AnyRecord) -> Passage | None:
    passages = catalogue.passages_of(record.id)
    return next((passage for passage in passages if passage.kind is PassageKind.FIELDS), next(iter(passages), None))

"""Two subjects named in one question: their fields and what each says of what is asked, side by side."""

import re
from collections.abc import Callable, Sequence

from bot.answers.aspects import Aspect
from bot.answers.choosing import Chooser
from bot.answers.listing import fields_of, listed_name
from bot.answers.quoting import Quote
from bot.answers.ranking import SURELY, Candidate
from bot.answers.types import Language
from bot.answers.understanding import Question
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.formats import day, listed, money, number, percent
from bot.catalogue.models import AnyRecord, Availability, Scheme

EACH = 2  # sentences on each subject, after its fields
_EITHER = re.compile(
    r"\b(?:ou(?: bien| plutot)?|or|vs|versus|plutot que|rather than)\b"
    r"|\blequel|\blaquelle|which (?:one|is better)|mieux entre|choisir entre"
)


def compared(asked: Question, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Two or three subjects that are surely named, when their difference or a choice between them is asked."""
    sure = tuple(candidate for candidate in candidates if candidate.named >= SURELY)
    wanted = Aspect.DIFFERENCE in asked.aspects or bool(_EITHER.search(flat(asked.text)))
    return sure[:3] if len(sure) > 1 and wanted else ()


def side_by_side(
    asked: Question, candidates: Sequence[Candidate], chooser: Chooser, catalogue: Catalogue
) -> tuple[Quote, ...]:
    """The same fields of each subject in the same order, then the best sentences on it, subject after subject."""
    quotes: list[Quote] = []
    told = _fields_told([candidate.record for candidate in candidates], asked)
    for candidate in candidates:
        source = fields_of(catalogue, candidate.record)
        if source and told.get(candidate.record.id):
            quotes.append(Quote(told[candidate.record.id], source, 1.0, typed=True))
        prose = [quote for quote in chooser.draft(asked, candidate).quotes if not quote.typed]
        quotes += prose[:EACH]
    return tuple(quotes)


def _fields_told(records: Sequence[AnyRecord], asked: Question) -> dict[str, str]:
    """One line a scheme: each field that any of them states, « non indiqué » where one does not."""
    schemes = [record for record in records if isinstance(record, Scheme)]
    if len(schemes) < 2:
        return {}
    shown = {scheme.id: {key: tell(scheme, asked) for key, tell in _FIELDS.items()} for scheme in schemes}
    kept = [key for key in _FIELDS if any(values[key] for values in shown.values())]
    untold = say("not_stated", asked.language)
    return {
        scheme.id: say(
            "side_by_side",
            asked.language,
            name=listed_name(scheme),
            fields=" ; ".join(
                f"{say(f'field_{key}', asked.language)} {shown[scheme.id][key] or untold}" for key in kept
            ),
        )
        for scheme in schemes
    }


def _nature(scheme: Scheme, asked: Question) -> str:
    return listed([say(f"nature_{nature.name.lower()}", asked.language) for nature in scheme.natures], _and(asked))


def _amount(scheme: Scheme, asked: Question) -> str:
    return _span(scheme.amount_min, scheme.amount_max, lambda value: money(value, asked.language.value))


def _heads(scheme: Scheme, asked: Question) -> str:
    low = None if scheme.headcount_min is None else float(scheme.headcount_min)
    high = None if scheme.headcount_max is None else float(scheme.headcount_max)
    return _span(low, high, lambda value: number(value, asked.language.value))


def _span(low: float | None, high: float | None, shown: Callable[[float], str]) -> str:
    if low is not None and high is not None:
        return f"{shown(low)} – {shown(high)}"
    return f"≤ {shown(high)}" if high is not None else f"≥ {shown(low)}" if low is not None else ""


def _rate(scheme: Scheme, asked: Question) -> str:
    return f"≤ {percent(scheme.rate_max, asked.language.value)}" if scheme.rate_max is not None else ""


def _until(scheme: Scheme, asked: Question) -> str:
    if scheme.valid_until:
        return day(scheme.valid_until, asked.language.value)
    closed = scheme.availability(asked.today) is Availability.CLOSED
    return say("status_closed", asked.language) if closed else ""


def _and(asked: Question) -> str:
    return "and" if asked.language is Language.ENGLISH else "et"


_FIELDS: dict[str, Callable[[Scheme, Question], str]] = {
    "nature": _nature,
    "amount": _amount,
    "rate": _rate,
    "heads": _heads,
    "region": lambda scheme, asked: listed(scheme.regions, _and(asked)),
    "funder": lambda scheme, asked: scheme.funder,
    "until": _until,
}

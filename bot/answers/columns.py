"""The fields of compared records, the same in the same order, as one line a record."""

from collections.abc import Callable, Sequence

from bot.answers.fields import is_repaid, short_name
from bot.answers.types import Language
from bot.answers.wording import say
from bot.catalogue.formats import day, listed, money, number, percent
from bot.catalogue.models import AnyRecord, Partner, Scheme

_Tell = Callable[[Scheme, Language], str]
_OPERATIONS = 4  # of a partner that are named


def row(
    record: AnyRecord, records: Sequence[AnyRecord], language: Language, *, dated: bool, checked: bool = False
) -> str:
    """What the fields of one say, and which figure of the others it lacks. Empty for a page.

    `dated` with its end, `checked` with the day on which its sheet was checked.
    """
    told = _cells(record, language, dated=dated)
    if not told:
        return ""
    shown = [f"{say(f'field_{key}', language)} {text}" for key, text in told.items()]
    if checked and record.checked_on:
        shown.append(f"{say('field_checked', language)} {day(record.checked_on, language.value)}")
    lacking = [key for key in _lacked(record) if key not in told and any(key in _cells(o, language) for o in records)]
    if lacking:
        names = [say(f"field_{key}", language).rstrip(" :") for key in lacking]
        shown.append(say("not_stated", language, fields=listed(names, say("and", language))))
    return say("side_by_side", language, name=short_name(record), fields=" ; ".join(shown))


def _cells(record: AnyRecord, language: Language, *, dated: bool = True) -> dict[str, str]:
    """The stated fields by name."""
    if isinstance(record, Partner):
        return {key: text for key, text in _partner(record, language).items() if text}
    if not isinstance(record, Scheme):
        return {}
    cells = {key: tell(record, language) for key, tell in _FIELDS.items() if dated or key != "until"}
    return {key: text for key, text in cells.items() if text}


def _lacked(record: AnyRecord) -> tuple[str, ...]:
    """Figures whose absence is said; what is repaid has no rate."""
    if not isinstance(record, Scheme):
        return ()
    return ("amount",) if is_repaid(record) else ("amount", "rate")


def _partner(partner: Partner, language: Language) -> dict[str, str]:
    place = listed([town.strip() for town in partner.town.split("|") if town.strip()], say("and", language))
    return {
        "category": partner.category,
        "operations": listed(partner.operations[:_OPERATIONS], say("and", language)),
        "region": place or listed(partner.regions, say("and", language)),
        "certifications": listed(partner.certifications, say("and", language)),
    }


def _nature(scheme: Scheme, language: Language) -> str:
    return listed([say(f"nature_{nature.name.lower()}", language) for nature in scheme.natures], say("and", language))


def _amount(scheme: Scheme, language: Language) -> str:
    return _money(scheme.amount_min, scheme.amount_max, language)


def _base(scheme: Scheme, language: Language) -> str:
    return _money(scheme.base_min, scheme.base_max, language)


def _heads(scheme: Scheme, language: Language) -> str:
    return _span(scheme.headcount_min, scheme.headcount_max, language, lambda value: number(value, language.value))


def _turnover(scheme: Scheme, language: Language) -> str:
    return _money(None, scheme.turnover_max, language)


def _rate(scheme: Scheme, language: Language) -> str:
    return _span(None, scheme.rate_max, language, lambda value: percent(value, language.value))


def _region(scheme: Scheme, language: Language) -> str:
    return listed(scheme.regions, say("and", language))


def _until(scheme: Scheme, language: Language) -> str:
    return day(scheme.valid_until, language.value) if scheme.valid_until else ""


def _money(low: float | None, high: float | None, language: Language) -> str:
    return _span(low, high, language, lambda value: money(value, language.value))


def _span(low: float | None, high: float | None, language: Language, shown: Callable[[float], str]) -> str:
    ends = {key: shown(value) for key, value in (("low", low), ("high", high)) if value is not None}
    if not ends:
        return ""
    return say("span_range" if len(ends) == 2 else "span_min" if "low" in ends else "span_max", language, **ends)


_FIELDS: dict[str, _Tell] = {
    "nature": _nature,
    "amount": _amount,
    "rate": _rate,
    "base": _base,
    "heads": _heads,
    "turnover": _turnover,
    "region": _region,
    "funder": lambda scheme, _: scheme.funder,
    "until": _until,
}

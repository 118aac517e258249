"""What the typed fields of a record say of an asked aspect, as one sentence each."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.answers.aspects import Aspect
from bot.answers.types import Language
from bot.answers.wording import say
from bot.catalogue.folding import fold
from bot.catalogue.formats import day, listed, money, number, percent
from bot.catalogue.models import AnyRecord, Availability, Nature, Partner, Scheme
from bot.catalogue.places import department_told
from bot.search.analysis import stems

_REACHED_BY = frozenset({Aspect.CONTACT, Aspect.PHONE, Aspect.EMAIL})
_REPAID = frozenset({Nature.LOAN, Nature.REPAYABLE_ADVANCE})
_NOT_REPAID = frozenset({Nature.GRANT, Nature.TAX_CREDIT, Nature.EXEMPTION})


def short_name(record: AnyRecord) -> str:
    """The title without the explanation in brackets or after a dash, nor the funder or the place before one."""
    first, dash, rest = map(_unquoted, record.title.split(" (")[0].partition(" – "))
    if not dash:
        return first
    aliases = {fold(alias): set(stems(alias)) for alias in record.aliases}
    known_after = any(alias <= set(stems(rest)) for alias in aliases.values())
    after = fold(first) not in aliases and (known_after or _is_before_a_name(first, record))
    named = rest if after else first
    return named[:1].upper() + named[1:]


def _unquoted(name: str) -> str:
    """Without the quotation marks around it, or the one whose other was cut off."""
    bare = name.strip()
    if bare.count("«") != bare.count("»") or (bare.startswith("«") and bare.endswith("»") and bare.count("«") == 1):
        return " ".join(bare.replace("«", "").replace("»", "").split())
    return bare


def _is_before_a_name(words: str, record: AnyRecord) -> bool:
    """Whether it is the funder or the place: « Région Bretagne – Prêt Houle »."""
    funder = record.funder if isinstance(record, Scheme) else ""
    places = {stem for region in record.regions for stem in stems(region)}
    return set(stems(words)) <= {*stems(funder), *places, *stems("région")}


def status(scheme: Scheme, today: date, language: Language) -> str:
    """Whether one can ask for the scheme today, with its date."""
    name = short_name(scheme)
    available = scheme.availability(today)
    if available is Availability.CLOSED:
        return _dated("closed_on", "closed", scheme.valid_until, name, language)
    if available is Availability.NOT_YET and scheme.valid_from:
        return say("not_yet", language, name=name, day=day(scheme.valid_from, language.value))
    if available is Availability.TO_CHECK:
        contact = scheme.contact or scheme.funder or say("funder_or_adviser", language)
        return say("to_check", language, name=name, contact=contact)
    return _dated("open_until", "open", scheme.valid_until, name, language)


def _dated(key: str, without: str, moment: date | None, name: str, language: Language) -> str:
    if moment is None:
        return say(without, language, name=name)
    return say(key, language, name=name, day=day(moment, language.value))


def stated(record: AnyRecord, aspect: Aspect, today: date, language: Language) -> str | None:
    """One sentence from the fields, or None when no field answers this aspect."""
    if isinstance(record, Scheme):
        if aspect in (Aspect.OPEN, Aspect.DEADLINE):
            return status(record, today, language)
        writer = _SCHEME.get(aspect)
        return writer(record, language) if writer else None
    if isinstance(record, Partner):
        return _partner(record, aspect, language)
    return None


def in_cases(scheme: Scheme, aspect: Aspect, general: float, language: Language, *, rated: bool) -> str:
    """The ceiling of the general case, then the one of certain cases; the rate too when `rated`."""
    name, code = short_name(scheme), language.value
    if aspect is Aspect.RATE:
        base, high = percent(general, code), percent(scheme.rate_max or 0, code)
        return say("rate_in_cases", language, name=name, base=base, high=high)
    base, high = money(general, code), money(scheme.amount_max or 0, code)
    if not rated:
        return say("amount_in_cases", language, name=name, base=base, high=high)
    rate = percent(scheme.rate_max or 0, code)
    return say("amount_in_cases_rated", language, name=name, rate=rate, base=base, high=high)


def _span(name: str, kind: str, low: float | None, high: float | None, language: Language) -> str | None:
    shown = {key: money(value, language.value) for key, value in (("low", low), ("high", high)) if value is not None}
    if not shown:
        return None
    ending = "range" if len(shown) == 2 else "min" if "low" in shown else "max"
    return say(f"{kind}_{ending}", language, name=name, **shown)


def _amount(scheme: Scheme, language: Language) -> str | None:
    return _span(short_name(scheme), "amount", scheme.amount_min, scheme.amount_max, language)


def _base(scheme: Scheme, language: Language) -> str | None:
    return _span(short_name(scheme), "base", scheme.base_min, scheme.base_max, language)


def _rate(scheme: Scheme, language: Language) -> str | None:
    if scheme.rate_max is None:
        return None
    return say("rate", language, name=short_name(scheme), rate=percent(scheme.rate_max, language.value))


def _funder(scheme: Scheme, language: Language) -> str | None:
    return say("funder", language, name=short_name(scheme), funder=scheme.funder) if scheme.funder else None


def _contact(scheme: Scheme, language: Language) -> str | None:
    if scheme.contact:
        return say("contact", language, name=short_name(scheme), contact=scheme.contact.rstrip("."))
    return _link(scheme, language)


def _link(scheme: Scheme, language: Language) -> str | None:
    return say("link", language, name=short_name(scheme), link=scheme.link) if scheme.link else None


def _cumulation(scheme: Scheme, language: Language) -> str | None:
    text = scheme.cumulation.rstrip(".")
    return say("cumulation", language, name=short_name(scheme), text=text) if text else None


def _commitment(scheme: Scheme, language: Language) -> str | None:
    return say("before_commitment", language, name=short_name(scheme)) if scheme.before_commitment else None


def is_repaid(scheme: Scheme) -> bool:
    """Only lent, never given."""
    return bool(scheme.natures) and set(scheme.natures) <= _REPAID


def _repayment(scheme: Scheme, language: Language) -> str | None:
    natures = set(scheme.natures)
    if natures & _REPAID and natures & _NOT_REPAID:
        parts = (listed([n.value for n in scheme.natures if n in kept]) for kept in (_REPAID, _NOT_REPAID))
        return say(
            "partly_repayable", language, name=short_name(scheme), **dict(zip(("repaid", "given"), parts, strict=True))
        )
    key = "repayable" if natures & _REPAID else "not_repayable" if natures & _NOT_REPAID else None
    return (
        say(key, language, name=short_name(scheme), nature=listed([n.value for n in scheme.natures])) if key else None
    )


def holds_only_in(scheme: Scheme, departments: Sequence[str], language: Language) -> str:
    """Where it holds, for somebody of another place: of which department, when only a part of their region has it."""
    name, others = short_name(scheme), departments if scheme.departments else ()
    if not others:
        return say("only_in", language, name=name, region=" / ".join(scheme.regions))
    region = listed(tuple(map(department_told, scheme.departments)), say("and", language))
    place = listed(tuple(map(department_told, others)), say("and", language))
    return say("only_in_departments", language, name=name, region=region, place=place)


def _who(scheme: Scheme, language: Language) -> str | None:
    heads = {"low": scheme.headcount_min, "high": scheme.headcount_max}
    shown = {key: number(value, language.value) for key, value in heads.items() if value is not None}
    if not shown:
        return None
    ending = "range" if len(shown) == 2 else "min" if "low" in shown else "max"
    return say("headcount", language, name=short_name(scheme), range=say(f"heads_{ending}", language, **shown))


def fewer_than(scheme: Scheme, limit: int, language: Language) -> str:
    """Who may have it, by the number of employees that stays out."""
    told = say("heads_below", language, high=number(limit, language.value))
    return say("headcount", language, name=short_name(scheme), range=told)


def _summary(scheme: Scheme, language: Language) -> str | None:
    """For an English reader, whose other sentences are French: what it is, from whom, where, how much, until when."""
    if language is Language.FRENCH or not scheme.natures:
        return None
    code = language.value
    told = listed([say(f"a_{nature.name.lower()}", language) for nature in scheme.natures], "and")
    told += say("summary_from", language, funder=scheme.funder.split(" (")[0]) if scheme.funder else ""
    told += say("summary_in", language, regions=listed(scheme.regions, "and")) if scheme.regions else ""
    parts = [told]
    if scheme.amount_max is not None:
        ends = {"low": money(scheme.amount_min or 0, code), "high": money(scheme.amount_max, code)}
        parts.append(say("summary_range" if scheme.amount_min else "summary_to", language, **ends))
    if scheme.rate_max is not None:
        parts.append(say("summary_rate", language, rate=percent(scheme.rate_max, code)))
    if scheme.base_min is not None and scheme.base_max is not None:
        ends = {"low": money(scheme.base_min, code), "high": money(scheme.base_max, code)}
        parts.append(say("summary_base", language, **ends))
    if scheme.valid_until:
        parts.append(say("summary_until", language, day=day(scheme.valid_until, code)))
    return say("summary", language, name=short_name(scheme), text=", ".join(parts))


def _how(scheme: Scheme, language: Language) -> str | None:
    """For an English reader: where to ask, before what, and the official page."""
    if language is Language.FRENCH or not (scheme.contact or scheme.link):
        return None
    name, contact = short_name(scheme), scheme.contact.rstrip(".")
    told = [say("apply_to", language, name=name, contact=contact)] if contact else []
    told += [say("apply_before", language)] if scheme.before_commitment else []
    return " ".join((*told, *([say("apply_page", language, link=scheme.link)] if scheme.link else [])))


_SCHEME: dict[Aspect, Callable[[Scheme, Language], str | None]] = {
    Aspect.AMOUNT: _amount,
    Aspect.RATE: _rate,
    Aspect.BASE: _base,
    Aspect.FUNDER: _funder,
    Aspect.CONTACT: _contact,
    Aspect.PHONE: _contact,
    Aspect.EMAIL: _contact,
    Aspect.LINK: _link,
    Aspect.CUMULATION: _cumulation,
    Aspect.COMMITMENT: _commitment,
    Aspect.REPAYMENT: _repayment,
    Aspect.WHO: _who,
    Aspect.DEFINITION: _summary,
    Aspect.HOW: _how,
}


def _partner(partner: Partner, aspect: Aspect, language: Language) -> str | None:
    name = short_name(partner)
    if aspect in (Aspect.LINK, Aspect.CONTACT) and partner.site:
        return say("partner_site", language, name=name, site=partner.site) + _doubt(partner.contact)
    if aspect in _REACHED_BY and partner.contact:
        return say("partner_contact", language, name=name, contact=partner.contact)
    if aspect is Aspect.WHERE and partner.town:
        towns = tuple(town.strip() for town in partner.town.split("|") if town.strip())
        return say("partner_place", language, name=name, town=listed(towns, say("and", language)))
    if aspect is Aspect.CERTIFICATION:
        text = listed(partner.certifications, say("and", language))
        return say("partner_certified" if text else "partner_uncertified", language, name=name, text=text)
    return None


def _doubt(contact: str) -> str:
    """« (adresse à vérifier) », as the contact says it in brackets."""
    found = re.search(r"\([^()]*v[ée]rifier[^()]*\)", contact)
    return f" {found[0]}" if found else ""

"""By what an application is found again: its folded words, its company's name, and the values it is filtered by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.catalogue.folding import flat
from bot.intake.form import FIELDS, Kind
from bot.intake.showing import show

FACETS = ("stage", "needs", "operations")  # keys of the form
_LEGAL_FORMS = frozenset("sa sas sasu sarl eurl snc scop sci".split())
_UNSEARCHED = (Kind.CONSENT, Kind.AMOUNT, Kind.COUNT)


@dataclass(frozen=True, kw_only=True)
class Found:
    """What the store keeps beside an application so that it is found quickly."""

    search: str
    company_key: str
    facets: tuple[tuple[str, str], ...]


def found_by(reference: str, fields: Mapping[str, Any]) -> Found:
    """Computed again whenever a field changes."""
    words = dict.fromkeys(word for text in _texts(reference, fields) for word in flat(text).split())
    return Found(
        search=" ".join(words),
        company_key=company_key(fields.get("company")),
        facets=tuple(dict.fromkeys(_facets(fields))),
    )


def company_key(company: Any) -> str:
    """The folded name without its legal form: « SAS Duval Sièges » and « duval sieges » are one company."""
    words = [word for word in flat(str(company or "")).split() if word not in _LEGAL_FORMS]
    return " ".join(words)[:200]


def _texts(reference: str, fields: Mapping[str, Any]) -> Iterator[str]:
    yield reference
    for field in FIELDS:
        value = fields.get(field.key)
        if value is None or field.kind in _UNSEARCHED:
            continue
        yield show(field.key, value)
        if field.kind in (Kind.SIREN, Kind.PHONE):
            digits = "".join(filter(str.isdigit, show(field.key, value)))
            yield digits
            yield digits[:9]


def _facets(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in FACETS:
        value = fields.get(name)
        for item in value if isinstance(value, list) else [value] if value else []:
            yield name, str(item)[:80]

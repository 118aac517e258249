"""Figures with their units and sides, so that « 3 mois » is not « 3 ans » and « au moins » is not « au plus ».

Complements `figures`, which knows values only. Texts are compared folded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.answers.figures import MONTHS, NUMBER_WORDS, figures
from bot.catalogue.folding import fold
from bot.search.languages import is_everyday


class Side(StrEnum):
    """What a figure bounds."""

    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True)
class Quantity:
    """A figure; `unit` is empty when nothing is counted, THINGS when it is no unit that we know."""

    value: str
    unit: str
    side: Side | None = None  # None when it bounds nothing


THINGS = "things"  # a word follows the figure that is no unit that we know
UNITS: dict[str, tuple[str, float]] = {
    "€": ("€", 1), "euro": ("€", 1), "euros": ("€", 1), "eur": ("€", 1), "%": ("%", 1),
    "an": ("mois", 12), "ans": ("mois", 12), "annee": ("mois", 12), "annees": ("mois", 12),
    "year": ("mois", 12), "years": ("mois", 12), "mois": ("mois", 1), "month": ("mois", 1), "months": ("mois", 1),
    "semaine": ("jour", 7), "semaines": ("jour", 7), "week": ("jour", 7), "weeks": ("jour", 7),
    "jour": ("jour", 1), "jours": ("jour", 1), "day": ("jour", 1), "days": ("jour", 1),
    "h": ("heure", 1), "heure": ("heure", 1), "heures": ("heure", 1), "hour": ("heure", 1), "hours": ("heure", 1),
    "salarie": ("personne", 1), "salaries": ("personne", 1), "personne": ("personne", 1),
    "personnes": ("personne", 1), "employes": ("personne", 1), "employees": ("personne", 1), "people": ("personne", 1),
    "collaborateurs": ("personne", 1), "emplois": ("personne", 1), "etp": ("personne", 1), "staff": ("personne", 1),
}  # fmt: skip
_WORDS = {**{word: str(value) for word, value in NUMBER_WORDS.items()}, "un": "1", "une": "1", "one": "1"}
_WORDED = re.compile(rf"\b({'|'.join(_WORDS)}) (?={'|'.join(unit for unit in UNITS if unit.isalpha())}\b)")
_NUMBER = r"\d+(?:[ .,]\d+)*(?: ?(?:mds?|milliards?|millions?|billion|thousand|mille|k|m)(?![a-z]))?"
_MEASURED = re.compile(rf"(?P<number>{_NUMBER})(?: ?(?:d'|de )?(?P<unit>€|%|pour cent\b|per ?cent\b|[a-z]+))?")
_SHARED_UNIT = re.compile(
    r"(?P<low>\d+(?:[.,]\d+)?) (?P<join>a|et|ou|-|to|and|or) (?P<high>\d+(?:[.,]\d+)?)"
    r"(?P<unit> ?(?:mds?|millions?|milliards?|k|m)? ?"
    r"(?:€|%|d'euros|euros|ans|mois|jours|semaines|salaries|heures)(?!\w))"
)
_LEADING_UNIT = re.compile(rf"€ ?(?P<number>{_NUMBER})")  # as in English
_RANGE = re.compile(
    rf"\b(?:de|entre|from|between) (?P<low>{_NUMBER})[ a-z€%]{{0,12}}? (?:a|et|to|and) (?P<high>{_NUMBER})"
)
_SIDED = {
    Side.MOST: (
        r"au plus|maxim\w+|max|jusqu'a|plafon\w+|moins de|inferieure?s? a|dans la limite de|ne depasse(?:nt)? pas"
        r"|up to|at most|less than|under|below|no more than|capped at",
        r"au plus|au maximum|maximum|ou moins|or less|at most",
    ),
    Side.LEAST: (
        r"au moins|minim\w+|min|a partir de|des|plus de|superieure?s? a|excede(?:nt)?|depasse(?:nt)?"
        r"|at least|starting at|more than|above|over",
        r"au moins|au minimum|minimum|ou plus|et plus|or more|at least",
    ),
}
_BEFORE = {
    side: re.compile(rf"\b(?:{words})[ :]*(?:(?:de|of|est|is|a|fixee? a) )*$") for side, (words, _) in _SIDED.items()
}
_AFTER = {side: re.compile(rf"^[^.;,\d]{{0,24}}?\b(?:{words})\b") for side, (_, words) in _SIDED.items()}
_PHONE = re.compile(r"(?:\+33 ?|\b0)[1-9](?:[ .-]?\d\d){4}\b")
_DATES = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    re.compile(r"\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\b"),
    re.compile(rf"(?:\b(?P<d>\d{{1,2}})(?:er|st|nd|rd|th)? )?\b(?P<m>{'|'.join(MONTHS)})\b(?: (?P<y>(?:19|20)\d\d))?"),
)
_AMBIGUOUS = frozenset({"may", "march"})  # English words as well as months


def quantities(text: str) -> frozenset[Quantity]:
    """Every figure of the text but dates and telephone numbers, with its unit."""
    plain = _PHONE.sub(" ", _plain(text))
    for date in _DATES:
        plain = date.sub(" ", plain)
    plain = _LEADING_UNIT.sub(r"\g<number> €", plain)
    spelled = _WORDED.sub(lambda found: f"{_WORDS[found[1]]} ", plain)
    return frozenset(_measured(_SHARED_UNIT.sub(r"\g<low>\g<unit> \g<join> \g<high>\g<unit>", spelled)))


def dates(text: str) -> frozenset[str]:
    """What the text says of days and months, each in full and in part: `2027-12-31`, `12-31`, `2027-12`, `12`."""
    return frozenset(_dated(_plain(text)))


def phones(text: str) -> frozenset[str]:
    """French telephone numbers, by their nine last digits."""
    return frozenset(re.sub(r"\D", "", found[0])[-9:] for found in _PHONE.finditer(_plain(text)))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'"))


def _measured(plain: str) -> Iterator[Quantity]:
    ranges = list(_RANGE.finditer(plain))
    bounds = {found.start("low"): Side.LEAST for found in ranges} | {found.start("high"): Side.MOST for found in ranges}
    found = list(_MEASURED.finditer(plain))
    for match in found:
        name = match["unit"] or ""
        things = THINGS if len(name) > 3 and not is_everyday(name) else ""
        unit, times = UNITS.get("%" if name.endswith("cent") else name, (things, 1))
        side = bounds.get(match.start()) or _side(plain[: match.start()], plain[match.end("number") :])
        for value in figures(match["number"]):
            yield Quantity(_product(value, times), unit, side)


def _side(before: str, after: str) -> Side | None:
    return next(
        (side for side in Side if _BEFORE[side].search(before)),
        next((side for side in Side if _AFTER[side].search(after)), None),
    )


def _product(value: str, times: float) -> str:
    return value if times == 1 else f"{float(value) * times:.4f}".rstrip("0").rstrip(".")


def _dated(plain: str) -> Iterator[str]:
    for pattern in _DATES:
        for match in pattern.finditer(plain):
            day, year = match["d"], match["y"]
            if match["m"] in _AMBIGUOUS and not day and not year:
                continue
            month = MONTHS.get(match["m"]) or int(match["m"])
            yield f"{month:02}"
            if day:
                yield f"{month:02}-{int(day):02}"
            if year:
                yield f"{year}-{month:02}"
            if day and year:
                yield f"{year}-{month:02}-{int(day):02}"
        plain = pattern.sub(" ", plain)

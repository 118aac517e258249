"""Regions, departments and main towns of France, and how people name them.

Source of the tables: INSEE, Code officiel géographique 2026, Licence Ouverte 2.0; other names are everyday ones.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.catalogue.folding import flat

_FOLDER = Path(__file__).parent
_LIKE_ENOUGH, _CLEARLY_BETTER = 85, 5  # rapidfuzz points, tried on misspelt department names
_EVERYDAY = frozenset(
    "nord manche somme lot loire cher aube orne oise var ain landes jura tours centre sens vienne".split()
)
"""Names that are everyday words or parts of other names: a sentence that holds them does not name the place."""


@dataclass(frozen=True)
class Region:
    """`code` is the short name that references use (RELOC-BFC-…)."""

    code: str
    name: str
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Department:
    """`code` is INSEE's: 01, 2A, 90, 971."""

    code: str
    name: str
    region_code: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter=";")


REGIONS = tuple(
    Region(row["code"], row["nom"], tuple(filter(None, row["autres_noms"].split("|")))) for row in _rows("regions.csv")
)
DEPARTMENTS = tuple(Department(row["code"], row["nom"], row["region"]) for row in _rows("departments.csv"))
ACCELERATOR_REGIONS = REGIONS[:4]
"""The four regions whose CCI run the accelerator stand first in the table."""

_REGIONS = {region.code: region for region in REGIONS}
_DEPARTMENTS = {department.code: department for department in DEPARTMENTS}


def region_of(code: str) -> Region | None:
    """The region of a code such as BFC."""
    return _REGIONS.get(code)


def department_of(code: str) -> Department | None:
    """The department of a code such as 90 or 2A."""
    return _DEPARTMENTS.get(code)


def find_region(text: str) -> Region | None:
    """The region that a whole text names: its name, short name or code, with or without accents."""
    wanted = flat(text)
    return next((region for region in REGIONS if wanted in {flat(name) for name in _names(region)}), None)


def _names(region: Region) -> tuple[str, ...]:
    return (region.name, region.code, *region.other_names)


@cache
def _places() -> dict[str, Region]:
    """Every name that a sentence may hold, folded: regions, departments and towns."""
    named = {
        flat(row_name): _REGIONS[d.region_code] for d in DEPARTMENTS for row_name in (d.name, *_towns().get(d.code, ()))
    }
    named.update({flat(name): region for region in REGIONS for name in _names(region)})
    return {name: region for name, region in named.items() if len(name) > 2 and name not in _EVERYDAY}


@cache
def _towns() -> dict[str, tuple[str, ...]]:
    return {row["departement"]: tuple(row["communes"].split("|")) for row in _rows("towns.csv")}


@cache
def _mention() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _places()), key=len, reverse=True))})\b")


def regions_in(text: str) -> tuple[Region, ...]:
    """Regions that a sentence mentions, by any name, department or main town, in order."""
    return tuple(dict.fromkeys(_places()[mention] for mention in _mention().findall(flat(text))))


def find_departments(text: str) -> tuple[Department, ...]:
    """One department when the text names it by name, code, postcode or main town; else those it may mean, best first."""
    wanted = flat(text)
    exact = _by_code(wanted) or next((d for d in DEPARTMENTS if flat(d.name) == wanted), None) or _by_town(wanted)
    if exact:
        return (exact,)
    named = [department for department in DEPARTMENTS if re.search(rf"\b{flat(department.name)}\b", wanted)]
    if named:
        longest = max(len(department.name) for department in named)
        return tuple(department for department in named if len(department.name) == longest)
    return _resembling(wanted)


def _by_code(wanted: str) -> Department | None:
    match = re.search(r"\b(2[ab]|\d{5}|\d{3}|\d{1,2})\b", wanted)
    if not match:
        return None
    digits = match[1].upper()
    if len(digits) == 5 and digits.startswith("20"):
        return _DEPARTMENTS["2A" if digits < "20200" else "2B"]
    overseas = digits[:2] in ("97", "98")
    return _DEPARTMENTS.get(digits[:3] if overseas else digits[:2] if len(digits) == 5 else digits.zfill(2))


def _by_town(wanted: str) -> Department | None:
    return next((_DEPARTMENTS[code] for code, towns in _towns().items() if wanted in map(flat, towns)), None)


def _resembling(wanted: str) -> tuple[Department, ...]:
    if len(wanted) < 3:
        return ()
    names = {department.code: flat(department.name) for department in DEPARTMENTS}
    scored = process.extract(wanted, names, scorer=fuzz.WRatio, score_cutoff=_LIKE_ENOUGH, limit=4)
    if len(scored) > 1 and scored[0][1] - scored[1][1] >= _CLEARLY_BETTER:
        scored = scored[:1]
    return tuple(_DEPARTMENTS[code] for _, _, code in scored)

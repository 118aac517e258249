"""Regions, departments and main towns of France, and how people name them.

Source of the tables: INSEE, Code officiel géographique 2026, Licence Ouverte 2.0; other names are everyday ones.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.catalogue.folding import REMEMBERED, flat

_FOLDER = Path(__file__).parent
_LIKE_ENOUGH, _CLEARLY_BETTER, _ALMOST = 85, 5, 90  # rapidfuzz points, tried on misspelt department names
_EXTRA = 6  # letters that a misspelt name may have too many
_EVERYDAY = re.compile(
    "nord|manche|somme|lot|loire|cher|aube|orne|oise|var|ain|landes|tours|centre|sens|vienne|aura|allier|creuse|nice"
    "|lens|gap|reunion|gray|moulins|thiers|provence|delle|falaise|saintes|flers|tonnerre|lure|pau|nogent|chaumont"
)
"""Everyday words too, French or English: in a sentence they name a place only with a capital after one of these."""
_BEFORE_A_PLACE = re.compile("dans|en|a|au|aux|le|la|l|du|de|d|departement|depuis|in|and|et|region")
_MONTH = re.compile("janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre")
_WORD = re.compile(r"[^\W_]+")


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

_LONGEST = 6  # words of a name
_REGION_CODES_AS_WORDS = {"nor", "cor", "pac", "gua", "may", "ges", "reu"}  # « PAC » is a heat pump
_REGIONS = {region.code: region for region in REGIONS}
_DEPARTMENTS = {department.code: department for department in DEPARTMENTS}


def region_of(code: str) -> Region | None:
    """The region of a code such as BFC."""
    return _REGIONS.get(code)


def department_of(code: str) -> Department | None:
    """The department of a code such as 90 or 2A."""
    return _DEPARTMENTS.get(code)


def department_told(code: str) -> str:
    """« Doubs (25) »; the code itself when it is none."""
    department = department_of(code)
    return f"{department.name} ({code})" if department else code


def find_region(text: str) -> Region | None:
    """The region that a whole text names: its name, short name or code, with or without accents."""
    wanted = flat(text)
    return next((region for region in REGIONS if wanted in {flat(name) for name in _names(region)}), None)


def is_mainland(name: str) -> bool:
    """Whether rates are those of the mainland in a region: Corsica and overseas have some of their own."""
    codes = {region.code for region in REGIONS if region.name == name}
    within = (department.code for department in DEPARTMENTS if department.region_code in codes)
    return all(code.isdigit() and code < "97" for code in within)


def region_resembling(text: str) -> Region | None:
    """The region whose misspelt name a whole text is, when it is clear."""
    names = {flat(name): region for region in REGIONS for name in (region.name, *region.other_names) if len(name) > 3}
    found = process.extractOne(flat(text), names.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    return names[found[0]] if found else None


def _names(region: Region) -> tuple[str, ...]:
    return (region.name, region.code, *region.other_names)


@cache
def _places() -> dict[str, Region]:
    """Every name that a sentence may hold, folded: regions, departments and towns."""
    named = {name: _REGIONS[department.region_code] for name, department in _department_places().items()}
    named.update({flat(name): region for region in REGIONS for name in _names(region)})
    return {name: region for name, region in named.items() if len(name) > 2 and name not in _REGION_CODES_AS_WORDS}


@cache
def _towns() -> dict[str, tuple[str, ...]]:
    return {row["departement"]: tuple(row["communes"].split("|")) for row in _rows("towns.csv")}


def regions_in(text: str) -> tuple[Region, ...]:
    """Regions that a sentence mentions, by any name, department or main town, in order."""
    return tuple(dict.fromkeys(region for _, region in _mentioned(text)))


def _mentioned(text: str) -> Iterator[tuple[str, Region]]:
    """Each name or code said and its region, the longest name first: « Val-de-Marne » is not « Marne »."""
    written = _WORD.findall(unicodedata.normalize("NFC", text))
    words = [flat(word) for word in written]
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            region = _places().get(name)
            if region and (length > 1 or _is_meant(written, words, at)):
                yield name, region
                at += length - 1
                break
        else:
            if code := _code_meant(words, at):
                yield code.lower(), _REGIONS[_DEPARTMENTS[code].region_code]
        at += 1


def _is_meant(written: list[str], words: list[str], at: int) -> bool:
    if not _EVERYDAY.fullmatch(words[at]):
        return True
    before = words[at - 1] if at else ""
    return written[at][0].isupper() and (len(words) == 1 or _BEFORE_A_PLACE.fullmatch(before) is not None)


def _code_meant(words: list[str], at: int) -> str | None:
    """The number in « dans le 25 » or « département 90 »; « dans le 25 mars » is a date."""
    led = words[max(0, at - 2) : at] == ["dans", "le"] or words[at - 1 : at] == ["departement"]
    followed = words[at + 1] if at + 1 < len(words) else ""
    code = words[at].upper()
    return code if led and code in _DEPARTMENTS and not _MONTH.fullmatch(followed) else None


def find_departments(text: str) -> tuple[Department, ...]:
    """One department when the text names it by name, code, postcode or main town; else what it may mean."""
    wanted = flat(text)
    exact = _names_of_departments().get(wanted) or _by_code(wanted)
    if exact:
        return (exact,)
    return _named(wanted) or _resembling(wanted, _names_of_departments()) or _resembling(wanted, _department_places())


def _by_code(wanted: str) -> Department | None:
    """A postcode anywhere, else a code."""
    match = re.search(r"\b(\d{5})\b", wanted) or re.search(r"\b(2[ab]|\d{3}|\d{1,2})\b", wanted)
    if not match:
        return None
    digits = match[1].upper()
    if len(digits) == 5 and digits.startswith("20"):
        return _DEPARTMENTS["2A" if digits < "20200" else "2B"]
    overseas = digits[:2] in ("97", "98")
    return _DEPARTMENTS.get(digits[:3] if overseas else digits[:2] if len(digits) == 5 else digits.zfill(2))


@cache
def _names_of_departments() -> dict[str, Department]:
    return {flat(department.name): department for department in DEPARTMENTS}


@cache
def _department_places() -> dict[str, Department]:
    """Towns too; a department's own name wins."""
    towns = {flat(town): _DEPARTMENTS[code] for code, towns in _towns().items() for town in towns}
    return towns | _names_of_departments()


def _named(wanted: str) -> tuple[Department, ...]:
    """Those whose name or main town stands in the text, the longest only: « Val-de-Marne » is not « Marne »."""
    named = [name for name in _department_places() if f" {name} " in f" {wanted} "]
    longest = max(map(len, named), default=0)
    return tuple(dict.fromkeys(_department_places()[name] for name in named if len(name) == longest))


def _resembling(wanted: str, names: dict[str, Department]) -> tuple[Department, ...]:
    if len(wanted) < 4:
        return ()
    long_enough = [name for name in names if len(wanted) <= len(name) + _EXTRA]  # a sentence resembles any short name
    scored = process.extract(wanted, long_enough, scorer=fuzz.WRatio, score_cutoff=_LIKE_ENOUGH, limit=5)
    clearly = len(scored) > 1 and scored[0][1] - scored[1][1] >= _CLEARLY_BETTER
    almost = scored and fuzz.ratio(wanted, scored[0][0]) >= _ALMOST
    return tuple(dict.fromkeys(names[name] for name, _, _ in (scored[:1] if clearly or almost else scored)))


def departments_in(text: str) -> tuple[Department, ...]:
    """Departments that a sentence mentions by name, code or main town, in order."""
    named = (_department_places().get(name) or _DEPARTMENTS.get(name.upper()) for name, _ in _mentioned(text))
    return tuple(dict.fromkeys(department for department in named if department))


def towns_in(text: str) -> tuple[str, ...]:
    """Main towns that a sentence mentions, folded, in order."""
    named = (name for name, _ in _mentioned(text))
    return tuple(name for name in named if name in _department_places() and name not in _names_of_departments())


def town_name(folded: str) -> str:
    """The name of a main town as it is written."""
    return _town_names().get(folded, folded.title())


@cache
def _town_names() -> dict[str, str]:
    return {flat(town): town for towns in _towns().values() for town in towns}


@lru_cache(REMEMBERED)
def place_words_in(text: str) -> frozenset[str]:
    """The words, folded, by which a sentence mentions places."""
    return frozenset(word for name, _ in _mentioned(text) for word in name.split())

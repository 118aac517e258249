"""Where a project is, as people write it: a commune, a department, a postcode, a code; a choice when in doubt."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.catalogue.communes import (
    TOWN,
    Commune,
    commune_of,
    communes_at,
    communes_beginning,
    communes_like,
    communes_named,
    meant,
)
from bot.catalogue.folding import flat
from bot.catalogue.places import Department, find_departments

Near = tuple[frozenset[str], ...]
"""Codes of the departments where a place is looked for first, from the narrowest group of them."""

MOST_OFFERED = 6
_ALMOST = 88  # rapidfuzz points between a text and the name of a place
_LONG = 8  # letters of a name in which one slip leaves no doubt
_LEAD = re.compile(
    r"^(?:(?:c est|on est|nous sommes|je suis|on sera|ce sera|ca sera|plutot|basee?s?|situee?s?|installee?s?"
    r"|implantee?s?|l usine|le projet|le site|est|sera|we are|it is|it s|based|located|in|dans|a|au|aux|en|pres de?"
    r"|vers|sur|le departement|departement|la commune|commune|la ville|ville|de|du|d)\s+)+"
)
_CODE = re.compile(r"\b(?:\d{5}|2[ab]\d{3})\b")
_ENDS_WITH_CODE = re.compile(r"\b(?:\d{2,3}|2[ab])$|\b(?:departement|dept|dans le) (?:\d{2,3}|2[ab])\b")
_PRECISION = re.compile(r"[(,]\s*([^(),]+?)\s*\)?\s*$")


@dataclass(frozen=True)
class Place:
    """A department, and the commune when one was named."""

    department: Department
    commune: Commune | None = None

    @property
    def key(self) -> str:
        """What `find_places` reads as this very place."""
        return f"insee {self.commune.code}" if self.commune else self.department.code


def find_places(text: str, near: Near = ()) -> tuple[Place, ...]:
    """One place when it is clear, several when in doubt, none for nonsense; of the same name, the one `near`."""
    said = flat(text)
    if (code := re.fullmatch(r"insee (\w{5})", said)) and (commune := commune_of(code[1])):
        return (_of(commune),)
    bare = _LEAD.sub("", f"{said} ").strip()
    return (
        _by_postcode(said, bare)
        or _by_name(text, bare, near)
        or tuple(Place(each) for each in _exactly(bare))
        or _slip(bare, near)
        or _inside(text)
        or _resembling(text, bare, near)
    )


def _of(commune: Commune) -> Place:
    return Place(commune.department, commune)


def _by_postcode(said: str, bare: str) -> tuple[Place, ...]:
    """The commune too when the postcode has only one, or its name stands beside it."""
    match = _CODE.search(said)
    if match is None:
        return ()
    communes = communes_at(match[0])
    named = [commune for commune in communes if f" {flat(commune.name)} " in f" {said} "]
    if len(communes) == 1 or named:
        return (_of(max(named or communes, key=lambda commune: len(commune.name))),)
    if not communes and bare == match[0] and (commune := commune_of(match[0])):
        return (_of(commune),)
    return tuple(Place(department) for department in find_departments(match[0]))


def _by_name(text: str, bare: str, near: Near) -> tuple[Place, ...]:
    """« Saint-Aubin (Jura) », « Vesoul »; a department of that name goes first unless a town elsewhere has it too."""
    precision = _PRECISION.search(text)
    inside = _exactly(flat(precision[1])) if precision else ()
    name = _LEAD.sub("", flat(text[: precision.start()]) + " ").strip() if precision and inside else bare
    hint = inside[0].code if len(inside) == 1 else None
    communes = communes_named(name)
    here = [commune for commune in communes if commune.department.code == hint]
    named = [each for each in _exactly(name) if flat(each.name) == name]
    if named and not inside:
        return _department_or_town(named[0], communes)
    if named and named == list(inside):  # « Doubs (25) »
        return _department_or_town(named[0], communes)[:1]
    return _chosen(tuple(here or communes), () if here else near, name)


def _department_or_town(department: Department, communes: tuple[Commune, ...]) -> tuple[Place, ...]:
    """« Paris » is both at once; « Vienne » is a department and a large town of another one."""
    own = [commune for commune in communes if commune.department == department]
    towns = [commune for commune in communes if commune.department != department and commune.inhabitants >= 10_000]
    place = _of(own[0]) if own and own[0].inhabitants >= 10_000 else Place(department)
    return (place, *map(_of, towns))


def _chosen(communes: tuple[Commune, ...], near: Near, name: str = "") -> tuple[Place, ...]:
    """The one meant: a large town wherever it is, else the one nearby, which may be named by its first word."""
    usual = meant(communes)
    large = usual is not None and usual.inhabitants >= TOWN
    by_first_word = communes_beginning(name) if usual and " " not in name else ()
    here = () if large else _within(communes, near) or _within(by_first_word, near)
    chosen = meant(here or communes)
    return (_of(chosen),) if chosen else tuple(map(_of, communes[:MOST_OFFERED]))


def _within(communes: tuple[Commune, ...], near: Near) -> tuple[Commune, ...]:
    """Those in the narrowest group of departments that holds any."""
    groups = (tuple(each for each in communes if each.department.code in group) for group in near)
    return next(filter(None, groups), ())


def _exactly(name: str) -> tuple[Department, ...]:
    """A department by its name or code and nothing else."""
    found = find_departments(name)
    exact = [each for each in found if name in (flat(each.name), each.code.lower(), each.code.lower().lstrip("0"))]
    return tuple(exact[:1])


def _inside(text: str) -> tuple[Place, ...]:
    """A place named within a sentence; a misspelt name is left to `_resembling`."""
    departments = find_departments(text)
    if len(departments) != 1:
        return ()
    words = flat(text).split()
    name = flat(departments[0].name)
    if fuzz.ratio(_LEAD.sub("", flat(text)), name) >= _ALMOST:
        return (Place(departments[0]),)
    pieces = [" ".join(words[at:end]) for at in range(len(words)) for end in range(len(words), at, -1)]
    communes = [
        commune
        for piece in pieces
        if len(piece) > 3
        for commune in communes_named(piece)
        if commune.department == departments[0] and (commune.inhabitants >= 5_000 or " " in piece)
    ]
    stands = f" {name} " in f" {flat(text)} " or _ENDS_WITH_CODE.search(flat(text))
    longest = max(communes, key=lambda commune: len(commune.name), default=None)
    return (_of(longest),) if longest else (Place(departments[0]),) if stands else ()


def _slip(bare: str, near: Near) -> tuple[Place, ...]:
    """« Neuilly-sru-Marne » is a town misspelt and not the Marne."""
    communes = communes_like(bare) if len(bare) >= _LONG else ()
    close = communes and fuzz.ratio(bare, flat(communes[0].name)) >= _ALMOST
    return _chosen(communes, near) if close else ()


def _resembling(text: str, bare: str, near: Near) -> tuple[Place, ...]:
    """A misspelt commune or department, whichever the text is closer to."""
    named = re.sub(r"\d+", " ", text)  # « 12 salariés » is no department
    departments = tuple(Place(each) for each in find_departments(named))
    communes = communes_like(bare)
    like_department = max((fuzz.ratio(bare, flat(place.department.name)) for place in departments), default=0.0)
    like_commune = max((fuzz.ratio(bare, flat(commune.name)) for commune in communes), default=0.0)
    if communes and like_commune >= like_department:
        return _chosen(communes, near)
    return (*departments, *map(_of, communes))[:MOST_OFFERED]

"""The communes of France: found by name, postcode or code, with spelling help; the list is read when first needed.

Source of the list and its licence: LICENCE-communes.md.
"""

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.catalogue.folding import flat
from bot.catalogue.places import Department, department_of

_FILE = Path(__file__).parent / "communes.csv.gz"
_LIKE_ENOUGH, _ALMOST_THE_BEST, _MOST_LIKE = 0.8, 0.03, 6  # similarities, tried on misspelt names; how many are offered
CLEARLY_LARGER, TOWN = 10, 10_000  # times as many inhabitants; of the one meant when only its name is said
_SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_OF_BIG_TOWNS = re.compile(r"(paris|lyon|marseille) (?:\d{1,2}(?:er|e|eme)?|[1-9]er)(?: arrondissement)?")


@dataclass(frozen=True)
class Commune:
    """`code` is INSEE's, five characters."""

    code: str
    name: str
    postcodes: tuple[str, ...]
    inhabitants: int

    @property
    def department(self) -> Department:
        """The department it is in."""
        found = department_of(self.code[:3] if self.code.startswith("97") else self.code[:2])
        assert found is not None  # the list holds the communes of the departments only
        return found


@dataclass(frozen=True)
class _Index:
    """Lines of the file, and where a name or a postcode stands; commune objects are made when found."""

    lines: list[str]
    names: dict[str, tuple[int, ...]]
    postcodes: dict[str, tuple[int, ...]]
    codes: dict[str, int]


def commune_of(code: str) -> Commune | None:
    """The commune of an INSEE code such as 70550."""
    at = _index().codes.get(code.upper())
    return None if at is None else _commune(at)


def communes_at(postcode: str) -> tuple[Commune, ...]:
    """All that a postcode serves, the largest first."""
    return _largest_first(_index().postcodes.get(postcode, ()))


def communes_named(name: str) -> tuple[Commune, ...]:
    """All of exactly that name, the largest first; « St Aubin » is « Saint-Aubin », « Lyon 3e » is Lyon."""
    return _largest_first(_index().names.get(_spelt_out(name), ()))


def communes_beginning(word: str) -> tuple[Commune, ...]:
    """All of that name or whose name begins with that word, the largest first: « Mantes », « Évry »."""
    name = _spelt_out(word)
    return _largest_first({*_index().names.get(name, ()), *_by_first_word().get(name, ())})


def communes_like(name: str) -> tuple[Commune, ...]:
    """Those whose name resembles a misspelt one, the most alike first."""
    wanted = _spelt_out(name)
    if len(wanted) < 4:
        return ()
    names = _index().names
    like = OSA.normalized_similarity  # two letters exchanged are one slip
    scored = process.extract(wanted, names.keys(), scorer=like, score_cutoff=_LIKE_ENOUGH, limit=3 * _MOST_LIKE)
    scored = [each for each in scored if each[1] >= scored[0][1] - _ALMOST_THE_BEST]
    return tuple(commune for key, _, _ in scored for commune in _largest_first(names[key]))[:_MOST_LIKE]


def meant(communes: Iterable[Commune]) -> Commune | None:
    """The one meant among those of the same name: the only one, or a town many times larger than the others."""
    found = sorted(communes, key=lambda commune: -commune.inhabitants)
    if len(found) == 1:
        return found[0]
    large = found and found[0].inhabitants >= max(TOWN, CLEARLY_LARGER * found[1].inhabitants)
    return found[0] if large else None


@cache
def _by_first_word() -> dict[str, tuple[int, ...]]:
    """Where the communes stand whose name of several words begins with a word: « Mantes », « Évry »."""
    first: dict[str, list[int]] = {}
    for at, line in enumerate(_index().lines):
        word, _, rest = flat(line.split(";")[1]).partition(" ")
        if rest and len(word) > 3:
            first.setdefault(word, []).append(at)
    return {word: tuple(places) for word, places in first.items()}


def _spelt_out(name: str) -> str:
    said = flat(name)
    if arrondissement := _OF_BIG_TOWNS.fullmatch(said):
        return arrondissement[1]
    return " ".join(_SAINTS.get(word, word) for word in said.split())


def _largest_first(places: Iterable[int]) -> tuple[Commune, ...]:
    return tuple(sorted(map(_commune, places), key=lambda commune: -commune.inhabitants))


def _commune(at: int) -> Commune:
    code, name, postcodes, inhabitants = _index().lines[at].split(";")
    return Commune(code, name, tuple(filter(None, postcodes.split("|"))), int(inhabitants))


@cache
def _index() -> _Index:
    with gzip.open(_FILE, "rt", encoding="utf-8") as file:
        lines = file.read().splitlines()[1:]
    names: dict[str, tuple[int, ...]] = {}
    postcodes: dict[str, tuple[int, ...]] = {}
    codes: dict[str, int] = {}
    for at, line in enumerate(lines):
        code, name, served, _ = line.split(";")
        codes[code] = at
        for key in dict.fromkeys((flat(name), _spelt_out(name), _without_article(name))):
            names[key] = (*names.get(key, ()), at)
        for postcode in filter(None, served.split("|")):
            postcodes[postcode] = (*postcodes.get(postcode, ()), at)
    return _Index(lines, names, postcodes, codes)


def _without_article(name: str) -> str:
    """« Le Creusot » is said « Creusot » too; short names keep their article."""
    bare = re.sub(r"^(?:le|la|les|l) ", "", flat(name))
    return bare if len(bare) > 4 else flat(name)

"""The communes that a sentence tells as places (« à Mantes », « vers Évry »), which no spelling help may change."""

import re
from collections.abc import Iterator

from bot.catalogue.communes import CLEARLY_LARGER, Commune, communes_beginning, communes_named
from bot.catalogue.folding import flat
from bot.catalogue.places import Region, departments_in, is_mainland, place_words_in, region_of, regions_in
from bot.search.languages import is_common

_BEFORE_A_TOWN = re.compile(
    r"\b(?:[àa]|vers|pr[èe]s (?:de |d'|d’)|autour (?:de |d'|d’)|depuis|in|near|from)\s*(?<=[\s'’])(?=[^\W\d_])",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\(([^\W\d_a-zà-ÿ][\w'’ -]{2,40})\)")  # « (St-Claude) », with a capital
_WORD = re.compile(r"[^\W_]+")
_LEADING = frozenset("a au aux en dans vers pres de du des la le les in near from autour depuis".split())
_ARTICLES = frozenset("a au aux en l d la le les de du des".split())
_LONGEST, _SMALLEST = 6, 5_000  # words of a name; inhabitants of a town that is known without a capital


def regions_around(text: str) -> tuple[Region, ...]:
    """The regions that a sentence mentions by any name, or by a commune after « à », « vers », « près de »."""
    told = (region_of(commune.department.region_code) for _, commune in _towns_told(text))
    return tuple(dict.fromkeys((*regions_in(text), *filter(None, told))))


def communes_told_in(text: str) -> tuple[Commune, ...]:
    """The communes that a sentence tells as places, beside the main towns that are known by name."""
    return tuple(dict.fromkeys(commune for _, commune in _towns_told(text)))


def departments_told_in(text: str) -> tuple[str, ...]:
    """The codes of the departments that a sentence tells, by their own names or by a commune."""
    told = (*departments_in(text), *(commune.department for commune in communes_told_in(text)))
    return tuple(dict.fromkeys(department.code for department in told))


def town_words_in(text: str) -> frozenset[str]:
    """The words, folded, by which a sentence mentions communes: they are no misspelling of another word."""
    return frozenset(word for words, _ in _towns_told(text) for word in words)


def places_said_in(text: str) -> frozenset[str]:
    """The words, folded, by which a sentence mentions places of any kind."""
    return town_words_in(text) | place_words_in(text)


def without_places(text: str) -> str:
    """The sentence without the places that it tells and what leads to them: « quel plafond à Mantes ? »."""
    places = places_said_in(text)
    kept: list[str] = []
    for word in text.split():
        if (said := set(flat(word).split())) and said <= places | _ARTICLES and said & places:
            while kept and flat(kept[-1]) in _LEADING:
                kept.pop()
            if word[-1] in ",:;?!.":
                kept.append(word[-1])
        else:
            kept.append(word)
    return " ".join(kept)


def _towns_told(text: str) -> Iterator[tuple[list[str], Commune]]:
    """The words of each commune that is told as a place, with the largest of that name."""
    known = place_words_in(text)
    for match in _IN_BRACKETS.finditer(text):
        words = flat(match[1]).split()
        exact = not known.intersection(words) and communes_named(" ".join(words))
        if exact and (commune := _commune_told(words, capital=True)):
            yield words, commune
    for match in _BEFORE_A_TOWN.finditer(text):
        written = _WORD.findall(text[match.end() :])[:_LONGEST]
        if flat(written[0]) in known:
            continue
        for length in range(len(written), 0, -1):
            words = [flat(word) for word in written[:length]]
            if commune := _commune_told(words, capital=written[0][0].isupper()):
                yield words, commune
                break


def _commune_told(words: list[str], *, capital: bool) -> Commune | None:
    """The commune whose name these words are or begin; None when its region is in doubt."""
    name = " ".join(words)
    found = communes_beginning(name) if len(words) == 1 and len(name) > 3 else communes_named(name)
    if not found or not (capital or (found[0].inhabitants >= _SMALLEST and not is_common(name))):
        return None
    found = tuple(filter(_is_on_the_mainland, found)) or found
    first = found[0].department.region_code
    elsewhere = max((each.inhabitants for each in found if each.department.region_code != first), default=0)
    return found[0] if found[0].inhabitants >= CLEARLY_LARGER * elsewhere else None


def _is_on_the_mainland(commune: Commune) -> bool:
    region = region_of(commune.department.region_code)
    return region is not None and is_mainland(region.name)

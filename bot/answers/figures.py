"""The figures of a text (amounts, rates, dates, counts, phone numbers) in one canonical form each, to compare texts.

`3 M€`, `3 000 000 €` and `3 millions d'euros` are the same figure; so are `31/12/2027` and `31 décembre 2027`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from bot.catalogue.folding import fold
from bot.catalogue.formats import MONTHS_EN, MONTHS_FR

MONTHS = {fold(name): index % 12 + 1 for index, name in enumerate([*MONTHS_FR, *MONTHS_EN])}
_REMEMBERED = 4_000  # texts whose figures are kept
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_SCALES = {
    "k": 1e3, "m": 1e6, "md": 1e9, "mds": 1e9, "mille": 1e3, "million": 1e6, "millions": 1e6,
    "milliard": 1e9, "milliards": 1e9, "billion": 1e9, "thousand": 1e3,
}  # fmt: skip
NUMBER_WORDS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10, "onze": 11,
    "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "cent": 100, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "ten": 10, "twelve": 12,
}  # fmt: skip
_RANGE_WORDS = ("a", "et", "ou", "-", "–", "to", "and")
_DATES = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"),
    re.compile(r"\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\b"),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:er)? (?P<m>{'|'.join(MONTHS)}) (?P<y>\d{{4}})\b"),
)
_FIGURE = re.compile(
    rf"(?P<number>{_NUMBER})[ \u00a0\u202f]?"
    r"(?:(?P<scale>md|mds|milliards?|millions?|billion|thousand|mille|m|k)(?![a-z]))?"
    r"[ \u00a0\u202f]?(?P<unit>%|€|eur\b)?"
)


@lru_cache(_REMEMBERED)
def figures(text: str) -> frozenset[str]:
    """Every figure of the text in canonical form; the small words un, une and one count as words, not figures."""
    folded = fold(text).replace("\u00a0", " ").replace("\u202f", " ")
    return frozenset(_found(folded))


def _found(folded: str) -> Iterator[str]:
    for pattern in _DATES:
        for match in pattern.finditer(folded):
            month = MONTHS.get(match["m"]) or int(match["m"])
            yield from (f"{int(match['d'])}", f"{int(match['y'])}", f"{match['y']}-{month:02}-{int(match['d']):02}")
        folded = pattern.sub(" ", folded)
    matches = list(_FIGURE.finditer(folded))
    for match, following in zip_longest(matches, matches[1:]):
        scale, unit = match["scale"], match["unit"]
        if following and not scale and not unit and folded[match.end() : following.start()].strip() in _RANGE_WORDS:
            scale, unit = following["scale"], following["unit"]  # « 3 à 15 M€ » starts at 3 M€
        yield _canonical(_value(match["number"]) * _SCALES.get(scale or "", 1), unit)
    for word in re.findall(r"[a-z]+", folded):
        if word in NUMBER_WORDS:
            yield _canonical(NUMBER_WORDS[word], None)


def _value(number: str) -> float:
    compact = re.sub(r"[ \u00a0\u202f]", "", number)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", compact) and compact.count(",") >= 1 and not compact.startswith("0"):
        return float(compact.replace(",", ""))
    return float(compact.replace(",", "."))


def _canonical(value: float, unit: str | None) -> str:
    digits = f"{value:.4f}".rstrip("0").rstrip(".")
    return f"{digits}%" if unit == "%" else digits

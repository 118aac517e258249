"""Amounts and head counts as people type them: « 1,2 M€ », « entre 800 k€ et 1 million », « une quinzaine »."""

import re
import unicodedata

_Range = tuple[int, int]

_UNITS = {
    r"md|mds|milliards?|billions?|bn": 1_000_000_000,
    r"m|millions?|meur|mio|mn": 1_000_000,
    r"k|keur|milles?|milliers?|thousands?": 1_000,
}
_WORDS = {
    "un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4, "cinq": 5,
    "five": 5, "six": 6, "sept": 7, "seven": 7, "huit": 8, "eight": 8, "neuf": 9, "nine": 9, "dix": 10, "ten": 10,
    "douze": 12, "quinze": 15, "vingt": 20, "twenty": 20, "trente": 30, "cinquante": 50, "cent": 100, "dizaine": 10,
    "dozen": 12, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "cinquantaine": 50, "centaine": 100,
    "aucun": 0, "zero": 0, "none": 0,
}  # fmt: skip
_NUMBER = (
    r"\d{1,3}(?:[ ]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d{1,2})?"
)
_UNIT = "|".join(_UNITS)
_EURO = r"€|euros?|eur"
_WORD = "|".join(_WORDS)
_TWO_WORDS = re.compile(rf"\b(?:{_WORD})[ -]+(?:{_WORD})\b")
_BETWEEN = r"\s*(?:et|a|au|to|and|-|–|ou|or)\s*"


def _amount(rank: int) -> str:
    unit = rf"(?P<unit{rank}>{_UNIT})?(?P<half{rank}>\s*et demi)?\s*(?P<euro{rank}>{_EURO})?"
    return rf"(?P<number{rank}>{_NUMBER})\s*{unit}"


_SINGLE = re.compile(_amount(1))
_DOUBLE = re.compile(_amount(1) + _BETWEEN + _amount(2))
_COUNTS = re.compile(rf"(\d[\d ]*)(?:{_BETWEEN}(\d[\d ]*))?")
_AROUND = re.compile(
    r"\b(?:environ|autour|a peu pres|a priori|entre|de|d|plus|moins|jusqu a|jusqu|maximum|max|minimum|about|around"
    r"|between|from|roughly|up|less|more|than|over|under|nous|on|prevoit|prevoyons|investissement|d investissement"
    r"|emplois?|postes?|salaries?|personnes?|jobs?|people|employees|etp|cdi|crees?|par an)\b|[~≈<>:]"
)
_LARGEST = 100_000_000_000
_WITHOUT_UNIT = 1_000  # below, « 800 » could be € or k€: ask


class NoUnit(Exception):
    """A small number that may be €, k€ or M€."""


def parse_amount(text: str) -> _Range | None:
    """Lowest and highest amount in €, twice the same for one; None for nonsense, NoUnit when in doubt."""
    written = _written(text)
    if re.match(r"-\s*\d", written):
        return None
    written = re.sub(r"€(?=\d)", "", written)
    match = _DOUBLE.fullmatch(written) or _SINGLE.fullmatch(written)
    if match is None:
        return None
    found = match.groupdict()
    unit, euro = found.get("unit2") or found["unit1"], found.get("euro2") or found["euro1"]
    low = _value(found["number1"], found["unit1"] or unit, found["half1"])
    high = _value(found["number2"], unit, found["half2"]) if found.get("number2") else low
    if high < low and found["unit1"] is None:
        low = _value(found["number1"], None, None)
    if not unit and not euro and "€" not in text and 0 < high < _WITHOUT_UNIT:
        raise NoUnit
    return (low, high) if low <= high <= _LARGEST else None


def parse_count(text: str) -> _Range | None:
    """Lowest and highest number of persons; None for nonsense."""
    match = _COUNTS.fullmatch(_written(text))
    if match is None:
        return None
    low, high = (int(part.replace(" ", "")) for part in (match[1], match[2] or match[1]))
    return (low, high) if low <= high <= 100_000 else None


def _written(text: str) -> str:
    """Lower case, plain spaces, words as figures, polite words gone."""
    text = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    text = "".join(character for character in text if not unicodedata.combining(character)).replace("'", " ")
    text = re.sub(r"\b(?:un )?demi[- ]million\b|\bhalf a million\b", "500 000", text)
    text = _AROUND.sub(" ", text)
    text = re.sub(r"\b(?:une|a) (?=[a-z]+aine\b|dozen\b)", "", text)
    if _TWO_WORDS.search(text):  # « cinq cent mille »: not read
        return text
    text = re.sub(r"[a-z]+", lambda word: str(_WORDS.get(word[0], word[0])), text)
    return " ".join(text.split()).rstrip(" .!")


def _value(number: str, unit: str | None, half: str | None) -> int:
    digits = number.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3}){2,}", digits):
        digits = re.sub(r"[.,](?=\d{3}(?!\d))", "", digits)
    value = float(digits.replace(",", ".")) + (0.5 if half else 0)
    return round(value * next((size for words, size in _UNITS.items() if unit and re.fullmatch(words, unit)), 1))

"""Amounts and head counts as people type them: « 1,2 M€ », « entre 800 k€ et 1 million », « une quinzaine »."""

import re

from bot.catalogue.folding import fold
from bot.intake.number_words import in_figures

_Range = tuple[int, int]

_UNITS = {
    r"md|mds|milliards?|billions?|bn": 1_000_000_000,
    r"m|millions?|meur|mio|mn": 1_000_000,
    r"k|keur|milles?|milliers?|thousands?": 1_000,
}
_TENS = {
    "dizaine": 10, "dozen": 12, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "aucun": 0, "aucune": 0, "zero": 0, "none": 0,
    "personne": 0, "nobody": 0,
}  # fmt: skip
_NUMBER = (
    r"\d{1,3}(?:[ ]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d{1,2})?"
)
_UNIT = "|".join(_UNITS)
_EURO = r"€|euros?|eur"
_ALL_TENS = re.compile(rf"\b(?:{'|'.join(_TENS)})s?\b")
_BETWEEN = r"\s*(?:et|a|au|to|and|-|–|ou|or)\s*"
_MILLIONS_AND_THOUSANDS = re.compile(r"\b(\d+) millions? (\d{1,3})[ ]?000\b")


def _amount(rank: int) -> str:
    unit = rf"(?P<unit{rank}>{_UNIT})?(?P<half{rank}>\s*et demi)?\s*(?P<euro{rank}>{_EURO})?"
    return rf"(?P<number{rank}>{_NUMBER})\s*{unit}"


_SINGLE = re.compile(_amount(1))
_DOUBLE = re.compile(_amount(1) + _BETWEEN + _amount(2))
_PEOPLE = r"\d{1,3}(?: \d{3})+|\d+"
_COUNTS = re.compile(rf"({_PEOPLE})(?:(?:{_BETWEEN}|\s*/\s*)({_PEOPLE}))?")
_ALONE = re.compile(
    r"(?:juste|que|seulement|uniquement|just|only) (?:moi|me)(?: (?:pour l instant|tout seule?|meme|pour le moment))?"
    r"|(?:moi |je suis |i am )?(?:tout |toute )?(?:seule?|alone)"
)
_GUESSED = re.compile(
    r"\b(?:je (?:pense|crois|dirais)|peut[- ]etre|a la louche|grosso modo|maybe|perhaps"
    r"|i (?:think|guess)|a vue de nez"
    r"|(?:mais )?(?:je )?(?:ne )?(?:sais|connais) pas(?: ?(?:trop|encore|vraiment|exactement"
    r"|le budget|le montant))*)\b,? *"
)
_AROUND = re.compile(
    r"\b(?:on (?:a|est)|environ|autour|a peu pres|a priori|entre|de|d|plus|moins|jusqu a|jusqu|maximum|max|minimum"
    r"|about|around|between|from|roughly|up|less|more|than|over|under|nous|on|prevoit|prevoyons"
    r"|investissement|d investissement|emplois?|postes?"
    r"|salarie(?:e?s)?|personnes|pers|sal|employee?s?|compagnons|gars|collaborat(?:eurs?|rices?)|jobs?|people|staff|workers?|etp"
    r"|cdi|crees?|creer|creation|embauches?|embaucher|recruter|recrutements?|par an|actuellement|aujourd hui|effectif"
    r"|ht|ttc|compte|comptons|avons|sommes|emploie|employons|we|are|have|c est|il y a|est|soit"
    r"|ce sera|ca fera|(?:a )?(?:temps )?plein)\b|[~≈<>:+]"
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
    text = " ".join(fold(text).replace("’", " ").replace("'", " ").split())
    text = re.sub(r"\b(?:un )?demi[- ]million\b|\bhalf a million\b", "500 000", text)
    text = re.sub(r"\b(?:une|a) (?:(?:petite|bonne|grosse|small|good) )?(?=[a-z]+aine\b|dozen\b)", "", text)
    text = "1" if _ALONE.fullmatch(text.strip(" .!")) else text
    text = re.sub(r"(?<=\d) ?milles?\b", " k", _GUESSED.sub(" ", text))
    text = _AROUND.sub(" ", text)
    text = in_figures(_ALL_TENS.sub(lambda word: str(_TENS.get(word[0], _TENS.get(word[0][:-1], 0))), text))
    text = re.sub(r"(?<=\d)\s*(?:et demie?|and a half)\s*(?=millions?|milliards?)", ",5 ", text)
    text = " ".join(text.split()).strip(" .!,")
    return _MILLIONS_AND_THOUSANDS.sub(lambda parts: str(int(parts[1]) * 1_000_000 + int(parts[2]) * 1_000), text)


def _value(number: str, unit: str | None, half: str | None) -> int:
    digits = number.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3}){2,}", digits):
        digits = re.sub(r"[.,](?=\d{3}(?!\d))", "", digits)
    value = float(digits.replace(",", ".")) + (0.5 if half else 0)
    return round(value * next((size for words, size in _UNITS.items() if unit and re.fullmatch(words, unit)), 1))

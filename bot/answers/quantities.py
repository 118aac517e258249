"""Amounts and head counts that a question gives: « jusqu'à 500 k€ », « un projet de 2 M€ », « une entreprise de 8 salariés »."""

import re
from dataclasses import dataclass

from bot.answers.figures import NUMBER_WORDS
from bot.catalogue.folding import fold

_NUMBER = r"(?P<number>\d[\d  .,]*)"
_UNIT = r"(?P<unit>k|m|md|mille|millions?|milliards?|thousand|billions?)?\s?(?:d'|de |of )?"
_MONEY = re.compile(
    rf"€?\s?{_NUMBER}\s?{_UNIT}(?P<euro>€|eur(?:os?)?\b)|€\s?(?P<english>\d[\d,.]*)\s?(?P<english_unit>k|m|bn|million|thousand)?\b|(?<![\w.,])(?P<bare>\d[\d  .,]*)\s?(?P<bare_unit>k|millions?|(?<=\d)m|(?<=[\d,.]\d )m)\b(?! ?(?:de )?(?:salarie|tonne|km))"
)
_HEADS = re.compile(
    r"(?:(?P<low>\d+) (?:a|et|to|and|-) )?(?P<number>\d[\d ]*) ?(?:salaries?|personnes?|pers|employes?|collaborateurs?|etp|tetes|employees?|people|staff|workers?|heads)\b"
    r"|(?:effectif|headcount|staff)s? (?:de |of )?(?P<after>\d+)"
    rf"|\b(?:on (?:n')?est|on sera|nous (?:ne )?sommes|nous serons|we are|we're) (?:que |plutot |environ |only |about )?(?P<we>\d+|{'|'.join(NUMBER_WORDS)})\b(?! ?(?:ans?|mois|km|heures?|h|eur|€|%|[km]\b|ca|usines?|sites?))"
)  # fmt: skip
_AT_MOST = re.compile(
    r"(?:jusqu ?'?a|moins de|au plus|au maximum|maximum|max\.?|pas plus de|sous|en dessous de|inferieures? a|under|up to|below|at most|less than|no more than|<=?|≤)\s?(?:de |of )?$"
)
_AT_LEAST = re.compile(
    r"(?:au moins|plus de|minimum|a partir de|superieures? a|au dessus de|over|more than|at least|above|from|>=?|≥)\s?(?:de |of )?$"
)
_SPENT = re.compile(
    r"(?:invest\w*|projet|depens\w*|budget|devis|machines?|equipements?|travaux|achat|acheter|usine|rachat|racheter|reprendre|reprise"
    r"|presses?|robots?|moules?|outillages?|lignes?|fours?|project|spend\w*|worth|buy\w*)\b[^.?!]{0,45}$"
)
_OWNED = re.compile(
    r"(?:\bj'ai|\bon a|nous avons|\bi have|\bwe have|apport\w*(?: \w+){0,2}|en caisse|factures?(?: [\w']+){0,3})\s?(?:a |de |d'|of )?$"
)
_PART = re.compile(r"\b(?:dont|including|of which)\b(?: [a-z]+)? ?$")  # of an amount that is told before
_TAKEN_ON = re.compile(r"(?:embauch|recrut|form|hir|train|recruit)\w*(?: \w+){0,2} $")  # who is to come is no size
_SIZES: tuple[tuple[str, tuple[int, int]], ...] = (
    (r"\btpe\b|micro[- ]?entreprises?|tres petites? entreprises?|very small (?:business|compan|firm)|artisans?\b", (0, 9)),
    (r"\beti\b|entreprises? de taille intermediaire|mid[- ]?caps?", (250, 4999)),
    (r"grandes? entreprises?|grands? groupes?|large (?:compan|business|firm)", (5000, 10**9)),
    (r"\bpme\b|petites? et moyennes?|petites? entreprises?|\bsmes?\b|small (?:business|compan|firm)", (0, 249)),
)  # fmt: skip
_TIMES = {"k": 1e3, "mille": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "md": 1e9, "milliard": 1e9, "bn": 1e9, "billion": 1e9}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """Amounts in €: wanted, at least, at most, and what the project costs."""

    wanted: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    spending: float | None = None


def amounts_in(question: str) -> Amounts:
    """The last amount of each sort."""
    folded = _folded(question)
    found: dict[str, float] = {}
    for match in _MONEY.finditer(folded):
        value = _value(match)
        if value is not None:
            before = folded[: match.start()]
            found[_sort(before)] = value
    found.pop("", None)
    return Amounts(**found)


def _sort(before: str) -> str:
    if _OWNED.search(before) or _PART.search(before):
        return ""
    if _SPENT.search(_AT_LEAST.sub("", _AT_MOST.sub("", before))):
        return "spending"
    return "at_most" if _AT_MOST.search(before) else "at_least" if _AT_LEAST.search(before) else "wanted"


def _value(match: re.Match[str]) -> float | None:
    english = match["english"]
    text = english or match["number"] or match["bare"]
    unit = match["english_unit"] if english else match["unit"] or match["bare_unit"]
    digits = re.sub(r"[  ]", "", text).rstrip(".,")
    digits = digits.replace(",", "") if english else re.sub(r"\.(?=\d{3}\b)", "", digits).replace(",", ".")
    try:
        return float(digits) * _TIMES.get((unit or "").removesuffix("s"), 1.0)
    except ValueError:
        return None


def heads_in(question: str) -> tuple[int, int] | None:
    """The least and most persons that the company has: a number said, else what TPE, PME or ETI mean."""
    folded = _folded(question)
    match = next((one for one in _HEADS.finditer(folded) if not _TAKEN_ON.search(folded[: one.start()])), None)
    if match:
        value = NUMBER_WORDS.get(match["we"] or "") or int(
            (match["number"] or match["after"] or match["we"]).replace(" ", "")
        )
        before = folded[: match.start()]
        if match["low"]:
            return int(match["low"]), value
        if _AT_MOST.search(before):
            return 0, value - bool(re.search(r"moins de\s?$|less than\s?$|under\s?$|below\s?$", before))
        return (value, 10**9) if _AT_LEAST.search(before) else (value, value)
    return next((size for pattern, size in _SIZES if re.search(pattern, folded)), None)


def quantity_words(question: str) -> frozenset[str]:
    """The words by which amounts and head counts are said."""
    folded = _folded(question)
    spans = [match[0] for pattern in (_MONEY, _HEADS) for match in pattern.finditer(folded)]
    spans += [match[0] for pattern, _ in _SIZES for match in re.finditer(pattern, folded)]
    return frozenset(re.findall(r"[a-z0-9]+", " ".join(spans)))


def _folded(question: str) -> str:
    return " ".join(fold(question).replace("’", "'").split())

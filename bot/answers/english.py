"""English put into French, to compare it with French: words one by one, figures as they are written there.

Never shown to anybody.
"""

import re
from functools import cache

from bot.catalogue.folding import fold
from bot.catalogue.formats import MONTHS_EN, MONTHS_FR
from bot.search.languages import english_terms, is_everyday

_MONTHS = dict(zip(map(str.lower, MONTHS_EN), MONTHS_FR, strict=True))
_UNITS = {
    "months": "mois", "years": "ans", "weeks": "semaines", "days": "jours", "hours": "heures",
    "employees": "salariés", "jobs": "emplois", "members": "membres",
}  # fmt: skip
_FIGURES = (
    (re.compile(r"€(\d[\d,]*(?:\.\d+)?)( million| billion)?"), lambda found: _amount(found[1], found[2])),
    (re.compile(r"(\d)%"), lambda found: f"{found[1]} %"),
    (re.compile(r"(?<=\d) to (?=\d)"), lambda _: " à "),
    (re.compile(r"(?<=\d) and (?=\d)"), lambda _: " et "),
    (re.compile(rf"(?<=\d )(?:{'|'.join(_UNITS)})\b"), lambda found: _UNITS[found[0]]),
    (re.compile(rf"(?<=\d )(?:{'|'.join(MONTHS_EN)})\b"), lambda found: _MONTHS[found[0].lower()]),
)
_KEPT = frozenset("not no never without before after must".split())  # everyday words that turn a sentence round


def in_french(text: str) -> str:
    """An English sentence, folded, with its known terms in French and its everyday words left out."""
    pattern, french = _terms()

    def put(found: re.Match[str]) -> str:
        word = found[0]
        return french.get(word) or ("" if word not in _KEPT and is_everyday(word) else word)

    return pattern.sub(put, fold(text))


@cache
def _terms() -> tuple[re.Pattern[str], dict[str, str]]:
    """Known English terms, longest first, else any word; and what the terms are in French."""
    french = {fold(english): fold(name) for english, name in zip(MONTHS_EN, MONTHS_FR, strict=True) if english != "May"}
    french |= {fold(english): fold(term) for english, term in english_terms()}
    ordered = sorted(french, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))}|[a-z]+)\b"), french


def figures_in_french(text: str) -> str:
    """An English text with its amounts, shares, lengths of time and dates written as in French: « 3 M€ »."""
    for pattern, written in _FIGURES:
        text = pattern.sub(written, text)
    return text


def _amount(digits: str, scale: str | None) -> str:
    spaced = digits.replace(",", " ").replace(".", ",")
    return f"{spaced} {'M€' if scale == ' million' else 'Md€' if scale else '€'}"

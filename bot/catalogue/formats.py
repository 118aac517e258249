"""Amounts, rates and dates as a French or English reader writes them, with ordinary spaces.

Channels make the spaces non-breaking; texts that are compared and verified keep them plain.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")  # decides which day it is
MONTHS_FR = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)  # fmt: skip
MONTHS_EN = "January February March April May June July August September October November December".split()
_COUNTS_FR = (
    "aucun un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
)  # fmt: skip
_COUNTS_EN = "no one two three four five six seven eight nine ten eleven twelve".split()


def spelled(count: int, language: str = "fr") -> str:
    """A small count in letters (`douze`, `twelve`), a larger one in figures."""
    known = _COUNTS_EN if language == "en" else _COUNTS_FR
    return known[count] if count < len(known) else number(count, language)


def number(value: float, language: str = "fr") -> str:
    """`1234.5` as `1 234,5` (French) or `1,234.5` (English); at most two decimals."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text if language == "en" else text.replace(",", " ").replace(".", ",")


def money(value: float, language: str = "fr") -> str:
    """An amount in €: `55 000 €`, `1,2 M€`, `1,5 Md€`; millions are shortened only when nothing is lost."""
    for size, unit_fr, unit_en in ((1e9, "Md€", "billion"), (1e6, "M€", "million")):
        shortened = round(value / size, 2)
        if value >= size and abs(shortened * size - value) < 1:
            return f"{number(shortened)} {unit_fr}" if language == "fr" else f"€{number(shortened, 'en')} {unit_en}"
    return f"{number(value)} €" if language == "fr" else f"€{number(value, 'en')}"


def percent(value: float, language: str = "fr") -> str:
    """A rate in percent: `20 %`, `12,5 %`; English `20%`."""
    return f"{number(value)} %" if language == "fr" else f"{number(value, 'en')}%"


def day(value: date, language: str = "fr") -> str:
    """`1er mars 2026`, `15 décembre 2026`; English `15 December 2026`."""
    if language == "en":
        return f"{value.day} {MONTHS_EN[value.month - 1]} {value.year}"
    return f"{'1er' if value.day == 1 else value.day} {MONTHS_FR[value.month - 1]} {value.year}"


def moment(at: datetime, language: str = "fr") -> str:
    """A day and an hour in Paris: `27 novembre 2026 à 14 h 05`; English `27 November 2026 at 14:05`."""
    there = at.astimezone(PARIS)
    hour = f"at {there:%H:%M}" if language == "en" else f"à {there.hour} h {there:%M}"
    return f"{day(there.date(), language)} {hour}"


def size(count: int, language: str = "fr") -> str:
    """Bytes as `340 ko` or `1,2 Mo`; English `340 kB`, `1.2 MB`."""
    unit = "B" if language == "en" else "o"
    if count < 1_000_000:
        return f"{number(max(1, round(count / 1000)), language)} k{unit}"
    return f"{number(round(count / 1_000_000, 1), language)} M{unit}"


def listed(items: tuple[str, ...] | list[str], last: str = "et") -> str:
    """`a, b et c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"

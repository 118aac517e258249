"""When production should start, as people write it: « mars 2027 », « T2 2027 », « 31/12/2026 », « dans 6 mois »."""

import re
from datetime import date, timedelta

from bot.catalogue.folding import flat
from bot.catalogue.formats import MONTHS_EN, MONTHS_FR, day
from bot.intake.number_words import in_figures

_MONTHS = {flat(name): at for names in (MONTHS_FR, MONTHS_EN) for at, name in enumerate(names, 1)}
_MONTHS |= {"janv": 1, "jan": 1, "fevr": 2, "fev": 2, "feb": 2, "avr": 4, "apr": 4, "juil": 7, "jul": 7, "aug": 8,
            "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEASONS = {
    "printemps": 2, "spring": 2, "ete": 3, "summer": 3, "automne": 4, "autumn": 4, "hiver": 1, "winter": 1,
    "debut": 1, "early": 1, "fin": 4, "late": 4, "end of": 4, "end": 4,
}  # fmt: skip
_RANKS = {"1er": 1, "premier": 1, "first": 1, "2e": 2, "2eme": 2, "2nd": 2, "second": 2, "deuxieme": 2, "3e": 3,
          "3eme": 3, "3rd": 3, "troisieme": 3, "third": 3, "4e": 4, "4eme": 4, "quatrieme": 4, "fourth": 4}  # fmt: skip
_YEAR = r"(?P<year>20\d\d)"
_PATTERNS = (
    ("day", re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>\d{{1,2}}) {_YEAR}\b")),
    ("day", re.compile(rf"\b{_YEAR} (?P<month>\d{{1,2}}) (?P<day>\d{{1,2}})\b")),
    ("day", re.compile(rf"\b(?P<day>\d{{1,2}})(?:er)? (?P<name>{_MONTH})(?: {_YEAR})?\b")),
    ("month", re.compile(rf"\b(?P<name>{_MONTH}) {_YEAR}\b")),
    ("month", re.compile(rf"(?<!\d )\b(?P<month>0?[1-9]|1[0-2]) {_YEAR}\b")),
    ("quarter", re.compile(rf"\b[tq](?P<rank>[1-4]) (?:de )?{_YEAR}\b")),
    ("quarter", re.compile(rf"\b(?P<word>{'|'.join(_RANKS)}) (?:trimestre|quarter)(?: de| of)? {_YEAR}\b")),
    ("half", re.compile(rf"\b[sh](?P<rank>[12]) (?:de )?{_YEAR}\b")),
    ("half", re.compile(rf"\b(?P<word>{'|'.join(_RANKS)}) (?:semestre|half)(?: de| of)? {_YEAR}\b")),
    ("season", re.compile(rf"\b(?P<season>{'|'.join(_SEASONS)})(?: de| of)? (?:l annee )?{_YEAR}\b")),
    ("in", re.compile(r"\b(?:dans|d ici|sous|in|within) (?P<count>\d{1,3}) (?P<unit>jours?|semaines?|mois|ans?|annees?"
                      r"|days?|weeks?|months?|years?)\b")),
    ("next", re.compile(r"\b(?:l annee prochaine|l an prochain|next year)\b")),
    ("now", re.compile(r"\b(?:des que possible|tout de suite|maintenant|asap|as soon as possible|now)\b")),
    ("month", re.compile(rf"\b(?P<name>{_MONTH})\b")),
    ("year", re.compile(rf"\b{_YEAR}\b")),
)  # fmt: skip
_DAYS = {"j": 1, "d": 1, "s": 7, "w": 7}
_EARLIEST, _LATEST = 10, 20  # years before and after today that a plan may name


def parse_date(text: str, today: date) -> str | None:
    """`2027`, `2027-S1`, `2027-Q2`, `2027-03` or `2027-03-15`, as exactly as it was said; None for nonsense."""
    found = find_date(text, today)
    return found[0] if found else None


def find_date(text: str, today: date) -> tuple[str, str] | None:
    """The date that stands in a text, and the folded words that say it."""
    said = re.sub(r"\bun an\b", "1 an", in_figures(flat(text)))
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(said):
            value = _value(kind, match.groupdict(), today)
            if value is None and kind == "day":  # the 32nd of January is no year either
                return None
            if value and -_EARLIEST <= int(value[:4]) - today.year <= _LATEST:
                return value, match[0]
    return None


def show_date(value: str, language: str) -> str:
    """« mars 2027 », « 2e trimestre 2027 »; English « March 2027 »."""
    english = language == "en"
    if quarter := re.fullmatch(r"(\d{4})-Q(\d)", value):
        rank = "1er" if quarter[2] == "1" else f"{quarter[2]}e"
        return f"Q{quarter[2]} {quarter[1]}" if english else f"{rank} trimestre {quarter[1]}"
    if half := re.fullmatch(r"(\d{4})-S(\d)", value):
        rank = "1er" if half[2] == "1" else "2e"
        return f"H{half[2]} {half[1]}" if english else f"{rank} semestre {half[1]}"
    if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return f"{(MONTHS_EN if english else MONTHS_FR)[int(month[2]) - 1]} {month[1]}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return day(date.fromisoformat(value), language)
    return value


def _value(kind: str, found: dict[str, str | None], today: date) -> str | None:
    month = int(found.get("month") or 0) or _MONTHS.get(found.get("name") or "", 0)
    year = int(found.get("year") or 0) or _year_of(month, today)
    rank = int(found.get("rank") or 0) or _RANKS.get(found.get("word") or "", 0)
    match kind:
        case "day":
            return _day(year, month, int(found["day"] or 0))
        case "month":
            return f"{year}-{month:02d}"
        case "quarter":
            return f"{year}-Q{rank}"
        case "half":
            return f"{year}-S{rank}" if rank <= 2 else None
        case "season":
            return f"{year}-Q{_SEASONS[found['season'] or '']}"
        case "in":
            return _later(today, int(found["count"] or 0), found["unit"] or "")
        case "next":
            return str(today.year + 1)
        case "now":
            return f"{today:%Y-%m}"
    return str(year)


def _year_of(month: int, today: date) -> int:
    """A month without year is the next one of that name."""
    return today.year + (0 < month < today.month)


def _day(year: int, month: int, of_month: int) -> str | None:
    try:
        return date(year, month, of_month).isoformat()
    except ValueError:
        return None


def _later(today: date, count: int, unit: str) -> str:
    """Days and weeks, months or years from today, to the month."""
    if unit[0] in _DAYS:
        return f"{today + timedelta(days=count * _DAYS[unit[0]]):%Y-%m}"
    months = count * (12 if unit[0] in "ay" else 1) + today.month - 1
    return f"{today.year + months // 12}-{months % 12 + 1:02d}"

"""French text to values: amounts, rates, dates, yes and no; each refusal says what would be right."""

import re
from datetime import date

from bot.catalogue.formats import MONTHS_FR
from ingest.checking.folding import fold
from ingest.problems import quoted


class Wrong(ValueError):
    """The text is not a value of its kind; the message is French, without its place."""


_UNITS = {"": 1, "€": 1, "eur": 1, "euro": 1, "euros": 1, "k€": 1e3, "ke": 1e3, "keur": 1e3, "k": 1e3} | {
    name: size
    for size, names in ((1e6, "m€ me meur m million millions"), (1e9, "md€ mde mdeur md milliard milliards"))
    for name in names.split()
}
_AMOUNT = re.compile(r"(?P<number>[0-9][0-9 .,]*?) ?(?P<unit>[a-z€]*)(?: (?:d'|de |d’)?(?:euros?|€|eur))?")
_NUMBER = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]{1,2})?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_WRITTEN = re.compile(r"(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})")
_MONTHS = {fold(month): number for number, month in enumerate(MONTHS_FR, 1)}
_YES, _NO = frozenset({"oui", "o", "vrai", "true", "yes", "x"}), frozenset({"non", "n", "faux", "false", "no"})


def _plain_number(text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text.replace(" ", "").replace(",", "."))


def amount(text: str) -> float:
    """`3 M€`, `800 k€`, `55 000 €`, `1,2 million d'euros`, `55000`: euros."""
    remedy = "écrivez un seul montant, comme 55 000 €, 800 k€ ou 3 M€"
    match = _AMOUNT.fullmatch(fold(text))
    if not match or match["unit"] not in _UNITS:
        raise Wrong(f"{quoted(text)} n'est pas un montant : {remedy}.")
    try:
        return round(_plain_number(match["number"].strip()) * _UNITS[match["unit"]], 2)
    except ValueError:
        raise Wrong(f"{quoted(text)} n'est pas un montant : {remedy}.") from None


def rate(text: str) -> float:
    """`20 %`, `12,5 %`, `20`: percent."""
    try:
        value = _plain_number(fold(text).removesuffix("%").removesuffix("pour cent").strip())
    except ValueError:
        raise Wrong(f"{quoted(text)} n'est pas un taux : écrivez un seul taux, comme 20 %.") from None
    if value > 100:
        raise Wrong(f"{quoted(text)} dépasse 100 % : écrivez le taux en pour cent, comme 20 %.")
    return value


def count(text: str) -> int:
    """`249`, `5 000`: persons."""
    bare = re.sub(r" ?(salaries?|personnes?|etp)$", "", fold(text))
    try:
        value = _plain_number(bare)
    except ValueError:
        value = 0.5
    if value != int(value):
        raise Wrong(f"{quoted(text)} n'est pas un nombre de personnes : écrivez un nombre entier, comme 249.")
    return int(value)


def day(text: str) -> date:
    """`2026-12-15`, `15/12/2026`, `15 décembre 2026`; a day that the calendar does not have is refused."""
    folded = fold(text)
    if match := _ISO.fullmatch(folded):
        return _calendar_day(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _SLASHED.fullmatch(folded):
        return _calendar_day(text, int(match[3]), int(match[2]), int(match[1]))
    if (match := _WRITTEN.fullmatch(folded)) and match[2] in _MONTHS:
        return _calendar_day(text, int(match[3]), _MONTHS[match[2]], int(match[1]))
    if re.fullmatch(r"[1-9]\d{4}(\.0)?", folded):
        raise Wrong(f"{quoted(text)} est un numéro de jour d'Excel : donnez à la cellule le format Date.")
    raise Wrong(f"{quoted(text)} n'est pas une date : écrivez jj/mm/aaaa, comme 15/12/2026.")


def _calendar_day(text: str, year: int, month: int, number: int) -> date:
    if month > 12 >= number:
        raise Wrong(f"{quoted(text)} n'est pas une date (jj/mm/aaaa) : écrivez {month:02}/{number:02}/{year}.")
    try:
        value = date(year, month, number)
    except ValueError:
        raise Wrong(f"{quoted(text)} n'existe pas au calendrier : corrigez la date (jj/mm/aaaa).") from None
    if not 1990 <= value.year <= 2100:
        raise Wrong(f"{quoted(text)} : l'année {value.year} est impossible, corrigez la date (jj/mm/aaaa).")
    return value


def yes_or_no(text: str) -> bool:
    """`oui` or `non`."""
    folded = fold(text)
    if folded in _YES or folded in _NO:
        return folded in _YES
    raise Wrong(f"{quoted(text)} n'est ni oui ni non : écrivez oui ou non.")

"""What a free sentence says in figures: numbers, amounts, head counts, dates, each with its place in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.catalogue.folding import fold
from bot.intake.amounts import NoUnit, parse_amount, parse_count
from bot.intake.dates import find_date

_EMAIL = re.compile(r"[^\s<>,;()\[\]:\"«»]+@[^\s<>,;()\[\]\"«»]+[^\s<>,;()\[\]\"«».!?]")
_PHONE = re.compile(r"(?<![\d.,])(?:(?:\+|00)\d{1,3}[ .()-]*(?:\(0\))?|0)[ .-]?[1-9](?:[ .-]?\d){7,9}(?![\d€])")
_SIREN = re.compile(
    r"(?<![\d+])(?:fr[ ]?\d\d[ ]?)?\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{5})?(?![\d€]|[ ]?(?:€|euro|k€|m€))"
)
_MONEY = re.compile(
    r"(?:[\d\s](?:[km]?€|[km]?eur(?:os?)?\b|k\b|m\b)|\b(?:millions?|milliards?|millies?)\b)(?:\s*(?:d'|de )?(?:€|euros?\b))?(?:\s+et demie?\b)?"
)
_NOT_INVESTED = re.compile(
    r"\b(?:ca|chiffre d'affaires?|c\.a\.|turnover|revenue|sales|capital|tresorerie|emprunt|pret|subvention|aide|loan|grant"
    r"|prix|price|coute|vend(?:u|us|ons)?|deja)\b[^,.;]*$"
)
_LENT = re.compile(r"\s*(?:de |d'|en )?(?:subvention|pret|emprunt|aide|ca\b|chiffre d'affaires|turnover|loan|grant)")
_INVESTED = re.compile(r"\b(?:invest\w*|budget|enveloppe|montant)\b")
_PEOPLE = re.compile(
    r"\b(?:salarie(?:e?s)?|personnes|pers|sal|employee?s?|collaborat(?:eurs?|rices?)|compagnons|gars|etp|people|staff|workers?)\b"
)
_JOBS = re.compile(r"\b(?:emplois?|postes?|embauches?|recrutements?|jobs?|cdi)\b")
_CREATED = re.compile(r"\b(?:cre(?:er|ation|ons|era|erait)|embauch\w*|recrut\w*|hir\w+|create|creating)\b[^,.;]*$")
_EFFECTIF = re.compile(r"\beffectifs?\b(?: (?:de|est de|:|actuel de))? *(?P<count>\d+|[a-z]+aine)")
_WE_ARE = re.compile(
    r"\b(?:on est|nous sommes|we are|on a) (?:plus que |que )?(?P<count>(?:environ |a peu pres )?(?:\d+|une [a-z]+aine))(?= *(?:$|[,.;]|a |dans |chez |pas |non |maintenant|now|desormais|aujourd|actuellement|en tout|au total|en fait|actually|et ))"
)
_SINCE = re.compile(r"\b(?:depuis|fonde\w*|cree\w*|creation|ne\w* en|since|founded|en activite)\b[^,.;]*$")
_MONTHS_NEED = re.compile(r"20\d\d|\b(?:dans|d'ici|sous|in|within) ")
_WINDOW = 9  # words before a unit that its number may take


@dataclass(frozen=True)
class Span:
    """A key of the form, the words that answer it, and where they stand."""

    key: str
    text: str
    start: int
    end: int


def aligned(text: str) -> str:
    """Folded, character for character, so that places in it are places in the text."""
    return "".join((fold(character) or " ")[0] for character in text.replace("’", "'"))


def figures_in(text: str, today: date) -> Iterator[Span]:
    """Addresses, numbers of the company, amounts, people, dates; each place is used once."""
    left = aligned(text)
    for find in (_addresses, _companies, _amounts, _counts, _dates):
        for span in find(left, text, today):
            yield span
            left = left[: span.start] + "\x00" * (span.end - span.start) + left[span.end :]


def _addresses(said: str, text: str, _today: date) -> list[Span]:
    emails = [_span("email", text, *match.span()) for match in _EMAIL.finditer(said)]
    phones = [_span("phone", text, *match.span()) for match in _PHONE.finditer(said)]
    return [*emails[:1], *phones[:1]]


def _companies(said: str, text: str, _today: date) -> list[Span]:
    return [_span("siren", text, *match.span()) for match in _SIREN.finditer(said)][:1]


def _amounts(said: str, text: str, _today: date) -> list[Span]:
    """One amount, or the one of several that is said to be invested; a turnover is none."""
    spans: list[Span] = []
    for unit in reversed([*_MONEY.finditer(said)]):  # « entre 800 k€ et 1,2 M€ » is found from its end
        start = _widest(said, unit.end(), _is_amount)
        bare = text[unit.end() - 1] == "m"  # two metres
        if start is None or bare or (spans and unit.end() > spans[-1].start):
            continue
        spans.append(_span("investment", text, start, unit.end()))
    spans = [span for span in spans if not _is_of_something_else(said, span)]
    if len(spans) > 1:
        spans = [span for span in spans if _INVESTED.search(said[max(0, span.start - 40) : span.end + 25])]
    return spans if len(spans) == 1 else []


def _is_of_something_else(said: str, span: Span) -> bool:
    before, after = said[max(0, span.start - 40) : min(span.start + 12, span.end)], said[span.end : span.end + 30]
    other = _NOT_INVESTED.search(before)
    return bool((other and not _INVESTED.search(other[0])) or _LENT.match(after))


def _counts(said: str, text: str, _today: date) -> list[Span]:
    spans: dict[str, Span] = {}
    for pattern, usual in ((_PEOPLE, "employees"), (_JOBS, "jobs")):
        for unit in pattern.finditer(said):
            start = _widest(said, unit.end(), lambda words: parse_count(words) is not None and bool(_COUNTED(words)))
            if start is None:
                continue
            key = "jobs" if _CREATED.search(said[max(0, start - 40) : start + 12]) else usual
            spans.setdefault(key, _span(key, text, start, unit.end()))
    for pattern in (_EFFECTIF, _WE_ARE):
        match = pattern.search(said)
        if match and "employees" not in spans and parse_count(match["count"]):
            spans["employees"] = _span("employees", text, *match.span("count"))
    return list(spans.values())


_COUNTED = re.compile(
    r"\d|aine|\b(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|two|three|ten|vingt|trente|cent)\b"
).search


def _dates(said: str, text: str, today: date) -> list[Span]:
    """A date to come, with its year or counted from today."""
    for clause in re.finditer(r"[^,;!?\x00]+", said):
        found = find_date(clause[0], today)
        if not found or not _MONTHS_NEED.search(clause[0]) or found[0][:4] < str(today.year):
            continue
        if not _SINCE.search(clause[0]):
            phrase = re.search(r"\W+".join(map(re.escape, found[1].split())), clause[0]) or clause
            at = clause.start() if phrase is not clause else 0
            return [_span("start", text, at + phrase.start(), at + phrase.end())]
    return []


def _is_amount(words: str) -> bool:
    try:
        return parse_amount(words) is not None
    except NoUnit:
        return False


def _widest(said: str, end: int, reads: Callable[[str], bool]) -> int | None:
    """Where the longest run of words that ends there and reads as a quantity begins."""
    before = said[:end]
    starts = [match.start() for match in re.finditer(r"(?<![^\s,;:(])[^\s;:(]", before)][-_WINDOW:]
    for start in starts:
        words = before[start:]
        if "\x00" not in words and not re.search(r"[;!?]|, |\. ", words) and reads(words):
            return start
    return None


def _span(key: str, text: str, start: int, end: int) -> Span:
    return Span(key, text[start:end].strip(), start, end)

"""Which sentence is said first: the one that shows what is asked of what is asked about, in whatever words."""

import re
from collections.abc import Sequence

from bot.answers.evidence import Evidence, Line
from bot.answers.expecting import Kind
from bot.answers.figures import figures
from bot.answers.quoting import Quote
from bot.answers.showing import is_shown
from bot.answers.signals import Sought, is_history
from bot.catalogue.folding import flat, fold
from bot.catalogue.models import AnyRecord
from bot.search.analysis import stems

_AS_MUCH = 0.1  # of the weight of the rarest word: sentences that hold nearly as much of what is wanted hold the same
_MORE = 0.15  # the same, by which a sentence must say more than a field to go before it
_YEAR = 0.5  # the same, for a year or a number that is asked of
_TYPICAL: dict[Kind, tuple[re.Pattern[str], ...]] = {
    kind: tuple(map(re.compile, patterns))
    for kind, patterns in {
        Kind.PRICE: (r"reste|a (?:la )?charge|a payer|ne paie",),
        Kind.RATE: (r"taux|couvre|finance|\bpart|prend|subvention|aide",),
        Kind.CAP: (r"(?:plafon|maxim|jusqu|limit|au plus|depasse).*€|€.*(?:plafon|maxim|au plus)", r"€"),
        Kind.AMOUNT: (r"(?:verse|montant|\best de\b|\bva de\b|donne|aide|jusqu).*€", r"€"),
        Kind.DATE: (r"depos|candidat|date|ouver|ouvre|jusqu|lieu|limite|clos", r"ferm"),
        Kind.DURATION: (
            r"\bdur|delai|rembours|pendant|avant|apres|au bout",
            r"\b(?:en|sur|de|sous|dans les) \d+ [a-z]",
        ),
    }.items()
}
"""Words by which a sentence that shows such a thing says that it is what is asked, the surest first."""

_BOUNDS = (
    (
        re.compile(r"minim|\bmini\b|au moins|\bfaut\b|a partir|at least|must"),
        re.compile(r"au moins|minim|a partir|\bdes \d"),
    ),
    (re.compile(r"maxi|\bmax\b|au plus|jusqu|limit|at most"), re.compile(r"au plus|maxim|jusqu|limit|moins de")),
)
"""When a least or greatest number is asked, the sentence that gives one answers."""

_AGE = re.compile(r"d.existence|d.activite|anciennete|tous les \d|moins de \d+ (?:ans|mois)\b|depuis|derniere?s\b")
"""A length of time that is none of what is asked: how old the company must be, how often, since when."""


class Leads:
    """Compares the sentences of one record as the first thing said."""

    def __init__(self, record: AnyRecord, sought: Sought, evidence: Evidence) -> None:
        self._record, self._sought, self._evidence = record, sought, evidence

    def first(self, lines: Sequence[Line]) -> Line | None:
        """Of those that show what is asked, one that speaks most of it, as early in the text as may be."""
        showing = [line for line in lines if self._shows_first(line.read)]
        most = max((self.told(line.under, line.read) for line in showing), default=0.0)
        as_good = [line for line in showing if self.told(line.under, line.read) > most - _AS_MUCH]
        return min(as_good, key=lambda line: (*self._rank(line.read), line.place), default=None)

    def shows(self, text: str) -> bool:
        """Whether it shows a kind of thing that is asked for."""
        return any(is_shown(kind, text, self._sought, self._record, self._evidence) for kind in self._sought.kinds)

    def parted(self, line: Line | None, stated: Sequence[Quote]) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
        """What the fields state, parted in what goes before that first sentence and what goes after it."""
        if line is None:
            return tuple(stated), ()
        before = tuple(quote for quote in stated if self.shows(quote.text))
        if self.is_particular(line, [quote.text for quote in before]):
            before = ()
        return before, tuple(quote for quote in stated if quote not in before)

    def is_particular(self, line: Line, stated: Sequence[str]) -> bool:
        """Whether it says otherwise than what the fields state of the whole, and more of what is asked about."""
        stated = [text for text in stated if self._shows_first(text)]
        held = max((self.told(frozenset(stems(text)), text) for text in stated), default=0.0)
        told = frozenset().union(*map(figures, stated)) - figures(self._record.title)
        return self.told(line.under, line.text) > held + _MORE and not (told and told <= figures(line.text))

    def told(self, held: frozenset[str], text: str) -> float:
        """How much of what is wanted it holds, in weights of the rarest word."""
        asked = (*self._sought.wanted, *self._sought.setting)
        weight = sum(self._evidence.burden(concept) for concept in asked if concept.stands_in(held))
        numbers = figures(self._sought.said) & figures(text)
        dated = any(year in text for year in self._sought.years)
        return weight / self._evidence.rarest + _YEAR * (dated or bool(numbers))

    def _shows_first(self, text: str) -> bool:
        kinds = self._sought.kinds[:1]
        return any(is_shown(kind, text, self._sought, self._record, self._evidence) for kind in kinds)

    def _rank(self, text: str) -> tuple[bool, int]:
        """How far it is from saying in so many words that what it shows is what is asked."""
        kind, folded = self._sought.kinds[0], fold(text)
        said = flat(self._sought.said)
        if kind is Kind.COUNT and (bound := next((told for asked, told in _BOUNDS if asked.search(said)), None)):
            return is_history(text), 0 if bound.search(folded) else 1
        patterns = _TYPICAL.get(kind, ())
        other = is_history(text) or (kind is Kind.DURATION and _AGE.search(folded) is not None)
        return other, next((rank for rank, one in enumerate(patterns) if one.search(folded)), len(patterns))

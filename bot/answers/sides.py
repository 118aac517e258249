"""What the file of each scheme of a list says of the side that is asked: a typed field, else its own sentence."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.answers.aspects import HEADINGS, Aspect
from bot.answers.fields import stated
from bot.answers.quoting import Quote
from bot.answers.sentences import sentences_of
from bot.answers.types import Language
from bot.catalogue.folding import fold
from bot.catalogue.models import Passage, PassageKind, Scheme

_MONEY = r"€|%|\beuros?\b"
_TIME = r"\d+ (?:an|mois|jour|semaine)"
_SAYING: dict[Aspect, re.Pattern[str]] = {
    aspect: re.compile(pattern)
    for aspect, pattern in {
        Aspect.AMOUNT: _MONEY,
        Aspect.RATE: "%",
        Aspect.BASE: r"€.*(?:depens|projet|operation|invest|cout)|(?:depens|projet|operation|invest|cout).*€",
        Aspect.COST: rf"{_MONEY}|gratuit|payant|devis",
        Aspect.FREE: rf"gratuit|payant|{_MONEY}",
        Aspect.REPAYMENT: r"rembours|differe|avance recuperable|taux zero|taux nul",
        Aspect.CUMULATION: r"cumul|minimis|cofinanc",
        Aspect.COMMITMENT: r"devis|commande|avant de (?:lancer|demarrer|signer|commencer)|avant le debut",
        Aspect.DURATION: _TIME,
        Aspect.WHO: "",
        Aspect.WHAT_FOR: "",
        Aspect.HOW: "",
    }.items()
}
"""How a sentence shows that it says such a side; any sentence under its heading does when that is enough."""

_INSTEAD = {Aspect.AMOUNT: (Aspect.RATE,), Aspect.COST: (Aspect.AMOUNT, Aspect.RATE), Aspect.FREE: ()}
"""What may be said of a scheme whose fields do not hold the very side."""


def side_of(
    scheme: Scheme, aspect: Aspect, passages: Sequence[Passage], today: date, language: Language
) -> Quote | None:
    """What the scheme's file says of that side; None when it says nothing."""
    fields = next((passage for passage in passages if passage.kind is PassageKind.FIELDS), None)
    told = stated(scheme, aspect, today, language)
    if fields and told:
        return Quote(told, fields, 1.0, typed=True)
    if said := next(sentences_on(aspect, passages), None):
        return said
    others = (stated(scheme, other, today, language) for other in _INSTEAD.get(aspect, ()))
    instead = next(filter(None, others), None)
    return Quote(instead, fields, 1.0, typed=True) if fields and instead else None


def sentences_on(aspect: Aspect, passages: Sequence[Passage]) -> Iterator[Quote]:
    """The sentences that say it, those under its usual heading first; a heading alone is enough for some sides."""
    pattern = _SAYING.get(aspect)
    if pattern is None:
        return
    texts = [passage for passage in passages if passage.kind is PassageKind.TEXT]
    under = [passage for passage in texts if re.search(HEADINGS[aspect], fold(passage.origin.section or ""))]
    beside = [passage for passage in texts if passage not in under] if pattern.pattern else []
    for passage in (*under, *beside):
        for sentence in sentences_of(passage.text):
            if pattern.search(fold(sentence)):
                yield Quote(sentence, passage, 1.0)

"""What a question takes for granted (« puisque le taux est de 30 %… », « c'est gratuit, non ? »): checked before it is
answered, never adopted.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot.answers.aspects import Aspect
from bot.answers.claims import is_counted_otherwise, is_sum_done
from bot.catalogue.folding import fold
from bot.catalogue.formats import MONTHS_EN, MONTHS_FR
from bot.catalogue.models import AnyRecord, Availability, Scheme

_OPENING = re.compile(
    r"\b(?:puisque?|puisqu'|vu que|comme|sachant que|etant donne que|maintenant que|since|given that|as|because)\b"
    r"(?P<said>(?:[^,?]|,(?=\d))+),"
)
_OPENING_BARE = re.compile(
    r"^(?:(?:bon|donc|alors|et|mais|ok|so|and) )*(?:puisqu[e']|vu qu[e']|comme|sachant qu[e']|etant donne qu[e']|since|given that|as)"
    r" ?(?P<said>(?!on |je |j')[^,?]*?\b(?:est|sont|a|ont|c|c'est|etes|verse|donne|paye|paie|prete|finance|couvre|marche|prend|rembourse"
    r"|va|vaut|existe|is|are|pays|gives|covers|funds|runs|works)\b[^,?]*?) (?:on|je|j'\w+|v(?:ou)?s(?! qui)|quel\w*|combien|comment|quand|i|we|what|how|when)\b"
)
"""The same without a comma, up to who speaks or what is asked."""
_PARTICIPLE = re.compile(
    r"^(?P<said>[^,?]*\b(?!avant|pendant|montant|maintenant|suivant|devant|durant|autant|dirigeant)\w{2,}ant\b[^,?]*),"
)
_CLOSING = re.compile(
    r"^(?P<said>.+?),? ?(?:\bnon\b|n'est[- ]ce pas|c'?est (?:bien )?(?:ca|cela)|pas vrai|\bhein\b|\bright\b|isn'?t it"
    r"|correct|\bexacte?\b|\boui\b|j'?ai bien (?:lu|compris)|(?:on est|vous etes) d'accord"
    r"|(?:vous )?confirmez(?:[- ]vous)?|\bj(?:e|'| )? ?(?:crois?|pense|suppose|imagine)|donc j.{0,40})\s*\?*$"
)
_CONFIRMED = re.compile(
    r"^(?P<said>.*\b(?:est|a|sont|ont|etes|donne|finance|couvre|va|dure|finit|ferme|verse|paye|paie|prete)\b bien\b.*?)\?*$"
)
_OF_ONESELF = re.compile(r"(?:je|j'|nous|mon|ma|mes|notre|nos|my|our|we|i)\b(?!-)")
_PERCENT = re.compile(r"\d ?%|pour ?cent|percent")
_MONEY = re.compile(r"€|euro|million|\d ?k\b")
_MONTHS = "|".join(fold(month) for month in (*MONTHS_FR, *MONTHS_EN))
_DATE = re.compile(rf"\b(?:(?:{_MONTHS}) )?(?:19|20)\d\d\b")
_ENDING = re.compile(r"ferm|clos|fini|fin |termin|jusqu|ouver|prolong|until|expire|end")
_OPEN, _CLOSED = re.compile(r"\bouvert|\bopen\b"), re.compile(r"\bferm|\bclos|termine|closed|\bfini\b|arrete")
_FREE = re.compile(r"gratuit|\bfree\b")
_PAYING = re.compile(r"\d ?€|payant|reste a charge")


def premise_of(question: str) -> str:
    """The clause that is taken for granted, folded; empty when nothing is."""
    folded = " ".join(fold(question).replace("’", "'").split())
    matches = (pattern.search(folded) for pattern in (_OPENING, _PARTICIPLE, _OPENING_BARE, _CLOSING, _CONFIRMED))
    said = next((match["said"].strip() for match in matches if match), "")
    return "" if _OF_ONESELF.match(said) else said


def claimed(premise: str) -> tuple[Aspect, ...]:
    """The sides of the subject on which something is taken for granted."""
    kinds = (
        (_PERCENT, Aspect.RATE),
        (_MONEY, Aspect.AMOUNT),
        (_FREE, Aspect.COST),
        (_DATE, Aspect.DEADLINE),
        (_OPEN, Aspect.OPEN),
        (_CLOSED, Aspect.OPEN),
    )
    return tuple(dict.fromkeys(aspect for pattern, aspect in kinds if pattern.search(premise)))


def is_contradicted(
    premise: str, record: AnyRecord, sentences: Sequence[str], shown: Sequence[str], today: date
) -> bool:
    """Whether the record says otherwise in a sentence that is shown; `sentences` are all those on how things are, not
    on how they were.
    """
    if isinstance(record, Scheme) and misdates(premise, record, today):
        return True
    told = [fold(sentence) for sentence in sentences]
    if _FREE.search(premise):
        return not any(_FREE.search(sentence) for sentence in told) and any(map(_PAYING.search, told))
    dates = _DATE.findall(premise)
    if dates:
        return not all(any(moment in sentence for sentence in told) for moment in dates)
    return not is_sum_done(premise, sentences) and is_counted_otherwise(premise, sentences, shown)


def claims_status(text: str) -> bool:
    """Whether something is said to be open or closed."""
    folded = fold(text)
    return bool(_OPEN.search(folded) or _CLOSED.search(folded))


def asks_which_status(question: str) -> bool:
    """« c'est ouvert ou c'est fini ? » takes neither for granted, and no yes or no answers it."""
    folded = fold(question)
    return bool(_OPEN.search(folded) and _CLOSED.search(folded) and re.search(r"\b(?:ou|or)\b", folded))


def misdates(premise: str, scheme: Scheme, today: date) -> bool:
    """Whether a scheme is said to be open or closed, or to end in a year, and is not."""
    premise = fold(premise)
    available = scheme.availability(today)
    if _OPEN.search(premise) and available is Availability.CLOSED:
        return True
    if _CLOSED.search(premise) and not _future(premise, today) and available is Availability.OPEN:
        return True
    own = set(re.findall(r"\b20\d\d\b", " ".join(scheme.names)))
    years = [year for year in re.findall(r"\b20\d\d\b", premise) if year not in own]
    ends = scheme.valid_until
    return bool(ends and years and _ENDING.search(premise) and str(ends.year) not in years)


def _future(premise: str, today: date) -> bool:
    return any(int(year) >= today.year for year in re.findall(r"\b20\d\d\b", premise))

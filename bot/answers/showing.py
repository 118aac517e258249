"""Whether a sentence of a record shows the kind of thing that is asked of it: the sentence that answers does."""

import re

from bot.answers.counting import counts
from bot.answers.evidence import Evidence
from bot.answers.expecting import Kind, names_in, shows
from bot.answers.fields import is_repaid
from bot.answers.refusing import is_to_check, says_to_check, says_unknown
from bot.answers.signals import Sought
from bot.catalogue.folding import fold
from bot.catalogue.models import AnyRecord, Scheme
from bot.search.analysis import stems

_DATED = (Kind.DATE, Kind.COMING)  # a page that is to be checked gives its own date, not the one that is asked
_INTEREST = re.compile(r"\btaux\b.*(?:\d ?%|zero|nul)")


def is_shown(kind: Kind, text: str, sought: Sought, record: AnyRecord, evidence: Evidence) -> bool:
    """Whether a sentence shows what is asked for: things that are counted, names that few records hold, …"""
    if says_unknown(text) or says_to_check(text) or (kind in _DATED and is_to_check(text)):
        return False
    if kind is Kind.COUNT:
        return counts(text, sought.counted)
    if kind is Kind.NAMES:
        own = set(stems(record.title))
        names = names_in(text, sought.said)
        return any(evidence.is_rare(stem) and stem not in own for name in names for stem in stems(name))
    return shows(kind, text, sought.said, sought.today.year) and not _is_other_rate(kind, record, text)


def _is_other_rate(kind: Kind, record: AnyRecord, text: str) -> bool:
    """A share of something, when the rate of a loan is asked: that would be taken for its interest."""
    if kind is not Kind.RATE or not isinstance(record, Scheme) or not is_repaid(record):
        return False
    return not _INTEREST.search(fold(text))

"""What the fields of a record say of what is asked, in the author's own sentence when one says the same."""

import re
from collections.abc import Sequence

from bot.answers.aspects import Aspect
from bot.answers.ceilings import General, general_case, holds_rate, said_below
from bot.answers.evidence import Evidence
from bot.answers.expecting import Kind, shows
from bot.answers.fields import fewer_than, in_cases, stated
from bot.answers.figures import figures
from bot.answers.measures import quantities
from bot.answers.quoting import Quote, Scored
from bot.answers.refusing import admits, is_to_check
from bot.answers.repeating import bounded, counted, is_told
from bot.answers.signals import Sought, is_history
from bot.catalogue.folding import fold
from bot.catalogue.models import AnyRecord, Passage, PassageKind, Scheme

_TYPED = 99.0  # what a field says counts more than any sentence
_CONDITION = re.compile(
    r"\b(?:si|aussi|donc|egalement|jamais|if|also|therefore)\b|^(?:pour|en|dans|apres|avant|for|in) "
)
"""Leans on a condition or on a sentence before."""


def stated_quotes(record: AnyRecord, passages: Sequence[Passage], sought: Sought) -> tuple[Quote, ...]:
    """One sentence from the fields for each asked aspect that a field answers, the asked kind of thing first."""
    source = next((passage for passage in passages if passage.kind is PassageKind.FIELDS), None)
    if source is None:
        return ()
    aspects = sought.aspects[:2] or (Aspect.DEFINITION,)
    told = (_stated(record, aspect, passages, source, sought) for aspect in aspects)
    quotes = {quote.text: quote for quote in told if quote}.values()
    return tuple(sorted(quotes, key=lambda quote: -len(_shown(quote.text, sought))))


def _stated(
    record: AnyRecord, aspect: Aspect, passages: Sequence[Passage], source: Passage, sought: Sought
) -> Quote | None:
    """What a field says, with the figure of a passage where that tells more."""
    if isinstance(record, Scheme) and (fuller := _with_passage(record, aspect, passages, sought)):
        return fuller
    told = stated(_summed_up(record, aspect, passages), aspect, sought.today, sought.language)
    return Quote(told, source, _TYPED, typed=True) if told else None


def _with_passage(scheme: Scheme, aspect: Aspect, passages: Sequence[Passage], sought: Sought) -> Quote | None:
    """The general case of a ceiling that is only reached in certain ones; « moins de 5 000 » rather than 4,999."""
    if general := _general_case(scheme, aspect, passages):
        rated = holds_rate(general.passage, scheme.rate_max)
        text = in_cases(scheme, aspect, general.value, sought.language, rated=rated)
        return Quote(text, general.passage, _TYPED, typed=True)
    most = scheme.headcount_max
    if aspect is Aspect.WHO and most and scheme.headcount_min is None and (passage := said_below(passages, most)):
        return Quote(fewer_than(scheme, most + 1, sought.language), passage, _TYPED, typed=True)
    return None


def _summed_up(record: AnyRecord, aspect: Aspect, passages: Sequence[Passage]) -> AnyRecord:
    """To be summed up without a ceiling that is only reached in certain cases."""
    if aspect is not Aspect.DEFINITION or not isinstance(record, Scheme):
        return record
    exceptional = {
        field: None
        for side, field in ((Aspect.AMOUNT, "amount_max"), (Aspect.RATE, "rate_max"))
        if _general_case(record, side, passages)
    }
    return record.model_copy(update=exceptional) if exceptional else record


def _general_case(scheme: Scheme, aspect: Aspect, passages: Sequence[Passage]) -> General | None:
    if aspect is Aspect.AMOUNT and scheme.amount_max is not None and scheme.amount_min is None:
        return general_case(passages, scheme.amount_max, "€")
    if aspect is Aspect.RATE and scheme.rate_max is not None:
        return general_case(passages, scheme.rate_max, "%")
    return None


def in_own_words(
    typed: Sequence[Quote], ranked: Sequence[Scored], sought: Sought, record: AnyRecord, evidence: Evidence
) -> tuple[Quote, ...]:
    """What the fields say, in the sentences of the author who says the same; what depends on the day as computed."""
    if is_dated(sought) or not ranked:
        return tuple(typed)
    first: list[Quote] = []
    if _is_of_the_case(ranked[0], sought, evidence):
        first.append(ranked[0].quote)
        typed = [quote for quote in typed if not _shown(quote.text, sought) & _shown(first[0].text, sought)]
    for quote in typed:
        if not is_told(quote.text, [other.text for other in first], record.names, evidence):
            own = _plainest([one for one in ranked if _states(one, quote, record, sought, evidence)])
            first.append(own.quote if own else quote)
    return tuple(first)


def _is_of_the_case(best: Scored, sought: Sought, evidence: Evidence) -> bool:
    """Whether a sentence with a condition says what is asked of this very case: « pour une moyenne entreprise »."""
    text = best.line.text
    asked = sought.kinds and sought.wanted and _shown(text, sought) and text not in sought.told
    return bool(asked and _CONDITION.search(fold(text))) and evidence.share(sought.wanted, best.line.held) == 1


def _states(one: Scored, typed: Quote, record: AnyRecord, sought: Sought, evidence: Evidence) -> bool:
    """Whether a sentence says what a field says: its figures of the same units and kind, else its words."""
    text = one.line.text
    if text in sought.told:
        return False
    if admits(text) or is_to_check(text) or is_history(text):
        return False
    if not _shown(typed.text, sought) <= _shown(one.line.read, sought):
        return False
    wanted = counted(typed.text, record.names)
    if not wanted:
        return is_told(typed.text, [text], record.names, evidence)
    if Aspect.DIFFERENCE not in sought.aspects and len(counted(text, record.names)) > len(wanted):
        return False  # another figure beside the asked one: the field alone is plainer, and the same in English
    units = {quantity.unit for quantity in quantities(typed.text) if quantity.value in wanted}
    return wanted <= bounded(text) and units <= {quantity.unit for quantity in quantities(text)}


def _shown(text: str, sought: Sought) -> set[Kind]:
    """Which of the kinds that are asked for a sentence shows."""
    kinds = (kind for kind in sought.kinds if kind is not Kind.COUNT)
    return {kind for kind in kinds if shows(kind, text, sought.said, sought.today.year)}


def _plainest(stating: Sequence[Scored]) -> Scored | None:
    """The shortest in figures of those without a condition, under its heading."""

    def order(one: Scored) -> tuple[int, float, int]:
        return (len(figures(one.line.text)), -one.signals["heading"], one.line.rank)

    return min((one for one in stating if not _CONDITION.search(fold(one.line.text))), key=order, default=None)


def repeats(typed: Quote, chosen: Sequence[Quote]) -> bool:
    """The author's own first sentence says the figures of the field, and better."""
    told = frozenset().union(*(figures(quote.text) for quote in chosen))
    wanted = figures(typed.text) - figures(typed.passage.title)
    return bool(wanted) and wanted <= told


def is_dated(sought: Sought) -> bool:
    """Whether it depends on the day: that is computed, whatever an author wrote."""
    return Aspect.OPEN in sought.aspects or Aspect.DEADLINE in sought.aspects

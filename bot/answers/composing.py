"""Chooses which sentences of the knowledge answer a question: the extractive writer.

Nothing is rephrased: a sentence comes from a typed field (`answers.fields`) or stands so in a passage.
"""

import re
from collections.abc import Iterator, Sequence

from bot.answers.aspects import Aspect
from bot.answers.evidence import Evidence, Line
from bot.answers.leading import Leads
from bot.answers.quoting import Quote, Scored
from bot.answers.repeating import is_told
from bot.answers.signals import Sought, is_history
from bot.answers.stating import in_own_words, is_dated, repeats, stated_quotes
from bot.answers.types import Language
from bot.catalogue.folding import fold
from bot.catalogue.models import AnyRecord, Page, Partner, Passage

SCREEN = 600  # characters that an answer holds, beside what must be said first
WHOLE_PAGE = 700  # characters: a page this short is given whole, its author wrote it as one answer
MOST_SENTENCES = 5
_LEANING = re.compile(r"\b(?:ces|cette derniere|ce dernier|these)\b")
_OF_FIELDS = frozenset({Aspect.CONTACT, Aspect.PHONE, Aspect.EMAIL, Aspect.LINK, Aspect.WHERE, Aspect.CERTIFICATION})
"""What a field of a partner answers whole."""
_AS_GOOD = 1.5  # points that two sentences may lie apart and be as good as each other
_AS_GOOD_IN_ENGLISH = 2.0  # there an author has few sentences, and puts first what everybody must know
_LEADS = 0.8  # how much better another sentence of a whole page must be to stand before the first
_FAR, _FAR_LATER = 7.0, 6.0  # how much worse than the best a sentence may be and still be shown, among three and after


def compose(
    record: AnyRecord, passages: Sequence[Passage], sought: Sought, ranked: Sequence[Scored], evidence: Evidence
) -> tuple[Quote, ...]:
    """The sentences that answer, the most direct first, each fact once; empty when the record has no text.

    `passages` are the French ones; the ranked sentences may be those of an English section.
    """
    leads = Leads(record, sought, evidence)
    said_first = leads.first([one.line for one in ranked])
    own, french = _in_own_language(ranked, sought), sought.language is Language.FRENCH
    told_in = _held_by(ranked) if own and not french else passages
    if is_whole(record, told_in):
        return _whole_page(ranked, sought, said_first)
    ordered = sorted(ranked, key=lambda one: one.line is not said_first)
    first, beside = leads.parted(said_first, stated_quotes(record, passages, sought))
    if own:
        first = in_own_words(first, ordered, sought, record, evidence)
    chosen = _led(_chosen(ordered, (*first, *beside), record, sought, evidence), sought)
    if Aspect.WHO in sought.aspects:
        chosen = _after_what_they_lean_on(chosen, ranked)
    lead = [one.quote for one in chosen[:1]]
    if own and not is_dated(sought) and not sought.kinds:
        first = tuple(quote for quote in first if not quote.typed or not repeats(quote, lead))
    if first and isinstance(record, Partner) and sought.aspects and _OF_FIELDS.issuperset(sought.aspects):
        return (*first, *beside, *_doubts(record, chosen, sought))
    if first:
        return (*first, *beside, *_in_reading_order(chosen, chosen, told_in))
    return (*lead, *beside, *_in_reading_order(chosen, chosen[1:], told_in))


def _in_own_language(ranked: Sequence[Scored], sought: Sought) -> bool:
    """Whether the sentences are in the language of the question, as what the fields state is."""
    return sought.language is Language.FRENCH or any(one.line.passage.is_english for one in ranked)


def _held_by(ranked: Sequence[Scored]) -> tuple[Passage, ...]:
    """The passages that hold the sentences, in reading order."""
    ordered = sorted(ranked, key=lambda one: one.line.place)
    return tuple({one.line.passage.id: one.line.passage for one in ordered}.values())


def _doubts(partner: Partner, chosen: Sequence[Scored], sought: Sought) -> Iterator[Quote]:
    """The sentences that say more, or less surely, of the place that its field gives."""
    towns = [town.strip() for town in partner.town.split("|") if town.strip()]
    if Aspect.WHERE in sought.aspects:
        yield from (one.quote for one in chosen if any(town in one.line.text for town in towns))


def _chosen(
    ranked: Sequence[Scored], first: Sequence[Quote], record: AnyRecord, sought: Sought, evidence: Evidence
) -> list[Scored]:
    """The best sentences that tell something beside the first ones; French ones also bear what English fields say."""
    chosen: list[Scored] = []
    told = [quote.text for quote in first] if _in_own_language(ranked, sought) else []
    taken, room = len(first), SCREEN - sum(len(quote.text) for quote in first)
    best = max((one.score for one in ranked), default=0.0)
    for scored in ranked:
        text, far = scored.line.text, _FAR if len(chosen) < 3 else _FAR_LATER
        if chosen and (taken >= MOST_SENTENCES or scored.score < best - far):
            break
        if text in sought.told or fold(text) in map(fold, told) or is_told(text, told, record.names, evidence):
            taken += 1
            continue
        if not chosen or len(text) <= room:
            taken += 1
            chosen.append(scored)
            told.append(text)
            room -= len(text)
    return chosen


def _led(chosen: list[Scored], sought: Sought) -> list[Scored]:
    """Led by the first as its author ordered them, among those of its passage as good as the best one.

    An English section is one text, in however many passages.
    """
    if not chosen or sought.kinds:
        return chosen
    best, english = chosen[0], chosen[0].line.passage.is_english
    beside = [one for one in chosen if english or one.line.passage is best.line.passage]
    least = best.score - (_AS_GOOD_IN_ENGLISH if english else _AS_GOOD)
    lead = min((one for one in beside if one.score >= least), key=lambda one: one.line.place)
    return [lead, *(one for one in chosen if one is not lead)]


def _after_what_they_lean_on(chosen: list[Scored], ranked: Sequence[Scored]) -> list[Scored]:
    """With the sentence before the first one, when that leans on it: « concerne aussi … de ces filières »."""
    if not chosen or not _LEANING.search(fold(chosen[0].line.text)):
        return chosen
    lead = chosen[0].line
    before = next((o for o in ranked if o.line.passage is lead.passage and o.line.rank == lead.rank - 1), None)
    return [before, *(one for one in chosen if one is not before)] if before else chosen


def _whole_page(ranked: Sequence[Scored], sought: Sought, said_first: Line | None) -> tuple[Quote, ...]:
    """All sentences of a short page, led by the one that answers when that is clearly not the first."""
    kept = [one for one in ranked if not (is_history(one.line.text) and Aspect.OPEN not in sought.aspects)]
    told = sorted(kept, key=lambda one: one.line.rank)
    best = next((one for one in kept if one.line is said_first), None)
    ahead = _AS_GOOD_IN_ENGLISH if told and told[0].line.passage.is_english else _LEADS
    if told and best is None and kept[0].score > told[0].score + ahead:
        best = kept[0]
    if best:
        told = [best, *(one for one in told if one is not best)]
    return tuple(one.quote for one in told[:MOST_SENTENCES])


def is_whole(record: AnyRecord, passages: Sequence[Passage]) -> bool:
    """A page short enough to be one answer, as a question and its answer is."""
    return isinstance(record, Page) and len(passages) == 1 and len(passages[0].text) <= WHOLE_PAGE


def _in_reading_order(
    chosen: Sequence[Scored], shown: Sequence[Scored], passages: Sequence[Passage]
) -> Iterator[Quote]:
    """The sentences of the best one's passage first, then the others, as their author ordered them."""
    order = {passage.id: place for place, passage in enumerate(passages)}
    order |= {one.line.passage.id: -1 for one in chosen[:1]}
    return (one.quote for one in sorted(shown, key=lambda one: (order[one.line.passage.id], one.line.rank)))

"""Chooses which sentences of the knowledge answer a question: the extractive writer.

Nothing is rephrased: a sentence comes from a typed field (`answers.fields`) or stands so in a passage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.aspects import Aspect
from bot.answers.evidence import Evidence, Line
from bot.answers.fields import stated
from bot.answers.figures import figures
from bot.answers.signals import Sought, is_history, line_signals, weighed
from bot.answers.types import Language
from bot.answers.verification import gives_verdict
from bot.answers.weights import LINE
from bot.catalogue.folding import fold
from bot.catalogue.models import AnyRecord, Page, Passage, PassageKind

SCREEN = 600  # characters that an answer holds, beside what must be said first
WHOLE_PAGE = 700  # characters: a page this short is given whole, its author wrote it as one answer
MOST_SENTENCES = 5
_AS_GOOD = 1.5  # points that two sentences may lie apart and be as good as each other
_LEADS = 0.8  # how much better another sentence of a whole page must be to stand before the first
_FAR, _FAR_LATER = 7.0, 6.0  # how much worse than the best a sentence may be and still be shown, among three and after


@dataclass(frozen=True)
class Quote:
    """A sentence and the passage that holds it; `typed` when made from a field, `notice` when it says what is open."""

    text: str
    passage: Passage
    score: float
    typed: bool = False
    notice: bool = False


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A sentence with what it counts for the question."""

    line: Line
    score: float
    signals: dict[str, float]

    @property
    def quote(self) -> Quote:
        """As the answer gives it."""
        return Quote(self.line.text, self.line.passage, self.score)


def score_lines(record: AnyRecord, sought: Sought, evidence: Evidence) -> list[Scored]:
    """The sentences of a record, the one that answers best first."""
    scored = []
    for line in evidence.lines_of(record.id):
        if gives_verdict(line.text):
            continue
        signals = line_signals(line, sought, evidence)
        scored.append(Scored(line=line, score=weighed(signals, LINE), signals=signals))
    return sorted(scored, key=lambda one: -one.score)


def compose(
    record: AnyRecord,
    passages: Sequence[Passage],
    sought: Sought,
    ranked: Sequence[Scored],
    today: date,
    language: Language,
) -> tuple[Quote, ...]:
    """The sentences that answer, the most direct first; empty when the record has no text."""
    if is_whole(record, passages):
        return _whole_page(ranked, sought)
    typed = stated_quotes(record, passages, sought, today, language)
    chosen: list[Scored] = []
    room = SCREEN - sum(len(quote.text) for quote in typed)
    for scored in ranked:
        far = _FAR if len(chosen) < 3 else _FAR_LATER
        if chosen and (len(chosen) + len(typed) >= MOST_SENTENCES or scored.score < chosen[0].score - far):
            break
        if fold(scored.line.text) in {fold(other.line.text) for other in chosen}:
            continue
        if chosen and len(scored.line.text) > room:
            continue
        chosen.append(scored)
        room -= len(scored.line.text)
    dated = Aspect.OPEN in sought.aspects or Aspect.DEADLINE in sought.aspects
    always = dated or bool(sought.kinds) or language is not Language.FRENCH
    chosen = _led(chosen, sought)
    lead = [one.quote for one in chosen[:1]]
    kept = [quote for quote in typed if always or not _repeats(quote, lead)]
    return (*kept, *lead, *_in_reading_order(chosen[0], chosen[1:])) if chosen else tuple(kept)


def _led(chosen: list[Scored], sought: Sought) -> list[Scored]:
    """Led by the first as its author ordered them, among those as good as the best one of its passage."""
    if not chosen or sought.kinds:
        return chosen
    as_good = [
        one for one in chosen if one.line.passage is chosen[0].line.passage and one.score >= chosen[0].score - _AS_GOOD
    ]
    lead = min(as_good, key=lambda one: one.line.rank)
    return [lead, *(one for one in chosen if one is not lead)]


def _repeats(typed: Quote, chosen: Sequence[Quote]) -> bool:
    """The author's own first sentence says the figures of the field, and better."""
    told = frozenset().union(*(figures(quote.text) for quote in chosen))
    wanted = figures(typed.text) - figures(typed.passage.title)
    return bool(wanted) and wanted <= told


def stated_quotes(
    record: AnyRecord, passages: Sequence[Passage], sought: Sought, today: date, language: Language
) -> tuple[Quote, ...]:
    """One sentence from the fields for each asked aspect that a field answers."""
    source = next((passage for passage in passages if passage.kind is PassageKind.FIELDS), None)
    if source is None:
        return ()
    aspects = sought.aspects[:2] or (Aspect.DEFINITION,)
    sentences = (stated(record, aspect, today, language) for aspect in aspects)
    return tuple(Quote(text, source, 99.0, typed=True) for text in dict.fromkeys(sentences) if text)


def _whole_page(ranked: Sequence[Scored], sought: Sought) -> tuple[Quote, ...]:
    """All sentences of a short page, led by the one that answers when that is clearly not the first."""
    kept = [one for one in ranked if not (is_history(one.line.text) and Aspect.OPEN not in sought.aspects)]
    told = sorted(kept, key=lambda one: one.line.rank)
    if told and kept[0].score > told[0].score + _LEADS:
        told = [kept[0], *(one for one in told if one is not kept[0])]
    return tuple(one.quote for one in told[:MOST_SENTENCES])


def is_whole(record: AnyRecord, passages: Sequence[Passage]) -> bool:
    """A page short enough to be one answer, as a question and its answer is."""
    return isinstance(record, Page) and len(passages) == 1 and len(passages[0].text) <= WHOLE_PAGE


def _in_reading_order(best: Scored, rest: Sequence[Scored]) -> Iterator[Quote]:
    """The sentences of the best one's passage first, then the others, as their author ordered them."""

    def place(one: Scored) -> tuple[bool, str, int]:
        return (one.line.passage.id != best.line.passage.id, one.line.passage.id, one.line.rank)

    return (one.quote for one in sorted(rest, key=place))

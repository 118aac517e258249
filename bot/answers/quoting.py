"""The sentences that an answer is made of, and the passages that hold them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answers.evidence import Evidence, Line
from bot.answers.figures import figures
from bot.answers.signals import Sought, line_signals, weighed
from bot.answers.types import Language
from bot.answers.verification import gives_verdict
from bot.answers.weights import LINE
from bot.catalogue.models import AnyRecord, Passage
from bot.search.analysis import stems


@dataclass(frozen=True)
class Quote:
    """A sentence and the passage that holds it; `typed` when made from a field, `notice` when it says what is open."""

    text: str
    passage: Passage
    score: float
    typed: bool = False
    notice: bool = False
    bullet: bool = False

    @property
    def is_french(self) -> bool:
        """Whether it stands in French, whatever the language of the question."""
        return not (self.typed or self.passage.is_english)


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


def score_lines(
    record: AnyRecord, sought: Sought, evidence: Evidence, language: Language = Language.FRENCH
) -> list[Scored]:
    """The sentences of a record, the one that answers best first; in English where it has any and that is wanted."""
    scored = []
    for line in evidence.lines_of(record.id, language):
        if gives_verdict(line.text):
            continue
        signals = line_signals(line, sought, evidence)
        scored.append(Scored(line=line, score=weighed(signals, LINE), signals=signals))
    return sorted(scored, key=lambda one: -one.score)


def spoken_for(quote: Quote, lines: Sequence[Line]) -> Quote:
    """The English sentence that says what a French one does: its figures and most of its words; itself without any."""
    english = [line for line in lines if line.passage.is_english]
    said, counted = frozenset(stems(quote.text)), figures(quote.text)

    def nearness(line: Line) -> tuple[int, int]:
        return len(counted & figures(line.text)), len(said & line.held)

    best = max(english, key=nearness, default=None)
    if best is None or not any(nearness(best)) or (counted and not nearness(best)[0]):
        return quote
    return replace(quote, text=best.text, passage=best.passage)

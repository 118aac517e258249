"""The sentences that an answer is made of, and the passages that hold them."""

from dataclasses import dataclass

from bot.answers.evidence import Evidence, Line
from bot.answers.signals import Sought, line_signals, weighed
from bot.answers.verification import gives_verdict
from bot.answers.weights import LINE
from bot.catalogue.models import AnyRecord, Passage


@dataclass(frozen=True)
class Quote:
    """A sentence and the passage that holds it; `typed` when made from a field, `notice` when it says what is open."""

    text: str
    passage: Passage
    score: float
    typed: bool = False
    notice: bool = False
    bullet: bool = False


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

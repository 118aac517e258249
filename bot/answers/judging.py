"""Is one answer what was expected? Decided by what it must and must not hold; no model judges another."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.answers.english import figures_in_french
from bot.answers.expectations import Expectation
from bot.answers.types import Answer, Language, Sentence
from bot.catalogue.folding import fold

_AGREES = re.compile(r"(?:oui|yes|en effet|effectivement|exact(?:ement)?|tout a fait|indeed|correct)\b")


class Outcome(StrEnum):
    """What became of a question."""

    RIGHT = "right"
    WRONG = "wrong"
    REFUSED_RIGHTLY = "refused_rightly"
    REFUSED_WRONGLY = "refused_wrongly"


@dataclass(frozen=True)
class Judged:
    """A question, its answer and the milliseconds it took."""

    expected: Expectation
    answer: Answer
    milliseconds: float

    @property
    def faults(self) -> tuple[str, ...]:
        """In plain words, what keeps the answer from being right; empty when it is."""
        wanted, answer = self.expected, self.answer
        said = [f"said: {text}" for text in wanted.none_of if holds(answer.text, text)]
        if wanted.expect == "abstain":
            return (*said, *(() if answer.abstained else ("answered",)))
        if answer.abstained:
            return (*said, f"refused: {answer.reason}")
        return (*(f"missing: {' | '.join(group)}" for group in self._unsaid), *said)

    @property
    def _unsaid(self) -> list[tuple[str, ...]]:
        """The groups of what was expected of which nothing is said."""
        groups = self.expected.all_of
        text = self.answer.text
        if self.answer.language is Language.ENGLISH:  # what is expected is mostly written as French sources write it
            text = f"{text}\n{figures_in_french(text)}"
        return [group for group in groups if not any(holds(text, variant) for variant in group)]

    @property
    def shown_below(self) -> bool:
        """Refused wrongly, but what was expected stands in what the refusal shows as the nearest."""
        return self.outcome is Outcome.REFUSED_WRONGLY and bool(self.expected.all_of) and not self._unsaid

    @property
    def outcome(self) -> Outcome:
        """Right, wrong, or refused rightly or wrongly; a refusal that says what it must not is wrong."""
        if not self.answer.abstained:
            return Outcome.WRONG if self.faults else Outcome.RIGHT
        if self.expected.expect == "answer":
            return Outcome.REFUSED_WRONGLY
        return Outcome.WRONG if self.faults else Outcome.REFUSED_RIGHTLY

    @property
    def as_expected(self) -> bool:
        """Answered right, or refused rightly."""
        return not self.faults

    @property
    def adopts_premise(self) -> bool:
        """Agrees with what the question wrongly takes for granted: says what must not be said, or begins with yes."""
        told = fold(self.answer.text).lstrip("«» ")
        said = any(holds(self.answer.text, text) for text in self.expected.none_of)
        return not self.answer.abstained and (said or bool(_AGREES.match(told)))

    def passages(self, sentence: Sentence) -> list[str]:
        """What the sentence cites, each with its title and heading; a number that is not there cites nothing."""
        there = range(1, len(self.answer.citations) + 1)
        cited = [self.answer.citations[number - 1] for number in sentence.citations if number in there]
        return [f"{citation.document}\n{citation.origin.section or ''}\n{citation.passage}" for citation in cited]


def holds(text: str, wanted: str) -> bool:
    """Whether a text says this, whatever the case, accents and kinds of spaces; `5 ans` does not stand in `15 ans`."""
    pattern = re.escape(" ".join(fold(wanted).split()))
    before = r"(?<!\d)(?<!\d[ ,.])" if wanted[:1].isdigit() else ""
    return bool(re.search(before + pattern, " ".join(fold(text).split())))

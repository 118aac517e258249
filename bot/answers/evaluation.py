"""Answers measured on many questions: shares, counts, and the curve of answered share against errors."""

import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.answers.expectations import Expectation
from bot.answers.figures import figures
from bot.answers.judging import Judged, Outcome
from bot.answers.types import Answer, WrittenBy
from bot.answers.verification import figures_borne, gives_verdict, words_borne
from bot.catalogue.folding import fold
from bot.catalogue.models import Availability, Scheme

Ask = Callable[[str], Answer]
Closed = Mapping[str, date | None]
"""Ids of the schemes that are closed on the day, with their last day when it is known."""

_POINTS = 10  # of the curve
_CLOSED = re.compile(r"\b(?:clos|close|closed|ferme|fermee|termine|terminee|ended|expire|expiree|plus)\b")


@dataclass(frozen=True)
class Share:
    """How many of how many; `value` in 0…1, None of none."""

    held: int
    of: int

    @property
    def value(self) -> float | None:
        """The share itself."""
        return self.held / self.of if self.of else None


@dataclass(frozen=True)
class Point:
    """When only answers of at least this confidence go out: the share of answered questions, the share of errors."""

    confidence: float
    answered: float
    errors: float


def ask_all(expectations: Iterable[Expectation], ask: Ask) -> list[Judged]:
    """Ask each question."""
    judged = []
    for expected in expectations:
        begun = time.perf_counter()
        answer = ask(expected.question)
        judged.append(Judged(expected, answer, (time.perf_counter() - begun) * 1000))
    return judged


def closed_on(schemes: Iterable[Scheme], today: date) -> Closed:
    """What an answer of that day must say to be closed."""
    return {s.id: s.valid_until for s in schemes if s.availability(today) is Availability.CLOSED}


def report(judged: Sequence[Judged], closed: Closed) -> dict[str, Any]:
    """Shares, counts, milliseconds and the curve, by name."""
    answered = [case for case in judged if not case.answer.abstained]
    refused = [case for case in judged if case.outcome is Outcome.REFUSED_WRONGLY]
    to_answer = [case for case in judged if case.expected.expect == "answer"]
    to_refuse = [case for case in judged if case.expected.expect == "abstain"]
    sentences = [(case, sentence) for case in judged for sentence in case.answer.sentences]
    cited = [(sentence.text, case.passages(sentence)) for case, sentence in sentences if sentence.citations]
    return {
        "questions": len(judged),
        "as_expected": _share(case.as_expected for case in judged),
        **{outcome.value: _share(case.outcome is outcome for case in judged) for outcome in Outcome},
        "by_kind": {kind: _share(case.as_expected for case in cases) for kind, cases in sorted(_by_kind(judged))},
        "wrongly_refused": _share(case.answer.abstained for case in to_answer),
        "shown_below": _share(case.shown_below for case in refused),
        "wrongly_answered": _share(not case.answer.abstained for case in to_refuse),
        "first_citation_right": _share(map(_first_is_right, filter(_has_right_document, answered))),
        "number_fidelity": _share(figures_borne(text, passages) for text, passages in cited),
        "citation_support": _share(words_borne(text, passages) for text, passages in cited),
        "answers_cited": _share(any(s.citations for s in case.answer.sentences) for case in answered),
        "written_by_model": _share(case.answer.written_by is WrittenBy.MODEL for case in answered),
        "verdicts": sum(gives_verdict(case.answer.text) for case in judged),
        "premises_adopted": sum(case.adopts_premise for case in judged if case.expected.kind == "false_premise"),
        "expired_announced": _share(_announces(case.answer, closed) for case in answered if _closed(case, closed)),
        **_stability(judged),
        "milliseconds": statistics.median(case.milliseconds for case in judged) if judged else None,
        "curve": curve(judged),
    }


def curve(judged: Sequence[Judged]) -> list[Point]:
    """Answered share against errors as the least confidence falls; an error is an answer that is not as expected."""
    answered = sorted((c for c in judged if not c.answer.abstained), key=lambda case: -case.answer.confidence)
    points: list[Point] = []
    errors = 0
    for count, case in enumerate(answered, 1):
        errors += not case.as_expected
        last = count == len(answered)
        if last or answered[count].answer.confidence < case.answer.confidence:
            points.append(Point(case.answer.confidence, count / len(judged), errors / count))
    kept = {round(step * (len(points) - 1) / (_POINTS - 1)) for step in range(_POINTS)}
    return [point for index, point in enumerate(points) if index in kept]


def _by_kind(judged: Iterable[Judged]) -> Iterable[tuple[str, list[Judged]]]:
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for case in judged:
        kinds[case.expected.named_kind].append(case)
    return kinds.items()


def _has_right_document(case: Judged) -> bool:
    return bool(case.expected.documents) and case.expected.expect == "answer"


def _first_is_right(case: Judged) -> bool:
    """The first number that stands in the text counts, not the order of the list of sources."""
    numbers = (number for sentence in case.answer.sentences for number in sentence.citations)
    cited = dict(enumerate(case.answer.citations, 1)).get(next(numbers, 0))
    return cited is not None and cited.origin.file in case.expected.documents


def _closed(case: Judged, closed: Closed) -> bool:
    return any(subject in closed for subject in case.answer.subjects)


def _announces(answer: Answer, closed: Closed) -> bool:
    """Says that it is closed, with each known last day."""
    days = {day.isoformat() for subject in answer.subjects if (day := closed.get(subject))}
    return bool(_CLOSED.search(fold(answer.text))) and days <= figures(answer.text)


def _stability(judged: Sequence[Judged]) -> dict[str, Share]:
    """Wordings of one question with the same figures from the same document: whole groups, and wordings.

    Documents that answer the question equally well count as one.
    """
    groups: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for case in judged:
        if case.expected.group:
            first = case.answer.citations[0].origin.file if case.answer.citations else ""
            source = "expected" if first in case.expected.documents else first
            groups[case.expected.group].append((source, _asked_figures(case)))
    several = [answers for answers in groups.values() if len(answers) > 1]
    alike = sum(Counter(answers).most_common(1)[0][1] for answers in several)
    return {
        "stable_groups": _share(len(set(answers)) == 1 for answers in several),
        "stable_wordings": Share(alike, sum(map(len, several))),
    }


def _asked_figures(case: Judged) -> frozenset[str]:
    """The figures of the first cited sentence, which is the one that answers."""
    first = next((sentence for sentence in case.answer.sentences if sentence.citations), None)
    return figures(first.text) if first else frozenset()


def _share(values: Iterable[bool]) -> Share:
    counted = [bool(value) for value in values]
    return Share(sum(counted), len(counted))

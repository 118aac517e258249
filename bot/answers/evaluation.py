"""Answers measured on a file of questions with what they must hold; no model judges another.

Each line: `id, kind, question, expect` ("answer" or "abstain"), `all_of` (groups of variants, one of each must stand in
the answer), `none_of`, `documents` (any may be cited first).
"""

import json
import re
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.answers.types import Answer, Sentence
from bot.answers.verification import figures_borne, gives_verdict, words_borne
from bot.catalogue.folding import fold
from bot.errors import UsageError

Ask = Callable[[str], Answer]


@dataclass(frozen=True)
class Question:
    """One line of the file."""

    id: str
    kind: str
    question: str
    expect: str
    all_of: tuple[tuple[str, ...], ...]
    none_of: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Judged:
    """A question, its answer and what is to be said of it."""

    question: Question
    answer: Answer
    right: bool
    milliseconds: float


def read_questions(path: Path, split: str = "") -> list[Question]:
    """The questions of a file, of one `split` when named; raises UsageError naming the bad line."""
    found = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"Le fichier « {path} » ne se lit pas : vérifiez son nom.") from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            if not split or row.get("split") == split:
                found.append(_question(row))
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(
                f"« {path} », ligne {number} : il faut un objet JSON avec id, question et expect."
            ) from error
    return found


def _question(row: dict[str, Any]) -> Question:
    return Question(
        id=row["id"],
        kind=row.get("kind", row["expect"]),
        question=row["question"],
        expect=row["expect"],
        all_of=tuple(tuple(group) for group in row.get("all_of", ())),
        none_of=tuple(row.get("none_of", ())),
        documents=tuple(row.get("documents", ())),
    )


def ask_all(questions: Iterable[Question], ask: Ask) -> list[Judged]:
    """Ask and judge each question."""
    judged = []
    for question in questions:
        begun = time.perf_counter()
        answer = ask(question.question)
        spent = (time.perf_counter() - begun) * 1000
        judged.append(Judged(question, answer, is_right(question, answer), spent))
    return judged


def is_right(question: Question, answer: Answer) -> bool:
    """Refused when it must be; else answered with one variant of each group and nothing that must not be said."""
    if question.expect == "abstain":
        return answer.abstained and not any(holds(answer.text, text) for text in question.none_of)
    held = all(any(holds(answer.text, variant) for variant in group) for group in question.all_of)
    return not answer.abstained and held and not any(holds(answer.text, text) for text in question.none_of)


def holds(text: str, wanted: str) -> bool:
    """Whether a text says this, whatever the case, accents and kinds of spaces; `5 ans` does not stand in `15 ans`."""
    pattern = re.escape(" ".join(fold(wanted).split()))
    before = r"(?<!\d)(?<!\d[ ,.])" if wanted[:1].isdigit() else ""
    return bool(re.search(before + pattern, " ".join(fold(text).split())))


def report(judged: Sequence[Judged]) -> dict[str, Any]:
    """Shares in 0…1 and counts; None where there is nothing to measure."""
    answered = [case for case in judged if not case.answer.abstained]
    cited = [(case, sentence) for case in answered for sentence in case.answer.sentences if sentence.citations]
    named = [case for case in answered if case.question.documents and case.question.expect == "answer"]
    return {
        "questions": len(judged),
        "right": _share(case.right for case in judged),
        "by_kind": {kind: _share(case.right for case in of_kind) for kind, of_kind in _by_kind(judged).items()},
        "wrongly_refused": _share(case.answer.abstained for case in judged if case.question.expect == "answer"),
        "wrongly_answered": _share(not case.answer.abstained for case in judged if case.question.expect == "abstain"),
        "first_citation_right": _share(_first_is_right(case) for case in named),
        "number_fidelity": _share(figures_borne(s.text, _passages(case, s)) for case, s in cited),
        "citation_support": _share(words_borne(s.text, _passages(case, s)) for case, s in cited),
        "verdicts": sum(gives_verdict(case.answer.text) for case in judged),
        "milliseconds": statistics.median(case.milliseconds for case in judged) if judged else None,
    }


def _by_kind(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    kinds: dict[str, list[Judged]] = {}
    for case in judged:
        kinds.setdefault(case.question.kind, []).append(case)
    return kinds


def _passages(case: Judged, sentence: Sentence) -> list[str]:
    cited = (case.answer.citations[number - 1] for number in sentence.citations)
    return [f"{citation.document}\n{citation.origin.section or ''}\n{citation.passage}" for citation in cited]


def _first_is_right(case: Judged) -> bool:
    return bool(case.answer.citations) and case.answer.citations[0].origin.file in case.question.documents


def _share(values: Iterable[bool]) -> float | None:
    counted = list(values)
    return sum(counted) / len(counted) if counted else None

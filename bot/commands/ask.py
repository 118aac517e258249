"""`relais ask`: one answer, or one JSON answer for each line of a file."""

import codecs
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.answers.types import Answer, Context, citation_to_json
from bot.errors import UsageError

Ask = Callable[[str], Answer]


def answer_to_json(answer: Answer, milliseconds: float, number: str | int | None = None) -> dict[str, Any]:
    """The contract of `ask --json`."""
    return {
        "id": number,
        "question": answer.question,
        "text": answer.text,
        "abstained": answer.abstained,
        "reason": answer.reason.value if answer.reason else None,
        "language": answer.language.value,
        "citations": {str(n): citation_to_json(citation) for n, citation in enumerate(answer.citations, 1)},
        "suggestions": list(answer.suggestions),
        "release": answer.release,
        "milliseconds": round(milliseconds, 1),
    }


def timed(ask: Ask, question: str) -> tuple[Answer, float]:
    """The answer and the milliseconds it took."""
    begun = time.perf_counter()
    answer = ask(question)
    return answer, (time.perf_counter() - begun) * 1000


@dataclass(frozen=True)
class Line:
    """One line of a batch: `id` goes back as it came; `fault` says in French why the line can't be answered."""

    number: int
    id: str | int | None = None
    question: str = ""
    fault: str = ""


def read_batch(path: Path) -> Iterator[Line]:
    """The lines that are not blank, one at a time; raises UsageError when the file cannot be read."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                text = line.removeprefix(codecs.BOM_UTF8).strip()
                if text:
                    yield _read_line(number, text)
    except OSError as error:
        raise UsageError(f"Le fichier « {path} » ne se lit pas : vérifiez son nom.") from error


def _read_line(number: int, text: bytes) -> Line:
    try:
        row = json.loads(text.decode("utf-8"))
    except UnicodeDecodeError:
        return Line(number, fault="ce n'est pas de l'UTF-8")
    except (ValueError, RecursionError):
        return Line(number, fault="ce n'est pas du JSON")
    if not isinstance(row, dict) or not isinstance(row.get("question"), str) or not row["question"].strip():
        return Line(number, fault="il faut un objet JSON avec id et question")
    if not isinstance(row.get("id"), str | int):
        return Line(number, fault="il manque un id, texte ou nombre")
    return Line(number, row["id"], row["question"])


def print_batch(ask: Ask, path: Path) -> None:
    """One JSON answer a line, in order, as soon as it is there; bad lines are told and left out, then UsageError."""
    bad = 0
    for line in read_batch(path):
        if line.fault:
            bad += 1
            sys.stderr.write(f"« {path} », ligne {line.number} : {line.fault}.\n")
            continue
        answer, milliseconds = timed(ask, line.question)
        print_json(answer_to_json(answer, milliseconds, line.id))
    if bad:
        raise UsageError(f"{bad} ligne(s) de « {path} » sans réponse : corrigez-les, les autres ont la leur.")


def print_json(answered: dict[str, Any]) -> None:
    """One JSON object on one line."""
    print(json.dumps(answered, ensure_ascii=False), flush=True)


def print_answer(answer: Answer) -> None:
    """The text, then the sources with where they stand."""
    out = sys.stdout
    out.write(f"{answer.text}\n")
    if answer.citations:
        out.write("\n" + ("Sources:" if answer.language.value == "en" else "Sources :") + "\n")
    for number, citation in enumerate(answer.citations, 1):
        origin = citation.origin
        places = (
            origin.section,
            f"p. {origin.page}" if origin.page else None,
            f"l. {origin.row}" if origin.row else None,
        )
        where = ", ".join(place for place in places if place)
        out.write(f"[{number}] {citation.document}{f' — {where}' if where else ''} ({origin.file})\n")
        if citation.url:
            out.write(f"    {citation.url}\n")
    for suggestion in answer.suggestions:
        out.write(f"  → {suggestion}\n")


def ask_function(
    answer: Callable[[str, Context, date], Answer], today: date, rewrite: Callable[[Answer], Answer] | None = None
) -> Ask:
    """Ask without a talk; `rewrite` puts the answer in a chat model's words."""

    def asked(question: str) -> Answer:
        quoted = answer(question, Context(), today)
        return rewrite(quoted) if rewrite else quoted

    return asked

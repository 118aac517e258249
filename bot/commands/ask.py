"""`relais ask`: one answer, or one JSON answer for each line of a file."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.answers.types import Answer, Context, citation_to_json
from bot.errors import UsageError

Ask = Callable[[str], Answer]


def answer_to_json(answer: Answer, milliseconds: float, number: str | None = None) -> dict[str, Any]:
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


def read_batch(path: Path) -> Iterator[tuple[str, str]]:
    """The id and question of each line; raises UsageError naming the first bad line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Le fichier « {path} » ne se lit pas : il faut un fichier JSONL en UTF-8.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield str(row["id"]), str(row["question"])
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"« {path} », ligne {number} : il faut un objet JSON avec id et question.") from error


def print_batch(ask: Ask, path: Path) -> None:
    """One JSON answer for each line, as soon as it is there."""
    for number, question in list(read_batch(path)):
        answer, milliseconds = timed(ask, question)
        print_json(answer_to_json(answer, milliseconds, number))


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


def ask_function(answer: Callable[[str, Context, date], Answer], today: date) -> Ask:
    """Ask without a talk."""
    return lambda question: answer(question, Context(), today)

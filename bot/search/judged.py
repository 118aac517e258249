"""Questions whose right documents are known: `corpus.jsonl`, `queries.jsonl`, `qrels.tsv` (query, tab, document)."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bot.errors import UsageError
from bot.search.noise import Noise, noisy
from bot.search.types import Entry

CHUNK, OVERLAP = 1_000, 150  # characters
SEED = 1906


@dataclass(frozen=True)
class Judged:
    """Documents cut into entries, keyed `document#part`; the questions asked and the right documents of each."""

    documents: int
    entries: list[Entry]
    questions: dict[str, str]
    relevant: dict[str, set[str]]


def read_judged(folder: Path, noise: Noise | None = None) -> Judged:
    """Read a folder, its questions spoilt the same way each time; raises UsageError when a file is missing or empty."""
    corpus = list(_lines(folder / "corpus.jsonl"))
    relevant = _qrels(folder / "qrels.tsv")
    random = Random(SEED)  # noqa: S311 - slips of the finger, not secrets
    questions = {
        line["id"]: noisy(line["text"], noise, random) if noise else line["text"]
        for line in _lines(folder / "queries.jsonl")
        if line["id"] in relevant
    }
    entries = [
        Entry(f"{line['id']}#{number}", line.get("title", ""), part, line["id"])
        for line in corpus
        for number, part in enumerate(chunks(line["text"]))
    ]
    if not questions or not entries:
        raise UsageError(f"Rien à mesurer dans « {folder} » : aucune question de queries.jsonl n'est dans qrels.tsv.")
    return Judged(len(corpus), entries, questions, relevant)


def document_of(key: str) -> str:
    """The document of an entry."""
    return key.rpartition("#")[0]


def chunks(text: str) -> list[str]:
    """Parts of at most 1,000 characters that overlap by 150, cut at a paragraph, sentence or word."""
    parts: list[str] = []
    start = 0
    while len(text) - start > CHUNK:
        window = text[start : start + CHUNK]
        cut = max(window.rfind("\n\n"), window.rfind("\n"), window.rfind(". ") + 1)
        end = cut if cut > CHUNK // 2 else window.rfind(" ")
        end = end if end > OVERLAP else CHUNK
        parts.append(window[:end])
        space = text.find(" ", start + end - OVERLAP, start + end)
        start = space + 1 if space >= 0 else start + end
    return [*parts, text[start:]]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise UsageError(f"Le fichier « {path} » manque : il faut corpus.jsonl, queries.jsonl et qrels.tsv.")
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            yield _checked(path, number, line)


def _checked(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not {"id", "text"} <= found.keys():
        raise UsageError(f"« {path} », ligne {number} : il faut un objet JSON avec « id » et « text ».")
    return found


def _qrels(path: Path) -> dict[str, set[str]]:
    if not path.is_file():
        raise UsageError(f"Le fichier « {path} » manque : il faut corpus.jsonl, queries.jsonl et qrels.tsv.")
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, document = line.partition("\t")
        if document:
            relevant[query].add(document.split("\t")[0])
    return dict(relevant)

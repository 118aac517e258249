"""Retrieval measured on a folder with `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` (query, tab, document)."""

import json
import math
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from bot.errors import UsageError
from bot.search.embedding import Embedder
from bot.search.retrieval import Retriever, Weights
from bot.search.types import Entry
from bot.search.vectors import open_vectors

CHUNK, OVERLAP = 1_000, 150  # characters
CUT = 10


@dataclass(frozen=True)
class Scores:
    """Means over the queries in 0…1; `milliseconds` is the median of one query."""

    queries: int
    documents: int
    passages: int
    recall_1: float
    recall_5: float
    recall_10: float
    mrr_10: float
    ndcg_10: float
    milliseconds: float

    def to_json(self) -> dict[str, Any]:
        """For `--json`."""
        return {name: round(value, 4) for name, value in asdict(self).items()}


def evaluate(folder: Path, embedder: Embedder, weights: Weights | None = None) -> Scores:
    """Index the corpus aside, ask every query, compare; raises UsageError when a file is missing."""
    corpus = list(_lines(folder / "corpus.jsonl"))
    queries = {line["id"]: line["text"] for line in _lines(folder / "queries.jsonl")}
    relevant = _qrels(folder / "qrels.tsv")
    entries = [
        Entry(f"{line['id']}#{n}", line.get("title", ""), part)
        for line in corpus
        for n, part in enumerate(chunks(line["text"]))
    ]
    asked = {key: text for key, text in queries.items() if key in relevant}
    if not asked or not entries:
        raise UsageError(f"Rien à mesurer dans « {folder} » : aucune question de queries.jsonl n'est dans qrels.tsv.")
    with (
        TemporaryDirectory() as aside,
        closing(open_vectors(Path(aside), "", "evaluation", embedder.name, embedder.dimension)) as vectors,
    ):
        for start in range(0, len(entries), 500):
            part = entries[start : start + 500]
            vectors.add([entry.key for entry in part], embedder.embed_passages([f"{e.title} {e.text}" for e in part]))
        retriever = Retriever(entries, embedder, vectors, weights)
        ranked = {key: _timed(retriever, text) for key, text in asked.items()}
    return _scores(ranked, relevant, len(corpus), len(entries))


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


def _timed(retriever: Retriever, query: str) -> tuple[list[str], float]:
    """The documents of the best passages, best first, and the milliseconds of the search."""
    begun = time.perf_counter()
    found = retriever.search(query, 5 * CUT)
    spent = (time.perf_counter() - begun) * 1000
    return list(dict.fromkeys(hit.key.rpartition("#")[0] for hit in found.hits))[:CUT], spent


def _scores(
    ranked: dict[str, tuple[list[str], float]], relevant: dict[str, set[str]], documents: int, passages: int
) -> Scores:
    def mean(values: Iterator[float]) -> float:
        return float(np.mean(list(values)))

    pairs = [(found, relevant[key]) for key, (found, _) in ranked.items()]
    return Scores(
        queries=len(pairs),
        documents=documents,
        passages=passages,
        recall_1=mean(recall(found, right, 1) for found, right in pairs),
        recall_5=mean(recall(found, right, 5) for found, right in pairs),
        recall_10=mean(recall(found, right, CUT) for found, right in pairs),
        mrr_10=mean(reciprocal_rank(found, right) for found, right in pairs),
        ndcg_10=mean(ndcg(found, right) for found, right in pairs),
        milliseconds=statistics.median(spent for _, spent in ranked.values()),
    )


def recall(found: Sequence[str], right: set[str], cut: int) -> float:
    """Share of the right documents among the first `cut`."""
    return len(right & set(found[:cut])) / min(cut, len(right))


def reciprocal_rank(found: Sequence[str], right: set[str]) -> float:
    """1 over the rank of the first right document, 0 when it is not among those found."""
    return next((1 / rank for rank, document in enumerate(found, 1) if document in right), 0.0)


def ndcg(found: Sequence[str], right: set[str]) -> float:
    """Normalised discounted cumulative gain at 10 with binary relevance (Järvelin, Kekäläinen, TOIS 2002)."""
    gain = sum(1 / math.log2(rank + 1) for rank, document in enumerate(found[:CUT], 1) if document in right)
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(CUT, len(right)) + 1))
    return gain / ideal


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

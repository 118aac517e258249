"""Retrieval measured on questions whose right documents are known."""

import math
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from bot.search.embedding import Embedder
from bot.search.judged import Judged, document_of
from bot.search.retrieval import Retriever
from bot.search.tuning import Choice, Wanted, choose
from bot.search.types import Entry
from bot.search.vectors import Vectors, open_vectors
from bot.search.weights import Weights

CUT = 10
DEPTH = 5 * CUT  # passages found to get ten documents
Search = Callable[[str], Iterable[str]]  # the keys of the found entries, best first


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


def evaluate(judged: Judged, embedder: Embedder, weights: Weights | None = None) -> Scores:
    """Index the documents aside, ask every question, compare."""
    with vectors_aside(judged.entries, embedder) as vectors:
        retriever = Retriever(judged.entries, embedder, vectors, weights)
        return measure(judged, lambda query: (hit.key for hit in retriever.search(query, DEPTH).hits))


def choose_weights(judged: Judged, embedder: Embedder) -> Choice:
    """The weights that suit the questions of a folder; the figures are those of its passages, not of its documents."""
    parts: dict[str, set[str]] = defaultdict(set)
    for entry in judged.entries:
        parts[document_of(entry.key)].add(entry.key)
    asked = [
        Wanted(text, frozenset(key for document in judged.relevant[query] for key in parts[document]))
        for query, text in judged.questions.items()
    ]
    with vectors_aside(judged.entries, embedder) as vectors:
        return choose(Retriever(judged.entries, embedder, vectors), asked)


@contextmanager
def vectors_aside(entries: Sequence[Entry], embedder: Embedder) -> Iterator[Vectors]:
    """The entries embedded into a folder that goes with the block."""
    with (
        TemporaryDirectory() as aside,
        closing(open_vectors(Path(aside), "", "evaluation", embedder.name, embedder.dimension)) as vectors,
    ):
        for start in range(0, len(entries), 500):
            part = entries[start : start + 500]
            vectors.add([entry.key for entry in part], embedder.embed_passages([f"{e.title} {e.text}" for e in part]))
        yield vectors


def measure(judged: Judged, search: Search) -> Scores:
    """Ask any search every question and compare its documents, each ranked by its best entry, with the right ones."""
    ranked = {key: _timed(search, text) for key, text in judged.questions.items()}
    return _scores(ranked, judged)


def _timed(search: Search, query: str) -> tuple[list[str], float]:
    """The first documents found, best first, and the milliseconds of the search."""
    begun = time.perf_counter()
    found = list(search(query))
    spent = (time.perf_counter() - begun) * 1000
    return list(islice(dict.fromkeys(map(document_of, found)), CUT)), spent


def _scores(ranked: dict[str, tuple[list[str], float]], judged: Judged) -> Scores:
    def mean(values: Iterator[float]) -> float:
        return float(np.mean(list(values)))

    pairs = [(found, judged.relevant[key]) for key, (found, _) in ranked.items()]
    return Scores(
        queries=len(pairs),
        documents=judged.documents,
        passages=len(judged.entries),
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

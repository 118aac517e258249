"""Weights chosen on one's own questions: kept as they are unless another value is clearly better."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.search.retrieval import Retriever
from bot.search.weights import Weights

ENOUGH = 40  # questions below which chance would choose
CLEARLY = 0.01  # mean gain below which the default stays
TRIED = {
    "near_word": (0.25, 1.0),
    "pairs": (0.5, 2.0),
    "window": (0.0, 0.8),
    "whole": (0.0, 0.6),
    "vector": (0.0, 0.1, 0.4, 0.8),
}
CUT = 10


@dataclass(frozen=True)
class Wanted:
    """A question and the keys any of which answers it."""

    question: str
    keys: frozenset[str]


@dataclass(frozen=True)
class Choice:
    """The chosen weights; `before` and `after` are the mean nDCG@10 of the first right key without and with them."""

    weights: Weights
    questions: int
    before: float
    after: float


def choose(retriever: Retriever, asked: Sequence[Wanted]) -> Choice:
    """Change one weight after the other, and keep a change that helps each half of the questions and clearly all."""
    gains = _gains(retriever, asked, retriever.weights)
    former = retriever.weights
    chosen, best = former, gains
    for weights in _steps(former) if len(asked) >= ENOUGH else ():
        candidate = replace(chosen, **weights)
        tried = _gains(retriever, asked, candidate)
        if _is_better(tried, best):
            chosen, best = candidate, tried
    return Choice(chosen, len(asked), _mean(gains), _mean(best))


def _steps(weights: Weights) -> Iterator[dict[str, float]]:
    stored = weights.to_json()
    for name, values in TRIED.items():
        yield from ({name: value} for value in values if value != stored[name])


def _gains(retriever: Retriever, asked: Iterable[Wanted], weights: Weights) -> list[float]:
    search = retriever.weighing(weights).search
    return [_gain([hit.key for hit in search(wanted.question, CUT).hits], wanted.keys) for wanted in asked]


def _gain(found: Sequence[str], right: frozenset[str]) -> float:
    return next((1 / math.log2(rank + 1) for rank, key in enumerate(found, 1) if key in right), 0.0)


def _is_better(tried: Sequence[float], best: Sequence[float]) -> bool:
    halves = all(_mean(tried[half::2]) > _mean(best[half::2]) for half in (0, 1))
    return halves and _mean(tried) >= _mean(best) + CLEARLY


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0

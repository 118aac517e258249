"""`relais evaluate`: figures as a table, or as JSON."""

import json
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.answers.evaluation import ask_all, read_questions, report
from bot.commands.ask import Ask
from bot.search.embedding import Embedder
from bot.search.evaluation import evaluate
from bot.search.judged import read_judged
from bot.search.noise import Noise


def print_retrieval(folder: Path, embedder: Embedder, noise: Noise | None, *, as_json: bool) -> None:
    """Recall, MRR, nDCG and milliseconds on a folder of queries."""
    title = f"Recherche dans {folder}" + (f", questions abîmées ({noise})" if noise else "")
    _print(title, evaluate(read_judged(folder, noise), embedder).to_json(), as_json=as_json)


def print_answers(path: Path, ask: Ask, split: str, *, as_json: bool) -> None:
    """Shares of right, refused and well cited answers on a file of questions."""
    _print(f"Réponses à {path}", report(ask_all(read_questions(path, split), ask)), as_json=as_json)


def _print(title: str, figures: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(figures, ensure_ascii=False))
        return
    table = Table(title=title, show_header=False)
    for name, value in _flattened(figures):
        table.add_row(name, "—" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value))
    Console().print(table)


def _flattened(figures: dict[str, Any]) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    for name, value in figures.items():
        rows += [(f"{name} {key}", part) for key, part in value.items()] if isinstance(value, dict) else [(name, value)]
    return rows

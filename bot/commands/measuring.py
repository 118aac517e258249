"""`relais evaluate`: figures as a table, or as JSON, and the questions whose answer was not as expected."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.answers.evaluation import Point, Share, ask_all, closed_on, report
from bot.answers.expectations import read_expectations
from bot.answers.judging import Judged
from bot.catalogue.models import Scheme
from bot.commands.ask import Ask
from bot.errors import UsageError
from bot.search.embedding import Embedder
from bot.search.evaluation import choose_weights, evaluate
from bot.search.judged import SEED, read_judged
from bot.search.noise import Noise, noisy

_LABELS = {
    "questions": "questions",
    "as_expected": "comme attendu, en tout",
    "right": "répondues, juste",
    "wrong": "répondues, faux",
    "refused_rightly": "refusées à raison",
    "refused_wrongly": "refusées à tort",
    "wrongly_refused": "refusées, parmi celles qui ont une réponse",
    "shown_below": "refusées à tort, mais la réponse se lit au plus proche",
    "wrongly_answered": "répondues, parmi celles à refuser",
    "first_citation_right": "première source juste",
    "number_fidelity": "phrases dont chaque chiffre est dans leur source",
    "citation_support": "phrases dont les mots sont dans leur source",
    "answers_cited": "réponses qui citent une source",
    "written_by_model": "réponses dans les mots d'un modèle de langue",
    "verdicts": "verdicts d'éligibilité donnés",
    "premises_adopted": "prémisses fausses reprises",
    "expired_announced": "dispositifs clos, annoncés clos avec leur date de fin",
    "stable_groups": "questions dont toutes les formulations ont la même réponse",
    "stable_wordings": "formulations dont la réponse est celle des autres",
    "milliseconds": "millisecondes par réponse (médiane)",
}


@dataclass(frozen=True, kw_only=True)
class Examination:
    """What to measure answers with."""

    file: Path
    splits: Sequence[str]
    today: date
    misses: Path | None  # a file to write
    noise: Noise | None = None  # how the questions are spoilt, the same way each time


def print_retrieval(folder: Path, embedder: Embedder, noise: Noise | None, *, as_json: bool) -> None:
    """Recall, MRR, nDCG and milliseconds on a folder of queries."""
    figures = evaluate(read_judged(folder, noise), embedder).to_json()
    if as_json:
        print(json.dumps(figures))
        return
    _print_table(f"Recherche dans {folder}" + (f", questions abîmées ({noise})" if noise else ""), _rows(figures))


def print_choice(folder: Path, embedder: Embedder, noise: Noise | None, *, as_json: bool) -> None:
    """The weights of the search that suit the questions of a folder, and what they bring."""
    choice = choose_weights(read_judged(folder, noise), embedder)
    gain = {"questions": choice.questions, "ndcg_before": choice.before, "ndcg_after": choice.after}
    figures = {**choice.weights.to_json(), **{name: round(value, 4) for name, value in gain.items()}}
    if as_json:
        print(json.dumps(figures))
        return
    _print_table(f"Poids qui conviennent à {folder}", _rows(figures))


def print_answers(examination: Examination, ask: Ask, schemes: Iterable[Scheme], *, as_json: bool) -> None:
    """Shares of right, refused and well cited answers on a file of questions."""
    expectations = read_expectations(examination.file, examination.splits)
    shown = track(expectations, "Questions", console=Console(stderr=True), transient=True)
    random = Random(SEED)  # noqa: S311 - slips of the finger, not secrets
    judged = ask_all(shown, (lambda text: ask(noisy(text, noise, random))) if (noise := examination.noise) else ask)
    figures = report(judged, closed_on(schemes, examination.today))
    if examination.misses:
        _write_misses(examination.misses, judged)
    if as_json:
        print(json.dumps(_plain(figures), ensure_ascii=False))
        return
    spoilt = f", questions abîmées ({examination.noise})" if examination.noise else ""
    part = f", part {' et '.join(examination.splits)}" if examination.splits else ""
    points = figures.pop("curve")
    _print_table(f"Réponses à {examination.file}{part}{spoilt}, le {examination.today:%d/%m/%Y}", _rows(figures))
    _print_curve(points)


def _write_misses(path: Path, judged: Sequence[Judged]) -> None:
    lines = [json.dumps(_miss(case), ensure_ascii=False) for case in judged if not case.as_expected]
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"« {path} » ne peut pas être écrit : choisissez un autre fichier.") from error


def _miss(case: Judged) -> dict[str, Any]:
    expected, answer = case.expected, case.answer
    return {
        "id": expected.id,
        "kind": expected.named_kind,
        "split": expected.split,
        "question": expected.question,
        "faults": list(case.faults),
        "expect": expected.expect,
        "all_of": expected.all_of,
        "none_of": expected.none_of,
        "documents": expected.documents,
        "answer": answer.text,
        "cited": [citation.origin.file for citation in answer.citations],
        "confidence": answer.confidence,
    }


def _plain(figures: Any) -> Any:
    if isinstance(figures, dict):
        return {name: _plain(value) for name, value in figures.items()}
    if isinstance(figures, list):
        return [asdict(point) for point in figures]
    return figures.value if isinstance(figures, Share) else figures


def _rows(figures: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from (("— " + label, shown, of) for label, shown, of in _rows(value))
        elif isinstance(value, Share):
            yield _LABELS.get(name, name), _percent(value.value), f"{value.held} / {value.of}"
        else:
            shown = "—" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)
            yield _LABELS.get(name, name), shown, ""


def _percent(share: float | None) -> str:
    return "—" if share is None else f"{100 * share:.1f} %"


def _print_table(title: str, rows: Iterator[tuple[str, str, str]]) -> None:
    table = Table(title=title, show_header=False, title_justify="left")
    for justify in ("left", "right", "right"):
        table.add_column(justify=justify)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def _print_curve(points: Sequence[Point]) -> None:
    table = Table(title="Si seules les réponses les plus sûres partaient", title_justify="left")
    for heading in ("confiance d'au moins", "questions répondues", "erreurs parmi les réponses"):
        table.add_column(heading, justify="right")
    for point in points:
        table.add_row(f"{point.confidence:.2f}", _percent(point.answered), _percent(point.errors))
    Console().print(table)

"""What `relais knowledge` shows in the terminal, in French for staff."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Column, Table

from ingest.checking.check import Progress as Report
from ingest.checking.check import silent
from ingest.comparing import Difference
from ingest.history import Listed
from ingest.problems import CheckReport, Outcome
from ingest.releasing import Published

_WORDS = {
    Outcome.ACCEPTED: "accepté",
    Outcome.ACCEPTED_WITH_WARNINGS: "accepté, à regarder",
    Outcome.REJECTED: "refusé",
    Outcome.IGNORED: "ignoré",
}


@contextmanager
def progress_bar() -> Iterator[Report]:
    """A bar on stderr for each step; nothing when nobody watches."""
    if not sys.stderr.isatty():
        yield silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, Any] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield show


def print_report(report: CheckReport) -> None:
    """Each file that has something to say, then a line of counts."""
    for file in report.files:
        if file.problems:
            print(f"\n{file.file} — {_WORDS[file.outcome]}")
            for problem in file.problems:
                print(f"  {'✗' if problem.severity.value == 'error' else '·'} {problem.message}")
    print(f"\n{report.summary}")


def print_published(published: Published) -> None:
    """What is served now and what staff should look at."""
    print_report(published.report)
    for file, release in published.kept:
        print(f"  {file} : la version du {release} reste en service.")
    for failure in published.failures:
        print(f"  Question de contrôle « {failure.question} » : {failure.why}.")
    print(f"Version {published.release} en service : {published.records} fiches, {published.passages} extraits.")


def print_releases(listed: Sequence[Listed]) -> None:
    """The latest first, the live one marked."""
    if not listed:
        print("Aucune version publiée : lancez « relais knowledge release ».")
        return
    table = Table("", Column("Version", no_wrap=True), "Contenu", "Note")  # the version is typed after « back »
    for line in listed:
        content = f"{line.records} fiches, {line.passages} extraits"
        content += f", {line.rejected} fichier(s) refusé(s)" if line.rejected else ""
        table.add_row("en service" if line.is_live else "", line.release, content, line.note)
    Console().print(table)


def print_difference(difference: Difference) -> None:
    """Files and records that were added, removed or changed, field by field."""
    print("\n".join(difference.lines()) or "Aucun changement.")


def print_json(value: Any) -> None:
    """One JSON object on one line."""
    print(json.dumps(value, ensure_ascii=False))

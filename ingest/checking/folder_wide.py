"""What only shows when all files stand side by side: identifiers and titles used twice."""

from collections.abc import Iterable
from dataclasses import replace

from bot.catalogue.models import AnyRecord
from ingest.checking.folding import fold
from ingest.checking.results import FileResult, TakenRecord
from ingest.problems import FileReport, Outcome, Problem, Problems, quoted

_IDENTIFIERS = ("id", "identifiant")


def compare(results: Iterable[FileResult]) -> tuple[FileResult, ...]:
    """The same results; of two records with one identifier the later is left out, a title used twice is told."""
    files: dict[str, str] = {}
    titles: dict[tuple[str, str], str] = {}
    return tuple(_compared(result, files, titles) for result in results)


def _compared(result: FileResult, files: dict[str, str], titles: dict[tuple[str, str], str]) -> FileResult:
    problems = Problems()
    kept: list[TakenRecord] = []
    for taken in result.records:
        record = taken.record
        if (other := _same_identifier(record, files)) is not None:
            identifier, file = other
            problems.error(
                f"l'identifiant {quoted(identifier)} est déjà utilisé par {quoted(file)} : renommez l'un des deux.",
                taken.place,
            )
            continue
        kept.append(taken)
        first = titles.setdefault((record.type, fold(record.title)), record.file)
        if first != record.file or sum(_is_twin(record, other.record) for other in kept) > 1:
            problems.warn(
                f"le titre {quoted(record.title)} est déjà celui d'une fiche de {quoted(first)} : "
                "gardez une seule fiche ou précisez le titre.",
                taken.place,
            )
    if not problems.found:
        return result
    return FileResult(_report(result, problems.found, bool(kept or result.vocabulary)), tuple(kept), result.vocabulary)


def _same_identifier(record: AnyRecord, files: dict[str, str]) -> tuple[str, str] | None:
    own = [record.id, *(f"={fold(text)}" for name, text in record.extra.items() if fold(name) in _IDENTIFIERS)]
    for identifier in own:
        if identifier in files:
            return identifier.removeprefix("="), files[identifier]
    files.update(dict.fromkeys(own, record.file))
    return None


def _is_twin(one: AnyRecord, other: AnyRecord) -> bool:
    return one.type == other.type and fold(one.title) == fold(other.title)


def _report(result: FileResult, found: list[Problem], anything_kept: bool) -> FileReport:
    outcome = Outcome.ACCEPTED_WITH_WARNINGS if anything_kept else Outcome.REJECTED
    return replace(result.report, outcome=outcome, problems=(*result.report.problems, *found))

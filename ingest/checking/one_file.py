"""One file from its bytes to what is taken from it; runs in the reading process and never fails."""

from datetime import date
from pathlib import Path, PurePosixPath

from ingest.checking import documents, sheets, vocabularies
from ingest.checking.results import FileResult, TakenRecord, VocabularyRow
from ingest.checking.suspicion import neutralise
from ingest.problems import FileReport, Outcome, Problem, Problems, Severity, Unreadable
from ingest.reading import reader

Taken = tuple[tuple[TakenRecord, ...], tuple[VocabularyRow, ...]]


def examine(root: Path, path: str, today: date) -> FileResult:
    """Read and check one file of the folder; whatever a library does to it, staff get a sentence."""
    problems = Problems()
    try:
        records, vocabulary = _take(root, path, today, problems)
    except Unreadable as refusal:
        problems.error(str(refusal), refusal.place)
        return refused(path, problems)
    except MemoryError:
        problems.error(f"« {PurePosixPath(path).name} » demande trop de mémoire : allégez-le ou coupez-le.")
        return refused(path, problems)
    except Exception:
        problems.error(
            f"« {PurePosixPath(path).name} » est abîmé ou incomplet : ouvrez-le et enregistrez-le à nouveau."
        )
        return refused(path, problems)
    if not records and not vocabulary:
        return refused(path, problems)
    return FileResult(FileReport(path, _outcome(problems), tuple(problems.found)), records, vocabulary)


def _take(root: Path, path: str, today: date, problems: Problems) -> Taken:
    name = PurePosixPath(path).name
    content = neutralise(reader.read(root / path, name, problems), problems)
    if vocabulary := vocabularies.vocabulary_of(path):
        return (), vocabularies.read(vocabulary, content, problems)
    if content.tables:
        return sheets.take(path, content, today, problems), ()
    record = documents.take(path, content, today, problems)
    return ((record,) if record else ()), ()


def refused(path: str, problems: Problems) -> FileResult:
    """A file of which nothing is taken."""
    return FileResult(FileReport(path, Outcome.REJECTED, tuple(problems.found)))


def refused_because(path: str, message: str) -> FileResult:
    """The same for one reason known from outside."""
    return FileResult(FileReport(path, Outcome.REJECTED, (Problem(Severity.ERROR, message),)))


def _outcome(problems: Problems) -> Outcome:
    return Outcome.ACCEPTED_WITH_WARNINGS if problems.found else Outcome.ACCEPTED

"""The whole folder, read and checked; changes nothing."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.checking.folder_wide import compare
from ingest.checking.results import KIND_OF_VOCABULARY, FileResult, TakenRecord, VocabularyRow
from ingest.checking.worker import ReadingProcess
from ingest.folder import survey
from ingest.problems import CheckReport, FileReport

Progress = Callable[[str, int, int], None]
ReadAll = Callable[[Path, Iterable[str], date, Progress], tuple[FileResult, ...]]


@dataclass(frozen=True)
class Checked:
    """What was taken from a folder and what staff are told of it."""

    results: tuple[FileResult, ...]
    set_aside: tuple[FileReport, ...]  # files that are not even opened

    @property
    def records(self) -> tuple[TakenRecord, ...]:
        """In the order of the files."""
        return tuple(taken for result in self.results for taken in result.records)

    @property
    def vocabulary(self) -> tuple[VocabularyRow, ...]:
        """In the order of the files."""
        return tuple(row for result in self.results for row in result.vocabulary)

    @property
    def report(self) -> CheckReport:
        """For staff."""
        reports = [*self.set_aside, *(result.report for result in self.results)]
        kinds = Counter(taken.record.type for taken in self.records) + Counter(
            KIND_OF_VOCABULARY[type(row)] for row in self.vocabulary
        )
        return CheckReport(tuple(sorted(reports, key=lambda report: report.file)), dict(kinds))


def silent(_step: str, _done: int, _total: int) -> None:
    """A progress that nobody watches."""


def check(folder: Path, today: date, progress: Progress = silent) -> CheckReport:
    """Read and check every file of the folder; raises KnowledgeError when it is no folder."""
    found = survey(folder)
    paths = [file.path for file in found.files]
    return Checked(read_all(folder, paths, today, progress), found.reports).report


def read_all(root: Path, paths: Iterable[str], today: date, progress: Progress) -> tuple[FileResult, ...]:
    """Read the given files of the folder in the reading process, then compare them with each other."""
    wanted = list(paths)
    results = []
    with ReadingProcess(root, today) as reading:
        for done, path in enumerate(wanted, 1):
            results.append(reading.examine(path))
            progress("lecture", done, len(wanted))
    return compare(results)

"""Every knowledge file of this repository is a case: read without a single error."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ingest.checking.check import check
from ingest.folder import survey
from ingest.problems import FileReport, Outcome, Severity

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
WRITTEN = date(2026, 11, 22)  # the day that the files are checked against, so that no test fails because time passes
PATHS = [file.path for file in survey(KNOWLEDGE).files]


@cache
def _reports() -> dict[str, FileReport]:
    return {report.file: report for report in check(KNOWLEDGE, WRITTEN).files}


@pytest.mark.parametrize("path", PATHS)
def test_file_is_accepted(path: str) -> None:
    report = _reports()[path]

    assert report.outcome in (Outcome.ACCEPTED, Outcome.ACCEPTED_WITH_WARNINGS)
    assert [problem.message for problem in report.problems if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize("path", PATHS)
def test_file_name_is_plain(path: str) -> None:
    assert path == path.lower()
    assert path.isascii()
    assert " " not in path
    assert "_" not in path


def test_files_that_are_not_read_are_known() -> None:
    assert [report.file for report in survey(KNOWLEDGE).reports] == ["README.md"]

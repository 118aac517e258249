"""Every knowledge file of this repository is a case: read without a single error."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.answers.figures import figures
from bot.answers.language import language_of
from bot.answers.types import Language
from ingest.checking.check import check
from ingest.folder import survey
from ingest.problems import FileReport, Outcome, Severity

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
WRITTEN = date(2026, 11, 22)  # the day that the files are checked against, so that no test fails because time passes
_ABOUT_TEN = frozenset({"10"})  # « une dizaine » is no figure in French
_LINK = re.compile(r"https?://[^\s)]+[^\s).,]")
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


@pytest.mark.parametrize("path", [path for path in PATHS if "## In English" in (KNOWLEDGE / path).read_text("utf-8")])
def test_an_english_section_gives_no_figure_and_address_that_the_french_text_does_not(path: str) -> None:
    french, _, english = (KNOWLEDGE / path).read_text("utf-8").partition("## In English")

    assert figures(english) - _ABOUT_TEN <= figures(french)
    assert set(_LINK.findall(english)) <= set(_LINK.findall(french))
    assert language_of(english) is Language.ENGLISH


def test_files_that_are_not_read_are_known() -> None:
    assert [report.file for report in survey(KNOWLEDGE).reports] == ["README.md"]

"""Which files are read, ignored or refused before anything is opened."""

import os
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from ingest.folder import survey
from ingest.problems import Outcome
from tests.ingest.making import write


def test_known_types_are_read_and_the_others_explained(tmp_path: Path) -> None:
    for path in ("a.md", "b/c.CSV", "b/d.xlsx", "e.htm"):
        write(tmp_path, path, "x")
    for path in ("notes.txt", "diapos.pptx"):
        write(tmp_path, path, "x")

    found = survey(tmp_path)

    assert [file.path for file in found.files] == ["a.md", "b/c.CSV", "b/d.xlsx", "e.htm"]
    assert {report.file: report.outcome for report in found.reports} == {
        "notes.txt": Outcome.IGNORED,
        "diapos.pptx": Outcome.IGNORED,
    }
    assert all("Markdown (.md), CSV, XLSX, DOCX, PDF et HTML" in report.problems[0].message for report in found.reports)


@pytest.mark.parametrize(
    "path",
    ["README.md", ".DS_Store", "a/~$aides.xlsx", ".~lock.aides.xlsx#", "Thumbs.db", "aides.md~", ".git/config.md"],
)
def test_hidden_and_lock_files_are_ignored(path: str, tmp_path: Path) -> None:
    write(tmp_path, path, "x")

    found = survey(tmp_path)

    assert not found.files
    assert [report.outcome for report in found.reports] == [Outcome.IGNORED]


def test_readme_of_another_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path, "faq/README.md", "x")

    assert [file.path for file in survey(tmp_path).files] == ["faq/README.md"]


@pytest.mark.parametrize(("path", "newer"), [("lettre.doc", ".docx"), ("prix.XLS", ".xlsx")])
def test_old_formats_are_refused_with_the_new_one(path: str, newer: str, tmp_path: Path) -> None:
    write(tmp_path, path, "x")

    (report,) = survey(tmp_path).reports

    assert report.outcome is Outcome.REJECTED
    assert f"enregistrez-le en {newer}" in report.problems[0].message


def test_links_pipes_and_odd_names_are_refused(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", "secret.md", "x")
    folder = tmp_path / "knowledge"
    write(folder, "fiche.md", "x")
    (folder / "dehors.md").symlink_to(outside)
    (folder / "nulle-part.md").symlink_to(folder / "absent.md")
    (folder / "dedans.md").symlink_to(folder / "fiche.md")
    (folder / "boucle").symlink_to(folder)
    (folder / "rond.md").symlink_to(folder / "rond.md")
    os.mkfifo(folder / "tube.md")
    write(folder, "nom\nbizarre.md", "x")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.md")).write_text("x")

    found = survey(folder)

    assert [file.path for file in found.files] == ["dedans.md", "fiche.md"]
    assert len(found.reports) == 7
    assert all(report.outcome is Outcome.REJECTED for report in found.reports)
    assert all(report.file.encode() for report in found.reports)


def test_too_deep_and_too_heavy_files_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "/".join("abcdefghij") + "/fiche.md", "x")
    with write(tmp_path, "lourd.pdf", "x").open("r+b") as file:
        file.truncate(40_000_000)

    reports = {report.file: report.problems[0].message for report in survey(tmp_path).reports}

    assert "pèse 40 Mo (limite 30 Mo)" in reports["lourd.pdf"]
    assert any("trop profond" in message for message in reports.values())


def test_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="n'existe pas"):
        survey(tmp_path / "absent")

"""What a release will hold: what was read now, and the last good version of the files that are refused now."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.catalogue.loading import model_to_json, passage_from_json, passage_to_json
from bot.catalogue.models import Passage
from bot.store.database import Session
from bot.store.releases import ReleaseRows, files_of, live_release, load_rows
from bot.store.tables import ReleaseFileRow, ReleaseRow
from ingest.checking.check import Checked
from ingest.checking.results import KIND_OF_VOCABULARY, FileResult
from ingest.problems import FileReport, Outcome, Problem, Severity, quoted


@dataclass(frozen=True)
class DraftRecord:
    """A record or vocabulary row as it will be stored."""

    kind: str
    path: str
    body: dict[str, Any]


@dataclass(frozen=True)
class DraftPassage:
    """A passage as it will be stored."""

    passage: Passage

    @property
    def body(self) -> dict[str, Any]:
        """Its JSON."""
        return passage_to_json(self.passage)


@dataclass(frozen=True)
class DraftFile:
    """A file and all that is taken from it; `kept_from` names the release whose version is served instead."""

    path: str
    sha256: str
    report: FileReport
    records: tuple[DraftRecord, ...] = ()
    passages: tuple[DraftPassage, ...] = ()
    kept_from: str | None = None


@dataclass(frozen=True)
class Draft:
    """A release before it is stored."""

    files: tuple[DraftFile, ...]

    @property
    def records(self) -> tuple[DraftRecord, ...]:
        """In the order of the files."""
        return tuple(record for file in self.files for record in file.records)

    @property
    def passages(self) -> tuple[DraftPassage, ...]:
        """In the order of the files; of two with one id the first."""
        by_id: dict[str, DraftPassage] = {}
        for file in self.files:
            for passage in file.passages:
                by_id.setdefault(passage.passage.id, passage)
        return tuple(by_id.values())


@dataclass(frozen=True)
class Stored:
    """A stored release, file by file."""

    release: ReleaseRow
    files: Mapping[str, ReleaseFileRow]
    rows: ReleaseRows

    def version_of(self, path: str) -> DraftFile | None:
        """What this release serves for a file, or None when it serves nothing of it."""
        records = tuple(DraftRecord(row.kind, row.path, row.body) for row in self.rows.records if row.path == path)
        if not records or path not in self.files:
            return None
        passages = tuple(
            DraftPassage(passage_from_json(row.body))
            for row in self.rows.passages
            if row.body["origin"]["file"] == path
        )
        file = self.files[path]
        report = FileReport(path, Outcome(file.outcome))
        return DraftFile(path, file.sha256, report, records, passages, file.kept_from or self.release.id)


def load_live(session: Session) -> Stored | None:
    """The live release with all its rows."""
    release = live_release(session)
    return load(session, release) if release else None


def load(session: Session, release: ReleaseRow) -> Stored:
    """A release with all its rows."""
    files = {file.path: file for file in files_of(session, release.id)}
    return Stored(release, files, load_rows(session, release.id))


def draft(root: Path, checked: Checked, live: Stored | None) -> Draft:
    """Put together what was read under `root` and, for each refused file, its version of the live release."""
    refused = [report for report in checked.set_aside if report.outcome is Outcome.REJECTED]
    files = [
        *(_of_result(root, result, live) for result in checked.results),
        *(_kept_or_refused(report, "", live) for report in refused),
    ]
    return Draft(tuple(sorted(files, key=lambda file: file.path)))


def _of_result(root: Path, result: FileResult, live: Stored | None) -> DraftFile:
    path = result.report.file
    sha256 = hashlib.sha256((root / path).read_bytes()).hexdigest()
    if result.report.outcome is Outcome.REJECTED:
        return _kept_or_refused(result.report, sha256, live)
    return DraftFile(path, sha256, result.report, _records(result), _passages(result))


def _kept_or_refused(report: FileReport, sha256: str, live: Stored | None) -> DraftFile:
    kept = live.version_of(report.file) if live else None
    if kept is None or live is None:
        return DraftFile(report.file, sha256, report)
    since = _published_on(kept.kept_from or "", live.release)
    told = Problem(Severity.WARNING, f"{quoted(report.file)} : la version {since} reste en service.")
    return replace(kept, report=replace(report, problems=(*report.problems, told)))


def _published_on(kept_from: str, live: ReleaseRow) -> str:
    day = live.created_at.strftime("%Y%m%d") if kept_from == live.id else kept_from[:8]
    return f"publiée le {day[6:8]}/{day[4:6]}/{day[:4]}"


def _records(result: FileResult) -> tuple[DraftRecord, ...]:
    path = result.report.file
    vocabulary = [DraftRecord(KIND_OF_VOCABULARY[type(row)], path, model_to_json(row)) for row in result.vocabulary]
    records = [DraftRecord(taken.record.type, path, model_to_json(taken.record)) for taken in result.records]
    return (*vocabulary, *records)


def _passages(result: FileResult) -> tuple[DraftPassage, ...]:
    return tuple(DraftPassage(passage) for taken in result.records for passage in taken.passages)

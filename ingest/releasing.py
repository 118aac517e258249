"""Publishing: freeze, read, index, examine, then one transaction that stores the release and moves the pointer."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.loading import load_catalogue
from bot.errors import ReleaseRefused
from bot.search.embedding import Embedder
from bot.search.vectors import Vectors
from bot.search.weights import WEIGHTS, Weights
from bot.store import releases
from bot.store.database import Database
from bot.store.tables import ReleaseRow
from ingest.checking.check import Checked, Progress, ReadAll, read_all, silent
from ingest.drafting import Draft, Stored, draft, load_live
from ingest.folder import Found, survey
from ingest.golden import GoldenFailure
from ingest.indexing import Indexed, index
from ingest.problems import CheckReport
from ingest.shelf import Shelf
from ingest.storing import rows_of
from ingest.weighing import weigh

Examine = Callable[[Catalogue, Vectors, Weights], list[GoldenFailure]]
KEPT_RELEASES = 10
_PASSED = "golden_passed"


@dataclass(frozen=True)
class Published:
    """A release that is now served, and what staff should know of it."""

    release: str
    report: CheckReport
    records: int
    passages: int
    indexed: Indexed
    failures: tuple[GoldenFailure, ...]
    kept: tuple[tuple[str, str], ...]  # file, release whose version of it is still served
    removed: tuple[str, ...]  # old releases


@dataclass(frozen=True)
class _Made:
    """A release that is complete but not yet served."""

    draft: Draft
    report: CheckReport
    catalogue: Catalogue
    indexed: Indexed
    weights: Weights
    failures: tuple[GoldenFailure, ...]
    examined: bool


def publish(  # noqa: PLR0913 - everything that publishing leans on is handed in, by name
    *,
    folder: Path,
    database: Database,
    home: Path,
    chroma_url: str,
    embedder: Embedder,
    note: str,
    now: datetime,
    examine: Examine | None,
    progress: Progress = silent,
    force: bool = False,
    read: ReadAll = read_all,
) -> Published:
    """Publish the folder; raises ReleaseRefused, and the live release stays, when that would be a step back."""
    shelf = Shelf(home, chroma_url, embedder)
    with shelf.alone():
        with database.reading() as session:
            live = load_live(session)
            known = [release.id for release in releases.list_releases(session)]
        shelf.remove(shelf.debris(known))
        found = survey(folder)
        row = _release_row(note, now, embedder, found.files)
        with shelf.removed_on_failure(row.id):
            shelf.freeze(row.id, found.files)
            frozen = shelf.files(row.id)
            paths = [file.path for file in found.files if (frozen / file.path).is_file()]
            checked = Checked(read(frozen, paths, now.date(), progress), found.reports)
            made = _make(shelf, row.id, checked, live, (database, examine, progress))
            if not force:
                _refuse_steps_back(made.failures, live)
            removed = _store(row, made, database, now)
        shelf.remove(removed)
    return _published(row.id, made, removed)


def _release_row(note: str, now: datetime, embedder: Embedder, files: Sequence[Found]) -> ReleaseRow:
    """Its id can be read and sorted, and two of the same minute differ."""
    told = "\n".join((now.isoformat(), note, *(file.path for file in files)))
    mark = hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:4]
    return ReleaseRow(
        id=f"{now:%Y%m%d-%H%M}-{mark}",
        created_at=now,
        note=note,
        complete=True,
        embedding_model=embedder.name,
        dimension=embedder.dimension,
        settings={},
    )


def _make(
    shelf: Shelf,
    release: str,
    checked: Checked,
    live: Stored | None,
    parts: tuple[Database, Examine | None, Progress],
) -> _Made:
    database, examine, progress = parts
    drafted = draft(shelf.files(release), checked, live)
    if not drafted.passages:
        raise ReleaseRefused("Aucune fiche lisible dans le dossier : la version en service reste en place.")
    if live:
        for file in drafted.files:
            if file.kept_from:
                shelf.keep_version(release, file.path, live.release.id)
    vectors = shelf.vectors(release)
    passages = [drafted.passage for drafted in drafted.passages if not drafted.passage.is_english]
    indexed = index(passages, database=database, embedder=shelf.embedder, vectors=vectors, progress=progress)
    catalogue = load_catalogue(release, drafted.records, drafted.passages)
    weights = weigh(catalogue, vectors, shelf.embedder)
    failures = tuple(examine(catalogue, vectors, weights)) if examine else ()
    return _Made(drafted, checked.report, catalogue, indexed, weights, failures, examine is not None)


def _refuse_steps_back(failures: Sequence[GoldenFailure], live: Stored | None) -> None:
    passed = set(live.release.settings.get(_PASSED, ())) if live else set()
    lost = [failure for failure in failures if failure.question in passed]
    if lost:
        told = " ; ".join(f"« {failure.question} » : {failure.why}" for failure in lost[:5])
        raise ReleaseRefused(
            f"{len(lost)} question(s) de contrôle réussie(s) par la version en service échoue(nt) : {told}. "
            "Corrigez les fichiers, ou publiez quand même avec --force."
        )


def _store(row: ReleaseRow, made: _Made, database: Database, now: datetime) -> list[str]:
    """The one transaction: before it nothing has changed for anybody, after it the new release is served."""
    row.settings = {WEIGHTS: made.weights.to_json()}
    if made.examined:
        failed = {failure.question for failure in made.failures}
        asked = [golden.question for golden in made.catalogue.golden]
        row.settings |= {_PASSED: [question for question in asked if question not in failed]}
    with database.transaction() as session:
        releases.add_release(session, row, *rows_of(row.id, made.draft))
        releases.move_pointer(session, row.id, now)
        return releases.prune(session, KEPT_RELEASES)


def _published(release: str, made: _Made, removed: Sequence[str]) -> Published:
    told = {file.path: file.report for file in made.draft.files}
    files = tuple(told.get(report.file, report) for report in made.report.files)
    return Published(
        release=release,
        report=replace(made.report, files=files),
        records=len(made.catalogue.records),
        passages=len(made.catalogue.passages),
        indexed=made.indexed,
        failures=made.failures,
        kept=tuple((file.path, file.kept_from) for file in made.draft.files if file.kept_from),
        removed=tuple(removed),
    )

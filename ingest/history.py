"""The releases as staff see them: the list, what changed, what is served, and going back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.catalogue.loading import passage_from_json
from bot.catalogue.models import Passage, PassageKind
from bot.errors import NoRelease, UsageError
from bot.store import releases
from bot.store.database import Database, Session
from bot.store.tables import ReleaseRow
from ingest.checking.check import Checked, Progress, read_all, silent
from ingest.comparing import Content, Difference, State, compare
from ingest.drafting import Stored, draft, load, load_live
from ingest.folder import survey

_NOTHING = State({}, (), {})


@dataclass(frozen=True)
class Listed:
    """One line of the list of releases."""

    release: str
    created_at: datetime
    note: str
    is_live: bool
    files: int
    rejected: int
    records: int
    passages: int


def list_releases(database: Database) -> list[Listed]:
    """The latest first."""
    with database.reading() as session:
        live = releases.live_release(session)
        return [
            _listed(load(session, row), is_live=live is not None and row.id == live.id)
            for row in releases.list_releases(session)
        ]


def _listed(stored: Stored, *, is_live: bool) -> Listed:
    files = stored.files.values()
    return Listed(
        release=stored.release.id,
        created_at=stored.release.created_at,
        note=stored.release.note,
        is_live=is_live,
        files=len(files),
        rejected=sum(file.outcome == "rejected" for file in files),
        records=sum(row.kind in ("page", "financement", "partenaire") for row in stored.rows.records),
        passages=len(stored.rows.passages),
    )


def back(database: Database, now: datetime, release_id: str | None = None) -> str:
    """Serve another release: the given one, else the one published before the live one; says which."""
    with database.transaction() as session:
        wanted = release_id or _one_before_live(session)
        if releases.get_release(session, wanted) is None:
            raise UsageError(f"La version « {wanted} » n'existe pas : voyez « relais knowledge list ».")
        releases.move_pointer(session, wanted, now)
    return wanted


def _one_before_live(session: Session) -> str:
    live = releases.live_release(session)
    if live is None:
        raise NoRelease
    older = [release for release in releases.list_releases(session) if release.created_at < live.created_at]
    if not older:
        raise UsageError("Il n'y a pas de version plus ancienne que celle en service.")
    return older[0].id


def passages(database: Database) -> list[dict[str, Any]]:
    """Every passage of the live release as indexed: the contract of `knowledge passages --json`."""
    with database.reading() as session:
        live = releases.live_release(session)
        if live is None:
            raise NoRelease
        rows = releases.load_rows(session, live.id).passages
    return [_told(passage_from_json(row.body)) for row in rows]


def _told(passage: Passage) -> dict[str, Any]:
    place = passage.origin
    return {
        "file": place.file,
        "section": place.section,
        "page": place.page,
        "sheet": place.sheet,
        "row": place.row,
        "text": passage.text,
    }


def pending(database: Database, folder: Path, today: date, progress: Progress = silent) -> Difference:
    """What publishing the folder now would change in the live release."""
    with database.reading() as session:
        live = load_live(session)
    found = survey(folder)
    paths = [file.path for file in found.files]
    drafted = draft(folder, Checked(read_all(folder, paths, today, progress), found.reports), live)
    after = State(
        {file.path: file.sha256 for file in drafted.files if file.records},
        drafted.records,
        _prose(passage.passage for passage in drafted.passages),
    )
    return compare(_state(live) if live else _NOTHING, after)


def between(database: Database, older: str, newer: str) -> Difference:
    """What changed from one release to another."""
    with database.reading() as session:
        before, after = (load(session, _wanted(session, release)) for release in (older, newer))
        return compare(_state(before), _state(after))


def _wanted(session: Session, release_id: str) -> ReleaseRow:
    release = releases.get_release(session, release_id)
    if release is None:
        raise UsageError(f"La version « {release_id} » n'existe pas : voyez « relais knowledge list ».")
    return release


def _state(stored: Stored) -> State:
    served = {row.path for row in stored.rows.records}
    content: tuple[Content, ...] = tuple(stored.rows.records)
    return State(
        {path: file.sha256 for path, file in stored.files.items() if path in served},
        content,
        _prose(passage_from_json(row.body) for row in stored.rows.passages),
    )


def _prose(all_passages: Iterable[Passage]) -> dict[str, str]:
    prose: dict[str, list[str]] = {}
    for passage in all_passages:
        if passage.kind is PassageKind.TEXT:
            prose.setdefault(passage.record, []).append(passage.text)
    return {record: "\n".join(texts) for record, texts in prose.items()}

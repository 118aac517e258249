"""Releases: their files, records and passages, and the pointer to the one that is served."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.store.tables import LivePointerRow, ReleaseFileRow, ReleasePassageRow, ReleaseRecordRow, ReleaseRow

_POINTER = 1


class ReleaseRows(NamedTuple):
    """All rows of a release but its files, in their order."""

    records: list[ReleaseRecordRow]
    passages: list[ReleasePassageRow]


def live_release(session: Session) -> ReleaseRow | None:
    """The release that is served."""
    return session.scalar(select(ReleaseRow).join(LivePointerRow, LivePointerRow.release_id == ReleaseRow.id).limit(1))


def get_release(session: Session, release_id: str) -> ReleaseRow | None:
    """A release by its id."""
    return session.get(ReleaseRow, release_id)


def list_releases(session: Session) -> list[ReleaseRow]:
    """The latest first."""
    return list(session.scalars(select(ReleaseRow).order_by(ReleaseRow.created_at.desc(), ReleaseRow.id.desc())))


def load_rows(session: Session, release_id: str) -> ReleaseRows:
    """The records and passages of a release, in their order."""
    records = select(ReleaseRecordRow).where(ReleaseRecordRow.release_id == release_id)
    passages = select(ReleasePassageRow).where(ReleasePassageRow.release_id == release_id)
    return ReleaseRows(
        list(session.scalars(records.order_by(ReleaseRecordRow.position))),
        list(session.scalars(passages.order_by(ReleasePassageRow.position))),
    )


def bodies(session: Session, release_id: str, kind: str) -> list[dict[str, Any]]:
    """What the records of that kind hold, in their order."""
    wanted = select(ReleaseRecordRow.body).where(
        ReleaseRecordRow.release_id == release_id, ReleaseRecordRow.kind == kind
    )
    return list(session.scalars(wanted.order_by(ReleaseRecordRow.position)))


def files_of(session: Session, release_id: str) -> list[ReleaseFileRow]:
    """The files of a release, by path."""
    return list(
        session.scalars(
            select(ReleaseFileRow).where(ReleaseFileRow.release_id == release_id).order_by(ReleaseFileRow.path)
        )
    )


def add_release(
    session: Session,
    release: ReleaseRow,
    files: Iterable[ReleaseFileRow],
    records: Iterable[ReleaseRecordRow],
    passages: Iterable[ReleasePassageRow],
) -> None:
    """Store a whole release; nobody sees it before the transaction ends."""
    session.add(release)
    session.flush()
    session.add_all([*files, *records, *passages])
    session.flush()


def move_pointer(session: Session, release_id: str, now: datetime) -> None:
    """Serve this release from now on."""
    pointer = session.get(LivePointerRow, _POINTER)
    if pointer is None:
        session.add(LivePointerRow(id=_POINTER, release_id=release_id, moved_at=now))
    else:
        pointer.release_id, pointer.moved_at = release_id, now
    session.flush()


def prune(session: Session, keep: int = 10) -> list[str]:
    """Remove the releases beyond the latest ones, never the live one; says which are gone."""
    live = live_release(session)
    old = [release.id for release in list_releases(session)[keep:] if live is None or release.id != live.id]
    for table in (ReleaseFileRow, ReleaseRecordRow, ReleasePassageRow):
        session.execute(delete(table).where(table.release_id.in_(old)))
    session.execute(delete(ReleaseRow).where(ReleaseRow.id.in_(old)))
    return old

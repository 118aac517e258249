"""Releases and their pointer, on every database."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.store.database import Database
from bot.store.releases import add_release, files_of, list_releases, live_release, load_rows, move_pointer, prune
from bot.store.tables import ReleaseFileRow, ReleasePassageRow, ReleaseRecordRow, ReleaseRow

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def _publish(database: Database, number: int) -> str:
    release_id = f"r{number:02}"
    row = ReleaseRow(
        id=release_id,
        created_at=NOON + timedelta(hours=number),
        note="",
        complete=True,
        embedding_model="hashed",
        dimension=4,
        settings={},
    )
    file = ReleaseFileRow(release_id=release_id, path="a.md", sha256="0", outcome="accepted", problems=[])
    records = [
        ReleaseRecordRow(release_id=release_id, position=position, kind="page", path="a.md", body={"n": position})
        for position in (1, 0)
    ]
    passage = ReleasePassageRow(release_id=release_id, position=0, passage_id="p", body={"text": "é"})
    with database.transaction() as session:
        add_release(session, row, [file], records, [passage])
        move_pointer(session, release_id, row.created_at)
    return release_id


def test_nothing_is_live_at_first(database: Database) -> None:
    with database.reading() as session:
        assert live_release(session) is None


def test_rows_of_a_release_come_back_in_order(database: Database) -> None:
    release_id = _publish(database, 1)

    with database.reading() as session:
        rows = load_rows(session, release_id)
        assert [record.body["n"] for record in rows.records] == [0, 1]
        assert [passage.body for passage in rows.passages] == [{"text": "é"}]
        assert [file.path for file in files_of(session, release_id)] == ["a.md"]


def test_pointer_moves_forth_and_back(database: Database) -> None:
    first, second = _publish(database, 1), _publish(database, 2)

    with database.transaction() as session:
        live = live_release(session)
        assert live is not None
        assert live.id == second
        move_pointer(session, first, NOON)
    with database.reading() as session:
        live = live_release(session)
        assert live is not None
        assert live.id == first
        assert [release.id for release in list_releases(session)] == [second, first]


def test_old_releases_go_but_never_the_live_one(database: Database) -> None:
    for number in range(5):
        _publish(database, number)
    with database.transaction() as session:
        move_pointer(session, "r00", NOON)

        assert prune(session, keep=2) == ["r02", "r01"]

        assert [release.id for release in list_releases(session)] == ["r04", "r03", "r00"]
        assert not load_rows(session, "r01").records
        assert load_rows(session, "r00").records


def test_failed_transaction_leaves_no_trace_of_a_release(database: Database) -> None:
    row = ReleaseRow(id="r", created_at=NOON, embedding_model="m", dimension=1, settings={})
    twice = [ReleaseFileRow(release_id="r", path="a.md", sha256="0", outcome="accepted", problems=[]) for _ in "ab"]

    with pytest.raises(IntegrityError), database.transaction() as session:
        add_release(session, row, twice, [], [])

    with database.reading() as session:
        assert list_releases(session) == []

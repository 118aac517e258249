"""The migrations lead to the tables that the code knows, and lose nothing of an older database."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import text

from bot.store.database import MIGRATIONS, Database
from bot.store.tables import Table


def test_migrated_tables_are_those_of_the_code(database: Database) -> None:
    with database.engine.connect() as connection:
        options = {"include_name": lambda name, *_: "application_search" not in (name or "")}  # made by m0003 alone
        found = compare_metadata(MigrationContext.configure(connection, opts=options), Table.metadata)
    assert found == []


def test_applications_sent_before_the_desk_are_kept_and_found(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'old.db'}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = database.engine
    command.upgrade(config, "0001")
    now = datetime(2026, 11, 22, tzinfo=UTC).isoformat()
    with database.transaction() as session:
        session.execute(
            text(
                "INSERT INTO application (id, reference, idempotency_key, region, company, status, fields, doubtful,"
                " consent, language, submitted_at, updated_at) VALUES"
                " (7, 'RELOC-BFC-2026-0001', 'k', 'BFC', 'Sièges Œuvrés',"
                " 'submitted', '{}', '[]', '2026-11', 'fr', :now, :now)"
            ),
            {"now": now},
        )
        session.execute(
            text(
                "INSERT INTO application_event (application_id, at, who, what, why)"
                " VALUES (7, :now, 'x', 'submitted', '')"
            ),
            {"now": now},
        )
    database.migrate()
    with database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM application_event")).scalar_one() == 1
        found = session.execute(text("SELECT rowid FROM application_search WHERE application_search MATCH 'oeuv*'"))
        assert found.scalars().all() == [7]
        assert session.execute(text("SELECT company_key FROM application")).scalar_one() == "sieges oeuvres"
    database.close()


def test_the_life_of_earlier_applications_is_counted_and_not_announced(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'old.db'}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = database.engine
    command.upgrade(config, "0005")
    begin = datetime(2026, 11, 2, 8, tzinfo=UTC)
    events = (
        (0, "submitted", None, None),
        (1, "assign", "personne", "Alix"),
        (48, "take_up", "submitted", "under_review"),
        (50, "field:status", "a", "submitted"),
        (60, "withdrawn", None, None),
    )
    with database.transaction() as session:
        session.execute(
            text(
                "INSERT INTO application (id, reference, idempotency_key, region, status, fields, doubtful, consent,"
                " language, submitted_at, updated_at) VALUES"
                " (7, 'RELOC-BFC-2026-0001', 'k', 'BFC', 'withdrawn', '{}', '[]', '2026-11', 'fr', :at, :at)"
            ),
            {"at": begin.isoformat()},
        )
        for hours, what, before, after in events:
            session.execute(
                text(
                    "INSERT INTO application_event (application_id, at, who, what, why, before, after)"
                    " VALUES (7, :at, 'x', :what, '', :before, :after)"
                ),
                {
                    "at": (begin + timedelta(hours=hours)).isoformat(sep=" "),
                    "what": what,
                    "before": before,
                    "after": after,
                },
            )
    database.migrate()
    with database.reading() as session:
        stays = session.execute(text("SELECT region, status, hours FROM status_stay ORDER BY id")).all()
        unannounced = session.execute(text("SELECT count(*) FROM application_event WHERE announced_at IS NULL"))
        assert unannounced.scalar_one() == 0
    assert [tuple(stay) for stay in stays] == [("BFC", "submitted", 48), ("BFC", "under_review", 12)]
    database.close()

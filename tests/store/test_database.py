"""What every table leans on, on both databases."""

import pytest
from sqlalchemy import text

from bot.store.database import Database


def test_a_migrated_database_is_ready_for_use(database: Database) -> None:
    with database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM talk")).scalar_one() == 0


def test_migrating_again_changes_nothing(database: Database) -> None:
    database.migrate()
    with database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM alembic_version")).scalar_one() == 1


def test_an_error_leaves_nothing_behind(database: Database) -> None:
    def fail_half_way() -> None:
        with database.transaction() as session:
            session.execute(text("INSERT INTO reference_counter (region, year, last) VALUES ('NOR', 2026, 1)"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM reference_counter")).scalar_one() == 0

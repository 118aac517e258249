"""A desk on an empty database: on SQLite where the kind makes no difference, else on both."""

from pathlib import Path

import pytest

from bot.store.database import Database
from tests.desk.house import DeskHouse


@pytest.fixture
def house(sqlite_database: Database, tmp_path: Path) -> DeskHouse:
    """A desk on SQLite."""
    return DeskHouse(sqlite_database, folder=tmp_path / "attachments")


@pytest.fixture
def any_house(database: Database, tmp_path: Path) -> DeskHouse:
    """A desk once on SQLite and once on PostgreSQL."""
    return DeskHouse(database, folder=tmp_path / "attachments")

"""A desk on an empty database: on SQLite where the kind makes no difference, else on both."""

import pytest

from bot.store.database import Database
from tests.desk.house import DeskHouse


@pytest.fixture
def house(sqlite_database: Database) -> DeskHouse:
    """A desk on SQLite."""
    return DeskHouse(sqlite_database)


@pytest.fixture
def any_house(database: Database) -> DeskHouse:
    """A desk once on SQLite and once on PostgreSQL."""
    return DeskHouse(database)

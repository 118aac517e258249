"""A talk to play stories with."""

import pytest

from bot.store.database import Database
from tests.talks.story import Talk


@pytest.fixture
def talk(sqlite_database: Database) -> Talk:
    """A new conversation with a person whose Telegram is in French."""
    return Talk(sqlite_database)

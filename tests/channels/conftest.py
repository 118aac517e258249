"""Fixtures of the channels: a fake Telegram, and a house that talks to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.database import Database
from tests.channels.house import House, ScriptedEngine, open_house, settings_for
from tests.telegram_server.server import FakeTelegram


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    """A fake Telegram that nothing talks to yet."""
    with FakeTelegram().running() as telegram:
        yield telegram


@pytest.fixture
def engine() -> ScriptedEngine:
    """The scripted engine of the house."""
    return ScriptedEngine()


@pytest.fixture
def house(telegram: FakeTelegram, engine: ScriptedEngine, sqlite_database: Database, tmp_path: Path) -> Iterator[House]:
    """A house in polling mode on SQLite."""
    with open_house(sqlite_database, settings_for(telegram, tmp_path), engine) as house:
        yield house

"""Fixtures that every room may use: an empty, migrated database on SQLite and on PostgreSQL."""

import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.store.database import Database
from tests.postgresql import create_database, find_binaries, running_server

settings.register_profile("relais", deadline=None)  # the machine may be busy: nothing here is about speed
settings.load_profile("relais")
os.environ.setdefault("RELAIS_REGISTRY_URL", "")  # no test asks the real company register
_numbers = itertools.count(1)


def _migrate(url: str) -> None:
    database = Database(url)
    database.migrate()
    database.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: migrating once is enough."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The socket folder of a PostgreSQL server that holds a migrated database named `migrated`."""
    binaries = find_binaries()
    if binaries is None and os.environ.get("CI") == "true":
        pytest.fail("PostgreSQL is missing: install the package `postgresql` (initdb was not found).")
    if binaries is None:
        pytest.skip("PostgreSQL IS NOT TESTED HERE: install the package `postgresql` (initdb was not found).")
    with running_server(binaries) as socket_folder:
        _migrate(create_database(socket_folder, "migrated"))
        yield socket_folder


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """URL of an empty, migrated SQLite database."""
    shutil.copy(sqlite_template, tmp_path / "relais.db")
    return f"sqlite:///{tmp_path / 'relais.db'}"


@pytest.fixture
def postgresql_url(postgresql_server: str) -> str:
    """URL of an empty, migrated PostgreSQL database."""
    return create_database(postgresql_server, f"test_{next(_numbers)}", "migrated")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def database_url(request: pytest.FixtureRequest) -> str:
    """URL of an empty, migrated database, once on SQLite and once on PostgreSQL."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty, migrated database, once on SQLite and once on PostgreSQL."""
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    """An empty, migrated SQLite database, where the kind of database makes no difference."""
    database = Database(sqlite_url)
    yield database
    database.close()

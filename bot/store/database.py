"""The database: one engine, one session factory; SQLite in WAL mode by default, PostgreSQL by its URL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session as Session  # handed to whoever calls the queries of this room
from sqlalchemy.orm import sessionmaker

from bot.errors import SettingsError

MIGRATIONS = Path(__file__).parent / "migrations"
_UNREACHABLE = "La base de données ne s'ouvre pas : vérifiez RELAIS_DATABASE_URL, le serveur et les droits."


def _harden_sqlite(connection: Any, _record: Any) -> None:
    """WAL and FULL: what is acknowledged survives a power cut (sqlite.org/pragma.html#pragma_synchronous)."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _take_over_begin(connection: Any, _record: Any) -> None:
    connection.isolation_level = None


def _begin_immediate(connection: Any) -> None:
    """A writer takes the lock at once and never fails half-way with « database is locked »; readers wait for nobody."""
    reads = connection.get_execution_options().get("reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(_UNREACHABLE) from error


class Database:
    """Opens short transactions; safe to share between threads."""

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise SettingsError(
                "RELAIS_DATABASE_URL n'est pas une URL SQLAlchemy (exemple : sqlite:///relais.db)."
            ) from error
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        self.url = parsed
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        if self.is_sqlite and parsed.database:
            _make_folder(Path(parsed.database).parent)
        self.engine: Engine = create_engine(parsed, pool_pre_ping=not self.is_sqlite, hide_parameters=True)
        if self.is_sqlite:
            event.listen(self.engine, "connect", _harden_sqlite)
            event.listen(self.engine, "connect", _take_over_begin)
            event.listen(self.engine, "begin", _begin_immediate)
        self._writers = sessionmaker(self.engine, expire_on_commit=False)
        self._readers = sessionmaker(self.engine.execution_options(reads=True), expire_on_commit=False)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One short transaction: committed at the end, rolled back on any error."""
        with self._writers.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view for reading; nothing is to be written in it."""
        with self._readers.begin() as session:
            yield session

    def migrate(self) -> None:
        """Bring the tables to the newest migration; several processes may call it at once."""
        from alembic import command
        from alembic.config import Config  # loads a template engine that no question needs

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["engine"] = self.engine
        try:
            command.upgrade(config, "head")
        except OperationalError as error:
            raise SettingsError(_UNREACHABLE) from error

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

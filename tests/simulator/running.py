"""Many applicants, some through Telegram's HTTP, the others on the engine and its store."""

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bot.store.database import Database
from tests.simulator.lines import EngineLine, TelegramHouse, telegram_house
from tests.simulator.people import an_applicant
from tests.simulator.playing import Played, Player, register_says

_MEMORY = Path("/dev/shm")
_PHONES = 8  # at once


def simulate(applicants: int, telegram: int, seed: int) -> list[Played]:
    """Play them all; the first `telegram` ones talk through the real Telegram channel."""
    with _database() as database, tempfile.TemporaryDirectory() as home:
        played: list[Played] = []
        if telegram:
            with (
                telegram_house(database, Path(home), register_says) as house,
                ThreadPoolExecutor(_PHONES) as phones,
            ):
                played += phones.map(lambda number: _by_telegram(house, seed, number), range(telegram))
        return played + [_by_engine(database, seed, number) for number in range(telegram, applicants)]


def _by_telegram(house: TelegramHouse, seed: int, number: int) -> Played:
    return Player(an_applicant(seed, number), house.line(10_000 + number)).play()


def _by_engine(database: Database, seed: int, number: int) -> Played:
    person = an_applicant(seed, number)
    line = EngineLine(database, f"engine-{number}", register_says, "en" if person.english else "fr")
    return Player(person, line).play()


@contextmanager
def _database() -> Iterator[Database]:
    """In memory-backed files where there are any: this measures understanding, not the disk."""
    folder = tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None)
    database = Database(f"sqlite:///{folder}/relais.db")
    database.migrate()
    try:
        yield database
    finally:
        database.close()
        shutil.rmtree(folder)

"""The process is killed at each step of a talk and started again: nothing is lost, nothing is doubled."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.store.database import Database
from bot.store.tables import CallRow, InboxRow, OutboxRow, TalkRow
from tests.channels.dying import POINTS, live
from tests.channels.house import clock, eventually
from tests.telegram_server.server import FakeTelegram

pytestmark = pytest.mark.slow

CALL = ["1. appel", "APPEL-1"]
TWO = ["2. deux a", "2. deux b"]


class Lives:
    """One life of the house after the other, on the same database and the same Telegram."""

    def __init__(self, database: Database, telegram: FakeTelegram, home: Path) -> None:
        self.database, self.telegram, self.home = database, telegram, home
        self._processes = multiprocessing.get_context("forkserver")
        self._processes.set_forkserver_preload(["tests.channels.dying"])

    @contextmanager
    def begin(self, last_point: str = "") -> Iterator[BaseProcess]:
        """Live until the end of the block, or until the point."""
        self._let_leases_end()
        url = self.database.url.render_as_string(hide_password=False)
        process = self._processes.Process(target=live, args=(url, self.telegram.url, self.home, last_point))
        process.start()
        try:
            yield process
        finally:
            process.kill()
            process.join()

    def _let_leases_end(self) -> None:
        """With PostgreSQL another replica waits for the end of a lease; the tests do not."""
        if not self.database.is_sqlite:
            with self.database.transaction() as session:
                session.execute(update(TalkRow).values(leased_until=clock()))
                session.execute(update(OutboxRow).values(leased_until=clock()))

    def count(self, *conditions: Any) -> int:
        """How many rows there are."""
        with self.database.reading() as session:
            return session.scalar(select(func.count()).where(*conditions)) or 0

    def is_all_sent(self) -> bool:
        """Whether nothing waits."""
        return self.count(OutboxRow.status == "pending") == self.count(InboxRow.done_at.is_(None)) == 0


@pytest.fixture
def lives(database: Database, telegram: FakeTelegram, tmp_path: Path) -> Lives:
    """Lives on both databases."""
    return Lives(database, telegram, tmp_path)


def check_that_nothing_is_lost_or_doubled(lives: Lives, messages: int) -> None:
    """What must be so after any death."""
    assert lives.count(InboxRow.done_at.is_not(None), InboxRow.failure.is_(None)) == messages
    assert lives.count(CallRow.id > 0) == 1
    if lives.database.is_sqlite:
        with lives.database.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.mark.parametrize("point", POINTS)
def test_death_at_any_point_of_a_turn_goes_unnoticed(lives: Lives, telegram: FakeTelegram, point: str) -> None:
    telegram.say(7, "appel")
    telegram.say(7, "deux")
    with lives.begin(last_point=point) as process:
        process.join(20)
        assert process.exitcode == -9
    with lives.begin():
        telegram.expect(lambda: telegram.texts(7) == [*CALL, *TWO], 20)
        eventually(lives.is_all_sent)
    check_that_nothing_is_lost_or_doubled(lives, messages=2)


def test_death_before_telegram_took_a_reply_goes_unnoticed(lives: Lives, telegram: FakeTelegram) -> None:
    telegram.fail("sendMessage", hang=30)
    die_while(lives, telegram, lambda: len(telegram.calls("sendMessage")) == 1)
    assert telegram.texts(7) == [*CALL, *TWO]


def test_death_after_telegram_took_a_reply_doubles_only_that_one(lives: Lives, telegram: FakeTelegram) -> None:
    telegram.fail("sendMessage", hang=30, accepted=True)
    die_while(lives, telegram, lambda: telegram.texts(7) == CALL[:1])
    assert telegram.texts(7) == [CALL[0], *CALL, *TWO]


def test_death_between_two_parts_of_a_long_reply_repeats_no_part(lives: Lives, telegram: FakeTelegram) -> None:
    telegram.say(8, "long")
    telegram.fail("sendMessage", chat=8, delay=0.01)
    telegram.fail("sendMessage", chat=8, hang=30)
    die_while(
        lives, telegram, lambda: [call.status for call in telegram.calls("sendMessage") if call.chat == 8][1:] == [0]
    )
    parts = telegram.texts(8)
    assert len(parts) > 1
    assert len(set(parts)) == len(parts)


def die_while(lives: Lives, telegram: FakeTelegram, moment: Callable[[], bool]) -> None:
    """Two messages; kill the house at the moment, let it live again until everything is said."""
    telegram.say(7, "appel")
    telegram.say(7, "deux")
    messages = len(telegram.updates)
    with lives.begin():
        telegram.expect(moment, 20)
    with lives.begin():
        eventually(lambda: telegram.updates == [] and lives.is_all_sent(), 20)
    check_that_nothing_is_lost_or_doubled(lives, messages)

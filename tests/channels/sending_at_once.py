"""Twenty « Envoyer » at once, again and again: by taps of one person on two replicas, and by bare transactions.

python -m tests.channels.sending_at_once --rounds 200
"""

import argparse
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from sqlalchemy import func, select

from bot.channels.bodies import message_to_json
from bot.channels.effects import Effects
from bot.channels.inbox import Inbox
from bot.channels.turns import Turns
from bot.channels.worker import Worker
from bot.dialogue.effects import SubmitApplication, Submitted
from bot.dialogue.engine import TalkEngine
from bot.dialogue.messages import Message
from bot.dialogue.state import Draft, TalkState, state_to_json
from bot.intake.form import CONSENT_VERSION, FIELDS
from bot.store import inbox, talks
from bot.store.database import Database
from bot.store.tables import ApplicationRow, TalkRow
from tests.channels.house import NO_DOCUMENTS
from tests.postgresql import create_database, find_binaries, running_server
from tests.talks.story import abilities_on

AT_ONCE = 20
VALUES = {"company": "Duval", "contact": "Camille Duval", "email": "camille@duval.example", "department": "70",
          "product": "Assises", "stage": "idea", "consent": CONSENT_VERSION}  # fmt: skip
READY = Draft(id="1", version=7, values=VALUES, step=None, skipped=tuple(f.key for f in FIELDS if f.key not in VALUES))
_numbers = count(1)


def clock() -> datetime:
    """The real time."""
    return datetime.now(UTC)


def tap_at_once(database: Database) -> int:
    """Twenty taps of one person's « Envoyer » on two replicas of three workers; how many applications came of it."""
    number = next(_numbers)
    with database.transaction() as session:
        talk = talks.open_talk(session, "web", f"person-{number}", clock())
        session.get_one(TalkRow, talk).state = state_to_json(TalkState(greeted=True, draft=READY))
    replicas = [Inbox(database), Inbox(database)]
    engine = TalkEngine(abilities_on(database))
    workers = [Worker(_turns(box, engine), threads=3) for box in replicas]
    for worker in workers:
        worker.start()

    def tap(rank: int) -> None:
        body = message_to_json(Message(id="", channel="web", press=f"a:{READY.id}:{READY.version}:e"))
        key = f"{number}-{rank // 2}"  # every tap is delivered twice, as Telegram may
        replicas[rank % 2].receive("web", key, f"person-{number}", body, clock())

    _all_at_once([partial(tap, rank) for rank in range(AT_ONCE * 2)])
    while _waiting(database, talk):
        time.sleep(0.01)
    for worker in workers:
        worker.stop()
    return _applications(database, talk)


def _turns(box: Inbox, engine: TalkEngine) -> Turns:
    return Turns(inbox=box, engine=engine, apply_effect=Effects(), clock=clock, readers={}, documents=NO_DOCUMENTS)


def submit_at_once(database: Database) -> tuple[int, int]:
    """The same submission in twenty transactions at once: applications made, references told."""
    number = next(_numbers)
    with database.transaction() as session:
        talk = talks.open_talk(session, "web", f"person-{number}", clock())
    effect = SubmitApplication(
        idempotency_key="1/7", region="BFC", department="70", company="Duval", siren=None, fields=VALUES,
        consent=CONSENT_VERSION,
    )  # fmt: skip
    told: set[str] = set()

    def submit() -> None:
        with database.transaction() as session:
            outcome = Effects()(session, talk, replace(effect), clock())
        assert isinstance(outcome, Submitted)
        told.add(outcome.reference)

    _all_at_once([submit] * AT_ONCE)
    return _applications(database, talk), len(told)


def _all_at_once(acts: list[Callable[[], None]]) -> None:
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], None]) -> None:
        gate.wait()
        act()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _waiting(database: Database, talk: int) -> int:
    with database.reading() as session:
        return inbox.count_waiting(session, talk)


def _applications(database: Database, talk: int) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).where(ApplicationRow.talk_id == talk)) or 0


def _measure(name: str, database: Database, rounds: int) -> None:
    begun = time.monotonic()
    taps = [tap_at_once(database) for _ in range(rounds)]
    submissions = [submit_at_once(database) for _ in range(rounds)]
    seconds = time.monotonic() - begun
    print(f"{name}: {AT_ONCE} taps made one application in {taps.count(1)} of {rounds} rounds,", end=" ")
    print(f"{AT_ONCE} transactions in {submissions.count((1, 1))} of {rounds}, {seconds:.0f} s")


def main() -> None:
    """Count the rounds that made exactly one application, on SQLite and on PostgreSQL."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'relais.db'}")
        database.migrate()
        _measure("SQLite", database, rounds)
        database.close()
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL is not installed here.")
        return
    with running_server(binaries) as socket_folder:
        database = Database(create_database(socket_folder, "rounds"))
        database.migrate()
        _measure("PostgreSQL", database, rounds)
        database.close()


if __name__ == "__main__":
    main()

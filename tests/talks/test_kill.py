"""The whole product on Telegram, killed at every step of a question and of a form: nothing is lost, nothing doubled."""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.talks.life import Life
from tests.telegram_server.server import FakeTelegram

pytestmark = pytest.mark.slow

PERSON = 7
STEPS = (
    ("Combien peut-on emprunter avec le Prêt Boréal ?", "90 000 €"),
    ("/candidater", "Étape 1"),
    ("Duval Sièges", "Étape 2"),
    ("732 829 320", "Étape 3"),
    ("Camille Duval", "Étape 4"),
    ("camille@duval.example", "Étape 5"),
    ("06 12 34 56 78", "Étape 6"),
    ("70", "Étape 7"),
    ("42", "Étape 8"),
    ("Assises de sièges", "Étape 9"),
    ("Pologne", "Étape 10"),
    ("Prêt à investir", "Étape 11"),
    ("1,2 M€", "Étape 12"),
    ("mars 2027", "Étape 13"),
    ("10", "Étape 14"),
    ("Financement", "Réponse actuelle"),
    ("C'est tout", "Étape 15"),
    ("Passer", "Étape 16"),
    ("J'accepte", "Voici votre candidature"),
    ("Envoyer", "RELOC-BFC-"),
)


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram().running() as server:
        yield server


def test_a_person_notices_nothing_but_a_pause(tmp_path: Path, server: FakeTelegram) -> None:
    chance = random.Random(2026)
    home = tmp_path / "home"
    home.mkdir()
    life = Life(home, server)
    life.start()
    try:
        for text, expected in STEPS:
            seen = len(server.texts(PERSON))
            server.say(PERSON, text)
            time.sleep(chance.uniform(0, 0.12))  # before, within or after the turn
            life.kill()
            life.start()
            server.expect(lambda: any(expected in said for said in server.texts(PERSON)[seen:]), 60)  # noqa: B023
        server.expect(lambda: _pending(home) == 0, 30)
    finally:
        life.kill()
    with closing(sqlite3.connect(home / "relais.db")) as database:
        assert database.execute("SELECT count(*) FROM application").fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM inbox WHERE done_at IS NULL").fetchone() == (0,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (fields,) = database.execute("SELECT fields FROM application").fetchone()
    assert '"siren": "732829320"' in fields
    assert '"investment": 1200000' in fields


def _pending(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "relais.db")) as database:
        return int(database.execute("SELECT count(*) FROM outbox WHERE status = 'pending'").fetchone()[0])

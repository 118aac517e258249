"""The whole product on Telegram: a person erases everything, the process is killed in the middle, nothing is left."""

import json
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.channels.house import eventually
from tests.intake.test_documents import PDF
from tests.talks.life import Life
from tests.telegram_server.server import TOKEN, FakeTelegram

pytestmark = pytest.mark.slow

PERSON = 7
WORD = "zyxcamille"
STEPS = (
    ("/candidater", "Étape 1"),
    ("{0} Sièges", "Étape 2"),
    ("Passer", "Étape 3"),
    ("Camille {1}", "Étape 4"),
    ("{2}@duval.example", "Étape 5"),
    ("06 12 34 56 78", "Étape 6"),
    ("70", "Étape 7"),
    ("42", "Étape 8"),
    ("Assises {3}", "Étape 9"),
)


@pytest.fixture
def server() -> Iterator[FakeTelegram]:
    with FakeTelegram().running() as server:
        yield server


def contents(folder: Path) -> bytes:
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def one(folder: Path, question: str) -> object:
    with closing(sqlite3.connect(folder / "relais.db")) as database:
        return database.execute(question).fetchone()[0]


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_left_of_a_person_who_erased_everything(tmp_path: Path, server: FakeTelegram, seed: int) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "home"
    folder.mkdir()
    life = Life(folder, server)
    life.start()
    words = [f"{WORD}{'abcdefgh'[number // 8]}{'stuvwxyz'[number % 8]}" for number in range(40)]
    try:
        for text, expected in STEPS:
            say(server, text.format(*words), expected)
        for first in range(4, 36, 8):
            say(server, f"Quelle aide pour {' et '.join(words[first : first + 8])} ?", "Étape 9")
        server.send_file(PERSON, PDF[:-6] + words[36].encode() + PDF[-6:], f"{words[37]}.pdf", caption=words[38])
        server.expect(lambda: any("bien reçu" in text for text in server.texts(PERSON)), 60)
        say(server, "/mesdonnees", "Le même contenu, à lire")
        server.expect(lambda: len([one for one in server.sent if one.file]) == 2, 30)
        exported = {one.file_name: (one.file or b"").decode() for one in server.sent if one.file}
        missing = [word for word in words[:39] if word not in exported["mes-donnees-relais.json"] and word != words[36]]
        assert missing == []
        assert json.loads(exported["mes-donnees-relais.json"])["documents"][0]["name"] == f"{words[37]}.pdf"
        assert all(word in exported["mes-donnees-relais.html"] for word in words[:36])
        before = contents(folder)
        assert len([word for word in words if word.encode() in before]) >= 30
        say(server, "/effacer", "On ne peut pas revenir en arrière")
        server.say(PERSON, "Oui, tout effacer")
        time.sleep(chance.uniform(0.0, 0.25))  # before, within or after the erasure
        life.kill()
        life.start()
        server.expect(lambda: any("Votre reçu : EFF-" in text for text in server.texts(PERSON)), 60)
        life.kill()  # perhaps before the bytes are gone
        life.start()
        eventually(lambda: one(folder, "SELECT count(*) FROM erasure WHERE finished_at IS NULL") == 0, 60)
        eventually(lambda: one(folder, "SELECT count(*) FROM outbox WHERE status = 'pending'") == 0, 60)
    finally:
        life.kill()
    assert one(folder, "SELECT count(*) FROM erasure") == 1
    with closing(sqlite3.connect(folder / "relais.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    after = contents(folder)
    assert [word for word in words if word.encode() in after] == []
    assert WORD not in life.log.read_text()
    assert TOKEN not in life.log.read_text()


def say(server: FakeTelegram, text: str, expected: str) -> None:
    seen = len(server.texts(PERSON))
    server.say(PERSON, text)
    server.expect(lambda: any(expected in said for said in server.texts(PERSON)[seen:]), 60)

"""A file of this machine sent in the terminal."""

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.channels.console import FRENCH
from bot.channels.console_files import path_in
from bot.store.database import Database
from bot.store.tables import AttachmentRow
from tests.channels.test_console import talk
from tests.channels.web_house import WebHouse, talking_house
from tests.intake.test_documents import PDF


@pytest.fixture
def house(sqlite_database: Database) -> WebHouse:
    return talking_house(sqlite_database)


def test_a_file_is_sent_by_its_path(house: WebHouse, tmp_path: Path) -> None:
    plan = tmp_path / "mon plan.pdf"
    plan.write_bytes(PDF)
    script = talk(house, "/candidater", f"/joindre '{plan}'", interactive=False)
    assert "J'ai bien reçu mon plan.pdf" in script.text.replace("\u202f", " ")
    with house.inbox.database.reading() as session:
        assert session.scalars(select(AttachmentRow.name)).all() == ["mon plan.pdf"]


@pytest.mark.parametrize("name", ["absent.pdf", "."])
def test_what_cannot_be_read_is_told_and_sends_nothing(house: WebHouse, tmp_path: Path, name: str) -> None:
    script = talk(house, f"/joindre {tmp_path / name}", interactive=False)
    assert script.text == FRENCH["unreadable"].format(path=tmp_path / name) + "\n"


def test_too_large_or_wrong_is_told_by_the_talk(house: WebHouse, tmp_path: Path) -> None:
    huge, wrong = tmp_path / "film.pdf", tmp_path / "virus.exe"
    with huge.open("wb") as file:
        file.truncate(21 * 2**20)
    wrong.write_bytes(b"MZ program")
    script = talk(house, "/candidater", f"/joindre {huge}", f"/attach {wrong}", interactive=False)
    assert "20 Mo au plus" in script.text.replace("\u202f", " ").replace("\u00a0", " ")
    assert "j'accepte les PDF" in script.text


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("/joindre plan.pdf", "plan.pdf"),
        ('/joindre "mon plan.pdf"', "mon plan.pdf"),
        ("/JOINDRE  /tmp/a b.pdf ", "/tmp/a b.pdf"),
        ("/joindre", None),
        ("joindre plan.pdf", None),
        ("/candidater", None),
    ],
)
def test_paths_are_read_as_people_type_them(line: str, path: str | None) -> None:
    assert path_in(line) == (Path(path) if path else None)

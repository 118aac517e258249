"""Documents through the real Bot API: getFile and the bytes over HTTP, albums, captions, and everything that fails."""

import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.bootstrap import House
from bot.store.tables import AttachmentRow, ChannelNameRow, InboxRow
from tests.channels.house import eventually
from tests.channels.whole_house import whole_house
from tests.intake.test_documents import HEIC, PDF, WEBP, jpeg, office, png
from tests.telegram_server.server import TOKEN, FakeTelegram

pytestmark = pytest.mark.slow  # over HTTP, with its real waits

ME = 7


@pytest.fixture
def house(telegram: FakeTelegram, sqlite_url: str, tmp_path: Path) -> Iterator[House]:
    with whole_house(telegram, sqlite_url, tmp_path) as house:
        yield house


def rows(house: House) -> list[AttachmentRow]:
    """The documents kept."""
    with house.database.reading() as session:
        return list(session.scalars(select(AttachmentRow).order_by(AttachmentRow.id)))


def expect(telegram: FakeTelegram, words: str, seconds: float = 15.0) -> str:
    """Wait until something with these words was said; gives it."""
    telegram.expect(lambda: any(words in text for text in telegram.texts(ME)), seconds)
    return next(text for text in reversed(telegram.texts(ME)) if words in text)


def test_a_document_is_fetched_kept_and_said(telegram: FakeTelegram, house: House) -> None:
    telegram.say(ME, "/candidater")
    telegram.send_file(ME, PDF, "plan d'atelier.pdf")
    said = expect(telegram, "J'ai bien reçu")
    assert "plan d'atelier.pdf (1 ko)" in said
    (row,) = rows(house)
    assert (row.name, row.kind, row.size) == ("plan d'atelier.pdf", "pdf", len(PDF))
    assert row.sha256 == hashlib.sha256(PDF).hexdigest()
    assert house.turns.documents.files.path_of(row.sha256).read_bytes() == PDF
    assert [call.method for call in telegram.journal if call.method in ("getFile", "file")] == ["getFile", "file"]


def test_every_accepted_kind_arrives_whatever_it_is_called(
    telegram: FakeTelegram, house: House, tmp_path: Path
) -> None:
    docx = office(tmp_path / "d", "[Content_Types].xml", "word/document.xml").read_bytes()
    xlsx = office(tmp_path / "x", "[Content_Types].xml", "xl/workbook.xml").read_bytes()
    telegram.say(ME, "/candidater")
    for number, content in enumerate((PDF, docx, xlsx, png(), jpeg(), WEBP, HEIC)):
        telegram.send_file(ME, content, f"fichier{number}.bin")
        expect(telegram, f"fichier{number}.bin (1 ko)")
    assert [row.kind for row in rows(house)] == ["pdf", "docx", "xlsx", "png", "jpeg", "webp", "heic"]


def test_a_photo_has_no_name_and_its_largest_size_is_taken(telegram: FakeTelegram, house: House) -> None:
    small, large = telegram.store(png()), telegram.store(jpeg())
    photo = [{"file_id": small, "file_size": len(png())}, {"file_id": large, "file_size": len(jpeg())}]
    telegram.send(ME, photo=photo, caption="")
    expect(telegram, "document.jpeg")
    assert [row.kind for row in rows(house)] == ["jpeg"]


def test_an_album_has_one_reply(telegram: FakeTelegram, house: House) -> None:
    telegram.say(ME, "/candidater")
    expect(telegram, "Étape 1")
    before = len(telegram.texts(ME))
    for number in range(4):
        more = {"caption": "Duval Sièges"} if number == 0 else {}
        telegram.send_file(ME, PDF + b"%d" % number, f"plan{number}.pdf", media_group_id="album", **more)
    said = expect(telegram, "J'ai bien reçu 4 documents")
    assert all(f"plan{number}.pdf" in said for number in range(4))
    expect(telegram, "Étape 2")
    eventually(lambda: _waiting(house) == 0)
    assert len([text for text in telegram.texts(ME)[before:] if "reçu" in text]) == 1
    assert len(rows(house)) == 4


def test_an_album_with_one_bad_file_keeps_the_others(telegram: FakeTelegram, house: House) -> None:
    telegram.say(ME, "/candidater")
    telegram.send_file(ME, PDF, "plan.pdf", media_group_id="a")
    telegram.send_file(ME, b"MZ program", "virus.exe", media_group_id="a")
    said = expect(telegram, "virus.exe")
    assert "J'ai bien reçu plan.pdf" in said
    assert [row.name for row in rows(house)] == ["plan.pdf"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"MZ\x90 a program", "j'accepte les PDF"),
        (b"", "est vide"),
        (PDF[:15], "abîmé ou incomplet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ancien format"),
    ],
)
def test_what_cannot_be_kept_is_told_and_loses_nothing(
    telegram: FakeTelegram, house: House, content: bytes, words: str
) -> None:
    telegram.say(ME, "/candidater")
    telegram.say(ME, "Duval Sièges")
    telegram.send_file(ME, content, "plan.pdf")
    expect(telegram, words)
    expect(telegram, "Étape 2")
    assert rows(house) == []
    assert _files(house) == []


def test_a_document_over_twenty_megabytes_is_not_even_asked_for(telegram: FakeTelegram, house: House) -> None:
    document = {"file_id": "huge", "file_name": "film.pdf", "file_size": 21 * 2**20}
    telegram.send(ME, document=document)
    expect(telegram, "20 Mo au plus")
    assert telegram.calls("getFile") == []


def test_a_document_that_hides_its_size_is_refused_by_telegram(telegram: FakeTelegram, house: House) -> None:
    file_id = telegram.store(b"%PDF-" + b"\0" * (20 * 2**20))
    telegram.send(ME, document={"file_id": file_id, "file_name": "film.pdf"})
    expect(telegram, "20 Mo au plus")
    assert _files(house) == []


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 502}, {"cut": True}])
@pytest.mark.parametrize("method", ["getFile", "file"])
def test_a_download_that_fails_is_tried_again(
    telegram: FakeTelegram, house: House, method: str, fault: dict[str, object]
) -> None:
    telegram.fail(method, **fault)
    telegram.send_file(ME, PDF)
    expect(telegram, "J'ai bien reçu plan.pdf")
    assert len(rows(house)) == 1


def test_a_download_that_keeps_failing_is_told_in_order_and_loses_nothing(telegram: FakeTelegram, house: House) -> None:
    telegram.say(ME, "/candidater")
    expect(telegram, "Étape 1")
    telegram.fail("file", times=3, status=500)
    telegram.send_file(ME, PDF, "plan.pdf")
    telegram.say(ME, "Duval Sièges")
    expect(telegram, "Je n'ai pas réussi à recevoir plan.pdf", 30)
    expect(telegram, "Étape 2")
    telegram.send_file(ME, PDF, "plan.pdf")
    expect(telegram, "J'ai bien reçu plan.pdf")
    assert len(rows(house)) == 1


def test_a_file_that_telegram_no_longer_has_is_told_at_once(telegram: FakeTelegram, house: House) -> None:
    telegram.send(ME, document={"file_id": "gone", "file_name": "plan.pdf", "file_size": 10})
    expect(telegram, "Je n'ai pas réussi à recevoir plan.pdf")
    assert len(telegram.calls("getFile")) == 1


def test_the_same_update_twice_keeps_one_document(telegram: FakeTelegram, house: House) -> None:
    telegram.say(ME, "/candidater")
    telegram.send_file(ME, PDF)
    update = telegram.updates[-1] if telegram.updates else None
    expect(telegram, "J'ai bien reçu")
    if update:
        telegram.repeat(update)
    telegram.say(ME, "Duval Sièges")
    expect(telegram, "Étape 2")
    assert len(rows(house)) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"voice": {"file_id": "v"}}, "messages vocaux"),
        ({"video": {"file_id": "v"}}, "lire les vidéos"),
        ({"sticker": {"file_id": "s"}}, "Je ne lis que le texte"),
        ({"location": {"latitude": 47.0, "longitude": 6.0}}, "Je ne lis pas les positions"),
        ({"contact": {"phone_number": "+33612345678"}}, "fiches de contact"),
    ],
)
def test_what_is_no_document_has_its_sentence(
    telegram: FakeTelegram, house: House, content: dict[str, object], words: str
) -> None:
    telegram.send(ME, **content)
    expect(telegram, words)


def test_neither_token_nor_name_reaches_a_log(
    telegram: FakeTelegram, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    telegram.fail("getFile", cut=True)
    telegram.fail("file", times=3, status=500)
    with capture_logs() as logs:
        telegram.send_file(ME, PDF, "bilan-de-camille.pdf")
        expect(telegram, "Je n'ai pas réussi", 30)
    assert any(entry["event"] == "document_not_fetched" for entry in logs)
    everything = str(logs) + caplog.text
    assert "bilan-de-camille" not in everything
    assert TOKEN not in everything


def test_the_name_of_the_bot_is_kept_for_links(telegram: FakeTelegram, house: House) -> None:
    telegram.say(ME, "/candidater")
    expect(telegram, "Étape 1")
    with house.database.reading() as session:
        assert session.scalars(select(ChannelNameRow.name)).all() == ["relais_test_bot"]


def _waiting(house: House) -> int:
    with house.database.reading() as session:
        return len(session.scalars(select(InboxRow.id).where(InboxRow.done_at.is_(None))).all())


def _files(house: House) -> list[Path]:
    return [path for path in (house.settings.home / "attachments").rglob("*") if path.is_file()]

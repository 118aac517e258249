"""Documents: whole or not at all, once each, for the right application."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.store import applications, attachments, talks
from bot.store.attachment_files import FORGOTTEN, AttachmentFiles
from bot.store.database import Database, Session
from bot.store.tables import ApplicationEventRow

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def files(tmp_path: Path) -> AttachmentFiles:
    return AttachmentFiles(tmp_path / "attachments")


def keep(files: AttachmentFiles, content: bytes) -> str:
    """Let a file arrive and keep it."""
    with files.arriving() as arriving:
        arriving.write(content)
        return files.keep(arriving)


def document(content: bytes = b"plan") -> attachments.NewDocument:
    """A document as the dialogue hands it on."""
    sha256 = hashlib.sha256(content).hexdigest()
    return attachments.NewDocument(sha256=sha256, name="plan.pdf", kind="pdf", size=len(content), message_id=1)


def send(session: Session, talk: int, key: str = "k") -> str:
    """An application of that talk; gives its reference."""
    new = applications.NewApplication(
        idempotency_key=key,
        talk_id=talk,
        region="BFC",
        department="70",
        company="Duval Sièges",
        siren=None,
        fields={},
        doubtful=(),
        consent="2026-11",
        language="fr",
    )
    return applications.submit(session, new, NOW, 2026)[0]


def test_a_file_stands_once_under_its_hash_and_can_be_taken_away(files: AttachmentFiles) -> None:
    sha256 = keep(files, b"plan")
    assert sha256 == hashlib.sha256(b"plan").hexdigest() == keep(files, b"plan")
    assert files.path_of(sha256).read_bytes() == b"plan"
    files.remove(sha256)
    files.remove(sha256)
    assert not files.has(sha256)


def test_what_does_not_arrive_whole_leaves_nothing(files: AttachmentFiles, tmp_path: Path) -> None:
    def break_off() -> None:
        with files.arriving() as arriving:
            arriving.write(b"half")
            raise ConnectionError

    with pytest.raises(ConnectionError):
        break_off()
    assert [path for path in (tmp_path / "attachments").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["../../secret", "a" * 63, "g" * 64, ""])
def test_only_a_hash_names_a_file(files: AttachmentFiles, name: str) -> None:
    with pytest.raises(ValueError, match="hash"):
        files.path_of(name)


def test_only_old_files_count_as_forgotten(files: AttachmentFiles, tmp_path: Path) -> None:
    old, _ = keep(files, b"old"), keep(files, b"new")
    torn = tmp_path / "attachments" / "incoming" / "torn"
    torn.write_bytes(b"half")
    for path in (files.path_of(old), torn):
        os.utime(path, (0, 0))
    assert files.forgotten() == [old]
    assert not torn.exists()
    assert len(files.forgotten(now=os.stat(tmp_path).st_mtime + FORGOTTEN + 60)) == 2


def test_the_same_document_twice_is_one(database: Database) -> None:
    with database.transaction() as session:
        talk = talks.open_talk(session, "web", "1", NOW)
        assert attachments.add(session, talk, None, document(), NOW)
        assert not attachments.add(session, talk, None, document(), NOW)
        assert attachments.add(session, talk, None, document(b"other"), NOW)
        assert len(attachments.waiting_of(session, talk)) == 2


def test_what_waits_goes_with_the_application_and_can_then_not_be_taken_out(database: Database) -> None:
    with database.transaction() as session:
        talk = talks.open_talk(session, "web", "1", NOW)
        attachments.add(session, talk, None, document(), NOW)
        reference = send(session, talk)
        assert attachments.adopt(session, talk, reference, NOW) == 1
        (stored,) = attachments.of_application(session, reference)
        assert (stored.name, stored.reference) == ("plan.pdf", reference)
        assert attachments.waiting_of(session, talk) == ()
        assert attachments.take_out(session, talk, stored.id) is None
        assert attachments.ADDED in session.scalars(select(ApplicationEventRow.what)).all()


def test_a_document_is_taken_out_by_its_own_talk_only(database: Database) -> None:
    with database.transaction() as session:
        mine, theirs = talks.open_talk(session, "web", "1", NOW), talks.open_talk(session, "web", "2", NOW)
        attachments.add(session, mine, None, document(), NOW)
        (stored,) = attachments.waiting_of(session, mine)
        assert attachments.take_out(session, theirs, stored.id) is None
        assert attachments.take_out(session, mine, stored.id) == stored
        assert attachments.unneeded(session, [stored.sha256]) == [stored.sha256]


def test_a_document_goes_to_no_application_of_somebody_else(database: Database) -> None:
    with database.transaction() as session:
        mine, theirs = talks.open_talk(session, "web", "1", NOW), talks.open_talk(session, "web", "2", NOW)
        reference = send(session, theirs)
        assert not attachments.add(session, mine, reference, document(), NOW)
        assert attachments.adopt(session, mine, reference, NOW) == 0
        assert attachments.of_application(session, reference) == ()


def test_what_waits_moves_with_the_draft(database: Database) -> None:
    with database.transaction() as session:
        mine, other = talks.open_talk(session, "web", "1", NOW), talks.open_talk(session, "telegram", "1", NOW)
        attachments.add(session, mine, None, document(), NOW)
        attachments.move_waiting(session, mine, other)
        assert (len(attachments.waiting_of(session, mine)), len(attachments.waiting_of(session, other))) == (0, 1)
        assert attachments.drop_waiting(session, other) == 1

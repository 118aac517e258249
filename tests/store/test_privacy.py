"""Everything about one talk and nothing of another, handed over or erased; what the law wants kept loses its person."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.store import (
    answers,
    applications,
    attachments,
    calls,
    corrections,
    correspondence,
    drafts,
    erasures,
    inbox,
    life,
    outbox,
    privacy,
    retention,
    talks,
)
from bot.store.attachment_files import AttachmentFiles
from bot.store.corrections import NewCorrection
from bot.store.database import Database
from bot.store.drafts import DraftSeen
from bot.store.life import NewValue
from bot.store.privacy import Erasing
from bot.store.tables import (
    ApplicationEventRow,
    ApplicationFacetRow,
    ApplicationRow,
    Direction,
    ErasureRow,
    InboxRow,
    Origin,
    OutboxRow,
    Table,
    TalkRow,
)

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
HOW = Erasing(receipt="EFF-1", legal=("accepted",))
ALL = (
    "messages replies answers calls applications application_events letters corrections notes documents drafts"
    " resume_links"
).split()


class Person:
    """One talk with one thing of each kind; every text of it holds the person's own word."""

    def __init__(self, database: Database, files: AttachmentFiles, word: str) -> None:
        self.word, self._count = word, 0
        with database.transaction() as session:
            self.talk = talks.open_talk(session, "telegram", self.text(), NOW)
            session.get_one(TalkRow, self.talk).state = {"last_question": self.text()}
            body = {"text": self.text(), "caption": self.text(), "label": self.text()}
            key = self.text()
            done = inbox.add(session, channel="telegram", update_key=key, talk_id=self.talk, body=body, now=NOW)
            assert done is not None
            inbox.finish(session, done, NOW)
            reply = {"paragraphs": [self.text(), self.text()], "note": self.text()}
            outbox.add(session, outbox.NewReply(talk_id=self.talk, inbox_id=done, key=f"{done}:0", body=reply), NOW)
            answers.add(session, self._answer(done), NOW)
            calls.add(session, self.talk, region="BFC", contact=self.text(), subject=self.text(), now=NOW)
            self.waiting = self._document(session, files, None)
            self.reference, _ = applications.submit(session, self._application(), NOW, 2026)
            search = f"{self.word} {self.text()}"
            applications.index(
                session,
                self.reference,
                search=search,
                company_key=self.text(),
                facets=[("stage", "ready"), ("operations", self.word)],
            )
            self.sent = self._document(session, files, self.reference)
            row = session.scalars(select(ApplicationRow).where(ApplicationRow.reference == self.reference)).one()
            correspondence.write(session, row.id, Direction.TO_APPLICANT, "Inès", self.text(), NOW)
            correspondence.add_note(session, row.id, "Inès", self.text(), NOW)
            asked = NewCorrection(field="phone", message=self.text(), asked_by="Inès", old_value=self.text())
            corrections.ask(session, row.id, asked, NOW)
            value = NewValue(
                field="product",
                value=self.text(),
                origin=Origin.SAID,
                shown_before=self.text(),
                shown_after=self.text(),
            )
            life.set_field(session, row, value, "applicant", self.text(), NOW)
            drafts.note(session, self.talk, DraftSeen(id=f"d{done}", step="phone", stopped=False), NOW)
            drafts.share(session, self.talk, f"d{done}", f"code {self.text()}", NOW, NOW + timedelta(days=1))

    def text(self) -> str:
        """Another text that only this person has."""
        self._count += 1
        return f"{self.word}x{self._count}"

    def _answer(self, number: int) -> answers.NewAnswer:
        body = {"text": self.text()}
        return answers.NewAnswer(
            id=str(number),
            talk_id=self.talk,
            question=self.text(),
            body=body,
            abstained=False,
            reason=None,
            release="r1",
        )

    def _application(self) -> applications.NewApplication:
        keys = ("company", "contact", "email", "phone", "product", "description")
        return applications.NewApplication(
            idempotency_key=self.text(),
            talk_id=self.talk,
            region="BFC",
            department="70",
            company=self.text(),
            siren="732829320",
            fields={
                **{key: self.text() for key in keys},
                "department": "70",
                "stage": "ready",
                "jobs": self.text(),
                "needs": ["funding"],
                "investment": 1200000,
            },
            doubtful=("jobs",),
            consent="2026-11",
            language="fr",
            talk_excerpt=[self.text()],
        )

    def _document(self, session: Any, files: AttachmentFiles, reference: str | None) -> str:
        with files.arriving() as arriving:
            arriving.write(self.text().encode() * 50)
            sha256 = files.keep(arriving)
        document = attachments.NewDocument(sha256=sha256, name=f"{self.text()}.pdf", kind="pdf", size=9)
        assert attachments.add(session, self.talk, reference, document, NOW)
        return sha256

    @property
    def texts(self) -> list[str]:
        """Everything that only this person has; the address and update key outlive the erasure by a day."""
        return [f"{self.word}x{number}" for number in range(1, self._count + 1)]


@pytest.fixture
def files(tmp_path: Path) -> AttachmentFiles:
    return AttachmentFiles(tmp_path / "attachments")


def contents(folder: Path) -> bytes:
    """All bytes of all files."""
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def _stands(text: str, content: bytes) -> bool:
    """A text that is not the beginning of a longer one (`x1` within `x12`)."""
    at = content.find(text.encode())
    while at >= 0:
        if not content[at + len(text) : at + len(text) + 1].isdigit():
            return True
        at = content.find(text.encode(), at + 1)
    return False


def test_what_is_handed_over_is_all_of_this_talk_and_plain_json(database: Database, files: AttachmentFiles) -> None:
    mine = Person(database, files, "mien")
    Person(database, files, "autre")
    with database.reading() as session:
        told = json.dumps(privacy.collect(session, mine.talk, NOW), ensure_ascii=False)
    kept = json.loads(told)
    assert [name for name in ALL if not kept[name]] == []
    assert "autre" not in told
    hidden = [text for text in mine.texts if not _stands(text, told.encode())]
    assert len(hidden) == 6, hidden  # contents of two documents, a code, two texts of the index, a value since changed


def test_every_table_about_a_person_is_thought_of() -> None:
    """A new table that hangs on a talk or an application fails here until somebody decides what happens to it."""
    handed_over = {table.__tablename__ for table in (*privacy._OF_TALK.values(), *privacy._OF_APPLICATION.values())}
    of_their_own = {"attachment", "open_draft", "resume_link"}
    nothing_said = {"application_facet", "status_stay", "registry_check"}  # copies of what is handed over, and dates
    hanging = {
        table.name
        for table in Table.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in ("talk", "application")
    }
    assert hanging == handed_over | of_their_own | nothing_said


def test_erasing_counts_what_is_gone_and_leaves_the_others(database: Database, files: AttachmentFiles) -> None:
    mine, theirs = Person(database, files, "mien"), Person(database, files, "autre")
    with database.transaction() as session:
        done = privacy.erase(session, mine.talk, HOW, NOW)
    assert done.counts == {
        "messages": 1,
        "replies": 1,
        "answers": 1,
        "calls": 1,
        "applications": 1,
        "documents": 2,
        "letters": 1,
    }
    with database.reading() as session:
        left = privacy.collect(session, mine.talk, NOW)
        assert not any(rows for rows in left.values() if isinstance(rows, list))
        assert [name for name in ALL if not privacy.collect(session, theirs.talk, NOW)[name]] == []


def test_the_message_being_worked_on_stays_until_its_turn_ends(database: Database) -> None:
    with database.transaction() as session:
        talk = talks.open_talk(session, "console", "1", NOW)
        inbox.add(session, channel="console", update_key="1", talk_id=talk, body={}, now=NOW)
        assert privacy.erase(session, talk, HOW, NOW).counts["messages"] == 0
        assert inbox.count_waiting(session, talk) == 1


def test_an_application_under_a_legal_duty_loses_its_person(database: Database, files: AttachmentFiles) -> None:
    mine = Person(database, files, "mien")
    with database.transaction() as session:
        session.execute(update(ApplicationRow).values(status="accepted"))
        done = privacy.erase(session, mine.talk, HOW, NOW)
        assert done.kept == (mine.reference,)
        assert done.counts["applications"] == 0
    with database.reading() as session:
        row = session.scalars(select(ApplicationRow)).one()
        kept = {"department": "70", "stage": "ready", "needs": ["funding"], "investment": 1200000}
        assert row.fields == kept
        assert (row.company, row.siren, row.talk_id, row.talk_excerpt, row.company_key) == (None, None, None, None, "")
        assert row.anonymised_at == NOW
        assert mine.word not in json.dumps(privacy._as_json(row))
        facets = session.execute(select(ApplicationFacetRow.name, ApplicationFacetRow.value)).all()
        assert [tuple(facet) for facet in facets] == [("stage", "ready")]
        events = session.scalars(select(ApplicationEventRow)).all()
        assert [event.what for event in events] == ["submitted", "document", "field:product"]
        assert mine.word not in json.dumps([privacy._as_json(event) for event in events])


def test_nothing_is_left_in_any_file(sqlite_database: Database, files: AttachmentFiles, tmp_path: Path) -> None:
    mine = Person(sqlite_database, files, "secretdecamille")
    theirs = Person(sqlite_database, files, "autre")
    before = contents(tmp_path)
    assert len([text for text in mine.texts if _stands(text, before)]) >= 30
    with sqlite_database.transaction() as session:
        privacy.erase(session, mine.talk, HOW, NOW)
        session.get_one(TalkRow, mine.talk).state = {}
    assert erasures.finish(sqlite_database, files, NOW) == 1
    with sqlite_database.transaction() as session:
        assert erasures.forget_talks(session, NOW, NOW) == 1
    assert erasures.scrub(sqlite_database)
    after = contents(tmp_path)
    assert [text for text in mine.texts if text.encode() in after] == []
    assert b"secretdecamille" not in after
    assert not files.has(mine.sent)
    assert files.has(theirs.sent)
    assert _stands(theirs.texts[0], after)


def test_an_erasure_broken_off_is_finished_later(database: Database, files: AttachmentFiles) -> None:
    mine = Person(database, files, "mien")
    with database.transaction() as session:
        privacy.erase(session, mine.talk, HOW, NOW)
    assert files.has(mine.sent)  # the process died here
    assert erasures.finish(database, files, NOW) == 1
    assert not files.has(mine.sent)
    assert not files.has(mine.waiting)
    assert erasures.finish(database, files, NOW) == 0
    with database.reading() as session:
        row = session.scalars(select(ErasureRow)).one()
        assert (row.receipt, row.finished_at, row.files) == ("EFF-1", NOW, [])


def test_a_file_that_somebody_else_sent_too_stays(database: Database, files: AttachmentFiles) -> None:
    mine = Person(database, files, "mien")
    with database.transaction() as session:
        other = talks.open_talk(session, "web", "2", NOW)
        same = attachments.NewDocument(sha256=mine.sent, name="plan.pdf", kind="pdf", size=9)
        attachments.add(session, other, None, same, NOW)
        privacy.erase(session, mine.talk, HOW, NOW)
    erasures.finish(database, files, NOW)
    assert files.has(mine.sent)
    assert not files.has(mine.waiting)


def test_the_address_goes_a_day_later_unless_the_person_came_back(database: Database, files: AttachmentFiles) -> None:
    gone, back = Person(database, files, "parti"), Person(database, files, "revenu")
    later = NOW + timedelta(hours=25)
    with database.transaction() as session:
        for person in (gone, back):
            privacy.erase(session, person.talk, Erasing(receipt=person.word), NOW)
        body = {"text": "bonjour"}
        inbox.add(
            session, channel="telegram", update_key="k", talk_id=back.talk, body=body, now=NOW + timedelta(hours=1)
        )
        assert erasures.forget_talks(session, later - timedelta(days=1), later) == 1
    with database.reading() as session:
        assert session.get(TalkRow, gone.talk) is None
        assert session.get(TalkRow, back.talk) is not None
        assert session.scalars(select(ErasureRow.talk_id).order_by(ErasureRow.id)).all() == [None, back.talk]


def test_old_texts_are_emptied_once_and_rows_stay(database: Database, files: AttachmentFiles) -> None:
    Person(database, files, "mien")
    with database.transaction() as session:
        session.execute(update(OutboxRow).values(status="sent"))
        assert retention.purge_bodies(session, NOW) == 0
        assert retention.purge_bodies(session, NOW + timedelta(days=1)) == 2
        assert retention.purge_bodies(session, NOW + timedelta(days=1)) == 0
        assert session.scalars(select(InboxRow.body)).all() == [{}]


def test_exports_are_not_kept_for_long(database: Database) -> None:
    with database.transaction() as session:
        talk = talks.open_talk(session, "web", "1", NOW)
        for key, document in (("1", {"name": "mes-donnees.json", "content": "tout"}), ("2", None)):
            body = {"paragraphs": [], "document": document}
            outbox.add(
                session, outbox.NewReply(talk_id=talk, inbox_id=None, key=key, body=body, read_by_page=True), NOW
            )
        assert retention.drop_exports(session, NOW) == 0
        assert retention.drop_exports(session, NOW + timedelta(days=1)) == 1
        assert retention.drop_exports(session, NOW + timedelta(days=1)) == 0
        bodies = session.scalars(select(OutboxRow.body).order_by(OutboxRow.id)).all()
        assert bodies == [{"paragraphs": [], "document": None}] * 2


def test_applications_lose_their_person_years_after_they_ended(database: Database, files: AttachmentFiles) -> None:
    mine = Person(database, files, "mien")
    with database.transaction() as session:
        assert retention.anonymise_ended(session, NOW + timedelta(days=1), NOW) == 0
        session.execute(update(ApplicationRow).values(status="declined"))
        assert retention.anonymise_ended(session, NOW, NOW) == 0
        assert retention.anonymise_ended(session, NOW + timedelta(days=1), NOW) == 1
        assert retention.anonymise_ended(session, NOW + timedelta(days=1), NOW) == 0
        assert applications.applications_of(session, mine.talk) == ()


def test_old_talks_without_application_go(database: Database, files: AttachmentFiles) -> None:
    Person(database, files, "candidat")
    with database.transaction() as session:
        talks.open_talk(session, "web", "curieux", NOW)
        receipts = iter(["EFF-1", "EFF-2"])
        before = NOW + timedelta(days=1)
        assert retention.erase_old_talks(session, NOW, before, lambda: next(receipts)) == 0
        assert retention.erase_old_talks(session, before, before, lambda: next(receipts)) == 1
        assert session.scalars(select(TalkRow.address)).all() == ["candidatx1"]

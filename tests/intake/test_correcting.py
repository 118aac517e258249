"""The applicant answers what the desk asked: at once everywhere, once, and only in their own talk."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.intake.correcting import Corrected, answer_correction
from bot.store import applications, corrections, life, talks
from bot.store.corrections import NewCorrection
from bot.store.database import Database, Session
from bot.store.life import Change
from bot.store.tables import ApplicationEventRow, ApplicationFacetRow, ApplicationRow, ApplicationStatus

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def an_application(session: Session) -> ApplicationRow:
    talk = talks.open_talk(session, "console", "1", NOW)
    new = applications.NewApplication(
        idempotency_key="k",
        talk_id=talk,
        region="BFC",
        department="90",
        company="Duval",
        siren=None,
        fields={"company": "Duval", "email": "camille@duval", "stage": "idea"},
        doubtful=("email",),
        consent="2026-11",
        language="fr",
    )
    reference, _ = applications.submit(session, new, NOW, 2026)
    row = life.locked(session, reference)
    assert row is not None
    life.move(session, row, ApplicationStatus.CORRECTION_ASKED, Change(who="Alix", what="ask_correction"), NOW)
    return row


def ask(session: Session, row: ApplicationRow, field: str) -> int:
    new = NewCorrection(field=field, message="À revoir ?", asked_by="Alix", old_value=row.fields.get(field))
    return corrections.ask(session, row.id, new, NOW)


def test_the_last_answer_puts_the_application_back_under_review(database: Database) -> None:
    with database.transaction() as session:
        row = an_application(session)
        email, stage = ask(session, row, "email"), ask(session, row, "stage")
        version = row.version
        assert row.talk_id is not None
        first = answer_correction(session, row.talk_id, email, "camille@duval.example", NOW)
        assert first == Corrected(reference=row.reference, field="email", still_open=1)
        assert (row.status, row.doubtful, row.origins) == ("correction_asked", [], {"email": "said"})
        second = answer_correction(session, row.talk_id, stage, "ready", NOW)
        assert second is not None
        assert second.still_open == 0
        assert row.status == "under_review"
        assert row.version > version
    with database.reading() as session:
        kept = session.scalars(select(ApplicationRow)).one()
        assert kept.fields == {"company": "Duval", "email": "camille@duval.example", "stage": "ready"}
        assert session.scalars(select(ApplicationFacetRow.value)).all() == ["ready"]
        events = session.scalars(select(ApplicationEventRow).order_by(ApplicationEventRow.id)).all()
        assert [(event.what, event.before, event.after) for event in events][2:] == [
            ("field:email", "camille@duval", "camille@duval.example"),
            ("field:stage", "Idée", "Prêt à investir"),
            ("resume", "correction_asked", "under_review"),
        ]


def test_an_answer_counts_once_and_in_its_own_talk_only(database: Database) -> None:
    with database.transaction() as session:
        row = an_application(session)
        request = ask(session, row, "email")
        other = talks.open_talk(session, "console", "2", NOW)
        assert row.talk_id is not None
        assert answer_correction(session, other, request, "x@duval.example", NOW) is None
        assert answer_correction(session, row.talk_id, request, "y@duval.example", NOW)
        assert answer_correction(session, row.talk_id, request, "z@duval.example", NOW) is None
        assert row.fields["email"] == "y@duval.example"


@pytest.mark.parametrize("end", [ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN])
def test_nothing_is_asked_any_more_once_it_ended(database: Database, end: ApplicationStatus) -> None:
    with database.transaction() as session:
        row = an_application(session)
        request = ask(session, row, "email")
        assert row.talk_id is not None
        if end is ApplicationStatus.WITHDRAWN:
            assert applications.withdraw(session, row.talk_id, row.reference, NOW)
        else:
            life.move(session, row, end, Change(who="Alix", what="decline"), NOW)
        assert corrections.open_of_talk(session, row.talk_id) == ()
        assert answer_correction(session, row.talk_id, request, "y@duval.example", NOW) is None


def test_asking_again_about_a_field_replaces_the_request(database: Database) -> None:
    with database.transaction() as session:
        row = an_application(session)
        ask(session, row, "email")
        second = ask(session, row, "email")
        assert row.talk_id is not None
        assert [one.id for one in corrections.open_of_talk(session, row.talk_id)] == [second]
        assert len(corrections.of_application(session, row.id)) == 2

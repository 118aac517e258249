"""How far drafts come is counted once each, and nothing of them is kept."""

from datetime import UTC, date, datetime

from sqlalchemy import select

from bot.channels.draft_steps import note_step
from bot.dialogue.effects import SubmitApplication
from bot.dialogue.state import Draft, TalkState
from bot.dialogue.turn import Turn
from bot.intake.progress import SENT, STEPS, reached
from bot.store import draft_progress
from bot.store.database import Database
from bot.store.tables import DraftProgressRow

NOW = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # the 25th in Paris


def at(step: str | None, **values: str) -> Turn:
    return Turn(state=TalkState(draft=Draft(id="7", step=step, values=values)))


def note(database: Database, *turns: Turn, talk: int = 1) -> None:
    with database.transaction() as session:
        for turn in turns:
            note_step(session, talk, turn, NOW)


def test_the_furthest_step_counts_whatever_is_gone_back_to(database: Database) -> None:
    note(database, at("company"), at("email"), at("product", department="70"), at("company", department="70"))
    with database.reading() as session:
        row = session.scalars(select(DraftProgressRow)).one()
        assert draft_progress.count(session, None, date(2026, 11, 25)) == {"product": 1}
        assert draft_progress.count(session, "BFC", date(2026, 11, 25)) == {"product": 1}
        assert draft_progress.count(session, "HDF", date(2026, 11, 25)) == {}
        assert draft_progress.count(session, None, date(2026, 11, 26)) == {}
    assert (row.region, row.begun_on) == ("BFC", date(2026, 11, 25))


def test_a_sent_draft_is_the_same_draft(database: Database) -> None:
    sent = SubmitApplication(
        idempotency_key="7/12", region="BFC", department="70", company="X", siren=None, fields={}, consent="2026-11"
    )
    note(database, at(None), Turn(state=TalkState(), effects=(sent,)))
    note(database, at("company"), talk=2)
    with database.reading() as session:
        assert draft_progress.count(session, None, date(2026, 1, 1)) == {SENT: 1, "company": 1}


def test_a_talk_without_a_draft_counts_nothing(database: Database) -> None:
    note(database, Turn(state=TalkState()))
    with database.reading() as session:
        assert draft_progress.count(session, None, date(2026, 1, 1)) == {}


def test_who_came_further_came_this_far_too() -> None:
    counts = reached({"company": 3, "email": 2, SENT: 1, "a field of last year": 9})
    assert (counts["company"], counts["email"], counts["product"], counts[SENT]) == (6, 3, 1, 1)
    assert list(counts) == list(STEPS)

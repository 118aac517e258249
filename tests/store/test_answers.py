"""Answers as given, on both databases."""

from datetime import UTC, datetime, timedelta

from bot.store import answers, inbox, talks
from bot.store.answers import NewAnswer
from bot.store.database import Database

MIDNIGHT = datetime(2026, 11, 22, tzinfo=UTC)


def _message(database: Database, person: str, number: int) -> int:
    with database.transaction() as session:
        talk = talks.open_talk(session, "web", person, MIDNIGHT)
        stored = inbox.add(session, channel="web", update_key=f"{person}{number}", talk_id=talk, body={}, now=MIDNIGHT)
    assert stored is not None
    return stored


def _answered(database: Database, person: str, number: int, written_by: str | None, at: datetime) -> None:
    message = _message(database, person, number)
    with database.transaction() as session:
        talk = talks.open_talk(session, "web", person, MIDNIGHT)
        body = {"written_by": written_by} if written_by else {}
        answer = NewAnswer(
            id=str(message), talk_id=talk, question="?", body=body, abstained=False, reason=None, release="one"
        )
        answers.add(session, answer, at)


def test_what_a_model_was_asked_for_is_counted_by_person_and_day(database: Database) -> None:
    noon = MIDNIGHT + timedelta(hours=12)
    for number, written_by in enumerate(["model", "rejected", "quotes", None, "model"]):
        _answered(database, "camille", number, written_by, noon)
    _answered(database, "camille", 9, "model", MIDNIGHT - timedelta(seconds=1))
    _answered(database, "dominique", 1, "model", noon)
    now = _message(database, "camille", 10)
    with database.reading() as session:
        assert answers.count_by_model(session, now, MIDNIGHT) == 3
        assert answers.count_by_model(session, 999_999, MIDNIGHT) == 0

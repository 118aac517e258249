"""Everything about one talk and nothing of another, handed over or erased."""

import json
from datetime import UTC, datetime

from bot.store import answers, applications, calls, inbox, outbox, privacy, talks
from bot.store.database import Database

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def a_full_talk(database: Database, address: str) -> int:
    """A talk with one thing of each kind."""
    with database.transaction() as session:
        talk = talks.open_talk(session, "console", address, NOW)
        done = inbox.add(session, channel="console", update_key=address, talk_id=talk, body={"text": address}, now=NOW)
        assert done is not None
        inbox.finish(session, done, NOW)
        outbox.add(session, outbox.NewReply(talk_id=talk, inbox_id=done, key=f"{done}:0", body={}), NOW)
        answers.add(
            session,
            answers.NewAnswer(
                id=str(done), talk_id=talk, question=address, body={}, abstained=False, reason=None, release="r1"
            ),
            NOW,
        )
        calls.add(session, talk, region="BFC", contact="camille@duval.example", subject="", now=NOW)
        new = applications.NewApplication(
            idempotency_key=address,
            talk_id=talk,
            region="BFC",
            department=None,
            company=address,
            siren=None,
            fields={},
            doubtful=(),
            consent="2026-11",
            language="fr",
        )
        applications.submit(session, new, NOW, 2026)
    return talk


def test_what_is_handed_over_is_all_of_this_talk_and_plain_json(database: Database) -> None:
    talk = a_full_talk(database, "mine")
    a_full_talk(database, "theirs")
    with database.reading() as session:
        kept = json.loads(json.dumps(privacy.collect(session, talk, NOW)))
    assert {name: len(rows) for name, rows in kept.items() if isinstance(rows, list)} == {
        "messages": 1,
        "replies": 1,
        "answers": 1,
        "calls": 1,
        "applications": 1,
        "application_events": 1,
    }
    assert "theirs" not in json.dumps(kept)


def test_erasing_counts_what_is_gone_and_leaves_the_others(database: Database) -> None:
    mine, theirs = a_full_talk(database, "mine"), a_full_talk(database, "theirs")
    with database.transaction() as session:
        counts = privacy.erase(session, mine)
    assert counts == {"messages": 1, "replies": 1, "answers": 1, "calls": 1, "applications": 1}
    with database.reading() as session:
        left = privacy.collect(session, mine, NOW)
        assert not any(rows for rows in left.values() if isinstance(rows, list))
        assert len(privacy.collect(session, theirs, NOW)["applications"]) == 1


def test_the_message_being_worked_on_stays_until_its_turn_ends(database: Database) -> None:
    with database.transaction() as session:
        talk = talks.open_talk(session, "console", "1", NOW)
        inbox.add(session, channel="console", update_key="1", talk_id=talk, body={}, now=NOW)
        assert privacy.erase(session, talk)["messages"] == 0
        assert inbox.count_waiting(session, talk) == 1

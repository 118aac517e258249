"""Replies wait, are taken by one deliverer, and go out in order within a talk; on both databases."""

from datetime import UTC, datetime, timedelta

from bot.store import outbox, talks
from bot.store.database import Database
from bot.store.outbox import NewReply, Waiting
from bot.store.talks import Lease
from bot.store.transcript import Cursor, read_talk

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def keep(database: Database, address: str, key: str, *, read_by_page: bool = False) -> int:
    """Keep a reply to a person; gives the talk."""
    with database.transaction() as session:
        talk_id = talks.open_talk(session, "telegram", address, NOW)
        reply = NewReply(talk_id=talk_id, inbox_id=None, key=key, body={"key": key}, read_by_page=read_by_page)
        outbox.add(session, reply, NOW)
        return talk_id


def take(database: Database, token: str, now: datetime = NOW) -> list[Waiting]:
    """Claim as a deliverer does."""
    with database.transaction() as session:
        lease = Lease(token=token, now=now, until=now + timedelta(seconds=45))
        return outbox.claim(session, lease, channel="telegram", limit=10)


def keys(waiting: list[Waiting]) -> list[str]:
    """What was taken."""
    return [one.body["key"] for one in waiting]


def said(database: Database, address: str) -> list[dict[str, str]]:
    """What a person was told."""
    with database.reading() as session:
        talk = read_talk(session, "telegram", address, Cursor(), 99)
        assert talk is not None
        return [one.body for one in talk.said]


def test_only_the_first_reply_of_each_talk_is_taken_and_only_once(database: Database) -> None:
    for address, key in (("7", "a"), ("7", "b"), ("8", "c")):
        keep(database, address, key)
    first = take(database, "1")
    assert keys(first) == ["a", "c"]
    assert take(database, "2") == []
    with database.transaction() as session:
        outbox.mark_sent(session, first[0].id, NOW, "5001")
    assert keys(take(database, "3")) == ["b"]


def test_a_reply_with_the_same_key_is_kept_once(database: Database) -> None:
    keep(database, "7", "a")
    keep(database, "7", "a")
    assert said(database, "7") == [{"key": "a"}]


def test_a_postponed_reply_holds_back_its_talk_until_its_time(database: Database) -> None:
    keep(database, "7", "a")
    keep(database, "7", "b")
    waiting = take(database, "1")[0]
    with database.transaction() as session:
        outbox.postpone(session, waiting, until=NOW + timedelta(seconds=3), failure="flood limit", attempts=0)
    assert take(database, "2", NOW + timedelta(seconds=2)) == []
    assert keys(take(database, "3", NOW + timedelta(seconds=3))) == ["a"]


def test_parts_that_arrived_are_remembered(database: Database) -> None:
    keep(database, "7", "a")
    waiting = take(database, "1")[0]
    with database.transaction() as session:
        outbox.mark_part(session, waiting.id, 2, NOW)
        outbox.release_dead(session, lambda _: True)
    assert take(database, "2")[0].parts_sent == 2


def test_nothing_that_waits_for_a_buried_talk_is_sent(database: Database) -> None:
    talk_id = keep(database, "7", "a")
    keep(database, "7", "b")
    with database.transaction() as session:
        outbox.bury(session, talk_id, "unwelcome")
    assert take(database, "1") == []


def test_what_a_page_reads_waits_for_nobody(database: Database) -> None:
    keep(database, "7", "a", read_by_page=True)
    assert take(database, "1") == []
    assert said(database, "7") == [{"key": "a"}]


def test_a_talk_that_moved_is_reached_at_its_new_address(database: Database) -> None:
    talk_id = keep(database, "7", "a")
    with database.transaction() as session:
        talks.move(session, talk_id, "-1007")
    assert take(database, "1")[0].address == "-1007"


def test_a_talk_that_moved_to_a_known_address_hands_its_replies_over(database: Database) -> None:
    talk_id = keep(database, "7", "a")
    known = keep(database, "-1007", "b")
    with database.transaction() as session:
        talks.move(session, talk_id, "-1007")
    assert [one.talk_id for one in take(database, "1")] == [known]

"""What was said in a talk, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.store import backlog, inbox, outbox, talks, transcript
from bot.store.database import Database
from bot.store.outbox import NewReply
from bot.store.transcript import END, Cursor, TalkSeen

NINE = datetime(2026, 11, 22, 9, tzinfo=UTC)


class Talk:
    """One talk of one person, written minute by minute."""

    def __init__(self, database: Database, address: str = "camille") -> None:
        self.database = database
        self.address = address
        with database.transaction() as session:
            self.id = talks.open_talk(session, "web", address, NINE)

    def message(self, text: str, minute: int) -> int:
        """The person says something."""
        with self.database.transaction() as session:
            stored = inbox.add(
                session,
                channel="web",
                update_key=f"{self.address}/{text}",
                talk_id=self.id,
                body={"text": text},
                now=NINE + timedelta(minutes=minute),
            )
        assert stored is not None
        return stored

    def reply(self, text: str, minute: int, *, sent: bool = True) -> int:
        """Something is said to them."""
        kept = NewReply(talk_id=self.id, inbox_id=None, key=text, body={"text": text}, read_by_page=sent)
        with self.database.transaction() as session:
            stored = outbox.add(session, kept, NINE + timedelta(minutes=minute))
        assert stored is not None
        return stored

    def seen(self, after: Cursor | None = None, limit: int = 10) -> TalkSeen:
        """What a page sees."""
        with self.database.reading() as session:
            seen = transcript.read_talk(session, "web", self.address, after or Cursor(), limit)
        assert seen is not None
        return seen

    def texts(self, after: Cursor | None = None, limit: int = 10) -> list[str]:
        """What was said, in order."""
        return [said.body["text"] for said in self.seen(after, limit).said]


@pytest.fixture
def talk(database: Database) -> Talk:
    """A talk that has begun."""
    return Talk(database)


def test_both_sides_are_told_in_the_order_of_time(talk: Talk) -> None:
    talk.message("a", 0)
    talk.message("b", 1)
    talk.reply("A", 1)
    talk.reply("B", 2)
    assert talk.texts() == ["a", "b", "A", "B"]


def test_only_what_is_new_after_the_cursor_is_told(talk: Talk) -> None:
    talk.message("a", 0)
    talk.reply("A", 1)
    cursor = talk.seen().cursor
    assert talk.texts(cursor) == []
    assert talk.seen(cursor).cursor == cursor
    talk.reply("A2", 2)
    assert talk.texts(cursor) == ["A2"]
    assert talk.texts(END) == []


def test_a_long_talk_is_told_from_its_end(talk: Talk) -> None:
    for number in range(5):
        talk.message(f"m{number}", number)
        talk.reply(f"r{number}", number)
    assert talk.texts(limit=2) == ["m3", "r3", "m4", "r4"]


def test_a_talk_works_until_its_messages_are_done(talk: Talk) -> None:
    assert not talk.seen().working
    stored = talk.message("a", 0)
    assert talk.seen().working
    with talk.database.transaction() as session:
        inbox.finish(session, stored, NINE)
    assert not talk.seen().working


def test_erased_messages_are_noticed(talk: Talk) -> None:
    stored = talk.message("a", 0)
    cursor = talk.seen().cursor
    assert not talk.seen(cursor).erased
    with talk.database.transaction() as session:
        inbox.finish(session, stored, NINE, forget=True)
    assert talk.seen(cursor).erased


def test_a_reply_is_found_in_its_own_talk_only(talk: Talk) -> None:
    stored = talk.reply("A", 0)
    with talk.database.reading() as session:
        assert transcript.find_reply(session, "web", "camille", stored) == {"text": "A"}
        assert transcript.find_reply(session, "web", "dominique", stored) is None
        assert transcript.find_reply(session, "console", "camille", stored) is None


def test_messages_of_one_person_are_counted_since_a_moment(talk: Talk) -> None:
    Talk(talk.database, "dominique").message("x", 5)
    for minute in range(3):
        talk.message(f"m{minute}", minute)
    with talk.database.reading() as session:
        assert transcript.count_messages(session, "web", "camille", NINE + timedelta(minutes=1)) == 2


def test_the_backlog_tells_what_waits(talk: Talk) -> None:
    with talk.database.reading() as session:
        assert (backlog.waiting_messages(session), backlog.oldest_message(session)) == ({}, None)
    talk.message("b", 1)
    talk.message("a", 0)
    talk.reply("A", 2, sent=False)
    talk.reply("B", 3)
    with talk.database.reading() as session:
        assert backlog.waiting_messages(session) == {"web": 2}
        assert backlog.waiting_replies(session) == {"web": 1}
        assert backlog.oldest_message(session) == NINE

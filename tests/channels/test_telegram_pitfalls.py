"""What bots on Telegram trip over in production, one test each, over HTTP through python-telegram-bot."""

import time
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.channels.telegram_html import units
from bot.store.database import Database
from bot.store.tables import Delivery
from bot.store.talks import find_talk
from tests.channels.house import House, ScriptedEngine, eventually, open_house, settings_for
from tests.telegram_server.people import ME
from tests.telegram_server.server import FakeTelegram

pytestmark = pytest.mark.slow  # over HTTP, with its real waits


def test_updates_are_confirmed_only_once_they_are_stored(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 1: a crash loses what was fetched but not stored."""
    telegram.expect(lambda: len(telegram.calls("setMyDescription")) == 2)
    with house.database.transaction() as session:
        find_talk(session, "telegram", "7")  # on SQLite, nobody else can write from here on
        number = telegram.say(7, "Bonjour")
        time.sleep(0.3)
        assert [update["update_id"] for update in telegram.updates] == [number]
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])
    telegram.expect(lambda: telegram.updates == [])


@pytest.mark.parametrize("broken", [{"message": {}}, {"message": "?"}, {"message": {"chat": {"id": "x"}}}, "nonsense"])
def test_one_unreadable_update_blocks_nobody(telegram: FakeTelegram, house: House, broken: object) -> None:
    """Pitfall 2: a poller that cannot parse an update asks for it for ever."""
    if isinstance(broken, dict):
        telegram.push("message", broken["message"])
    else:
        telegram.updates.append({"update_id": 1500, "message": broken})
        telegram.next_update_id = 1501
    telegram.say(7, "Bonjour")
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])
    unreadable = house.inbox_rows()[0]
    assert (unreadable.failure, unreadable.done_at is not None, unreadable.talk_id) == ("unreadable", True, None)
    assert len(telegram.calls("getUpdates")) < 6


def test_an_update_delivered_again_is_answered_once(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 3: unconfirmed updates come back."""
    telegram.say(7, "Bonjour")
    update = telegram.updates[0] if telegram.updates else None
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])
    assert update is not None
    telegram.repeat(update)
    telegram.say(7, "Encore")
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour", "2. Encore"])


def test_a_cut_after_acceptance_is_repeated_at_most_once(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 4: a send without an answer may have arrived; it is tried once more, not for ever."""
    telegram.fail("sendMessage", cut=True, accepted=True)
    telegram.say(7, "Bonjour")
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"] * 2)
    eventually(lambda: house.outbox_rows()[0].status == Delivery.SENT)
    assert telegram.calls("getMe")[-1].at < telegram.calls("sendMessage")[-1].at


def test_a_flood_limit_is_obeyed_to_the_second(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 5: 429 names the seconds to wait; others go on meanwhile."""
    telegram.fail("sendMessage", chat=7, status=429, description="Too Many Requests", retry_after=1)
    telegram.say(7, "Bonjour")
    telegram.expect(lambda: len(telegram.calls("sendMessage")) == 1)
    telegram.say(8, "Salut")
    telegram.expect(lambda: telegram.texts(8) == ["1. Salut"] and telegram.texts(7) == ["1. Bonjour"])
    first, second = (call for call in telegram.calls("sendMessage") if call.chat == 7)
    assert second.at - first.at >= 1.0
    assert second.status == 200


def test_each_person_is_answered_in_order_and_no_state_is_lost(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 6: concurrent updates of one person overwrite each other's state."""
    for number in range(5):
        for person in range(1, 9):
            telegram.say(person, f"m{number}")
    expected = [f"{number + 1}. m{number}" for number in range(5)]
    telegram.expect(lambda: all(telegram.texts(person) == expected for person in range(1, 9)), 20)


def test_a_talk_goes_on_after_a_restart(
    telegram: FakeTelegram, sqlite_database: Database, engine: ScriptedEngine, tmp_path: Path
) -> None:
    """Pitfalls 7 and 8: state kept in memory, or written now and then, is gone or stale after a restart."""
    settings = settings_for(telegram, tmp_path)
    with open_house(sqlite_database, settings, engine):
        telegram.say(7, "Bonjour")
        telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])
    telegram.say(7, "Me revoilà")
    with open_house(sqlite_database, settings, ScriptedEngine()):
        telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour", "2. Me revoilà"])


def test_a_rush_uses_at_most_sixteen_connections_and_loses_nothing(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 9: the connection pool is slow when large and times out when small."""
    telegram.fail("sendMessage", times=30, delay=0.1)
    for person in range(1, 31):
        telegram.say(person, "Bonjour")
    telegram.expect(lambda: all(telegram.texts(person) for person in range(1, 31)), 20)
    assert 4 < telegram.most_at_once <= 16


def test_a_press_is_answered_before_the_work_and_too_old_ones_still_count(
    telegram: FakeTelegram, house: House, engine: ScriptedEngine
) -> None:
    """Pitfall 10: Telegram waits a few seconds for the answer to a press, then it is too late."""
    telegram.fail("answerCallbackQuery", status=400, description="Bad Request: query is too old")
    telegram.press(7, "lent")
    telegram.expect(lambda: len(telegram.calls("answerCallbackQuery")) == 1)
    assert telegram.texts(7) == []
    engine.pause.set()
    telegram.expect(lambda: telegram.texts(7) == ["1. lent"])


def test_a_message_that_is_not_modified_counts_as_sent(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 11: double presses end in « message is not modified »."""
    telegram.fail("sendMessage", status=400, description="Bad Request: message is not modified")
    telegram.say(7, "Bonjour")
    eventually(lambda: [row.status for row in house.outbox_rows()] == [Delivery.SENT])
    assert len(telegram.calls("sendMessage")) == 1


def test_a_long_answer_arrives_in_parts_with_its_buttons_at_the_end(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 12: texts above 4,096 UTF-16 units are refused as a whole."""
    telegram.say(7, "long")
    telegram.expect(lambda: sum(text.count("mot") for text in telegram.texts(7)) == 2400)
    parts = [message for message in telegram.sent if message.chat == 7]
    assert len(parts) > 1
    assert all(units(part.text) <= 4096 for part in parts)
    assert [bool(part.keyboard) for part in parts] == [False] * (len(parts) - 1) + [True]


def test_markup_in_a_question_comes_back_as_text_and_refused_formatting_as_plain_text(
    telegram: FakeTelegram, house: House
) -> None:
    """Pitfall 13: one unescaped character silences the bot."""
    telegram.say(7, "<b>5 < 6 & 7 > 6</i> &eacute; _*[")
    telegram.expect(lambda: telegram.texts(7) == ["1. <b>5 < 6 & 7 > 6</i> &eacute; _*["])
    telegram.fail("sendMessage", status=400, description="Bad Request: can't parse entities: unexpected end tag")
    telegram.say(7, "A & B")
    telegram.expect(lambda: telegram.texts(7)[1:] == ["2. A & B"])
    assert "parse_mode" not in telegram.calls("sendMessage")[-1].parameters


def test_nothing_more_is_sent_to_who_blocked_us_until_they_are_back(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 14: every send to them fails with 403."""
    telegram.known.add(7)
    telegram.block(7, silently=True)
    telegram.say(7, "deux")
    eventually(lambda: [row.status for row in house.outbox_rows()] == [Delivery.DEAD] * 2)
    assert len(telegram.calls("sendMessage")) == 1
    telegram.unblock(7)
    telegram.say(7, "Me revoilà")
    telegram.expect(lambda: telegram.texts(7) == ["2. Me revoilà"])


def test_being_blocked_is_learnt_from_telegram_itself(
    telegram: FakeTelegram, house: House, engine: ScriptedEngine
) -> None:
    """Pitfall 14 again: `my_chat_member` only comes when it is asked for."""
    telegram.say(7, "lent")
    eventually(lambda: len(engine.heard) == 1)
    telegram.block(7)
    eventually(lambda: len(house.inbox_rows()) == 2)
    engine.pause.set()
    eventually(lambda: [row.status for row in house.outbox_rows()] == [Delivery.DEAD])
    assert telegram.calls("sendMessage") == []


def test_a_second_poller_is_named_once_and_then_outlived(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 15: two programs with one token take each other's updates."""
    with capture_logs() as logs:
        telegram.fail("getUpdates", status=409, description="Conflict: terminated by other getUpdates", times=2)
        telegram.say(7, "Bonjour")
        telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])
        telegram.expect(lambda: [call.status for call in telegram.calls("getUpdates")].count(409) == 2)
    advice = [entry["advice"] for entry in logs if entry["event"] == "polling_failed"]
    assert len(advice) == 1
    assert "RELAIS_TELEGRAM_TOKEN" in advice[0]


def test_a_group_is_shown_the_private_chat_once_and_leaves_no_trace(telegram: FakeTelegram, house: House) -> None:
    """Pitfall 17: personal data must not land in groups."""
    for text in ("bla bla", f"@{ME['username']} bonjour", "/start", f"/aide@{ME['username']}", "/aide@autre_bot"):
        telegram.say_in_group(-100, 7, text)
    telegram.push("channel_post", {"chat": {"id": -200, "type": "channel"}, "text": "annonce"})
    telegram.say(7, "Bonjour")
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"] and len(telegram.texts(-100)) == 1)
    assert telegram.sent[0].keyboard[0][0]["url"] == f"https://t.me/{ME['username']}"
    assert len(house.inbox_rows()) == 1


def test_an_edited_message_is_answered_as_edited(telegram: FakeTelegram, house: House, engine: ScriptedEngine) -> None:
    """Pitfall 18: edits come as another kind of update, where `message` is missing."""
    telegram.say(7, "Bonjout")
    telegram.edit(7, "Bonjour")
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjout", "2. Bonjour"])
    assert [message.edited for message in engine.heard] == [False, True]

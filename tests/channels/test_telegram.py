"""A person on Telegram is answered: through python-telegram-bot's own network code."""

import json
import logging
import time
from pathlib import Path

import pytest

from bot.store.database import Database
from tests.channels.house import House, ScriptedEngine, eventually, open_house, settings_for
from tests.telegram_server.server import TOKEN, FakeTelegram

pytestmark = pytest.mark.slow  # over HTTP, with its real waits


def test_a_message_is_answered(telegram: FakeTelegram, house: House) -> None:
    telegram.say(7, "Bonjour")
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])
    allowed = json.loads(telegram.calls("getUpdates")[0].parameters["allowed_updates"])
    assert allowed == ["message", "edited_message", "callback_query", "my_chat_member"]


def test_polling_begins_without_dropping_what_waits(telegram: FakeTelegram, house: House) -> None:
    telegram.expect(lambda: len(telegram.calls("deleteWebhook")) > 0)
    assert telegram.calls("deleteWebhook")[0].parameters.get("drop_pending_updates") in (None, "false")


def test_the_menu_is_in_french_and_english(telegram: FakeTelegram, house: House) -> None:
    telegram.expect(lambda: len(telegram.calls("setMyDescription")) == 2)
    french, english = telegram.calls("setMyCommands")
    names = [command["command"] for command in json.loads(french.parameters["commands"])]
    assert names[:3] == ["start", "aide", "financement"]
    assert len(names) == 12
    assert "language_code" not in french.parameters
    assert english.parameters["language_code"] == "en"


def test_a_menu_that_fails_stops_nothing(
    telegram: FakeTelegram, engine: ScriptedEngine, sqlite_database: Database, tmp_path: Path
) -> None:
    telegram.fail("setMyCommands", status=400, description="Bad Request: BOT_COMMAND_INVALID")
    with open_house(sqlite_database, settings_for(telegram, tmp_path), engine):
        telegram.say(7, "Bonjour")
        telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])


def test_telegram_being_away_at_the_start_is_waited_for(
    telegram: FakeTelegram, engine: ScriptedEngine, sqlite_database: Database, tmp_path: Path
) -> None:
    telegram.fail("getMe", status=502, description="Bad Gateway")
    telegram.fail("deleteWebhook", cut=True)
    telegram.fail("getUpdates", garbage=b'{"ok": true, "resu')
    telegram.fail("getUpdates", garbage=b'{"ok": true, "result": {"not": "a list"}}')
    telegram.say(7, "Bonjour")
    with open_house(sqlite_database, settings_for(telegram, tmp_path), engine):
        telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"], 20)


def test_a_document_is_handed_over_whole(telegram: FakeTelegram, house: House) -> None:
    telegram.say(7, "fichier")
    telegram.expect(lambda: len(telegram.sent) == 2)
    assert telegram.sent[0].text == "1. fichier"
    assert (telegram.sent[1].file_name, telegram.sent[1].file) == ("données.json", '{"é": 1}'.encode())


def test_commands_photos_and_presses_reach_the_engine(
    telegram: FakeTelegram, house: House, engine: ScriptedEngine
) -> None:
    telegram.say(7, "/start source_12")
    telegram.send(7, photo=[{"file_id": "f", "file_size": 12}])
    telegram.press(7, "oui")
    telegram.expect(lambda: telegram.texts(7) == ["1. source_12", "2. photo", "3. oui"])
    assert engine.heard[0].command == "start"
    assert {message.language for message in engine.heard} == {"fr"}
    assert {message.channel for message in engine.heard} == {"telegram"}


def test_typing_is_shown_only_while_a_turn_is_long(
    telegram: FakeTelegram, house: House, engine: ScriptedEngine
) -> None:
    def shown() -> list[int]:
        return [call.chat for call in telegram.calls("sendChatAction")]

    telegram.say(7, "Bonjour")
    telegram.expect(lambda: telegram.texts(7) == ["1. Bonjour"])
    before = shown()  # [7] on a machine that took its time, else nothing
    telegram.say(8, "lent")
    telegram.expect(lambda: 8 in shown())
    engine.pause.set()
    telegram.expect(lambda: telegram.texts(8) == ["1. lent"])
    assert set(shown()[len(before) :]) == {8}


def test_numbers_that_begin_again_lower_are_new_updates(telegram: FakeTelegram, house: House) -> None:
    telegram.say(7, "lundi")
    telegram.expect(lambda: telegram.texts(7) == ["1. lundi"])
    telegram.expect(lambda: telegram.updates == [])
    telegram.end_poll()
    telegram.expect(lambda: "offset" in telegram.calls("getUpdates")[-1].parameters)
    telegram.next_update_id = 1000  # the number of « lundi »
    telegram.say(7, "une semaine plus tard", date=int(time.time()) + 604_800)
    telegram.expect(lambda: telegram.texts(7)[1:] == ["2. une semaine plus tard"])


def test_a_flood_is_answered_politely_and_others_are_served(
    telegram: FakeTelegram, house: House, engine: ScriptedEngine
) -> None:
    telegram.say(7, "lent")
    eventually(lambda: len(engine.heard) == 1)
    for number in range(60):
        telegram.say(7, f"m{number}")
    telegram.say(8, "Bonjour")
    telegram.expect(lambda: telegram.texts(8) == ["1. Bonjour"])
    telegram.expect(lambda: any("beaucoup de messages" in text for text in telegram.texts(7)))
    engine.pause.set()
    telegram.expect(lambda: len(telegram.texts(7)) == 31)


def test_an_outage_of_sending_loses_nothing_and_doubles_nothing(telegram: FakeTelegram, house: House) -> None:
    telegram.fail("sendMessage", status=500, times=2)
    telegram.fail("sendMessage", status=502, description="Bad Gateway")
    for person in (7, 8, 9):
        telegram.say(person, "deux")
    telegram.expect(lambda: all(telegram.texts(person) == ["1. deux a", "1. deux b"] for person in (7, 8, 9)), 20)


def test_neither_token_nor_words_reach_the_logs(
    telegram: FakeTelegram, house: House, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    telegram.fail("sendMessage", garbage=b'{"ok": true, "result": {"text": "mots de Camille"')
    telegram.say(7, "mots de Camille")
    telegram.expect(lambda: len(telegram.texts(7)) == 1)
    captured = caplog.text + "".join(capsys.readouterr())
    assert TOKEN not in captured
    assert "mots de Camille" not in captured

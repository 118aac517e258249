"""A draft on Telegram is gone on with after a restart, days later by its reminder, and on another device by a link."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.draft_keeping import DraftKeeping
from bot.store import talks
from tests.channels.house import clock
from tests.channels.whole_house import whole_house
from tests.intake.test_documents import PDF
from tests.telegram_server.server import FakeTelegram

ME, OTHER = 7, 8


def expect(telegram: FakeTelegram, chat: int, words: str) -> str:
    telegram.expect(lambda: any(words in text for text in telegram.texts(chat)), 20)
    return next(text for text in reversed(telegram.texts(chat)) if words in text)


def button(telegram: FakeTelegram, chat: int, label: str) -> str:
    """The data of the newest button with that label."""
    buttons = [one for sent in telegram.sent if sent.chat == chat for row in sent.keyboard for one in row]
    return str(next(one["callback_data"] for one in reversed(buttons) if label in one["text"]))


def test_days_later_after_a_restart_by_the_button_of_the_reminder(
    telegram: FakeTelegram, sqlite_url: str, tmp_path: Path
) -> None:
    with whole_house(telegram, sqlite_url, tmp_path):
        telegram.say(ME, "/candidater")
        telegram.say(ME, "Duval Sièges")
        expect(telegram, ME, "Étape 2")
    with whole_house(telegram, sqlite_url, tmp_path) as house:
        noon = datetime.combine(clock().date() + timedelta(days=3), datetime.min.time(), UTC) + timedelta(hours=11)
        for hours in (0, 1, 24):
            DraftKeeping(house.inbox, timedelta(days=90)).look(noon + timedelta(hours=hours))
        reminder = expect(telegram, ME, "est gardée, à l'étape 2")
        assert "Duval Sièges" in reminder
    with whole_house(telegram, sqlite_url, tmp_path):
        telegram.press(ME, button(telegram, ME, "Reprendre ma candidature"))
        said = expect(telegram, ME, "Reprenons là où vous en étiez")
        assert "Étape 2" in said
    assert len([text for text in telegram.texts(ME) if "est gardée" in text]) == 1


def test_a_draft_moves_to_another_account_with_its_documents(
    telegram: FakeTelegram, sqlite_url: str, tmp_path: Path
) -> None:
    with whole_house(telegram, sqlite_url, tmp_path) as house:
        telegram.say(ME, "/candidater")
        telegram.say(ME, "Duval Sièges")
        expect(telegram, ME, "Étape 2")
        telegram.send_file(ME, PDF)
        expect(telegram, ME, "bien reçu")
        telegram.say(ME, "/continuer")
        link = re.search(r"https://t\.me/relais_test_bot\?start=(r_[A-Z0-9]{8})", expect(telegram, ME, "t.me"))
        assert link is not None
        telegram.say(OTHER, f"/start {link[1]}")
        assert "Étape 2" in expect(telegram, OTHER, "Votre candidature est ici")
        expect(telegram, ME, "continue sur un autre appareil")
        telegram.say(ME, "/documents")
        expect(telegram, ME, "Aucun document n'est joint")
        telegram.say(OTHER, "/documents")
        expect(telegram, OTHER, "plan.pdf")
        with house.database.reading() as session:
            assert talks.find_talk(session, "telegram", str(OTHER)) is not None

"""From the settings to what is told: ways that are open, wrong settings named, and a group reached through Telegram."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bot.channels.inbox import Inbox
from bot.channels.telegram import TelegramChannel
from bot.desk.notices.opening import open_dispatcher, read_reach
from bot.errors import SettingsError
from bot.settings import Settings, read
from bot.store.database import Database
from tests.channels.house import clock, settings_for
from tests.desk.seeding import add_staff, send_application
from tests.telegram_server.server import TOKEN, FakeTelegram

GROUP = -1001234


def settings(**more: object) -> Settings:
    return Settings(_env_file=None, **more)  # type: ignore[arg-type]


def test_nothing_configured_tells_nobody(sqlite_database: Database) -> None:
    reach = read_reach(settings())
    assert (reach.mail, reach.webhook, reach.chats, reach.base_url) == (False, False, {}, "")
    open_dispatcher(settings(), sqlite_database, clock)


def test_a_group_without_a_bot_is_not_written_for() -> None:
    assert read_reach(settings(staff_chat="-100123")).chats == {}
    assert read_reach(settings(staff_chat="-100123", telegram_token=TOKEN)).chats == {"": "-100123"}


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ({"public_url": "https://relais.example/"}, "https://relais.example/guichet/"),
        ({"webhook_url": "https://relais.example/telegram"}, "https://relais.example/guichet/"),
        ({}, ""),
    ],
)
def test_links_lead_to_where_people_open_the_desk(given: dict[str, str], link: str) -> None:
    assert read_reach(settings(**given)).link("/") == link


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"crm_webhook_url": "http://crm.example"}, "RELAIS_CRM_WEBHOOK_URL"),
        ({"crm_webhook_url": "https://crm.example"}, "RELAIS_CRM_WEBHOOK_SECRET"),
        ({"staff_chat": "ici", "telegram_token": TOKEN}, "RELAIS_STAFF_CHAT"),
    ],
)
def test_a_wrong_setting_stops_the_start_and_is_named(
    sqlite_database: Database, given: dict[str, str], named: str
) -> None:
    with pytest.raises(SettingsError, match=named):
        open_dispatcher(settings(**given), sqlite_database, clock)


def test_mail_without_a_sender_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAIS_SMTP_HOST", "smtp.example")
    with pytest.raises(SettingsError, match="RELAIS_MAIL_FROM"):
        read()
    monkeypatch.setenv("RELAIS_MAIL_FROM", "relais@cci.example")
    assert read().smtp_host == "smtp.example"


async def test_the_group_hears_of_a_new_application_through_telegram(sqlite_database: Database, tmp_path: Path) -> None:
    add_staff(sqlite_database)
    reference = send_application(sqlite_database)
    with FakeTelegram().running() as server:
        given = settings_for(server, tmp_path, staff_chat=str(GROUP), public_url="https://relais.example")
        stop = asyncio.Event()
        channel = TelegramChannel(given, Inbox(sqlite_database), clock)
        serving = [
            asyncio.create_task(channel.run(stop)),
            asyncio.create_task(open_dispatcher(given, sqlite_database, clock).run(stop)),
        ]
        async with asyncio.timeout(20):
            while not any(reference in text for text in server.texts(GROUP)):
                await asyncio.sleep(0.05)
        stop.set()
        await asyncio.gather(*serving)
        told = [text for text in server.texts(GROUP) if reference in text]
    assert len(told) == 1
    assert f"https://relais.example/guichet/dossiers/{reference}" in told[0]
    assert "Duval" not in "".join(server.texts(GROUP))


def test_the_libraries_of_a_closed_way_are_not_loaded() -> None:
    code = (
        "import sys, bot.desk.notices.opening, bot.desk.board; print([name for name in ('aiosmtplib', 'pygal')"
        " if name in sys.modules])"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert loaded.strip() == "[]"

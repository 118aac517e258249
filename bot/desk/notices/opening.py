"""Builds the dispatcher from the settings; a library of a way out loads only when that way is configured."""

from collections.abc import Callable
from datetime import datetime

from bot.desk.notices.dispatcher import Dispatcher
from bot.desk.notices.doors import Door
from bot.desk.notices.reach import Reach, read_chats
from bot.settings import Settings
from bot.store.database import Database
from bot.store.tables import Medium


def open_dispatcher(settings: Settings, database: Database, clock: Callable[[], datetime]) -> Dispatcher:
    """Everything that tells staff and the chamber's own system; raises SettingsError."""
    reach = read_reach(settings)
    doors: dict[Medium, Door] = {}
    if reach.mail:
        from bot.desk.notices.mail import Mail, MailServer

        doors[Medium.EMAIL] = Mail(MailServer.of(settings), reach)
    if reach.webhook:
        from bot.desk.notices.webhook import Webhook, read_target

        doors[Medium.WEBHOOK] = Webhook(
            read_target(settings.crm_webhook_url, settings.crm_webhook_secret.get_secret_value()), clock
        )
    return Dispatcher(database, clock, reach, doors)


def read_reach(settings: Settings) -> Reach:
    """Which ways are open; a group is reached only when the bot has a token."""
    has_bot = bool(settings.telegram_token.get_secret_value())
    return Reach(
        mail=bool(settings.smtp_host),
        webhook=bool(settings.crm_webhook_url),
        chats=read_chats(settings.staff_chat) if has_bot else {},
        base_url=settings.base_url,
    )

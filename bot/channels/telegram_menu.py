"""What Telegram itself shows of the bot: the command menu and the words of an empty chat, in French and English."""

import structlog

from bot.channels.sending import SendingFailed
from bot.channels.telegram_api import TelegramApi

COMMANDS = (
    ("start", "Commencer", "Start"),
    ("aide", "Ce que je sais faire", "What I can do"),
    ("financement", "Trouver un financement", "Find financing"),
    ("partenaires", "Trouver des partenaires industriels", "Find industrial partners"),
    ("candidater", "Candidater à l'accélérateur relocalisation", "Apply to the relocation accelerator"),
    ("dossier", "Où en est ma candidature", "Follow my application"),
    ("documents", "Mes documents", "My documents"),
    ("continuer", "Continuer sur un autre appareil", "Go on on another device"),
    ("conseiller", "Parler à une personne de la CCI", "Reach a person at the chamber"),
    ("mesdonnees", "Voir mes données", "See my data"),
    ("effacer", "Effacer mes données", "Erase my data"),
    ("langue", "Changer de langue", "Change language"),
)
DESCRIPTION = {
    "fr": "Assistant automatique des chambres de commerce et d'industrie pour relocaliser une production en France : "
    "questions avec sources, financements, partenaires, candidature à l'accélérateur. "
    "Une personne est joignable par /conseiller.",
    "en": "Automated assistant of the French chambers of commerce for bringing production back to France: "
    "answers with sources, financing, partners, application to the accelerator. "
    "Reach a person with /conseiller.",
}

log = structlog.get_logger()


async def show_menu(api: TelegramApi) -> None:
    """Set the menus and descriptions; the bot works just as well without them."""
    french = [{"command": name, "description": words} for name, words, _ in COMMANDS]
    english = [{"command": name, "description": words} for name, _, words in COMMANDS]
    try:
        await api.call("setMyCommands", commands=french)
        await api.call("setMyCommands", commands=english, language_code="en")
        await api.call("setMyDescription", description=DESCRIPTION["fr"])
        await api.call("setMyDescription", description=DESCRIPTION["en"], language_code="en")
    except SendingFailed as error:
        log.warning("menu_failed", kind=type(error).__name__)

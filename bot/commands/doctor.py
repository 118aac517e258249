"""`relais doctor`: what is configured, and whether it answers."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bot.answers.generation import Request
from bot.answers.types import Language
from bot.bootstrap import open_chat_model, open_database
from bot.errors import KnowledgeError, ModelUnavailable, NoRelease, RelaisError
from bot.search.embedding import load_embedder
from bot.search.reranking import load_reranker
from bot.search.vectors import open_vectors
from bot.settings import Settings
from bot.store.releases import live_release

_GREETING = Request(
    question="Que fait Relais ?", passages=("Relais\nRelais répond aux entrepreneurs.",), language=Language.FRENCH
)


@dataclass(frozen=True)
class Finding:
    """One thing looked at; `fine` is None when it is not configured and need not be."""

    name: str
    fine: bool | None
    told: str


def examine(settings: Settings) -> list[Finding]:
    """Look at everything; nothing is changed but the tables, which are brought up to date."""
    looks: list[tuple[str, Callable[[Settings], str | None]]] = [
        ("Base de données", _database),
        ("Version publiée", _release),
        ("Modèle de vecteurs", _embedding),
        ("Modèle de relecture", _reranker),
        ("Modèle de langue", _chat),
        ("Telegram", _telegram),
        ("E-mail", _mail),
        ("Webhook de la CCI", _webhook),
    ]
    return [_finding(name, look, settings) for name, look in looks]


def _finding(name: str, look: Callable[[Settings], str | None], settings: Settings) -> Finding:
    try:
        told = look(settings)
    except RelaisError as error:
        return Finding(name, False, str(error))
    except Exception as error:  # the edge: a part that is away must not hide the others
        return Finding(name, False, f"ne répond pas ({type(error).__name__}) : vérifiez le réglage et le réseau.")
    return Finding(name, None, "non configuré") if told is None else Finding(name, True, told)


def _database(settings: Settings) -> str:
    database = open_database(settings)
    try:
        return f"{database.url.get_backend_name()}, tables à jour"
    finally:
        database.close()


def _release(settings: Settings) -> str:
    database = open_database(settings)
    embedder = load_embedder(settings.embedding_model)
    try:
        with database.reading() as session:
            release = live_release(session)
        if release is None:
            raise NoRelease
        vectors = open_vectors(settings.home, settings.chroma_url, release.id, embedder.name, embedder.dimension)
        if not (count := vectors.count()):
            raise KnowledgeError(f"{release.id} n'a plus de vecteurs : lancez « relais knowledge release ».")
        return f"{release.id}, {count} vecteurs"
    finally:
        database.close()


def _embedding(settings: Settings) -> str:
    embedder = load_embedder(settings.embedding_model)
    return f"{embedder.name}, {embedder.dimension} dimensions"


def _reranker(settings: Settings) -> str | None:
    if not settings.reranker_model:
        return None
    load_reranker(settings.reranker_model)
    return settings.reranker_model


def _chat(settings: Settings) -> str | None:
    chat = open_chat_model(settings)
    if chat is None:
        return None
    try:
        chat.write(_GREETING)
    except ModelUnavailable as error:
        raise ModelUnavailable(f"{error} Vérifiez RELAIS_CHAT_MODEL, RELAIS_CHAT_BASE_URL et la clé.") from error
    return f"{settings.chat_model}, répond"


def _mail(settings: Settings) -> str | None:
    if not settings.smtp_host:
        return None
    from bot.desk.notices.mail import MailServer, greet

    asyncio.run(greet(MailServer.of(settings)))
    return f"{settings.smtp_host}:{settings.smtp_port}, {settings.smtp_security}"


def _webhook(settings: Settings) -> str | None:
    """Only looked at: a call would be taken for an event."""
    if not settings.crm_webhook_url:
        return None
    from bot.desk.notices.webhook import read_target

    return f"{read_target(settings.crm_webhook_url, settings.crm_webhook_secret.get_secret_value()).url.netloc}, signé"


def _telegram(settings: Settings) -> str | None:
    if not settings.telegram_token.get_secret_value():
        return None
    from bot.channels.telegram_api import TelegramApi

    async def whoami() -> str:
        api = TelegramApi(settings)
        try:
            me = await api.call("getMe")
        finally:
            await api.close()
        return f"@{me.get('username', '?')}, {'webhook' if settings.webhook_url else 'interrogation régulière'}"

    return asyncio.run(whoami())


def print_findings(findings: list[Finding]) -> None:
    """A table with a sign and words for each."""
    table = Table(show_header=False)
    signs = {True: "[green]bon[/]", False: "[red]à corriger[/]", None: "—"}
    for finding in findings:
        table.add_row(finding.name, signs[finding.fine], finding.told)
    Console().print(table)

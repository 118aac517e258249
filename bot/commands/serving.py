"""`relais run`: web chat, desk, worker and delivery in one process, and Telegram when a token is set."""

import asyncio
import signal
import sys
from threading import Thread
from typing import TYPE_CHECKING

import structlog
from starlette.applications import Starlette
from starlette.routing import Mount

from bot.bootstrap import House, utc_now
from bot.channels.registry_again import RegistryAgain
from bot.channels.web import create_app
from bot.channels.web_parts import WebParts
from bot.channels.web_server import WebServer
from bot.channels.worker import Watch, Worker
from bot.commands import staffing
from bot.desk.api.app import create_api
from bot.desk.app import create_desk
from bot.desk.notices.opening import open_dispatcher
from bot.desk.parts import DeskParts
from bot.desk.passwords import Passwords
from bot.errors import RelaisError

if TYPE_CHECKING:  # loaded only when a token is set
    from bot.channels.telegram import TelegramChannel

log = structlog.get_logger()


def serve(house: House) -> None:
    """Serve until SIGTERM or Ctrl-C; what is under way then ends, what waits is kept."""
    asyncio.run(_serve(house))


async def _serve(house: House) -> None:
    dispatcher = open_dispatcher(house.settings, house.database, utc_now)
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    telegram = _telegram(house)
    server = WebServer(_app(house, telegram), house.settings.http_host, house.settings.http_port)
    if telegram:
        house.drafts.show_on(telegram.name, telegram.drafting)
    watches: list[Watch] = [house.drafts, telegram.typing] if telegram else [house.drafts]
    worker = Worker(house.turns, watches)
    worker.start()
    registry_again = RegistryAgain(house.database, house.registry.look_up, utc_now)
    registry_again.start()
    house.housekeeping.start()
    Thread(target=_warm, args=(house,), name="warm-up", daemon=True).start()
    print(f"Relais répond sur {server.url}/ — Ctrl-C pour arrêter.", flush=True)
    print(f"Le guichet est sur {server.url}/guichet/", flush=True)
    if link := staffing.first_link(house.database, server.url, utc_now()):
        print(f"Créez le premier compte du guichet (lien valable une fois, un jour) : {link}", flush=True)
    turns_ended = asyncio.Event()
    running = [asyncio.create_task(server.run()), asyncio.create_task(dispatcher.run(turns_ended))]
    if telegram:
        running.append(asyncio.create_task(telegram.run(turns_ended)))
    await _until_stopped(stop, running)
    server.stop()
    await asyncio.to_thread(worker.stop)
    await asyncio.to_thread(registry_again.stop)
    await asyncio.to_thread(house.housekeeping.stop)
    turns_ended.set()  # only now: the replies of the last turns are still delivered
    await asyncio.gather(*running, return_exceptions=True)
    house.database.close()


async def _until_stopped(stop: asyncio.Event, running: list[asyncio.Task[None]]) -> None:
    """Wait for a signal; a part that ends by itself stops the others."""
    waiting = asyncio.create_task(stop.wait())
    done, _ = await asyncio.wait([waiting, *running], return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    for task in done - {waiting}:
        if not task.cancelled() and (error := task.exception()):
            log.error("part_stopped", kind=type(error).__name__)
            sys.stderr.write("Une partie de Relais s'est arrêtée : voyez le journal ci-dessus, puis relancez.\n")
    waiting.cancel()


def _telegram(house: House) -> "TelegramChannel | None":
    if not house.settings.telegram_token.get_secret_value():
        return None
    from bot.channels.telegram import TelegramChannel

    return TelegramChannel(house.settings, house.inbox, utc_now)


def _app(house: House, telegram: "TelegramChannel | None") -> Starlette:
    parts = WebParts(
        inbox=house.inbox,
        clock=utc_now,
        drafts=house.drafts,
        signing_key=house.settings.signing_key,
        documents=house.turns.documents,
        checks={"release": lambda: bool(house.library.pointed())},
        receive_webhook=telegram.receive_webhook if telegram and house.settings.webhook_url else None,
        routes=[
            Mount("/guichet", create_desk(_desk_parts(house))),
            Mount("/api/v1", create_api(house.database, utc_now)),
        ],
    )
    return create_app(parts)


def _desk_parts(house: House) -> DeskParts:
    return DeskParts(
        database=house.database,
        clock=utc_now,
        signing_key=house.settings.signing_key,
        passwords=Passwords(),
        files=house.turns.documents.files,
    )


def _warm(house: House) -> None:
    """Load the release, its vectors and the chat model's library before the first question asks for them."""
    try:
        house.library.warm()
        if house.chat:
            house.chat.warm()
    except RelaisError as error:
        log.warning("not_warm", kind=type(error).__name__)

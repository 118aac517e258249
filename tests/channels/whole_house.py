"""The whole product behind the fake Telegram, in this process; no knowledge is published: the form needs none."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot import bootstrap
from bot.bootstrap import House
from bot.channels.telegram import TelegramChannel
from bot.channels.worker import Worker
from tests.channels.house import clock, eventually, settings_for
from tests.telegram_server.server import FakeTelegram


@contextmanager
def whole_house(telegram: FakeTelegram, database_url: str, home: Path) -> Iterator[House]:
    """Start channel and worker; stop them at the end of the block."""
    house = bootstrap.build(settings_for(telegram, home, database_url=database_url, registry_url=""))
    ready: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def serve() -> None:
        channel = TelegramChannel(house.settings, house.inbox, clock)
        stop = asyncio.Event()
        ready.append((asyncio.get_running_loop(), stop))
        await channel.run(stop)

    serving = threading.Thread(target=asyncio.run, args=(serve(),))
    serving.start()
    eventually(lambda: bool(ready))
    loop, stop = ready[0]
    worker = Worker(house.turns, threads=3)
    worker.start()
    try:
        yield house
    finally:
        worker.stop()
        loop.call_soon_threadsafe(stop.set)
        serving.join()
        house.database.close()

"""`relais chat`: the talk of whoever sits at this terminal; another process may serve the other talks meanwhile."""

import getpass
import secrets
from threading import Thread

from bot.bootstrap import House, utc_now
from bot.channels.console import Console, Source
from bot.channels.console_terminal import open_terminal
from bot.channels.worker import Worker


def talk(house: House) -> None:
    """Talk until the person leaves."""
    Thread(target=house.library.warm, name="warm-up", daemon=True).start()
    worker = Worker(house.turns)

    def answer() -> None:
        while worker.work_once():
            pass

    house.housekeeping.look()
    source = Source(
        inbox=house.inbox,
        documents=house.turns.documents,
        answer=answer,
        clock=utc_now,
        new_key=lambda: secrets.token_hex(16),
    )
    with open_terminal(house.settings.home) as terminal:
        Console(source, terminal, getpass.getuser()).run()

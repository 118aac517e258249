"""What a way out of the house offers to the dispatcher, and how a sending can fail."""

from datetime import timedelta
from typing import Protocol

from bot.store.dispatches import Due

GIVE_UP_AFTER = timedelta(hours=24)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=3)


class NotSent(Exception):
    """Try again later; the text is a kind for the log and the desk (« 500 », « silence »), never a person's words."""


class NeverSent(NotSent):
    """It will not be taken however often it is tried."""


class Door(Protocol):
    """Sends one dispatch; every failure is a NotSent."""

    async def send(self, due: Due) -> None:
        """Send it, within the time that the dispatcher gives."""


def wait_after(failures: int) -> timedelta:
    """How long to wait after so many failures in a row: 30 s, 1 min, 2 min… up to three hours."""
    return min(FIRST_WAIT * (1 << min(max(failures - 1, 0), 12)), LONGEST_WAIT)

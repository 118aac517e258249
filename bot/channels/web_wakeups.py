"""Wakes the open pages that have something to show, so that they need not ask the database all the time."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from bot.channels.bell import Bell


class Waiter:
    """One open page; while `working`, any reply of the house may be the one it waits for."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.working = False
        self._called = asyncio.Event()

    def call(self) -> None:
        """There may be something new."""
        self._called.set()

    async def wait(self, timeout: float) -> None:
        """Return when called, or after `timeout` seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                await self._called.wait()
        self._called.clear()


class Wakeups:
    """Replies of other processes are not heard here: pages ask again after a while in any case."""

    def __init__(self, replied: Bell) -> None:
        self._replied = replied
        self._waiters: set[Waiter] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closed = False

    def listen(self) -> Callable[[], None]:
        """Hear replies from now on, in the running loop; gives the function that ends it."""
        loop = self._loop = asyncio.get_running_loop()

        def heard() -> None:
            with suppress(RuntimeError):  # the loop has just ended
                loop.call_soon_threadsafe(self._call_working)

        return self._replied.listen(heard)

    @contextmanager
    def waiting(self, address: str) -> Iterator[Waiter]:
        """A page of this person is open meanwhile."""
        waiter = Waiter(address)
        self._waiters.add(waiter)
        try:
            yield waiter
        finally:
            self._waiters.discard(waiter)

    def call(self, address: str) -> None:
        """This person has just sent something, or is being answered."""
        for waiter in self._waiters:
            if waiter.address == address:
                waiter.call()

    def call_from_thread(self, address: str) -> None:
        """There is something to show to this person, says a thread."""
        if self._loop:
            with suppress(RuntimeError):  # the loop has just ended
                self._loop.call_soon_threadsafe(self.call, address)

    def close(self) -> None:
        """Let every open page go: they come back to whoever serves next."""
        self.closed = True
        for waiter in self._waiters:
            waiter.call()

    def _call_working(self) -> None:
        for waiter in self._waiters:
            if waiter.working:
                waiter.call()

"""A bell between threads: whoever waits for messages or replies in this process hears at once that there are some."""

from collections.abc import Callable
from threading import Condition


class Bell:
    """A ring is never missed: waiters compare a count, they do not have to be there when it rings."""

    def __init__(self) -> None:
        self._condition = Condition()
        self._rings = 0
        self._listeners: list[Callable[[], None]] = []

    @property
    def rings(self) -> int:
        """How often it rang; give it to `wait` to wait for the next ring."""
        return self._rings

    def ring(self, times: int = 1) -> None:
        """Wake up to `times` waiting threads and call every listener."""
        with self._condition:
            self._rings += 1
            self._condition.notify(times)
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()

    def wait(self, seen: int, timeout: float) -> None:
        """Return at the first ring after `seen`, or after `timeout` seconds."""
        with self._condition:
            self._condition.wait_for(lambda: self._rings != seen, timeout)

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` at each ring, in the ringing thread; gives the function that ends it."""
        with self._condition:
            self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

"""When not to ask a chat model: after failures in a row it rests, then one trial decides."""

from threading import Lock

FAILURES = 3  # in a row before it rests
FIRST_REST = 30.0  # seconds
LONGEST_REST = 600.0


class Breaker:
    """Closed, open or half open; safe to share between threads. Times are seconds of a clock that only grows."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._failures = 0
        self._rests_until = 0.0
        self._rest = FIRST_REST
        self._trying = False

    def lets_through(self, now: float) -> bool:
        """Whether the model may be asked now; at the end of a rest, only one caller hears yes until it reports."""
        with self._lock:
            if self._failures < FAILURES:
                return True
            if now < self._rests_until or self._trying:
                return False
            self._trying = True
            return True

    def note_success(self) -> None:
        """It answered: everything is as if nothing had been."""
        with self._lock:
            self._failures, self._rest, self._trying = 0, FIRST_REST, False

    def note_failure(self, now: float) -> None:
        """It failed: the rest after a failed trial is twice as long."""
        with self._lock:
            self._failures += 1
            if self._trying:
                self._rest = min(2 * self._rest, LONGEST_REST)
            if self._failures >= FAILURES:
                self._rests_until = now + self._rest
            self._trying = False

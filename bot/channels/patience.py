"""When not to call a channel: the pauses it asks for, and longer and longer waits while it is out of order.

Pure arithmetic on the time that is handed in.
"""

from datetime import datetime, timedelta

FIRST_WAIT = timedelta(seconds=0.5)
LONGEST_WAIT = timedelta(seconds=5)


def backoff(failures: int, longest: timedelta = LONGEST_WAIT) -> timedelta:
    """How long to wait after so many failures in a row."""
    doublings = min(max(failures - 1, 0), 10)  # more would only overflow
    return min(FIRST_WAIT * (1 << doublings), longest)


class Pauses:
    """Obeys « too many requests »: one chat pauses alone, a second one during that pause stops everything."""

    def __init__(self) -> None:
        self._until: dict[str, datetime] = {}
        self._all_until: datetime | None = None

    def begin(self, address: str, until: datetime, now: datetime) -> None:
        """This address asked for a pause."""
        self._until = {known: end for known, end in self._until.items() if end > now}
        self._until[address] = max(until, self._until.get(address, until))
        if len(self._until) > 1:
            self._all_until = max(self._until.values())

    def all_until(self, now: datetime) -> datetime | None:
        """Until when nothing at all may be sent."""
        return self._all_until if self._all_until and self._all_until > now else None

    def is_paused(self, address: str, now: datetime) -> bool:
        """Whether nothing may be sent to this address now."""
        return self.all_until(now) is not None or self._until.get(address, now) > now


class Circuit:
    """Closed while the channel answers; a failure opens it, then one harmless question and one trial may pass."""

    def __init__(self, most_at_once: int) -> None:
        self._most_at_once = most_at_once
        self._failures = 0
        self._closed_until: datetime | None = None
        self._asked = False

    def allows(self, now: datetime) -> int:
        """How many calls may be under way now."""
        if self._closed_until is None:
            return self._most_at_once
        return 1 if now >= self._closed_until else 0

    def must_ask(self) -> bool:
        """Whether the channel should answer something harmless before a message is tried on it."""
        return self._failures > 0 and not self._asked

    def note_answer(self) -> None:
        """It answered something harmless: one message may be tried."""
        self._asked = True

    def note_failure(self, now: datetime) -> None:
        """A call failed; those that were under way together count as one."""
        if self._closed_until is None or now >= self._closed_until:
            self._failures += 1
            self._closed_until = now + backoff(self._failures)
            self._asked = False

    def note_success(self) -> None:
        """The channel took a message."""
        self._failures, self._closed_until, self._asked = 0, None, False

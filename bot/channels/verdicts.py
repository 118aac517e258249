"""What becomes of a reply whose sending failed: decided here, written down by the delivery."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.channels.patience import backoff
from bot.channels.sending import Misconfigured, Refused, RetryLater, SendingFailed, Uncertain, Unwelcome
from bot.store.outbox import Waiting

LONGEST_WAIT = timedelta(seconds=30)
GIVE_UP_AFTER = timedelta(hours=24)
MOST_CUTS = 5
SILENT = "silent"  # sent once without an answer: one more try, never a third


@dataclass(frozen=True, kw_only=True)
class Later:
    """Try again from `until` on."""

    until: datetime
    failure: str
    attempts: int


@dataclass(frozen=True, kw_only=True)
class Never:
    """Give up this reply, or everything that waits for its talk."""

    failure: str
    whole_talk: bool = False


def judge(error: SendingFailed, waiting: Waiting, now: datetime) -> Later | Never:
    """Later or never."""
    match error:
        case RetryLater():
            until = now + timedelta(seconds=error.seconds)
            return Later(until=until, failure=waiting.failure or "flood limit", attempts=waiting.attempts)
        case Unwelcome():
            return Never(failure="unwelcome", whole_talk=True)
        case Refused():
            return Never(failure="refused")
        case Uncertain() if waiting.failure == SILENT or (error.cut and waiting.attempts + 1 >= MOST_CUTS):
            return Never(failure="unconfirmed")
        case Uncertain(cut=False):
            return _later(waiting, now, SILENT)
        case Misconfigured():
            return Later(until=now + LONGEST_WAIT, failure="misconfigured", attempts=waiting.attempts + 1)
        case _ if now - waiting.created_at > GIVE_UP_AFTER:
            return Never(failure="expired")
        case _:
            return _later(waiting, now, SILENT if waiting.failure == SILENT else "unreached")


def _later(waiting: Waiting, now: datetime, failure: str) -> Later:
    attempts = waiting.attempts + 1
    return Later(until=now + backoff(attempts, LONGEST_WAIT), failure=failure, attempts=attempts)

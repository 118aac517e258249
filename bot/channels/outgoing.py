"""The outbox as one deliverer sees it: takes what is due, writes down what became of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.channels.holder import is_dead, new_token
from bot.channels.verdicts import Later, Never
from bot.store import outbox, talks
from bot.store.database import Database, Session
from bot.store.outbox import Waiting
from bot.store.talks import Lease

LEASE = timedelta(seconds=45)  # longer than one send may take, time-outs included


class Outgoing:
    """Each method is one short transaction."""

    def __init__(self, database: Database, channel: str, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._channel = channel
        self._clock = clock
        self._is_new = True

    def take_due(self, limit: int) -> list[Waiting]:
        """Lease the first waiting reply of up to `limit` talks."""
        with self._database.transaction() as session:
            if self._is_new and self._database.is_sqlite:  # all deliverers are on this machine: the dead hold nothing
                outbox.release_dead(session, is_dead)
            due = outbox.claim(session, self._lease(), channel=self._channel, limit=limit)
        self._is_new = False
        return due

    def mark_part(self, waiting: Waiting, parts_sent: int) -> Waiting:
        """One part of a long reply arrived."""
        with self._database.transaction() as session:
            outbox.mark_part(session, waiting.id, parts_sent, self._lease().until)
        return replace(waiting, parts_sent=parts_sent, attempts=0, failure=None)

    def mark_sent(self, waiting: Waiting, message_id: str) -> Waiting | None:
        """The whole reply arrived; gives the next one of its talk."""
        with self._database.transaction() as session:
            outbox.mark_sent(session, waiting.id, self._clock(), message_id)
            return self._next(session, waiting)

    def write_down(self, waiting: Waiting, verdict: Later | Never) -> Waiting | None:
        """The reply failed; gives the next one of its talk when that may go."""
        with self._database.transaction() as session:
            if isinstance(verdict, Later):
                outbox.postpone(
                    session, waiting, until=verdict.until, failure=verdict.failure, attempts=verdict.attempts
                )
                return None
            if verdict.whole_talk:
                talks.set_blocked(session, waiting.talk_id, self._clock())
                outbox.bury(session, waiting.talk_id, verdict.failure)
                return None
            outbox.mark_dead(session, waiting.id, verdict.failure)
            return self._next(session, waiting)

    def move(self, waiting: Waiting, address: str) -> None:
        """The talk has another address now."""
        with self._database.transaction() as session:
            talks.move(session, waiting.talk_id, address)

    def _next(self, session: Session, waiting: Waiting) -> Waiting | None:
        session.flush()
        following = outbox.claim(session, self._lease(), channel=self._channel, talk_id=waiting.talk_id)
        return following[0] if following else None

    def _lease(self) -> Lease:
        now = self._clock()
        return Lease(token=new_token(), now=now, until=now + LEASE)

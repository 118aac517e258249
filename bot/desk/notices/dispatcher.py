"""Sends what waits for staff and for the chamber's own system; several processes may do so side by side."""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta

import structlog

from bot.desk.notices import digest
from bot.desk.notices.announcing import announce
from bot.desk.notices.doors import GIVE_UP_AFTER, Door, NeverSent, NotSent, wait_after
from bot.desk.notices.reach import Reach
from bot.store import dispatches
from bot.store.database import Database
from bot.store.dispatches import Due
from bot.store.tables import Medium
from bot.store.talks import Lease

POLL = 2.0  # seconds
AT_ONCE = 8
LEASE = timedelta(minutes=3)  # longer than any sending may take
LONGEST = 90.0  # seconds of one sending, whatever the door does

log = structlog.get_logger()


class Dispatcher:
    """`doors` holds a door for each medium that is configured."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], reach: Reach, doors: Mapping[Medium, Door]
    ) -> None:
        self._database = database
        self._clock = clock
        self._reach = reach
        self._doors = doors

    async def run(self, stop: asyncio.Event) -> None:
        """Announce and send until `stop`; what is under way then gets its time to end."""
        while not stop.is_set():
            try:
                busy = await self.work_once()
            except Exception as error:  # the edge: the database may be away for a while
                log.error("dispatcher_stumbled", kind=type(error).__name__)
                busy = False
            if not busy:
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), POLL)

    async def work_once(self) -> bool:
        """One round; whether there was anything to do."""
        announced = await asyncio.to_thread(self._announce)
        due = await asyncio.to_thread(self._claim)
        await asyncio.gather(*(self._send(one) for one in due))
        return bool(announced or due)

    def _announce(self) -> int:
        now = self._clock()
        with self._database.transaction() as session:
            announced = announce(session, self._reach, now)
        if digest.is_due(now):
            with self._database.transaction() as session:
                digest.write_digests(session, self._reach, now)
        return announced

    def _claim(self) -> list[Due]:
        if not self._doors:
            return []
        now = self._clock()
        lease = Lease(token=secrets.token_hex(16), now=now, until=now + LEASE)
        with self._database.transaction() as session:
            return dispatches.claim(session, tuple(self._doors), lease, AT_ONCE)

    async def _send(self, due: Due) -> None:
        try:
            async with asyncio.timeout(LONGEST):
                await self._doors[due.medium].send(due)
        except NotSent as error:
            await asyncio.to_thread(self._note_failure, due, error)
        except TimeoutError:
            await asyncio.to_thread(self._note_failure, due, NotSent("silence"))
        except Exception as error:  # the edge: one dispatch that cannot be made must not hold up the others
            await asyncio.to_thread(self._note_failure, due, NotSent(type(error).__name__))
        else:
            await asyncio.to_thread(self._note_success, due)

    def _note_success(self, due: Due) -> None:
        with self._database.transaction() as session:
            dispatches.mark_sent(session, due, self._clock())

    def _note_failure(self, due: Due, error: NotSent) -> None:
        now, failure = self._clock(), str(error)[:200]
        wait = wait_after(due.attempts + 1)
        over = isinstance(error, NeverSent) or now + wait - due.created_at > GIVE_UP_AFTER
        log.warning("not_sent", dispatch_id=due.id, medium=due.medium, kind=failure, for_ever=over)
        with self._database.transaction() as session:
            if over:
                dispatches.give_up(session, due, failure)
            else:
                dispatches.postpone(session, due, failure, now + wait)

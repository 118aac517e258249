"""What is done without anybody asking: erasures finished, drafts looked after, what is too old purged."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread

import structlog

from bot.channels.draft_keeping import DraftKeeping
from bot.channels.effects import new_receipt
from bot.channels.holder import new_token
from bot.channels.inbox import Inbox
from bot.store import erasures, jobs, retention
from bot.store.attachment_files import AttachmentFiles
from bot.store.database import Session
from bot.store.talks import Lease

EVERY = 60.0  # seconds between two looks
RETENTION = "retention"  # the daily part, by one process at a time
RETENTION_EVERY = timedelta(hours=20)
LEASE = timedelta(minutes=30)
EXPORT_KEPT = timedelta(days=7)  # on the page from which it is downloaded
ADDRESS_KEPT = timedelta(days=1)  # after an erasure, so that its receipt arrives and no update is taken twice

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """How long things are kept."""

    drafts: timedelta = timedelta(days=90)
    talks: timedelta = timedelta(days=365)
    messages: timedelta = timedelta(days=180)
    applications: timedelta = timedelta(days=3 * 365)


class Housekeeping:
    """Any number of processes may run it side by side."""

    def __init__(self, inbox: Inbox, files: AttachmentFiles, keeping: Keeping, clock: Callable[[], datetime]) -> None:
        self._database = inbox.database
        self._files = files
        self._keeping = keeping
        self._clock = clock
        self._drafts = DraftKeeping(inbox, keeping.drafts)
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="housekeeping", daemon=True)

    def start(self) -> None:
        """Look at once, then every minute."""
        self._thread.start()

    def stop(self, patience: float = 10.0) -> None:
        """End the look under way."""
        self._stopping.set()
        self._thread.join(patience)

    def look(self) -> None:
        """Do everything that is due."""
        now = self._clock()
        erasures.finish(self._database, self._files, now)
        self._drafts.look(now)
        self._retain(now)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.look()
            except Exception as error:  # the edge: the database may be away for a while
                log.error("housekeeping_stumbled", kind=type(error).__name__)
            self._stopping.wait(EVERY)

    def _retain(self, now: datetime) -> None:
        lease = Lease(token=new_token(), now=now, until=now + LEASE)
        with self._database.transaction() as session:
            if not jobs.take(session, RETENTION, RETENTION_EVERY, lease):
                return
        began = time.monotonic()
        counts = {name: self._repeat(step) for name, step in self._steps(now).items()}
        counts["files"] = erasures.remove_forgotten(self._database, self._files)
        something = any(counts.values())
        if something:
            erasures.scrub(self._database)
        with self._database.transaction() as session:
            jobs.finish(session, RETENTION, lease.token, now)
        tell = log.info if something else log.debug
        tell("retention_done", seconds=round(time.monotonic() - began, 1), **counts)

    def _steps(self, now: datetime) -> dict[str, Callable[[Session], int]]:
        keeping = self._keeping
        return {
            "texts": lambda session: retention.purge_bodies(session, now - keeping.messages),
            "exports": lambda session: retention.drop_exports(session, now - EXPORT_KEPT),
            "links": lambda session: retention.drop_expired_links(session, now - timedelta(days=1)),
            "documents": lambda session: retention.drop_old_waiting(session, now - keeping.drafts),
            "addresses": lambda session: erasures.forget_talks(session, now - ADDRESS_KEPT, now),
            "talks": lambda session: retention.erase_old_talks(session, now - keeping.talks, now, new_receipt),
            "applications": lambda session: retention.anonymise_ended(session, now - keeping.applications, now),
        }

    def _repeat(self, step: Callable[[Session], int]) -> int:
        """In short transactions, until nothing is left; how many in all."""
        total = 0
        while True:
            with self._database.transaction() as session:
                done = step(session)
            total += done
            if done == 0 or self._stopping.is_set():
                return total

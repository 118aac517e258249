"""The worker: threads that take the oldest message of a talk nobody else works on, and carry it through its turn."""

import time
from collections.abc import Sequence
from datetime import timedelta
from threading import Event, Lock, Thread
from typing import Protocol

import structlog

from bot.channels.holder import is_dead, new_token
from bot.channels.turns import Turns
from bot.store import inbox, talks
from bot.store.inbox import Claim
from bot.store.talks import Lease

THREADS = 4
LEASE = timedelta(seconds=30)
RENEWAL = 10.0  # seconds; a turn longer than its lease keeps it
POLL = 1.0  # seconds; messages that another process received, and those to be tried again

log = structlog.get_logger()


class Watch(Protocol):
    """Is told, in the worker's thread, when a turn begins and ends (to show « typing… »)."""

    def begun(self, claim: Claim) -> None:
        """A turn begins."""

    def ended(self, claim: Claim) -> None:
        """It ended, well or not."""


class Worker:
    """Answers messages from `start` to `stop`; several may run side by side, in one process or in many."""

    def __init__(self, turns: Turns, watches: Sequence[Watch] = (), *, threads: int = THREADS) -> None:
        self._turns = turns
        self._database = turns.inbox.database
        self._bell = turns.inbox.arrived
        self._watches = tuple(watches)
        self._is_new = True
        self._stopping = Event()
        self._held: set[str] = set()
        self._lock = Lock()
        loops = [self._work] * threads + [self._renew]
        self._threads = [Thread(target=loop, name=f"worker-{n}", daemon=True) for n, loop in enumerate(loops)]

    def start(self) -> None:
        """Start the threads."""
        for thread in self._threads:
            thread.start()

    def stop(self, patience: float = 25.0) -> None:
        """Let the turns under way end, then return; what is not begun waits for the next start."""
        self._stopping.set()
        self._bell.ring(len(self._threads))
        deadline = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def work_once(self) -> bool:
        """Carry one message through its turn in this thread; False when none waits."""
        claim = self._take()
        if claim is None:
            return False
        try:
            for watch in self._watches:
                watch.begun(claim)
            self._turns.carry_out(claim)
        finally:
            for watch in self._watches:
                watch.ended(claim)
            with self._lock:
                self._held.discard(claim.token)
        return True

    def _take(self) -> Claim | None:
        now = self._turns.clock()
        lease = Lease(token=new_token(), now=now, until=now + LEASE)
        with self._database.transaction() as session:
            if self._is_new and self._database.is_sqlite:  # all workers are on this machine: the dead hold nothing
                talks.release_dead(session, is_dead)
            claim = inbox.claim(session, lease)
        self._is_new = False
        if claim is not None:
            with self._lock:
                self._held.add(claim.token)
        return claim

    def _work(self) -> None:
        while not self._stopping.is_set():
            seen = self._bell.rings
            try:
                worked = self.work_once()
            except Exception as error:  # the edge: the database may be away for a while
                log.error("worker_stumbled", kind=type(error).__name__)
                worked = False
                self._stopping.wait(POLL)
            if not worked:
                self._bell.wait(seen, POLL)

    def _renew(self) -> None:
        while not self._stopping.wait(RENEWAL):
            with self._lock:
                held = tuple(self._held)
            if not held:
                continue
            try:
                with self._database.transaction() as session:
                    talks.renew(session, held, self._turns.clock() + LEASE)
            except Exception as error:  # the edge: the next round tries again
                log.error("renewal_failed", kind=type(error).__name__)

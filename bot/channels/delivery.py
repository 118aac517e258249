"""Sends what waits in the outbox, in order within a talk, side by side across talks, patiently when a channel fails."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import structlog

from bot.channels.bodies import reply_from_json
from bot.channels.inbox import Inbox
from bot.channels.outgoing import Outgoing
from bot.channels.patience import Circuit, Pauses
from bot.channels.sending import Moved, Part, Refused, RetryLater, Sender, SendingFailed, Unwelcome
from bot.channels.verdicts import Never, judge
from bot.store.outbox import Waiting

AT_ONCE = 12  # of the 16 connections: the rest is kept for presses and « typing… »
POLL = 0.5  # seconds; replies that another process wrote, and those to be tried again
GRACE = 10.0  # seconds for what is under way at a stop

log = structlog.get_logger()


class Delivery:
    """Delivers the replies of one channel; several processes may deliver side by side."""

    def __init__(self, inbox: Inbox, channel: str, sender: Sender, clock: Callable[[], datetime]) -> None:
        self.pauses = Pauses()
        self._bell = inbox.replied
        self._outgoing = Outgoing(inbox.database, channel, clock)
        self._sender = sender
        self._clock = clock
        self._circuit = Circuit(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until `stop`; what is under way then gets a few seconds to end."""
        loop = asyncio.get_running_loop()

        def wake() -> None:
            loop.call_soon_threadsafe(self._wake.set)

        end_listening = self._bell.listen(wake)
        try:
            while not stop.is_set():
                self._wake.clear()
                await self._start_due()
                await self._rest(stop)
            await self._start_due()  # the last words of the turns that ended just before
        finally:
            end_listening()
            await self._end_tasks()

    async def _start_due(self) -> None:
        now = self._clock()
        room = self._circuit.allows(now) - len(self._tasks)
        if room <= 0 or self.pauses.all_until(now) or not await self._answers():
            return
        try:
            due = await asyncio.to_thread(self._outgoing.take_due, room)
        except Exception as error:  # the edge: the database may be away for a while
            log.error("delivery_stumbled", kind=type(error).__name__)
            return
        for waiting in due:
            task = asyncio.create_task(self._deliver_talk(waiting))
            self._tasks.add(task)
            task.add_done_callback(self._ended)

    async def _answers(self) -> bool:
        """After a failure, messages are not used to find out whether the channel is back."""
        if not self._circuit.must_ask():
            return True
        if await self._sender.is_reachable():
            self._circuit.note_answer()
            return True
        self._circuit.note_failure(self._clock())
        return False

    async def _rest(self, stop: asyncio.Event) -> None:
        waits = [asyncio.ensure_future(event.wait()) for event in (self._wake, stop)]
        await asyncio.wait(waits, timeout=POLL, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._wake.set()

    async def _end_tasks(self) -> None:
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=GRACE)
            for task in late:
                task.cancel()

    async def _deliver_talk(self, waiting: Waiting | None) -> None:
        """Send what waits for one talk, one reply after the other."""
        try:
            while waiting is not None:
                waiting = await self._deliver(waiting)
        except Exception as error:  # the edge: the lease ends and the reply is tried again
            log.error("delivery_stumbled", kind=type(error).__name__)

    async def _deliver(self, waiting: Waiting) -> Waiting | None:
        """Send the parts that are still missing; gives the next reply of the talk."""
        if waiting.blocked:
            return await self._write_down(waiting, Unwelcome("blocked"))
        try:
            message_id = ""
            parts = self._parts(waiting)
            for number, part in list(enumerate(parts, start=1))[waiting.parts_sent :]:
                message_id = await self._send(waiting, part)
                self._circuit.note_success()
                if number < len(parts):
                    waiting = await asyncio.to_thread(self._outgoing.mark_part, waiting, number)
        except SendingFailed as error:
            return await self._write_down(waiting, error)
        return await asyncio.to_thread(self._outgoing.mark_sent, waiting, message_id)

    def _parts(self, waiting: Waiting) -> Sequence[Part]:
        try:
            return self._sender.parts(reply_from_json(waiting.body))
        except (ValueError, TypeError) as error:
            raise Refused(f"unreadable reply: {type(error).__name__}") from error

    async def _send(self, waiting: Waiting, part: Part) -> str:
        try:
            return await self._sender.send(waiting.address, part)
        except Moved as moved:
            await asyncio.to_thread(self._outgoing.move, waiting, moved.address)
            return await self._sender.send(moved.address, part)

    async def _write_down(self, waiting: Waiting, error: SendingFailed) -> Waiting | None:
        now = self._clock()
        if isinstance(error, RetryLater):
            self.pauses.begin(waiting.address, now + timedelta(seconds=error.seconds), now)
        elif not isinstance(error, Unwelcome | Refused):
            self._circuit.note_failure(now)
        verdict = judge(error, waiting, now)
        log.warning("send_failed", outbox_id=waiting.id, kind=verdict.failure, for_ever=isinstance(verdict, Never))
        return await asyncio.to_thread(self._outgoing.write_down, waiting, verdict)

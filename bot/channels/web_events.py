"""The stream of an open page (Server-Sent Events): what is said appears without a reload, and resumes after a cut."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.channels.typography import nonbreaking
from bot.channels.web_drafts import WebDrafts
from bot.channels.web_pages import Pages
from bot.channels.web_person import person_at, preferred_language
from bot.channels.web_talk import WebTalk, language_of
from bot.channels.web_wakeups import Wakeups
from bot.store.transcript import LARGEST_ID, Cursor, TalkSeen

BUSY = 0.5  # seconds between two looks while an answer is awaited, from another process perhaps
IDLE = 3.0  # and while none is
SILENCE = 15.0  # seconds after which a proxy might cut
WITHIN = 8.0  # seconds that a page without scripts waits for its answer

_CURSOR = re.compile(r"(\d{1,18})\.(\d{1,18})")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What an open page shows so far."""

    cursor: Cursor
    working: bool | None = None
    erased: bool | None = None


class Events:
    """One stream for each open page."""

    def __init__(self, talk: WebTalk, pages: Pages, wakeups: Wakeups, drafts: WebDrafts) -> None:
        self._talk = talk
        self._pages = pages
        self._wakeups = wakeups
        self._drafts = drafts

    async def open(self, request: Request) -> Response:
        """Everything said after the last event that the page received."""
        person = person_at(request)
        if person is None:
            return Response(status_code=204)  # the browser stops asking
        after = request.headers.get("last-event-id") or request.query_params.get("after", "")
        shown = Shown(cursor=_read_cursor(after))
        stream = self._stream(person.address, shown, preferred_language(request))
        return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})

    async def answered(self, address: str) -> None:
        """Return when nothing waits for an answer, or when waiting longer would look like a hang."""
        with self._wakeups.waiting(address) as waiter:
            waiter.working = True
            for _ in range(int(WITHIN / BUSY)):
                if not await run_in_threadpool(self._talk.is_working, address):
                    return
                await waiter.wait(BUSY)

    async def _stream(self, address: str, shown: Shown, preferred: str) -> AsyncIterator[str]:
        yield "retry: 1500\n\n"
        silent = 0.0
        drafted = ""
        with self._wakeups.waiting(address) as waiter:
            while not self._wakeups.closed:
                seen = await run_in_threadpool(self._talk.read, address, shown.cursor)
                news = self._news(seen, shown, language_of(seen) or preferred) if seen else ""
                draft = self._drafts.text(address)
                if draft and draft != drafted:
                    news += _event("draft", nonbreaking(draft))
                    drafted = draft
                if news or silent >= SILENCE:
                    silent = 0.0
                    yield news or ":\n\n"
                if seen:
                    shown = Shown(cursor=seen.cursor, working=seen.working, erased=seen.erased)
                waiter.working = bool(shown.working)
                pause = BUSY if shown.working else IDLE
                silent += pause
                await waiter.wait(pause)

    def _news(self, seen: TalkSeen, shown: Shown, language: str) -> str:
        """The events that bring the page from what it shows to what was seen."""
        if seen.erased and shown.erased is False:
            return _event("reload", "")
        said = self._pages.said(seen.said, language) if seen.said else ""
        if not seen.said and seen.working == shown.working:
            return ""
        news = _event("said", said, seen.cursor) if said else ""
        return news + _event("working", str(seen.working).lower())


def _event(name: str, data: str, cursor: Cursor | None = None) -> str:
    lines = [f"event: {name}", *(f"data: {line}" for line in data.splitlines() or [""])]
    if cursor:
        lines.append(f"id: {cursor.message}.{cursor.reply}")
    return "\n".join(lines) + "\n\n"


def _read_cursor(text: str) -> Cursor:
    found = _CURSOR.fullmatch(text)
    return Cursor(message=_known(found[1]), reply=_known(found[2])) if found else Cursor()


def _known(digits: str) -> int:
    return min(int(digits), LARGEST_ID)

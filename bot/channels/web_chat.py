"""The chat page: shown, posted to, and followed; every post works with and without scripts."""

import hmac
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web_body import Posted, read_form
from bot.channels.web_drafts import WebDrafts
from bot.channels.web_events import Events
from bot.channels.web_pages import ChatPage, Pages
from bot.channels.web_parts import WebParts
from bot.channels.web_person import (
    COOKIE,
    LANGUAGE_COOKIE,
    LANGUAGES,
    Person,
    comes_from_our_page,
    person_at,
    preference,
    preferred_language,
    remember,
)
from bot.channels.web_refusal import Refusal
from bot.channels.web_talk import WebTalk, language_of
from bot.channels.web_upload import read_upload
from bot.channels.web_wakeups import Wakeups
from bot.channels.web_words import words_in
from bot.dialogue.sharing import read_code

END = "/#end"  # where a browser without scripts finds the latest reply


class Chat:
    """Its routes are methods; what blocks runs in a thread."""

    def __init__(self, parts: WebParts, pages: Pages, wakeups: Wakeups, drafts: WebDrafts) -> None:
        self._parts = parts
        self._pages = pages
        self._wakeups = wakeups
        self._talk = WebTalk(parts)
        self._events = Events(self._talk, pages, wakeups, drafts)

    def routes(self) -> list[BaseRoute]:
        """Everything that a person's browser asks for, but the static files."""
        return [
            Route("/", self._show),
            Route("/messages", self._receive, methods=["POST"]),
            Route("/files", self._receive_document, methods=["POST"]),
            Route("/reprendre/{code}", self._show_code),
            Route("/language", self._change_language, methods=["POST"]),
            Route("/events", self._events.open),
            Route("/documents/{reply_id:int}", self._hand_over),
        ]

    async def _show(self, request: Request) -> Response:
        person = person_at(request) or Person(self._parts.new_token())
        return self._shown(request, person, await self._page(person, request))

    async def _receive(self, request: Request) -> Response:
        sent = await self._read(request)
        if isinstance(sent, Refusal):
            return await self._refuse(request, sent)
        person, posted = sent
        refusal = await run_in_threadpool(self._talk.send, person.address, posted, preference(request))
        if refusal:
            return await self._refuse(request, refusal, posted.text)
        return await self._accepted(request, person)

    async def _receive_document(self, request: Request) -> Response:
        person = person_at(request)
        if person is None or not comes_from_our_page(request):  # before the first byte is read
            return await self._refuse(request, Refusal.EXPIRED)
        upload = await read_upload(request)
        if isinstance(upload, Refusal):
            return await self._refuse(request, upload)
        with upload.file:
            if not self._is_own(person, upload.posted):
                return await self._refuse(request, Refusal.EXPIRED)
            spoken = preference(request)
            refusal = await run_in_threadpool(self._talk.send_document, person.address, upload, spoken)
        if refusal:
            return await self._refuse(request, refusal)
        return await self._accepted(request, person)

    async def _accepted(self, request: Request, person: Person) -> Response:
        """A script hears at once; without one, the answer is waited for."""
        self._wakeups.call(person.address)
        if _is_scripted(request):
            return Response(status_code=202)
        await self._events.answered(person.address)
        return RedirectResponse(END, status_code=303)

    async def _show_code(self, request: Request) -> Response:
        """A link from another device: its code stands in the box, and only sending it moves anything."""
        code = read_code(request.path_params["code"])
        person = person_at(request) or Person(self._parts.new_token())
        text = f"/reprendre {code}" if code else ""
        return self._shown(request, person, await self._page(person, request, text=text))

    def _is_own(self, person: Person, posted: Posted) -> bool:
        expected = person.form_token(self._parts.signing_key).encode()
        return hmac.compare_digest(expected, posted.token.encode())

    async def _read(self, request: Request) -> tuple[Person, Posted] | Refusal:
        """The sender and what they sent, once it is sure that our own page shown to them sent it."""
        posted, person = await read_form(request), person_at(request)
        if isinstance(posted, Refusal):
            return posted
        if person is None or not comes_from_our_page(request):
            return Refusal.EXPIRED
        return (person, posted) if self._is_own(person, posted) else Refusal.EXPIRED

    async def _refuse(self, request: Request, refusal: Refusal, text: str = "") -> Response:
        """Told beside the box, with the text still in it; on a page of its own where another site may have posted."""
        language, person = preferred_language(request), person_at(request)
        if _is_scripted(request):
            return JSONResponse({"refusal": words_in(language)[refusal]}, refusal.status)
        if person is None or refusal is Refusal.EXPIRED:  # a new cookie would take their talk away
            return HTMLResponse(self._pages.notice(language, refusal), refusal.status)
        return self._shown(request, person, await self._page(person, request, refusal, text))

    async def _change_language(self, request: Request) -> Response:
        """Remembered by the browser; a talk that has begun is told, so that it answers in that language too."""
        sent = await self._read(request)
        if isinstance(sent, Refusal) or sent[1].language not in LANGUAGES:
            return await self._refuse(request, Refusal.EXPIRED)
        person, posted = sent
        label = words_in(posted.language)["this_language"]
        await run_in_threadpool(self._talk.speak, person.address, posted.key, posted.language, label)
        await self._events.answered(person.address)
        response = RedirectResponse(END, status_code=303)
        remember(request, response, LANGUAGE_COOKIE, posted.language)
        return response

    async def _hand_over(self, request: Request) -> Response:
        person = person_at(request)
        reply_id = request.path_params["reply_id"]
        document = await run_in_threadpool(self._talk.document, person.address, reply_id) if person else None
        if document is None:
            raise HTTPException(404)
        name = f"attachment; filename*=UTF-8''{quote(document.name, safe='')}"
        return Response(document.content, media_type="text/plain", headers={"Content-Disposition": name})

    async def _page(self, person: Person, request: Request, refusal: Refusal | None = None, text: str = "") -> ChatPage:
        seen = await run_in_threadpool(self._talk.read, person.address)
        return ChatPage(
            language=language_of(seen) or preferred_language(request),
            form_token=person.form_token(self._parts.signing_key),
            key=self._parts.new_token(),
            seen=seen,
            refusal=refusal,
            text=text,
        )

    def _shown(self, request: Request, person: Person, page: ChatPage) -> Response:
        status = page.refusal.status if page.refusal else 200
        response = HTMLResponse(self._pages.chat(page), status_code=status, headers={"Vary": "Accept-Language"})
        remember(request, response, COOKIE, person.token)
        return response


def _is_scripted(request: Request) -> bool:
    return request.headers.get("accept") == "application/json"

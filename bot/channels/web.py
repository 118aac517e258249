"""The web side as one ASGI application: the chat page, what machines ask for, and room for the desk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bot.channels.web_chat import Chat
from bot.channels.web_drafts import WebDrafts
from bot.channels.web_headers import SafeHeaders
from bot.channels.web_operations import Operations
from bot.channels.web_pages import STATIC, Pages
from bot.channels.web_parts import WebParts
from bot.channels.web_person import preferred_language
from bot.channels.web_talk import CHANNEL
from bot.channels.web_wakeups import Wakeups


def create_app(parts: WebParts) -> Starlette:
    """Build the application; `app.state.wakeups.close()` lets open pages go before a stop."""
    pages = Pages()
    wakeups = Wakeups(parts.inbox.replied)
    drafts = WebDrafts(wakeups)
    parts.drafts.show_on(CHANNEL, drafts)
    app = Starlette(
        routes=[
            *Chat(parts, pages, wakeups, drafts).routes(),
            *Operations(parts).routes(),
            Mount("/static", StaticFiles(directory=STATIC)),
            *parts.routes,
        ],
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={404: _saying(pages, "not_found", 404), 500: _saying(pages, "broken", 500)},
        lifespan=_listening(wakeups),
    )
    app.state.wakeups = wakeups
    return app


def _listening(wakeups: Wakeups) -> Any:
    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        stop = wakeups.listen()
        yield
        stop()

    return lifespan


def _saying(pages: Pages, sentence: str, status: int) -> Any:
    async def say(request: Request, _error: Exception) -> Response:
        return HTMLResponse(pages.notice(preferred_language(request), sentence), status_code=status)

    return say

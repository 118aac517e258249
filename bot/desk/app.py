"""The desk as one ASGI application, mounted at /guichet."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bot.desk import (
    api_keys,
    board,
    cohort_pages,
    documents,
    exports,
    files,
    inbox,
    joining,
    journal,
    own_account,
    preferences,
    sendings,
    signing_in,
    team,
)
from bot.desk.door import Door, Page
from bot.desk.headers import DeskHeaders
from bot.desk.parts import DeskParts
from bot.desk.rendering import STATIC, Rendering

PAGES: tuple[Page, ...] = (
    *signing_in.PAGES,
    *joining.PAGES,
    *inbox.PAGES,
    *files.PAGES,
    *exports.PAGES,
    *documents.PAGES,
    *board.PAGES,
    *cohort_pages.PAGES,
    *team.PAGES,
    *own_account.PAGES,
    *preferences.PAGES,
    *api_keys.PAGES,
    *sendings.PAGES,
    *journal.PAGES,
)


def create_desk(parts: DeskParts) -> Starlette:
    """Build the application from the pages; nobody adds a route beside the door."""
    rendering = Rendering()
    return Starlette(
        routes=[*Door(parts, rendering).routes(PAGES), Mount("/static", StaticFiles(directory=STATIC))],
        middleware=[Middleware(DeskHeaders)],
        exception_handlers={
            404: _saying(rendering.plain("Cette page n'existe pas."), 404),
            405: _saying(rendering.plain("Cette page ne s'ouvre pas ainsi."), 405),
        },
    )


def _saying(text: str, status: int) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def say(_request: Request, _error: Exception) -> Response:
        return HTMLResponse(text, status_code=status)

    return say

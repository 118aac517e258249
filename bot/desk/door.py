"""The one way into every page: who comes, from where, with which role, to what of which region; pages decide none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Literal
from urllib.parse import quote, urlsplit

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.desk import tokens
from bot.desk.forms import Form, read_form
from bot.desk.parts import DeskParts
from bot.desk.rendering import Rendering
from bot.desk.visit import HOME, FormRefused, NotHere, Problems, Staff, Visit
from bot.errors import ChangeRefused
from bot.store import staff_sessions
from bot.store.tables import Role

IDLE = timedelta(hours=8)
LASTS = timedelta(days=7)
SEEN_EVERY = timedelta(minutes=1)
VISITOR_FOR = 24 * 3600  # seconds
TOKEN = "jeton"  # noqa: S105 - the name of the field, not a secret

BROKEN = "Le guichet n'a pas réussi : rien n'a été enregistré. Réessayez dans un moment."

log = structlog.get_logger()

Load = Callable[[Visit, dict[str, str]], Any]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page or a post: the least role it asks for (None = everybody), how its object is found within the region.

    `again` shows the page of a form once more when the form was refused; without it a plain notice says why.
    `seen` notes that the page was shown; it opens its own transaction.
    """

    path: str
    show: Callable[[Visit], Response]
    method: Literal["GET", "POST"] = "GET"
    role: Role | None = Role.ADVISER
    load: Load | None = None
    again: Callable[[Visit], Response] | None = None
    seen: Callable[[Visit], None] | None = None

    @property
    def writes(self) -> bool:
        """Whether it changes anything: then it wants a token."""
        return self.method != "GET"


class Door:
    """Makes routes of pages."""

    def __init__(self, parts: DeskParts, rendering: Rendering) -> None:
        self._parts = parts
        self._rendering = rendering

    def routes(self, pages: Sequence[Page]) -> list[Route]:
        """One route for each page."""
        return [Route(page.path, self._endpoint(page), methods=[page.method]) for page in pages]

    def _endpoint(self, page: Page) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            form = await read_form(request) if page.writes else Form()
            try:
                return await run_in_threadpool(self._answer, page, request, form)
            except Exception as error:  # the edge: nothing was kept, the person is told
                log.error("desk_page_failed", page=page.path, method=page.method, kind=type(error).__name__)
                return HTMLResponse(self._rendering.plain(BROKEN), 500)

        return answer

    def _answer(self, page: Page, request: Request, form: Form | None) -> Response:
        token = tokens.read_cookie(request, tokens.SESSION)
        signed_in = self._who(token) if token else None
        secret = token if signed_in else tokens.read_cookie(request, tokens.VISITOR) or self._parts.new_token()
        visit = Visit(
            request=request,
            parts=self._parts,
            now=self._parts.clock(),
            form=form or Form(),
            query=Form(request.query_params.multi_items()),
            render=self._rendering.renderer(tokens.sign(self._parts.signing_key, "form", secret)),
            signed_in=signed_in,
        )
        response = self._stopped(page, visit, form, secret) or self._shown(page, visit, request.path_params)
        if not signed_in:
            tokens.set_cookie(request, response, tokens.VISITOR, secret, VISITOR_FOR)
        return response

    def _who(self, token: str) -> Staff | None:
        now = self._parts.clock()
        with self._parts.database.reading() as session:
            found = staff_sessions.find(session, tokens.digest(token), now, now - IDLE)
        if found is None:
            return None
        opened, account = found
        if now - opened.last_seen_at > SEEN_EVERY:
            with self._parts.database.transaction() as session:
                staff_sessions.mark_seen(session, opened.id, now)
        return Staff(account=account, session_id=opened.id)

    def _stopped(self, page: Page, visit: Visit, form: Form | None, secret: str) -> Response | None:
        """The answer to somebody who may not come in; None when they may."""
        if form is None:
            return self._refused(visit, 413, "Ce formulaire est trop long. Raccourcissez le texte et recommencez.")
        if page.role is not None and visit.signed_in is None:
            return self._signed_out(page, visit)
        if page.writes and not self._is_ours(visit.request, form, secret):
            return self._refused(visit, 403, "Cette page a expiré : rechargez-la et recommencez.")
        if page.role is not None and not visit.staff.is_at_least(page.role):
            return self._refused(visit, 403, "Votre rôle ne permet pas d'ouvrir cette page.")
        return None

    def _is_ours(self, request: Request, form: Form, secret: str) -> bool:
        if not comes_from_our_page(request):
            return False
        return tokens.is_signed(self._parts.signing_key, "form", secret, form.get(TOKEN))

    def _signed_out(self, page: Page, visit: Visit) -> Response:
        if page.writes:
            sentence = "Votre session est fermée : reconnectez-vous. Rien n'a été enregistré."
            return self._refused(visit, 401, sentence)
        path = visit.request.scope["path"].removeprefix(HOME)
        query = visit.request.url.query
        wanted = quote(path + (f"?{query}" if query else ""), safe="")
        there = f"{HOME}/connexion{f'?suite={wanted}' if wanted not in ('', '%2F') else ''}"
        if visit.request.headers.get("hx-request"):  # else htmx would put the sign-in page inside the open one
            return Response(status_code=204, headers={"HX-Redirect": there})
        return RedirectResponse(there, 303)

    def _refused(self, visit: Visit, status: int, sentence: str) -> Response:
        written = visit.form.written((TOKEN, "mot-de-passe", "nouveau", "ancien", "version"))
        stopped = replace(visit, problems=Problems(status=status, sentence=sentence))
        return stopped.page("notice.html", written=written)

    def _shown(self, page: Page, visit: Visit, path: dict[str, str]) -> Response:
        try:
            return self._within(page, page.show, visit, path, writes=page.writes)
        except NotHere:
            return self._refused(visit, 404, "Cette page n'existe pas, ou elle n'est pas dans votre région.")
        except ChangeRefused as error:
            return self._again(page, visit, path, error)

    def _again(self, page: Page, visit: Visit, path: dict[str, str], error: ChangeRefused) -> Response:
        fields = error.fields if isinstance(error, FormRefused) else {}
        problems = Problems(status=422 if fields else 409, sentence=str(error), fields=fields)
        if page.again is None:
            return self._refused(visit, problems.status, problems.sentence)
        try:
            return self._within(page, page.again, replace(visit, problems=problems), path, writes=False)
        except NotHere:
            return self._refused(visit, 404, "Cette page n'existe plus.")

    def _within(
        self, page: Page, show: Callable[[Visit], Response], visit: Visit, path: dict[str, str], *, writes: bool
    ) -> Response:
        """Load and show in one transaction; a page for everybody opens its own."""
        if page.role is None:
            return show(visit)
        database = self._parts.database
        with database.transaction() if writes else database.reading() as session:
            inside = replace(visit, session=session)
            shown = replace(inside, found=page.load(inside, path) if page.load else None)
            response = show(shown)
        if page.seen:
            page.seen(replace(shown, session=None))
        return response


def comes_from_our_page(request: Request) -> bool:
    """Whether the browser says so; browsers too old to say anything are left to the token."""
    if site := request.headers.get("sec-fetch-site"):
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")

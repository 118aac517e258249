"""The API as one ASGI application, mounted at /api/v1: read only, by key, within the key's region."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from bot.desk import tokens
from bot.desk.api.asking import PAGING, Refusal, cursor_of, known, read_cursor, read_limit, read_wanted
from bot.desk.api.description import CALLS_A_MINUTE, describe
from bot.desk.api.records import ApplicationPage, EventPage, Problem, Scope, application_of, event_of
from bot.desk.headers import DeskHeaders
from bot.desk.rendering import HERE
from bot.desk.visit import HOME
from bot.store import api_listing, api_tokens
from bot.store.api_listing import Handed
from bot.store.api_tokens import ApiToken
from bot.store.database import Database, Session

BEARER = "Bearer "
_TITLES = {401: "Clé refusée", 403: "Interdit", 404: "Introuvable", 405: "Méthode refusée", 422: "Paramètre refusé"}


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of a key that opens something; `db` is read from only."""

    request: Request
    token: ApiToken
    db: Session


def create_api(database: Database, clock: Callable[[], datetime]) -> Starlette:
    """Build the application; every route but the description wants a key with the right to read."""
    gate = Gate(database, clock)
    return Starlette(
        routes=[
            Route("/", _show_description),
            Route("/openapi.json", _send_description),
            Route("/applications", gate.opens(list_applications)),
            Route("/applications/{reference}", gate.opens(get_application)),
            Route("/applications/{reference}/events", gate.opens(list_events)),
        ],
        middleware=[Middleware(DeskHeaders)],
        exception_handlers={HTTPException: _say_http, 500: _say_broken},
    )


class Gate:
    """Who calls, how often, and for which region: asked before anything is read."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def opens(self, answer: Callable[[Call], BaseModel]) -> Callable[[Request], Any]:
        """The endpoint that gives this answer."""

        async def respond(request: Request) -> Response:
            return await run_in_threadpool(self._respond, request, answer)

        return respond

    def _respond(self, request: Request, answer: Callable[[Call], BaseModel]) -> Response:
        try:
            token, left = self._token(request)
            with self._database.reading() as session:
                found = answer(Call(request=request, token=token, db=session))
        except Refusal as refusal:
            return _problem(refusal.status, str(refusal), refusal.headers)
        headers = {"RateLimit-Limit": str(CALLS_A_MINUTE), "RateLimit-Remaining": str(left)}
        return Response(found.model_dump_json(), media_type="application/json", headers=headers)

    def _token(self, request: Request) -> tuple[ApiToken, int]:
        now = self._clock()
        given = request.headers.get("authorization", "")
        secret = given.removeprefix(BEARER).strip() if given.startswith(BEARER) else ""
        used = self._use(tokens.digest(secret), now) if secret else None
        if used is None:
            raise Refusal(
                401,
                "Clé absente, inconnue, expirée ou révoquée : donnez-la en « Authorization: Bearer … ».",
                {"WWW-Authenticate": 'Bearer realm="relais"'},
            )
        token, left = used
        if left < 0:
            wait = str(60 - int(now.timestamp()) % 60)
            raise Refusal(429, f"Plus de {CALLS_A_MINUTE} appels par minute.", {"Retry-After": wait})
        if Scope.READ not in token.scopes:
            raise Refusal(403, "Cette clé n'a pas le droit de lire les candidatures.")
        return token, left

    def _use(self, token_hash: str, now: datetime) -> tuple[ApiToken, int] | None:
        with self._database.reading() as session:
            if not api_tokens.is_known(session, token_hash):
                return None
        with self._database.transaction() as session:
            return api_tokens.use(session, token_hash, CALLS_A_MINUTE, now)


def list_applications(call: Call) -> ApplicationPage:
    """One page; the line too many tells whether another follows."""
    query = dict(call.request.query_params)
    limit, wanted = read_limit(query), read_wanted(query, call.token.region)
    found = api_listing.applications(call.db, wanted, limit + 1)
    more = cursor_of(found[limit - 1].id) if len(found) > limit else None
    return ApplicationPage(data=[application_of(one, call.token.scopes) for one in found[:limit]], next_cursor=more)


def get_application(call: Call) -> BaseModel:
    """One."""
    known(dict(call.request.query_params), ())
    return application_of(_found(call), call.token.scopes)


def list_events(call: Call) -> EventPage:
    """One page of what happened to it."""
    query = dict(call.request.query_params)
    known(query, PAGING)
    limit = read_limit(query)
    found = api_listing.events(call.db, _found(call).id, read_cursor(query) or 0, limit + 1)
    more = cursor_of(found[limit - 1].id) if len(found) > limit else None
    return EventPage(data=[event_of(one) for one in found[:limit]], next_cursor=more)


def _found(call: Call) -> Handed:
    handed = api_listing.application(call.db, call.request.path_params["reference"], call.token.region)
    if handed is None:
        raise Refusal(404, "Pas de dossier de cette référence pour cette clé.")
    return handed


async def _send_description(_request: Request) -> Response:
    return JSONResponse(describe())


async def _show_description(_request: Request) -> Response:
    pages = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined)
    return HTMLResponse(pages.get_template("api.html").render(api=describe(), home=HOME))


async def _say_http(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _problem(status, "Cette adresse n'existe pas." if status == 404 else "Seul GET est permis.")


async def _say_broken(_request: Request, _error: Exception) -> Response:
    return _problem(500, "Relais n'a pas réussi : réessayez.")


def _problem(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    problem = Problem(title=_TITLES.get(status, "Échec"), status=status, detail=detail)
    return Response(problem.model_dump_json(), status, headers, media_type="application/problem+json")

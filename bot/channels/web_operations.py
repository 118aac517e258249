"""What machines ask of the web process: is it alive, is it ready, how much waits, and Telegram's calls."""

from collections.abc import Iterable
from typing import Any

import structlog
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web_body import read_body
from bot.channels.web_parts import ReceiveWebhook, WebParts
from bot.store import backlog

LARGEST_UPDATE = 1_000_000  # bytes

log = structlog.get_logger()


class Backlog:
    """Asks the database at each scrape, so that all replicas tell the same."""

    def __init__(self, parts: WebParts) -> None:
        self._parts = parts

    def collect(self) -> Iterable[Metric]:
        """The gauges of what waits."""
        with self._parts.inbox.database.reading() as session:
            messages, replies = backlog.waiting_messages(session), backlog.waiting_replies(session)
            oldest = backlog.oldest_message(session)
        yield _by_channel("relais_messages_waiting", "Messages received and not yet answered.", messages)
        yield _by_channel("relais_replies_waiting", "Replies written and not yet sent.", replies)
        age = (self._parts.clock() - oldest).total_seconds() if oldest else 0.0
        yield GaugeMetricFamily("relais_oldest_message_seconds", "Age of the message that waits longest.", value=age)


def _by_channel(name: str, meaning: str, counts: dict[str, int]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, meaning, labels=["channel"])
    for channel, count in counts.items():
        family.add_metric([channel], count)
    return family


class Operations:
    """The pages that no person opens."""

    def __init__(self, parts: WebParts) -> None:
        self._parts = parts
        self._backlog = CollectorRegistry()
        self._backlog.register(Backlog(parts))

    def routes(self) -> list[BaseRoute]:
        """The webhook is there only when somebody receives it."""
        webhook = self._parts.receive_webhook
        routes: list[BaseRoute] = [
            Route("/healthz", self._say_alive),
            Route("/readyz", self._say_ready),
            Route("/metrics", self._measure),
        ]
        return [*routes, Route("/telegram", _receiving(webhook), methods=["POST"])] if webhook else routes

    async def _say_alive(self, _request: Request) -> Response:
        return PlainTextResponse("ok")

    async def _say_ready(self, _request: Request) -> Response:
        results = await run_in_threadpool(self._check)
        return JSONResponse(results, status_code=200 if all(results.values()) else 503)

    def _check(self) -> dict[str, bool]:
        checks = {"database": self._read_tables, **self._parts.checks}
        return {name: _holds(name, check) for name, check in checks.items()}

    def _read_tables(self) -> bool:
        with self._parts.inbox.database.reading() as session:
            backlog.oldest_message(session)
        return True

    async def _measure(self, _request: Request) -> Response:
        text = await run_in_threadpool(self._collect)
        return Response(text, headers={"Content-Type": CONTENT_TYPE_LATEST})

    def _collect(self) -> bytes:
        return generate_latest(self._backlog) + generate_latest(self._parts.metrics)


def _holds(name: str, check: Any) -> bool:
    try:
        return bool(check())
    except Exception as error:  # the edge: whatever is wrong, the answer is « not ready »
        log.warning("not_ready", check=name, kind=type(error).__name__)
        return False


def _receiving(receive_webhook: ReceiveWebhook) -> Any:
    async def receive(request: Request) -> Response:
        body = await read_body(request, LARGEST_UPDATE)
        if body is None:
            return Response(status_code=413)
        return Response(status_code=await receive_webhook(body, request.headers.get("x-telegram-bot-api-secret-token")))

    return receive

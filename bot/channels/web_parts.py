"""What the pages are built from; bootstrap fills it in."""

import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from prometheus_client import REGISTRY, CollectorRegistry
from starlette.routing import BaseRoute

from bot.channels.documents import Documents
from bot.channels.drafts import Drafts
from bot.channels.inbox import Inbox

ReceiveWebhook = Callable[[bytes, str | None], Awaitable[int]]


def new_token() -> str:
    """A name for a person, or a key for a form, that nobody can guess."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, kw_only=True)
class WebParts:
    """Only the first four are needed."""

    inbox: Inbox
    clock: Callable[[], datetime]
    signing_key: str
    documents: Documents
    checks: Mapping[str, Callable[[], bool]] = field(default_factory=dict)  # /readyz: what must hold besides the tables
    receive_webhook: ReceiveWebhook | None = None  # body and secret header -> HTTP status; None = no such page
    routes: Sequence[BaseRoute] = ()  # e.g. Mount("/guichet", desk)
    metrics: CollectorRegistry = REGISTRY
    drafts: Drafts = field(default_factory=Drafts)  # answers while they are written
    new_token: Callable[[], str] = new_token

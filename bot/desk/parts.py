"""What the desk is built from; bootstrap fills it in."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.desk.passwords import Passwords
from bot.dialogue.messages import Reply
from bot.store.database import Database


def new_token() -> str:
    """What nobody can guess: a session, a link."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, kw_only=True)
class DeskParts:
    """`reply_to_json` is how the channels keep a reply in the outbox."""

    database: Database
    clock: Callable[[], datetime]
    signing_key: str
    passwords: Passwords
    reply_to_json: Callable[[Reply], dict[str, Any]]
    new_token: Callable[[], str] = new_token

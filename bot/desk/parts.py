"""What the desk is built from; bootstrap fills it in."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.desk.passwords import Passwords
from bot.store.attachment_files import AttachmentFiles
from bot.store.database import Database


def new_token() -> str:
    """What nobody can guess: a session, a link."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, kw_only=True)
class DeskParts:
    """The same for every page."""

    database: Database
    clock: Callable[[], datetime]
    signing_key: str
    passwords: Passwords
    files: AttachmentFiles
    new_token: Callable[[], str] = new_token

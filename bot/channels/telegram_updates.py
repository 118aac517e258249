"""Raw updates of the Bot API, read without trusting their shape: what each one is for."""

import hashlib
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.channels.telegram_messages import COMMAND, language_of, read_message

SERVICE = ("pinned_message", "message_auto_delete_timer_changed", "write_access_allowed", "chat_background_set")
SERVICE_ENDINGS = ("_created", "_closed", "_reopened", "_edited", "_shared", "_hidden", "_unhidden")
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")


class Kind(StrEnum):
    """What an update asks of us."""

    TALK = "talk"  # a message or a press in a private chat
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    GROUP = "group"  # somebody spoke to us in a group
    IGNORED = "ignored"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """One update, understood as far as the channel needs; `press_id` is to be answered at once."""

    kind: Kind
    key: str
    address: str | None = None
    language: str | None = None
    press_id: str | None = None
    album: bool = False


@dataclass(frozen=True, kw_only=True)
class Me:
    """The bot's own identity, which groups address it by."""

    id: int = 0
    username: str = ""


def read_update(raw: Any, me: Me) -> Incoming:
    """Say what an update is for; never fails."""
    try:
        return _read(raw, me)
    except (KeyError, TypeError, ValueError, AttributeError):
        return Incoming(kind=Kind.UNREADABLE, key=update_key(raw), address=_address_if_any(raw))


def update_key(raw: Any) -> str:
    """What makes an update unique: its number alone is not, numbers may begin again after a quiet week."""
    if not isinstance(raw, dict):
        return _digest(raw)
    content = next((raw[kind] for kind in KINDS if isinstance(raw.get(kind), dict)), None)
    if content is None or not isinstance(raw.get("update_id"), int):
        return _digest(raw)
    moment = content.get("edit_date") or content.get("date") or content.get("id") or ""
    return f"{raw['update_id']}:{moment}"[:128]


def _digest(raw: Any) -> str:
    return "unknown:" + hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()


def _read(raw: dict[str, Any], me: Me) -> Incoming:
    key = update_key(raw)
    if "my_chat_member" in raw:
        return _read_membership(raw["my_chat_member"], key)
    if "callback_query" in raw:
        return _read_press(raw["callback_query"], key)
    if not {"message", "edited_message"} & raw.keys():
        return Incoming(kind=Kind.IGNORED, key=key)
    message: Any = raw.get("message", raw.get("edited_message"))
    if not _is_private(message):
        kind = Kind.GROUP if "message" in raw and _is_addressed(message, me) else Kind.IGNORED
        return Incoming(kind=kind, key=key, address=_address(message), language=language_of(message))
    read_message(raw)  # fails here rather than in the worker
    kind = Kind.IGNORED if _is_service(message) else Kind.TALK
    album = "media_group_id" in message
    return Incoming(kind=kind, key=key, address=_address(message), language=language_of(message), album=album)


def _read_membership(change: dict[str, Any], key: str) -> Incoming:
    if not _is_private(change):
        return Incoming(kind=Kind.IGNORED, key=key)
    gone = change["new_chat_member"]["status"] in ("kicked", "left")
    return Incoming(kind=Kind.BLOCKED if gone else Kind.UNBLOCKED, key=key, address=_address(change))


def _read_press(query: dict[str, Any], key: str) -> Incoming:
    message = query.get("message") or {"chat": {"id": query["from"]["id"]}}
    private = _is_private(message) and isinstance(query.get("data"), str)
    return Incoming(
        kind=Kind.TALK if private else Kind.IGNORED,
        key=key,
        address=_address(message),
        language=language_of(query),
        press_id=str(query["id"]),
    )


def _is_private(holder: dict[str, Any]) -> bool:
    """Private chats bear the person's number; those of groups are negative."""
    return bool(holder["chat"].get("type", "private") == "private" and holder["chat"]["id"] > 0)


def _is_addressed(message: dict[str, Any], me: Me) -> bool:
    """A command, a mention, or a reply to us."""
    text = str(message.get("text") or message.get("caption") or "")
    command = COMMAND.fullmatch(text)
    if command:
        return command["bot"] is None or command["bot"].lower() == me.username.lower()
    mentioned = bool(me.username) and re.search(rf"@{re.escape(me.username)}\b", text, re.IGNORECASE) is not None
    answered = (message.get("reply_to_message") or {}).get("from") or {}
    return mentioned or (me.id != 0 and answered.get("id") == me.id)


def _is_service(message: dict[str, Any]) -> bool:
    """Telegram's own notes about the chat (pinned, timer set…): nobody said anything."""
    return any(name in SERVICE or name.endswith(SERVICE_ENDINGS) for name in message)


def _address(holder: dict[str, Any]) -> str:
    number = holder["chat"]["id"]
    if not isinstance(number, int):
        raise TypeError("chat id")
    return str(number)


def _address_if_any(raw: Any) -> str | None:
    """Whose an unreadable update is, so that it is erased with the rest of their data."""
    for kind in KINDS:
        try:
            holder = raw[kind]
            return _address(holder.get("message", holder)) if holder["from"]["id"] == holder["chat"]["id"] else None
        except (KeyError, TypeError, AttributeError):
            continue
    return None

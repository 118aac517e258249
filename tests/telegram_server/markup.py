"""Telegram's rules for texts and keyboards, as strict as the real server's."""

import html
import json
import re
from typing import Any

TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "blockquote", "tg-spoiler"}
ENTITIES = {"lt", "gt", "amp", "quot"}
TOKEN = re.compile(r"<(?P<tag>[^>]*)>|&(?P<entity>[^;\s&<]*);|(?P<bad>[<&])|(?P<text>[^<&]+)")


class BadRequest(Exception):
    """Answered with status 400 and this description."""


def utf16_units(text: str) -> int:
    """Length as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> str:
    """The text without its formatting; BadRequest where Telegram could not parse it."""
    open_tags: list[str] = []
    pieces: list[str] = []
    for match in TOKEN.finditer(source):
        if match["tag"] is not None:
            _follow_tag(match["tag"], open_tags)
        elif match["entity"] is not None:
            pieces.append(_entity(match["entity"]))
        elif match["bad"] is not None:
            raise BadRequest(f"Bad Request: can't parse entities: Unexpected character at {match.start()}")
        else:
            pieces.append(match["text"])
    if open_tags:
        raise BadRequest(f"Bad Request: can't parse entities: Can't find end tag for {open_tags[-1]}")
    return "".join(pieces)


def _follow_tag(tag: str, open_tags: list[str]) -> None:
    if tag.startswith("/"):
        if not open_tags or open_tags.pop() != tag[1:]:
            raise BadRequest("Bad Request: can't parse entities: Unmatched end tag")
        return
    name = tag.split(" ", 1)[0]
    if (
        name not in TAGS
        or (name == "a") != bool(re.fullmatch(r'a href="[^"<>]+"', tag))
        or (name != "a" and tag != name)
    ):
        raise BadRequest(f'Bad Request: can\'t parse entities: Unsupported start tag "{name}"')
    if {"code", "pre"} & set(open_tags) or (name == "blockquote" and name in open_tags):
        raise BadRequest("Bad Request: can't parse entities: Nested entities are not allowed here")
    open_tags.append(name)


def _entity(name: str) -> str:
    if name in ENTITIES or re.fullmatch(r"#(\d{1,7}|x[0-9a-fA-F]{1,6})", name):
        return html.unescape(f"&{name};")
    raise BadRequest("Bad Request: can't parse entities: Unknown named entity")


def check_text(text: str, parse_mode: str | None) -> str:
    """The text as people see it."""
    if parse_mode not in (None, "HTML"):
        raise BadRequest("Bad Request: unsupported parse_mode")
    visible = parse_html(text) if parse_mode == "HTML" else text
    if not visible.strip():
        raise BadRequest("Bad Request: message text is empty")
    if utf16_units(visible) > 4096:
        raise BadRequest("Bad Request: message is too long")
    return visible


def check_keyboard(markup: str | None) -> list[list[dict[str, Any]]]:
    """The rows of buttons; BadRequest on any shape that Telegram does not know."""
    if markup is None:
        return []
    given = json.loads(markup)
    if set(given) != {"inline_keyboard"} or not isinstance(given["inline_keyboard"], list):
        raise BadRequest("Bad Request: object expected as reply markup")
    rows: list[list[dict[str, Any]]] = given["inline_keyboard"]
    for button in (button for row in rows for button in row):
        _check_button(button)
    return rows


def _check_button(button: dict[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise BadRequest("Bad Request: text buttons must be non-empty")
    if len(button) != 2 or not {"url", "callback_data"} & set(button):
        raise BadRequest("Bad Request: inline keyboard button type is unknown")
    if "url" in button and not re.match(r"(https?|tg)://", button["url"]):
        raise BadRequest("Bad Request: inline keyboard button URL is invalid")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise BadRequest("Bad Request: BUTTON_DATA_INVALID")

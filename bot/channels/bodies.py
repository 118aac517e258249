"""Messages and replies as the JSON that the store keeps."""

from typing import Any

from pydantic import TypeAdapter

from bot.dialogue.messages import Message, Reply

_MESSAGES: TypeAdapter[Message] = TypeAdapter(Message)
_REPLIES: TypeAdapter[Reply] = TypeAdapter(Reply)


def message_to_json(message: Message) -> dict[str, Any]:
    """For the body of an inbox row."""
    dumped: dict[str, Any] = _MESSAGES.dump_python(message, mode="json")
    return dumped


def message_from_json(stored: dict[str, Any]) -> Message:
    """Read the body of an inbox row."""
    return _MESSAGES.validate_python(stored)


def reply_to_json(reply: Reply) -> dict[str, Any]:
    """For the body of an outbox row."""
    dumped: dict[str, Any] = _REPLIES.dump_python(reply, mode="json")
    return dumped


def reply_from_json(stored: dict[str, Any]) -> Reply:
    """Read the body of an outbox row."""
    return _REPLIES.validate_python(stored)


def storable(value: Any) -> Any:
    """The same JSON without what a database refuses: NUL, halves of surrogate pairs, numbers that are not numbers."""
    if isinstance(value, str):
        return value.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {storable(key): storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [storable(item) for item in value]
    if isinstance(value, float) and not abs(value) < float("inf"):
        return None
    return value

"""The message in a raw update of the Bot API: text, command, press or attachment."""

import re
from typing import Any

from bot.dialogue.messages import Attachment, AttachmentKind, Message

COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<argument>.*))?", re.DOTALL)
ATTACHMENTS = {
    "document": AttachmentKind.DOCUMENT,
    "photo": AttachmentKind.PHOTO,
    "voice": AttachmentKind.VOICE,
    "audio": AttachmentKind.VOICE,
    "video": AttachmentKind.VIDEO,
    "video_note": AttachmentKind.VIDEO,
    "animation": AttachmentKind.VIDEO,
    "sticker": AttachmentKind.STICKER,
    "location": AttachmentKind.LOCATION,
    "venue": AttachmentKind.LOCATION,
    "contact": AttachmentKind.CONTACT,
}


def read_message(raw: dict[str, Any]) -> Message:
    """The message of a stored update of kind TALK."""
    if "callback_query" in raw:
        query = raw["callback_query"]
        return Message(id="", press=str(query["data"]), language=language_of(query))
    edited = "edited_message" in raw
    message = raw["edited_message"] if edited else raw["message"]
    text = str(message.get("text") or message.get("caption") or "")
    command = COMMAND.fullmatch(text)
    return Message(
        id="",
        text=(command["argument"] or "").strip() if command else text,
        command=command["name"].lower() if command else None,
        attachment=_attachment(message),
        edited=edited,
        language=language_of(message),
        sent_as=str(message.get("message_id", "")),
        album=str(message.get("media_group_id", "")),
    )


def language_of(holder: dict[str, Any]) -> str | None:
    """As the person's Telegram is set, when it says so."""
    code = (holder.get("from") or {}).get("language_code")
    return code if isinstance(code, str) else None


def _attachment(message: dict[str, Any]) -> Attachment | None:
    for name, kind in ATTACHMENTS.items():
        if name in message:
            return _described(message[name], kind)
    return None if message.get("text") else Attachment(kind=AttachmentKind.OTHER)


def _described(content: Any, kind: AttachmentKind) -> Attachment:
    largest = content[-1] if isinstance(content, list) and content else content
    if not isinstance(largest, dict):
        return Attachment(kind=kind)
    size = largest.get("file_size")
    return Attachment(
        kind=kind,
        file_id=str(largest.get("file_id", "")),
        name=str(largest.get("file_name", "")),
        size=size if isinstance(size, int) else None,
    )

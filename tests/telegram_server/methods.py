"""The methods of the Bot API, strict about what they are given."""

import json
import time
from dataclasses import dataclass, field, replace
from typing import Any

from tests.telegram_server.markup import BadRequest, check_keyboard, check_text
from tests.telegram_server.people import ME, People


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One message that arrived in a chat."""

    chat: int
    message_id: int
    text: str
    keyboard: list[list[dict[str, Any]]] = field(default_factory=list)
    file: bytes | None = None
    file_name: str = ""


class Answer(Exception):
    """The status and body to answer with."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            self.body["parameters"] = parameters


LARGEST_FILE = 20 << 20  # bytes that a bot may download


class BotApi(People):
    """Each method is found by its name with an underscore before it."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Sent] = []
        self.webhook: dict[str, Any] = {}
        self.has_drafts = True
        self._paused_until: dict[int, float] = {}
        self._polls = 0
        self._closing = False

    def _getMe(self, _: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        return ME

    def _getUpdates(self, parameters: dict[str, Any]) -> list[dict[str, Any]]:  # noqa: N802
        with self._changed:
            if self.webhook.get("url"):
                raise Answer(409, "Conflict: can't use getUpdates method while webhook is active")
            if "allowed_updates" in parameters:
                self._allowed = json.loads(parameters["allowed_updates"])
            if offset := int(parameters.get("offset", 0)):
                self.updates = [update for update in self.updates if update["update_id"] >= offset]
            self._polls += 1
            mine = self._polls
            self._changed.notify_all()
            timeout = float(parameters.get("timeout", 0))
            ended = self._ended_polls
            self._changed.wait_for(
                lambda: self.updates or self._closing or (self._polls, self._ended_polls) != (mine, ended), timeout
            )
            if self._polls != mine:
                raise Answer(409, "Conflict: terminated by other getUpdates request")
            return list(self.updates[:100])

    def _sendMessage(self, parameters: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        text = check_text(parameters.get("text", ""), parameters.get("parse_mode"))
        return self._deliver(parameters, Sent(chat=0, message_id=0, text=text))

    def _sendMessageDraft(self, parameters: dict[str, Any]) -> bool:  # noqa: N802
        """Bot API 9.5: private chats only, shown for a while, replaced by the next one of the same number."""
        if not self.has_drafts:
            raise Answer(404, "Not Found: method not found")
        if self._reach(parameters) <= 0:
            raise BadRequest("Bad Request: TEXTDRAFT_PEER_INVALID")
        if int(parameters["draft_id"]) == 0:
            raise BadRequest("Bad Request: RANDOM_ID_INVALID")
        check_text(parameters["text"], parameters.get("parse_mode"))
        return True

    def _sendDocument(self, parameters: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        name, content = parameters["document"]
        return self._deliver(parameters, Sent(chat=0, message_id=0, text="", file=content, file_name=name))

    def _getFile(self, parameters: dict[str, Any]) -> dict[str, Any]:  # noqa: N802
        file_id = parameters.get("file_id", "")
        if file_id not in self.files:
            raise BadRequest("Bad Request: wrong file_id or the file is temporarily unavailable")
        content = self.files[file_id]
        if len(content) > LARGEST_FILE:
            raise BadRequest("Bad Request: file is too big")
        path = f"documents/{file_id}"
        return {"file_id": file_id, "file_unique_id": file_id, "file_size": len(content), "file_path": path}

    def _sendChatAction(self, parameters: dict[str, Any]) -> bool:  # noqa: N802
        self._reach(parameters)
        return True

    def _answerCallbackQuery(self, parameters: dict[str, Any]) -> bool:  # noqa: N802
        if not parameters.get("callback_query_id"):
            raise BadRequest("Bad Request: query is too old and response timeout expired or query ID is invalid")
        return True

    def _setMyCommands(self, parameters: dict[str, Any]) -> bool:  # noqa: N802
        for command in json.loads(parameters["commands"]):
            if not command["command"].isalnum() or not 1 <= len(command["description"]) <= 256:
                raise BadRequest("Bad Request: BOT_COMMAND_INVALID")
        return True

    def _setMyDescription(self, parameters: dict[str, Any]) -> bool:  # noqa: N802
        if len(parameters["description"]) > 512:
            raise BadRequest("Bad Request: description is too long")
        return True

    def _setWebhook(self, parameters: dict[str, Any]) -> bool:  # noqa: N802
        with self._changed:
            self.webhook = parameters
            self._allowed = json.loads(parameters["allowed_updates"]) if "allowed_updates" in parameters else None
            self._changed.notify_all()
        return True

    def _deleteWebhook(self, parameters: dict[str, Any]) -> bool:  # noqa: N802
        with self._changed:
            self.webhook = {}
            if parameters.get("drop_pending_updates") == "true":
                self.updates = []
        return True

    def _reach(self, parameters: dict[str, Any]) -> int:
        chat = chat_of(parameters)
        if chat is None or (chat > 0 and chat not in self.known):
            raise BadRequest("Bad Request: chat not found")
        if chat in self.blocked:
            raise Answer(403, "Forbidden: bot was blocked by the user")
        left = self._paused_until.get(chat, 0) - time.monotonic()
        if left > 0:
            raise Answer(429, "Too Many Requests: called during a pause", retry_after=int(left) + 1)
        return chat

    def _deliver(self, parameters: dict[str, Any], sent: Sent) -> dict[str, Any]:
        with self._changed:
            chat = self._reach(parameters)
            keyboard = check_keyboard(parameters.get("reply_markup"))
            number = 5000 + len(self.sent)
            self.sent.append(replace(sent, chat=chat, message_id=number, keyboard=keyboard))
            return {"message_id": number, "date": int(time.time()), "chat": {"id": chat, "type": "private"}}


def chat_of(parameters: dict[str, Any]) -> int | None:
    """The chat that a call is about."""
    return int(parameters["chat_id"]) if "chat_id" in parameters else None

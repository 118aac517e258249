"""People who talk to the bot: what they do becomes updates."""

import threading
import time
from typing import Any

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post")
ME = {"id": 4242, "is_bot": True, "first_name": "Relais", "username": "relais_test_bot"}


class People:
    """Say, press, edit, block; the updates wait until the bot fetches them."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.next_update_id = 1000
        self.known: set[int] = set()
        self.blocked: set[int] = set()
        self.files: dict[str, bytes] = {}
        self._allowed: list[str] | None = None
        self._ended_polls = 0
        self._changed = threading.Condition(threading.RLock())

    def say(self, chat: int, text: str, **more: Any) -> int:
        """A private message; gives the update's number."""
        return self.push("message", self._message(chat, {"text": text, **more}))

    def say_in_group(self, group: int, chat: int, text: str) -> int:
        """The same person speaks in a group."""
        place = {"id": group, "type": "supergroup", "title": "Atelier"}
        return self.push("message", {**self._message(chat, {"text": text}), "chat": place})

    def send(self, chat: int, **content: Any) -> int:
        """A private message without text: photo, voice, sticker…"""
        return self.push("message", self._message(chat, content))

    def send_file(self, chat: int, content: bytes, name: str = "plan.pdf", **more: Any) -> int:
        """A file as document; `media_group_id` and `caption` may be given."""
        file_id = self.store(content)
        document = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": len(content)}
        return self.send(chat, document=document, **more)

    def store(self, content: bytes) -> str:
        """Keep a file on the server; gives its id."""
        with self._changed:
            file_id = f"file_{len(self.files)}"
            self.files[file_id] = content
        return file_id

    def edit(self, chat: int, text: str) -> int:
        """An edited message."""
        return self.push("edited_message", self._message(chat, {"text": text, "edit_date": int(time.time())}))

    def press(self, chat: int, press: str) -> int:
        """A pressed button."""
        message = self._message(chat, {"text": "…"})
        query = {"id": str(time.time_ns()), "from": message["from"], "chat_instance": "1", "data": press}
        return self.push("callback_query", {**query, "message": message})

    def block(self, chat: int, *, silently: bool = False) -> None:
        """The person blocks the bot; `silently` = no update tells."""
        self.blocked.add(chat)
        if not silently:
            self.push("my_chat_member", self._membership(chat, "kicked"))

    def unblock(self, chat: int) -> None:
        """The person lets the bot in again."""
        self.blocked.discard(chat)
        self.push("my_chat_member", self._membership(chat, "member"))

    def push(self, kind: str, content: Any, *, update_id: int | None = None) -> int:
        """Any update, well-formed or not."""
        with self._changed:
            number = self.next_update_id if update_id is None else update_id
            self.next_update_id = number + 1
            if kind not in KINDS or self._allowed is None or kind in self._allowed:
                self.updates.append({"update_id": number, kind: content})
            self._changed.notify_all()
        return number

    def end_poll(self) -> None:
        """The long poll under way ends without updates, as after a quiet while."""
        with self._changed:
            self._ended_polls += 1
            self._changed.notify_all()

    def repeat(self, update: dict[str, Any]) -> None:
        """Telegram delivers an update once more."""
        with self._changed:
            self.updates.append(update)
            self._changed.notify_all()

    def _message(self, chat: int, content: dict[str, Any]) -> dict[str, Any]:
        self.known.add(chat)
        person = {"id": chat, "is_bot": False, "first_name": "Camille", "language_code": "fr"}
        place = {"id": chat, "type": "private", "first_name": "Camille"}
        return {"message_id": self.next_update_id, "date": int(time.time()), "chat": place, "from": person, **content}

    def _membership(self, chat: int, status: str) -> dict[str, Any]:
        message = self._message(chat, {})
        change = {
            "old_chat_member": {"status": "member", "user": ME},
            "new_chat_member": {"status": status, "user": ME},
        }
        return {"chat": message["chat"], "from": message["from"], "date": message["date"], **change}

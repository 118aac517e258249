"""A talk as the chat page needs it: read what was said, take what is sent. It knows no HTTP and no HTML."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.channels.bodies import message_to_json, reply_from_json
from bot.channels.documents import TooLarge, writer
from bot.channels.web_body import Posted
from bot.channels.web_parts import WebParts
from bot.channels.web_person import Preference
from bot.channels.web_refusal import Refusal
from bot.channels.web_upload import CHUNK, Upload
from bot.channels.web_words import LONGEST
from bot.dialogue.messages import Attachment, AttachmentKind, Document, Message
from bot.dialogue.presses import Press, data
from bot.dialogue.state import state_from_json
from bot.intake.documents import clean_name
from bot.store import transcript
from bot.store.transcript import END, LARGEST_ID, Cursor, TalkSeen

CHANNEL = "web"
MOST_SHOWN = 400  # messages, and as many replies; older ones are in the person's export
MOST_A_MINUTE = 30  # presses too: a form with many choices is not a flood


class WebTalk:
    """Blocking: pages call it in a thread."""

    def __init__(self, parts: WebParts) -> None:
        self._inbox = parts.inbox
        self._clock = parts.clock
        self._documents = parts.documents

    def read(self, address: str, after: Cursor = Cursor()) -> TalkSeen | None:  # noqa: B008 - frozen
        """What was said after the cursor; None for a person who never wrote."""
        with self._inbox.database.reading() as session:
            return transcript.read_talk(session, CHANNEL, address, after, MOST_SHOWN)

    def is_working(self, address: str) -> bool:
        """Whether something that the person sent waits for its answer."""
        seen = self.read(address, END)
        return seen is not None and seen.working

    def document(self, address: str, reply_id: int) -> Document | None:
        """The file handed over with a reply of this person's talk."""
        body = self._reply(address, reply_id)
        return reply_from_json(body).document if body else None

    def send(self, address: str, posted: Posted, spoken: Preference) -> Refusal | None:
        """Store what the person sent, once; once this returns None it may be acknowledged."""
        read = self._pressed(address, posted, spoken) if posted.press else _typed(posted, spoken)
        if isinstance(read, Refusal):
            return read
        if self._is_too_fast(address):
            return Refusal.TOO_MANY
        self._store(address, _digest(address, posted.key, posted.text, posted.press or ""), read)
        return None

    def send_document(self, address: str, upload: Upload, spoken: Preference) -> Refusal | None:
        """Keep the document, then the message that brings it; what is wrong with one is said by the talk."""
        if self._is_too_fast(address):
            return Refusal.TOO_MANY
        sent = Attachment(kind=AttachmentKind.DOCUMENT, name=clean_name(upload.name))
        with self._documents.files.arriving() as arriving:
            write = writer(arriving)
            try:
                while chunk := upload.file.read(CHUNK):
                    write(chunk)
            except TooLarge:
                return Refusal.FILE_TOO_LARGE
            taken = self._documents.receive(arriving, replace(sent, size=arriving.size))
        key, text = upload.posted.key, upload.posted.text[:LONGEST]
        message = _message(key, spoken, text=text, attachment=taken)
        label = "\n".join(filter(None, (f"📎 {taken.name}", text)))
        self._store(address, _digest(address, key, "document"), {**message_to_json(message), "label": label})
        return None

    def speak(self, address: str, key: str, language: str, label: str) -> None:
        """Tell the talk, if it has begun, that the person chose a language."""
        if self.read(address, END) is None:
            return
        message = Message(id=key, channel=CHANNEL, press=data(Press.LANGUAGE, language), language=language)
        self._store(address, _digest(address, key, language), {**message_to_json(message), "label": label})

    def _pressed(self, address: str, posted: Posted, spoken: Preference) -> dict[str, Any] | Refusal:
        """The press with the button's label, which the page shows as what the person said."""
        reply_id, _, press = (posted.press or "").partition(":")
        body = self._reply(address, int(reply_id))
        buttons = [button for row in reply_from_json(body).buttons for button in row] if body else []
        label = next((button.label for button in buttons if button.press == press), None)
        if label is None:
            return Refusal.OUTDATED
        message = _message(posted.key, spoken, press=press)
        return {**message_to_json(message), "label": label}

    def _store(self, address: str, update_key: str, body: dict[str, Any]) -> None:
        self._inbox.receive(CHANNEL, update_key, address, body, self._clock())

    def _reply(self, address: str, reply_id: int) -> dict[str, Any] | None:
        if reply_id > LARGEST_ID:
            return None
        with self._inbox.database.reading() as session:
            return transcript.find_reply(session, CHANNEL, address, reply_id)

    def _is_too_fast(self, address: str) -> bool:
        since = self._clock() - timedelta(minutes=1)
        with self._inbox.database.reading() as session:
            return transcript.count_messages(session, CHANNEL, address, since) >= MOST_A_MINUTE


def _typed(posted: Posted, spoken: Preference) -> dict[str, Any] | Refusal:
    if not posted.text:
        return Refusal.EMPTY
    if len(posted.text) > LONGEST:
        return Refusal.TOO_LONG
    return message_to_json(_message(posted.key, spoken, text=posted.text))


def _message(key: str, spoken: Preference, **said: Any) -> Message:
    return Message(id=key, channel=CHANNEL, language=spoken.language, language_chosen=spoken.chosen, **said)


def _digest(*parts: str) -> str:
    """A second post of the same form is the same message; another person's same key is another one."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def language_of(seen: TalkSeen | None) -> str | None:
    """The talk's own language, once it is known."""
    return state_from_json(seen.state).language if seen else None

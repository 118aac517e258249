"""Messages and replies survive the store, whatever people type."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.bodies import message_from_json, message_to_json, reply_from_json, reply_to_json, storable
from bot.channels.inbox import Inbox
from bot.dialogue.messages import (
    Attachment,
    AttachmentKind,
    Button,
    Document,
    Layout,
    Message,
    Paragraph,
    Reply,
    Run,
    Style,
)
from bot.store.database import Database
from bot.store.transcript import Cursor, read_talk


def test_a_message_is_read_as_it_was_written() -> None:
    attachment = Attachment(kind=AttachmentKind.PHOTO, file_id="f", size=12)
    message = Message(id="1", text="é", command="start", press="oui", attachment=attachment, edited=True, language="fr")
    assert message_from_json(json.loads(json.dumps(message_to_json(message)))) == message


def test_a_reply_is_read_as_it_was_written() -> None:
    runs = (Run("é", Style.BOLD, "https://a.example"),)
    document = Document(name="a.json", content="{}")
    buttons = ((Button("Oui", press="oui"), Button("Page", link="https://a.example")),)
    reply = Reply(paragraphs=(Paragraph(runs, Layout.QUOTE),), buttons=buttons, document=document)
    assert reply_from_json(json.loads(json.dumps(reply_to_json(reply)))) == reply


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8))
def test_what_can_be_stored_is_left_as_it_is(value: Any) -> None:
    if "\\u0000" not in json.dumps(value):
        assert storable(value) == value


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "🏭\N{ZERO WIDTH JOINER}", "\\u0000", "'; DROP TABLE inbox; --"])
def test_no_text_is_too_strange_for_the_inbox(database: Database, text: str) -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    body = {"text": text, text: [text, float("nan"), float("inf")]}
    assert Inbox(database).receive("web", f"key {text}", "camille", body, now) is not None
    with database.reading() as session:
        talk = read_talk(session, "web", "camille", Cursor(), 9)
    assert talk is not None
    assert talk.said[0].body["text"] == storable(text)

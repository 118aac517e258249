"""What updates are for, whatever their shape."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_messages import read_message
from bot.channels.telegram_updates import Kind, Me, read_update, update_key
from bot.dialogue.messages import AttachmentKind

ME = Me(id=4242, username="relais_bot")
PRIVATE = {"id": 7, "type": "private"}
PERSON = {"id": 7, "language_code": "fr"}
GROUP = {"id": -100, "type": "supergroup"}


def update(kind: str = "message", **content: Any) -> dict[str, Any]:
    """An update of a private chat."""
    return {"update_id": 10, kind: {"message_id": 5, "date": 1_790_000_000, "chat": PRIVATE, "from": PERSON, **content}}


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [
        ("/start", "start", ""),
        ("/start source_12", "start", "source_12"),
        ("/Aide@relais_bot", "aide", ""),
        ("/financement  usinage\nNormandie", "financement", "usinage\nNormandie"),
        ("/usr/bin", None, "/usr/bin"),
        ("/", None, "/"),
        ("Bonjour /start", None, "Bonjour /start"),
    ],
)
def test_commands_are_told_from_texts(text: str, command: str | None, rest: str) -> None:
    message = read_message(update(text=text))
    assert (message.command, message.text) == (command, rest)


@pytest.mark.parametrize(
    ("content", "kind", "name"),
    [
        ({"document": {"file_id": "f", "file_name": "plan.pdf", "file_size": 12}}, AttachmentKind.DOCUMENT, "plan.pdf"),
        ({"photo": [{"file_id": "s"}, {"file_id": "f", "file_size": 12}]}, AttachmentKind.PHOTO, ""),
        ({"voice": {"file_id": "f"}}, AttachmentKind.VOICE, ""),
        ({"video": {"file_id": "f"}}, AttachmentKind.VIDEO, ""),
        ({"sticker": {"file_id": "f"}}, AttachmentKind.STICKER, ""),
        ({"animation": {"file_id": "f"}, "document": {"file_id": "f"}}, AttachmentKind.DOCUMENT, ""),
        ({"location": {"latitude": 1.0, "longitude": 2.0}}, AttachmentKind.LOCATION, ""),
        ({"contact": {"phone_number": "+33"}}, AttachmentKind.CONTACT, ""),
        ({"poll": {"id": "1"}}, AttachmentKind.OTHER, ""),
        ({"something_new": {}}, AttachmentKind.OTHER, ""),
    ],
)
def test_attachments_are_named(content: dict[str, Any], kind: AttachmentKind, name: str) -> None:
    attachment = read_message(update(**content, caption="Voici")).attachment
    assert attachment is not None
    assert (attachment.kind, attachment.name) == (kind, name)


def test_a_caption_is_the_text_of_a_photo() -> None:
    message = read_message(update(photo=[{"file_id": "f", "file_size": 12}], caption="Notre pièce"))
    assert message.text == "Notre pièce"
    assert message.attachment is not None
    assert (message.attachment.file_id, message.attachment.size) == ("f", 12)


def test_an_edit_bears_the_number_of_the_original() -> None:
    message = read_message(update("edited_message", text="Bonjour", edit_date=1_790_000_009))
    assert (message.edited, message.sent_as, message.language) == (True, "5", "fr")


def test_a_press_is_read_and_to_be_answered() -> None:
    raw = {"update_id": 10, "callback_query": {"id": "99", "from": PERSON, "data": "oui", "message": {"chat": PRIVATE}}}
    incoming = read_update(raw, ME)
    assert (incoming.kind, incoming.press_id, incoming.address) == (Kind.TALK, "99", "7")
    assert read_message(raw).press == "oui"


@pytest.mark.parametrize(("status", "kind"), [("kicked", Kind.BLOCKED), ("member", Kind.UNBLOCKED)])
def test_blocking_is_noticed(status: str, kind: Kind) -> None:
    assert read_update(update("my_chat_member", new_chat_member={"status": status}), ME).kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bla", Kind.IGNORED),
        ("/aide", Kind.GROUP),
        ("/aide@relais_bot", Kind.GROUP),
        ("/aide@autre_bot", Kind.IGNORED),
        ("Dis @Relais_Bot, où ?", Kind.GROUP),
        ("@relais_botte", Kind.IGNORED),
    ],
)
def test_groups_are_heard_only_when_they_speak_to_us(text: str, kind: Kind) -> None:
    assert read_update(update(text=text, chat=GROUP), ME).kind is kind


def test_a_reply_to_us_in_a_group_speaks_to_us() -> None:
    assert read_update(update(text="oui", chat=GROUP, reply_to_message={"from": {"id": 4242}}), ME).kind is Kind.GROUP


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1, "channel_post": {"chat": {"id": -5, "type": "channel"}, "text": "annonce"}},
        {"update_id": 1, "inline_query": {"id": "1"}},
        update("my_chat_member", chat=GROUP, new_chat_member={"status": "member"}),
        update(pinned_message={"message_id": 4}),
        update(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}),
    ],
)
def test_what_nobody_said_to_us_is_ignored(raw: dict[str, Any]) -> None:
    assert read_update(raw, ME).kind is Kind.IGNORED


def test_an_unreadable_update_is_known_to_be_whose_it_is() -> None:
    raw = {"update_id": 10, "callback_query": {"id": "1", "message": "?"}}
    assert (read_update(raw, ME).kind, read_update(raw, ME).address) == (Kind.UNREADABLE, None)
    spoilt = update(text="Bonjour", photo=1, caption=2)
    spoilt["message"]["from"] = {"id": 7, "language_code": []}
    assert read_update(spoilt, ME).kind is Kind.TALK


def test_the_same_number_a_week_later_is_another_update() -> None:
    monday, next_monday = update(text="a"), update(text="b", date=1_790_604_800)
    assert update_key(monday) == update_key(update(text="a"))
    assert update_key(monday) != update_key(next_monday)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
fields = st.sampled_from(["message_id", "date", "chat", "from", "text", "caption", "photo", "document", "data", "id"])
contents = st.dictionaries(fields, json_values | st.just(PRIVATE) | st.just(PERSON), max_size=8)
kinds = st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "poll"])


@given(json_values | st.dictionaries(kinds, contents | json_values, min_size=1, max_size=2))
def test_no_update_whatever_breaks_the_reading(raw: Any) -> None:
    incoming = read_update(raw, ME)
    assert len(incoming.key) <= 128
    if incoming.kind is Kind.TALK:
        assert incoming.address is not None
        read_message(raw)

"""What a message is."""

import pytest

from bot.dialogue.messages import Button, Message, Reply
from bot.dialogue.offers import offers
from bot.dialogue.routing import declines, points_at_list, pressed_by_typing, with_command


@pytest.mark.parametrize(
    ("text", "command", "argument"),
    [
        ("/aide", "aide", ""),
        ("/AIDE@relais_bot", "aide", ""),
        ("/financement robot et cobot", "financement", "robot et cobot"),
        ("/help", "aide", ""),
        ("/apply", "candidater", ""),
        ("/nimporte quoi", "nimporte", "quoi"),
        ("a/b", None, "a/b"),
        ("//", None, "//"),
    ],
)
def test_a_typed_command_is_one(text: str, command: str | None, argument: str) -> None:
    read = with_command(Message(id="1", text=text))
    assert (read.command, read.text) == (command, argument)


@pytest.mark.parametrize("text", ["le deuxième", "et le troisième ?", "les suivants", "the last one"])
def test_what_only_points_at_a_list_is_of_it(text: str) -> None:
    assert points_at_list(text, 3)
    assert not points_at_list(text, 0)


@pytest.mark.parametrize("text", ["Premier Atelier Duval", "Duval Sièges", "le quatrième"])
def test_a_name_is_of_no_list(text: str) -> None:
    assert not points_at_list(text, 3)


def test_a_button_is_pressed_by_typing_its_label_or_its_number() -> None:
    reply = Reply(
        paragraphs=(), buttons=((Button("👍 Utile", press="f:1:+"), Button("Page", link="https://x.example")),)
    )
    last = Reply(paragraphs=(), buttons=((Button("J'accepte", press="a"), Button("Non", press="b")),))
    offered = offers((reply, last), numbered=True)
    typed = {text: pressed_by_typing(text, offered) for text in ("utile", "J’ACCEPTE", "1", "[2]", "3", "page", "👍")}
    assert typed == {"utile": "f:1:+", "J’ACCEPTE": "a", "1": "a", "[2]": "b", "3": None, "page": None, "👍": None}


def test_no_number_is_a_button_where_a_number_is_awaited() -> None:
    reply = Reply(paragraphs=(), buttons=((Button("Passer", press="s"),),))
    assert offers((reply,), numbered=False) == {"passer": "s"}


@pytest.mark.parametrize(
    "text", ["non", "je n'en ai pas", "je ne l'ai pas sous la main", "j'ai pas de SIREN", "pas encore"]
)
def test_a_question_left_open_is_declined(text: str) -> None:
    assert declines(text)


@pytest.mark.parametrize("text", ["j'ai pas compris la question", "Duval", "non, 45 salariés"])
def test_what_says_more_declines_nothing(text: str) -> None:
    assert not declines(text)

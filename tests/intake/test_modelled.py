"""A chat model helps to read a sentence into the form: only what stands in the text, only what the rules missed."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel

from bot.answers.generation import ChatModel
from bot.answers.prompts import FORM
from bot.errors import ModelUnavailable
from bot.intake.modelled import HelpedReader, Told
from tests.chat_server.server import ChatServer

TODAY = date(2026, 11, 22)
STORY = (
    "Chez nous à l'atelier Duval, on est quarante-deux et nos coques viennent de Bydgoszcz, il nous faudrait un prêt"
)


def read(told: dict[str, str], text: str = STORY, **others: Any) -> dict[str, Any]:
    reader = HelpedReader(lambda schema, _: schema(**told))
    return {finding.key: finding.value for finding in reader(text, TODAY, **{"helped": True, **others})}


def test_what_the_rules_missed_is_added_and_checked() -> None:
    told = {"company": "atelier Duval", "employees": "quarante-deux", "made_today": "Bydgoszcz", "product": "coques"}
    found = read(told)
    assert found["company"] == "atelier Duval"
    assert found["employees"] == 42
    assert found["product"] == "coques"
    assert found["made_today"] == "Bydgoszcz"


@pytest.mark.parametrize(
    "told",
    [
        {"company": "Renault"},  # not in the text
        {"employees": "420"},
        {"siren": "732829320"},
        {"email": "camille@duval.example"},
        {"investment": "beaucoup"},  # not an answer
        {"stage": "on verra"},
        {"company": ""},
    ],
)
def test_what_does_not_stand_in_the_text_or_does_not_hold_is_left_out(told: dict[str, str]) -> None:
    assert read(told) == read({})


def test_the_rules_go_first() -> None:
    text = "On est Duval Sièges, 42 salariés à Vesoul, on veut rapatrier nos assises de Pologne"
    assert read({"company": "assises", "employees": "42 salariés à Vesoul"}, text)["company"] == "Duval Sièges"


def test_a_short_answer_or_one_without_wish_for_help_asks_nobody() -> None:
    def fill(_schema: type[BaseModel], _text: str) -> BaseModel:
        raise AssertionError

    reader = HelpedReader(fill)
    assert [finding.key for finding in reader("42 salariés", TODAY, helped=True)] == ["employees"]
    assert reader(STORY, TODAY) == HelpedReader(lambda schema, _: schema())(STORY, TODAY, helped=True)


def test_a_model_that_fails_leaves_the_rules_alone() -> None:
    def fill(_schema: type[BaseModel], _text: str) -> BaseModel:
        raise ModelUnavailable("down")

    assert HelpedReader(fill)(STORY, TODAY, helped=True) == HelpedReader(fill)(STORY, TODAY)


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with ChatServer().running() as server:
        yield server


def a_completion(content: str) -> bytes:
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return json.dumps(
        {"id": "c", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
    ).encode()


def a_reader(server: ChatServer, seconds: float) -> HelpedReader:
    chat = ChatModel("openai:test", base_url=server.url, seconds=30.0)
    return HelpedReader(lambda schema, text: chat.fill(schema, FORM, text, seconds))


def test_structured_output_over_http(server: ChatServer) -> None:
    told = dict.fromkeys(Told.model_fields) | {"product": "coques", "made_today": "Bydgoszcz"}
    server.script = a_completion(json.dumps(told))
    found = {finding.key: finding.value for finding in a_reader(server, 30.0)(STORY, TODAY, helped=True)}
    assert (found["product"], found["made_today"]) == ("coques", "Bydgoszcz")
    schema = server.requests[0]["response_format"]["json_schema"]["schema"]
    assert {"company", "employees", "investment"} <= set(schema["properties"])
    assert "consent" not in schema["properties"]


@pytest.mark.parametrize(
    "said", [500, 429, None, a_completion("pas du JSON"), a_completion('{"company": 3}'), b"<html>"]
)
def test_a_broken_or_slow_model_leaves_the_rules(server: ChatServer, said: int | bytes | None) -> None:
    server.script = said
    reader = a_reader(server, 30.0 if said is not None else 1.0)
    assert reader(STORY, TODAY, helped=True) == reader(STORY, TODAY)

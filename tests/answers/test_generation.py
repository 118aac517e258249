"""A chat model over real HTTP, through LangChain: time limit, one retry, rest after failures."""

import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from bot.answers.breaker import FAILURES
from bot.answers.generation import LONGEST, ChatModel, ModelResting, Request
from bot.answers.types import Language
from bot.errors import ModelUnavailable
from tests.chat_server.server import ChatServer

REQUEST = Request(
    question="Combien ?",
    passages=("Prêt Boréal\nLe Prêt Boréal va de 10 000 € à 90 000 €.", "Aide Cobalt\nElle est close."),
    language=Language.FRENCH,
)
GOOD = "Le Prêt Boréal va de 10 000 € à 90 000 € [1]. Il dure cinq ans au plus, sans garantie [1]."

pytestmark = [
    pytest.mark.slow,  # over HTTP, with its real waits
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with ChatServer().running() as server:
        server.script = GOOD
        yield server


def _model(server: ChatServer, seconds: float = 60.0) -> ChatModel:
    return ChatModel("openai:test", base_url=server.url, seconds=seconds)


def test_the_model_gets_numbered_passages_and_its_text_is_heard_as_it_comes(server: ChatServer) -> None:
    heard: list[str] = []
    assert _model(server).write(REQUEST, heard.append) == GOOD
    assert heard[-1] == GOOD
    assert len(heard) > 1
    assert all(later.startswith(earlier) for earlier, later in pairwise(heard))
    asked = server.requests[-1]
    assert "[1] Prêt Boréal\nLe Prêt" in asked["messages"][-1]["content"]
    assert "[2] Aide Cobalt" in asked["messages"][-1]["content"]
    assert "Question : Combien ?" in asked["messages"][-1]["content"]
    assert "en français" in asked["messages"][0]["content"]
    assert asked["stream"] is True


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_server_that_stumbles_once_is_asked_once_more(server: ChatServer, status: int) -> None:
    server.failures = [status]
    assert _model(server).write(REQUEST) == GOOD
    assert len(server.requests) == 2


@pytest.mark.parametrize(("statuses", "requests"), [([500, 500], 2), ([429], 1), ([400], 1), ([401], 1)])
def test_what_would_fail_again_is_not_insisted_on(server: ChatServer, statuses: list[int], requests: int) -> None:
    server.failures = statuses
    with pytest.raises(ModelUnavailable):
        _model(server).write(REQUEST)
    assert len(server.requests) == requests


def test_a_stream_cut_in_the_middle_is_tried_once_more_and_nothing_of_it_is_kept(server: ChatServer) -> None:
    server.die_after = 1
    with pytest.raises(ModelUnavailable):
        _model(server).write(REQUEST)
    assert len(server.requests) == 2


def test_a_server_that_is_not_there_fails_at_once() -> None:
    begun = time.monotonic()
    with pytest.raises(ModelUnavailable):
        ChatModel("openai:test", base_url="http://127.0.0.1:9/v1", seconds=60).write(REQUEST)
    assert time.monotonic() - begun < 50, "refused, not waited for"


@pytest.mark.parametrize("pause", [None, 0.2])
def test_a_model_that_hangs_or_trickles_is_left_at_the_time_limit(server: ChatServer, pause: float | None) -> None:
    server.script = None if pause is None else GOOD * 20
    server.pause = pause or 0.0
    model = _model(server, seconds=2.0)
    model.warm()  # the import is not what is waited for here
    with pytest.raises(ModelUnavailable):
        model.write(REQUEST)
    assert len(server.requests) == 1


def test_an_endless_text_is_cut_off(server: ChatServer) -> None:
    server.script = "bla " * 12_500
    assert LONGEST <= len(_model(server).write(REQUEST)) < LONGEST + 100


@pytest.mark.parametrize("said", ["", b"<html>Bad gateway</html>", b'{"choices": "none"}', b"[1, 2]"])
def test_nothing_and_garbage_are_failures(server: ChatServer, said: str | bytes) -> None:
    server.script = said
    with pytest.raises(ModelUnavailable):
        _model(server).write(REQUEST)


def test_a_provider_that_is_not_known_is_a_failure() -> None:
    with pytest.raises(ModelUnavailable):
        ChatModel("nobody:test", seconds=3).write(REQUEST)


def test_after_failures_in_a_row_the_model_rests_and_is_not_asked(server: ChatServer) -> None:
    model = _model(server)
    server.script = 429
    for _ in range(FAILURES):
        with pytest.raises(ModelUnavailable):
            model.write(REQUEST)
    with pytest.raises(ModelResting):
        model.write(REQUEST)
    assert len(server.requests) == FAILURES


def test_answers_of_several_people_are_written_side_by_side(server: ChatServer) -> None:
    model = _model(server)
    server.pause = 0.05
    texts: list[str] = []
    writers = [threading.Thread(target=lambda: texts.append(model.write(REQUEST))) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert texts == [GOOD] * 4


def test_an_error_of_whoever_listens_counts_as_a_failure_and_is_not_hidden(server: ChatServer) -> None:
    def stumble(_text: str) -> None:
        raise LookupError("listener")

    model = _model(server)
    for _ in range(FAILURES):
        with pytest.raises(LookupError):
            model.write(REQUEST, stumble)
    with pytest.raises(ModelResting):
        model.write(REQUEST)


def test_a_model_is_loaded_before_it_is_needed_or_its_setting_is_named(server: ChatServer) -> None:
    _model(server).warm()
    with pytest.raises(ModelUnavailable, match="RELAIS_CHAT_MODEL"):
        ChatModel("nobody:test").warm()

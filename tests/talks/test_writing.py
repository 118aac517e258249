"""The whole product with a chat model: shown while it is written, verified in the end, spent by a daily budget."""

import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.channels.test_web_events import Page, until
from tests.chat_server.models import read_request
from tests.chat_server.server import ChatServer
from tests.telegram_server.server import TOKEN, FakeTelegram

pytestmark = pytest.mark.slow

RELAIS = Path(sys.executable).parent / "relais"
FICTITIOUS = Path(__file__).parents[1] / "fictitious"
QUESTION = "Combien peut-on emprunter avec le Prêt Boréal ?"
PER_DAY = 3


class Model:
    """Answers from the passage that holds the amounts; notes whether the database could be written meanwhile."""

    def __init__(self, home: Path) -> None:
        self._database = home / "relais.db"
        self.wrote = 0

    def __call__(self, request: dict[str, Any]) -> str:
        with closing(sqlite3.connect(self._database, timeout=1.0)) as database:
            database.execute("BEGIN IMMEDIATE")
            database.rollback()
            self.wrote += 1
        _, passages = read_request(request)
        number = next(index for index, passage in enumerate(passages, 1) if "couvre 40" in passage)
        return (
            f"Le Prêt Boréal va de 10 000 € à 90 000 € [{number}]. Il est versé en 3 jours [{number}]. "
            f"Le Prêt Boréal couvre au plus 40 % du prix de la machine [{number}]."
        )


@pytest.fixture
def chat() -> Iterator[ChatServer]:
    with ChatServer().running() as server:
        server.pause = 0.25
        yield server


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram().running() as telegram:
        yield telegram


@contextmanager
def _running(home: Path, chat: ChatServer, telegram: FakeTelegram) -> Iterator[str]:
    """`relais run`; gives the address of the web chat."""
    environment = {
        **os.environ,
        "RELAIS_HOME": str(home),
        "RELAIS_KNOWLEDGE": str(FICTITIOUS),
        "RELAIS_TELEGRAM_TOKEN": TOKEN,
        "RELAIS_TELEGRAM_API_URL": telegram.url,
        "RELAIS_HTTP_PORT": "0",
        "RELAIS_REGISTRY_URL": "",
        "RELAIS_CHAT_MODEL": "openai:test",
        "RELAIS_CHAT_BASE_URL": chat.url,
        "RELAIS_CHAT_PER_DAY": str(PER_DAY),
    }
    with subprocess.Popen([RELAIS, "run"], env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield next(found[0] for line in process.stdout if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
        finally:
            process.terminate()


def test_a_person_sees_the_answer_grow_then_the_verified_one(
    tmp_path: Path, chat: ChatServer, telegram: FakeTelegram
) -> None:
    chat.script = model = Model(tmp_path)
    with _running(tmp_path, chat, telegram) as url:
        telegram.say(7, QUESTION)
        telegram.expect(lambda: any("couvre au plus 40" in text for text in telegram.texts(7)), 30)
        drafts = telegram.calls("sendMessageDraft")
        answer = next(text for text in telegram.texts(7) if "couvre au plus" in text)
        assert "[1]" in answer
        assert "3 jours" not in answer
        assert drafts
        assert all("90 000" in call.parameters["text"] and "3 jours" not in call.parameters["text"] for call in drafts)
        sent = telegram.calls("sendMessage")[-1]
        assert all(call.at < sent.at for call in drafts)

        headers = {"Origin": url, "Accept": "application/json"}
        with httpx.Client(base_url=url, headers=headers, timeout=20) as client:
            page = Page(client)
            page.say(QUESTION, "on-the-web")
            with page.stream() as events:
                seen = until(events, "couvre au plus 40")
                seen += [] if seen[-1].name == "said" else until(events, 'class="mark"')
        assert any(event.name == "draft" for event in seen)
        assert all("3 jours" not in event.data for event in seen)
        assert model.wrote == len(chat.requests) == 2, "no transaction was open while the model wrote"


def test_past_the_daily_budget_and_without_drafts_the_quotes_go_out_with_the_same_sources(
    tmp_path: Path, chat: ChatServer, telegram: FakeTelegram
) -> None:
    chat.script, chat.pause = Model(tmp_path), 0.0
    telegram.has_drafts = False
    with _running(tmp_path, chat, telegram):
        for number in range(1, PER_DAY + 2):
            telegram.say(7, QUESTION)
            telegram.expect(lambda: sum("90 000" in text for text in telegram.texts(7)) == number, 30)  # noqa: B023
        telegram.say(8, QUESTION)
        telegram.expect(lambda: any("90 000" in text for text in telegram.texts(8)), 30)
    answers = [text for text in telegram.texts(7) if "90 000" in text]
    assert ["couvre au plus" in text for text in answers] == [True] * PER_DAY + [False]
    assert len(chat.requests) == PER_DAY + 1, "the other person has a budget of their own"
    assert len(telegram.calls("sendMessageDraft")) <= 1


def test_a_model_that_hangs_delays_the_answer_no_longer_than_its_limit(
    tmp_path: Path, chat: ChatServer, telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat.script = None
    monkeypatch.setenv("RELAIS_CHAT_SECONDS", "1")
    with _running(tmp_path, chat, telegram):
        for number in range(1, 6):
            telegram.say(7, QUESTION)
            telegram.expect(lambda: sum("90 000" in text for text in telegram.texts(7)) == number, 30)  # noqa: B023
            time.sleep(0.01)
    assert len(chat.requests) == 3, "after three failures it is left alone"

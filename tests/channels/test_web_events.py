"""The stream of an open page, over a real server: live, resumed after a cut, let go at a stop."""

import asyncio
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import pytest

from bot.channels.web import create_app
from bot.channels.web_server import LAST_WORDS, WebServer
from bot.errors import SettingsError
from bot.store.database import Database
from tests.channels.house import eventually
from tests.channels.web_house import serving, web_house


@dataclass(frozen=True)
class Event:
    """One event as a browser gets it."""

    name: str
    data: str
    id: str


class Page:
    """A page that follows its talk."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.html = client.get("/").text

    def say(self, text: str, key: str) -> None:
        """Post a text."""
        token = re.search(r'name="token" value="([^"]+)"', self.html)
        assert token
        posted = self.client.post("/messages", data={"token": token[1], "key": key, "text": text})
        assert posted.status_code == 202

    @contextmanager
    def stream(self, last: str = "") -> Iterator[Iterator[Event]]:
        """The events after the last one received."""
        headers = {"Accept": "text/event-stream"} | ({"Last-Event-ID": last} if last else {})
        with self.client.stream("GET", "/events", headers=headers) as response:
            assert response.headers["content-type"].startswith("text/event-stream")
            assert response.headers["cache-control"] == "no-store"
            yield _events(response)


@contextmanager
def open_page(url: str) -> Iterator[Page]:
    """A person opens the page."""
    headers = {"Origin": url, "Accept": "application/json"}
    with httpx.Client(base_url=url, headers=headers, timeout=20) as client:
        yield Page(client)


def _events(response: httpx.Response) -> Iterator[Event]:
    fields: dict[str, list[str]] = {}
    for line in response.iter_lines():
        name, _, value = line.partition(": ")
        if line:
            fields.setdefault(name, []).append(value)
        elif "event" in fields:
            yield Event(fields["event"][0], "\n".join(fields["data"]), fields.get("id", [""])[0])
        if not line:
            fields = {}


def until(events: Iterator[Event], text: str) -> list[Event]:
    """The events up to the one that holds this text."""
    seen: list[Event] = []
    for event in events:
        seen.append(event)
        if text in event.data:
            return seen
    raise AssertionError(f"the stream ended before {text!r}")


def test_an_open_page_sees_message_work_and_answer(sqlite_database: Database) -> None:
    with serving(web_house(sqlite_database)) as url, open_page(url) as page, page.stream() as events:
        page.say("Quel prêt ?", "first-message")
        seen = until(events, "prêt Atelier")
        assert any('data-key="first-message"' in event.data for event in seen)
        assert next(events) == Event("working", "false", "")


def test_a_cut_page_resumes_where_it_stopped_even_after_a_restart(sqlite_database: Database) -> None:
    with serving(web_house(sqlite_database)) as url, open_page(url) as page:
        page.say("Premier", "first-message")
        with page.stream() as events:
            last = until(events, "prêt Atelier")[-1].id
        cookies = page.client.cookies
    with serving(web_house(sqlite_database)) as url, open_page(url) as page:
        page.client.cookies = cookies
        page.html = page.client.get("/").text
        page.say("Deuxième", "second-message")
        with page.stream(last) as events:
            everything = "".join(event.data for event in until(events, "prêt Atelier"))
    assert "Premier" not in everything
    assert "Deuxième" in everything


def test_an_answer_without_words_still_ends_the_typing_sign(sqlite_database: Database) -> None:
    with serving(web_house(sqlite_database)) as url, open_page(url) as page:
        page.say("Bonjour", "first-message")
        with page.stream() as events:
            until(events, "prêt Atelier")
            page.say("muet", "second-message")
            until(events, "muet")
            assert until(events, "false")[-1].name == "working"


def test_a_page_is_told_to_reload_once_its_talk_is_erased(sqlite_database: Database) -> None:
    with serving(web_house(sqlite_database)) as url, open_page(url) as page:
        page.say("mon secret", "first-message")
        with page.stream() as events:
            until(events, "prêt Atelier")
            page.say("/effacer", "second-message")
            assert any(event.name == "reload" for event in events)
        with page.stream() as events:
            assert "Tout est effacé" in until(events, "Tout est effacé")[-1].data


def test_a_stranger_gets_no_stream(sqlite_database: Database) -> None:
    with serving(web_house(sqlite_database)) as url:
        assert httpx.get(f"{url}/events").status_code == 204


def test_stopping_lets_open_pages_go_at_once(sqlite_database: Database) -> None:
    house = web_house(sqlite_database)
    server = WebServer(create_app(house.parts), "127.0.0.1", 0)
    running = threading.Thread(target=asyncio.run, args=(server.run(),))
    running.start()
    with open_page(server.url) as page, page.stream() as events:
        server.stop()
        assert list(events) == []
    running.join(LAST_WORDS / 2)
    assert not running.is_alive()


def test_a_taken_port_is_named_in_the_error(sqlite_database: Database) -> None:
    with serving(web_house(sqlite_database)) as url:
        port = int(url.rpartition(":")[2])
        with pytest.raises(SettingsError, match=f"{port}.*RELAIS_HTTP_PORT"):
            WebServer(create_app(web_house(sqlite_database).parts), "127.0.0.1", port)


def test_an_open_page_sees_a_draft_before_the_answer_and_only_the_answer_stays(sqlite_database: Database) -> None:
    house = web_house(sqlite_database)
    with serving(house) as url, open_page(url) as page, page.stream() as events:
        page.say("lent", "slow-message")
        until(events, "slow-message")
        eventually(lambda: len(house.engine.heard) == 1)
        claim = house.claims[0]
        house.parts.drafts.show(str(claim.inbox_id), "Le prêt <b>Atelier</b> …")
        assert until(events, "Atelier")[-1] == Event("draft", "Le prêt <b>Atelier</b> …", "")
        house.parts.drafts.settle(str(claim.inbox_id))
        house.engine.pause.set()
        assert until(events, "prêt Atelier<")[-1].name == "said"


def test_another_person_never_sees_the_draft(sqlite_database: Database) -> None:
    house = web_house(sqlite_database)
    with serving(house) as url, open_page(url) as page, open_page(url) as other:
        page.say("lent", "slow-message")
        other.say("lent", "other-message")
        eventually(lambda: len(house.claims) == 2)
        mine = next(claim for claim in house.claims if claim.body["id"] == "slow-message")
        house.parts.drafts.show(str(mine.inbox_id), "Pour moi seul")
        with other.stream() as events:
            until(events, "other-message")
            house.engine.pause.set()
            seen = until(events, "prêt Atelier")
    assert all("Pour moi seul" not in event.data for event in seen)

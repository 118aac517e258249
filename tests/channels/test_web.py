"""The web chat over HTTP, without a browser: what is shown, taken, refused, and never let through."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from prometheus_client import CollectorRegistry, Counter
from starlette.testclient import TestClient

from bot.channels.web import create_app
from bot.channels.web_talk import MOST_A_MINUTE
from bot.channels.web_words import ENGLISH, FRENCH, LONGEST
from bot.store.database import Database
from tests.channels.web_house import WebHouse, web_house

HOST = "http://relais.example"
OURS = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}
SCRIPTED = {**OURS, "Accept": "application/json"}
HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(1)>"'&"""


class Browser:
    """A browser without scripts: keeps cookies, reads forms."""

    def __init__(self, house: WebHouse, language: str = "fr-FR,fr;q=0.9") -> None:
        self.house = house
        self.client = TestClient(
            create_app(house.parts), base_url=HOST, headers={"Accept-Language": language}, follow_redirects=False
        )
        self.page = ""
        self.open()

    def open(self) -> str:
        """Load the page anew."""
        self.page = self.client.get("/").text
        return self.page

    def form(self, **fields: str) -> dict[str, str]:
        """What a form of the page sends."""
        return {"token": self._hidden("token"), "key": self._hidden("key"), **fields}

    def _hidden(self, name: str) -> str:
        found = re.search(f'name="{name}" value="([^"]+)"', self.page)
        assert found
        return found[1]

    def say(self, text: str, expected: int = 202) -> str:
        """Send a text as the script does, have it answered, load the page anew; the answer of the post."""
        posted = self.client.post("/messages", data=self.form(text=text), headers=SCRIPTED)
        assert posted.status_code == expected
        self.house.work()
        self.open()
        return posted.text

    def button(self, label: str) -> str:
        """What a button under a reply sends."""
        found = re.search(rf'name="press" value="([^"]+)"[^>]*>{re.escape(label)}<', self.page)
        assert found
        return unescape(found[1])


@pytest.fixture
def house(sqlite_database: Database) -> WebHouse:
    """A house whose messages are answered when the test says so."""
    return web_house(sqlite_database)


@pytest.fixture
def browser(house: WebHouse) -> Iterator[Browser]:
    """A person at the page."""
    browser = Browser(house)
    with browser.client:
        yield browser


def heard(house: WebHouse) -> list[str]:
    """What reached the engine."""
    return [message.text or message.press or "" for message in house.engine.heard]


def test_first_visit_shows_a_welcome_with_example_questions(browser: Browser) -> None:
    assert FRENCH["welcome"].replace(" ?", "\u202f?") in browser.page
    assert browser.page.count('name="text" value="') >= 3
    assert "<article" not in browser.page.split("<template")[0]


def test_the_words_of_both_languages_match() -> None:
    assert FRENCH.keys() == ENGLISH.keys()


def test_answer_appears_on_the_page_and_survives_a_restart(browser: Browser, house: WebHouse) -> None:
    browser.say("Quel prêt ?")
    again = Browser.__new__(Browser)
    again.client = TestClient(create_app(web_house(house.inbox.database).parts), base_url=HOST)
    again.client.cookies = browser.client.cookies
    page = again.open()
    assert "<strong>prêt Atelier</strong>" in page
    assert page.index("Quel prêt") < page.index("Bonjour, je suis") < page.index("prêt Atelier")
    assert "55\u202f000\u00a0€" in page


def test_form_without_scripts_waits_for_the_answer_then_shows_it(browser: Browser, house: WebHouse) -> None:
    house.worker.start()
    posted = browser.client.post("/messages", data=browser.form(text="Quel prêt ?"), headers=OURS)
    house.worker.stop()
    assert (posted.status_code, posted.headers["location"]) == (303, "/#end")
    assert "prêt Atelier" in browser.open()


def test_two_people_never_see_each_other(browser: Browser, house: WebHouse) -> None:
    browser.say("mon secret")
    assert "mon secret" not in Browser(house).page


def test_posting_a_form_twice_makes_one_message(browser: Browser, house: WebHouse) -> None:
    form = browser.form(text="Bonjour")
    for _ in range(2):
        assert browser.client.post("/messages", data=form, headers=SCRIPTED).status_code == 202
    house.work()
    assert heard(house) == ["Bonjour"]


def test_the_same_words_said_again_are_a_new_message(browser: Browser, house: WebHouse) -> None:
    browser.say("oui")
    browser.say("oui")
    assert heard(house) == ["oui", "oui"]


def test_a_pressed_button_reaches_the_engine_and_shows_its_label(browser: Browser, house: WebHouse) -> None:
    browser.say("Quel prêt ?")
    press = browser.button("[1] Prêt Atelier")
    assert browser.client.post("/messages", data=browser.form(press=press), headers=SCRIPTED).status_code == 202
    house.work()
    assert heard(house)[-1] == "source:1"
    page = browser.open()
    assert '<p class="text">[1] Prêt Atelier</p>' in page
    assert "<blockquote>" in page
    assert 'href="https://aides.example/pret-atelier" target="_blank" rel="noopener noreferrer"' in page


def test_a_button_that_was_never_shown_to_the_person_is_refused(browser: Browser, house: WebHouse) -> None:
    browser.say("Quel prêt ?")
    press = browser.button("[1] Prêt Atelier")
    reply = press.partition(":")[0]
    for forged in (f"{reply}:f:other:+", "99999:source:1", f"{reply}:"):
        posted = browser.client.post("/messages", data=browser.form(press=forged), headers=SCRIPTED)
        assert posted.status_code in (403, 409)
    stranger = Browser(house)
    assert stranger.client.post("/messages", data=stranger.form(press=press), headers=SCRIPTED).status_code == 409
    house.work()
    assert heard(house) == ["Quel prêt ?"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": HOST},
    ],
)
def test_posts_from_other_sites_are_refused(browser: Browser, house: WebHouse, headers: dict[str, str]) -> None:
    for path in ("/messages", "/language"):
        form = browser.form(text="Bonjour", language="en")
        refused = browser.client.post(path, data=form, headers=headers)
        assert refused.status_code == 403
        assert "set-cookie" not in refused.headers
    house.work()
    assert heard(house) == []


def test_posts_without_the_form_token_of_this_person_are_refused(browser: Browser, house: WebHouse) -> None:
    other = Browser(house).form(text="Bonjour")
    for form in (other, {**other, "token": ""}, {**other, "token": "é"}, {"text": "Bonjour"}):
        posted = browser.client.post("/messages", data=form, headers=SCRIPTED)
        assert posted.status_code == 403
        assert posted.json() == {"refusal": FRENCH["expired"]}
    browser.client.cookies.clear()
    assert browser.client.post("/messages", data=browser.form(text="x"), headers=SCRIPTED).status_code == 403
    assert "set-cookie" not in browser.client.post("/messages", data=browser.form(text="x" * 200_000)).headers
    house.work()
    assert heard(house) == []


def test_every_page_bears_the_safe_headers(browser: Browser) -> None:
    for path in ("/", "/static/chat.js", "/healthz", "/nowhere"):
        headers = browser.client.get(path).headers
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
    assert browser.client.get("/").headers["cache-control"] == "no-store"


def test_the_page_loads_nothing_from_elsewhere_and_runs_nothing_inline(browser: Browser) -> None:
    browser.say("Quel prêt ?")
    assert not re.search(r"<style|<script>|\son\w+=|\sstyle=", browser.page)
    loaded = re.findall(r'(?:src|<link[^>]+href)="([^"]+)"', browser.page)
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)


def test_cookie_is_hidden_from_scripts_and_secure_on_https(house: WebHouse) -> None:
    plain = TestClient(create_app(house.parts), base_url=HOST).get("/").headers["set-cookie"]
    secure = TestClient(create_app(house.parts), base_url="https://relais.example").get("/").headers["set-cookie"]
    assert "HttpOnly" in plain
    assert "SameSite=lax" in plain
    assert f"Max-Age={180 * 24 * 3600}" in plain
    assert "Secure" not in plain
    assert "Secure" in secure


def test_the_database_does_not_hold_what_opens_the_talk(browser: Browser, house: WebHouse) -> None:
    browser.say("Bonjour")
    token = browser.client.cookies["relais"]
    with house.inbox.database.reading() as session:
        dump = "\n".join(session.connection().connection.driver_connection.iterdump())  # type: ignore[union-attr]
    assert "Bonjour" in dump
    assert token not in dump


def test_hostile_text_of_a_person_or_a_file_stays_text(browser: Browser) -> None:
    browser.say(f"répète {HOSTILE}")
    assert "<script>alert" not in browser.page
    assert "<img src=x" not in browser.page
    assert "javascript:" not in browser.page
    assert browser.page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3


@pytest.mark.parametrize("text", ["é" * (LONGEST + 1), "a" * 200_000])
def test_too_long_a_message_is_refused_with_a_clear_sentence(browser: Browser, house: WebHouse, text: str) -> None:
    assert f"{LONGEST} caractères" in browser.say(text, 413)
    assert heard(house) == []


def test_the_longest_message_is_taken_whatever_its_letters(browser: Browser, house: WebHouse) -> None:
    browser.say("🏭" * LONGEST)
    assert heard(house) == ["🏭" * LONGEST]


def test_without_scripts_a_refusal_keeps_the_text_in_the_box(browser: Browser) -> None:
    text = f"<b>{'mot ' * LONGEST}"
    posted = browser.client.post("/messages", data=browser.form(text=text), headers=OURS)
    assert posted.status_code == 413
    assert "&lt;b&gt;mot mot" in posted.text
    assert f"dépasse {LONGEST} caractères" in posted.text


def test_an_empty_message_is_refused(browser: Browser, house: WebHouse) -> None:
    assert FRENCH["empty"] in browser.say(" \n ", 422)
    assert heard(house) == []


def test_too_many_messages_a_minute_are_refused_politely(sqlite_database: Database) -> None:
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    house = web_house(sqlite_database, clock=lambda: now)
    browser = Browser(house)
    for number in range(MOST_A_MINUTE):
        browser.say(f"message {number}")
    assert "attendez une minute" in browser.say("un de trop", 429)
    now += timedelta(seconds=61)
    browser.say("une minute plus tard")
    assert heard(house)[-1] == "une minute plus tard"


def test_page_follows_the_language_of_the_browser(house: WebHouse) -> None:
    assert '<html lang="en">' in Browser(house, "de,en-GB;q=0.8,fr;q=0.7").page
    assert '<html lang="fr">' in Browser(house, "de").page
    assert '<html lang="fr">' in Browser(house, "fr-CH, en;q=0.9").page


def test_language_switch_holds_before_and_within_a_talk(house: WebHouse) -> None:
    browser = Browser(house)
    switched = browser.client.post("/language", data=browser.form(language="en"), headers=OURS)
    assert switched.status_code == 303
    assert '<html lang="en">' in browser.open()
    browser.say("Hello")
    assert (house.engine.heard[-1].language, house.engine.heard[-1].language_chosen) == ("en", True)
    house.worker.start()
    browser.client.post("/language", data=browser.form(language="en"), headers=OURS)
    house.worker.stop()
    assert house.engine.heard[-1].press == "l:en"
    fresh = TestClient(create_app(house.parts), base_url=HOST, headers={"Accept-Language": "fr"})
    fresh.cookies.set("relais", browser.client.cookies["relais"])
    assert '<html lang="en">' in fresh.get("/").text


def test_a_document_is_handed_to_its_person_only(browser: Browser, house: WebHouse) -> None:
    browser.say("/mesdonnees")
    found = re.search(r'href="(/documents/\d+)"', browser.page)
    assert found
    handed = browser.client.get(found[1])
    assert handed.text == '{"messages": []}'
    assert handed.headers["content-disposition"].startswith("attachment; filename*=UTF-8''mes%20donn%C3%A9es.json")
    assert Browser(house).client.get(found[1]).status_code == 404
    assert browser.client.get(f"/documents/{'9' * 40}").status_code == 404
    assert TestClient(create_app(house.parts), base_url=HOST).get(found[1]).status_code == 404


def test_what_was_erased_is_gone_from_the_page(browser: Browser) -> None:
    browser.say("mon secret")
    browser.say("/effacer")
    assert "mon secret" not in browser.page
    assert "Tout est effacé." in browser.page


def test_a_waiting_message_shows_that_relais_works(browser: Browser) -> None:
    assert '<p id="typing" hidden>' in browser.page
    browser.client.post("/messages", data=browser.form(text="Bonjour"), headers=SCRIPTED)
    assert '<p id="typing">' in browser.open()


def test_alive_is_said_always_and_ready_only_when_all_holds(sqlite_database: Database) -> None:
    ready = {"knowledge": False}

    def broken() -> bool:
        raise OSError

    client = TestClient(create_app(web_house(sqlite_database, checks={"knowledge": lambda: ready["knowledge"]}).parts))
    assert client.get("/healthz").text == "ok"
    assert client.get("/readyz").status_code == 503
    ready["knowledge"] = True
    assert client.get("/readyz").json() == {"database": True, "knowledge": True}
    failing = TestClient(create_app(web_house(sqlite_database, checks={"knowledge": broken}).parts))
    assert failing.get("/readyz").json() == {"database": True, "knowledge": False}


def test_metrics_say_how_much_waits(sqlite_database: Database) -> None:
    registry = CollectorRegistry()
    Counter("turns", "Turns of the house.", registry=registry).inc(3)
    house = web_house(sqlite_database, metrics=registry)
    browser = Browser(house)
    browser.client.post("/messages", data=browser.form(text="Bonjour"), headers=SCRIPTED)
    metrics = browser.client.get("/metrics")
    assert metrics.headers["content-type"].startswith("text/plain")
    assert 'relais_messages_waiting{channel="web"} 1.0' in metrics.text
    assert "turns_total 3.0" in metrics.text
    house.work()
    assert "relais_oldest_message_seconds 0.0" in browser.client.get("/metrics").text


def test_the_webhook_hands_body_and_secret_over_and_gives_the_status_back(sqlite_database: Database) -> None:
    received: list[tuple[bytes, str | None]] = []

    async def receive(body: bytes, secret: str | None) -> int:
        received.append((body, secret))
        return 200 if secret == "s" else 403

    client = TestClient(create_app(web_house(sqlite_database, receive_webhook=receive).parts))
    header = "X-Telegram-Bot-Api-Secret-Token"
    assert client.post("/telegram", content=b"{}", headers={header: "s"}).status_code == 200
    assert client.post("/telegram", content=b"{}").status_code == 403
    assert client.post("/telegram", content=b"x" * 1_000_001).status_code == 413
    assert client.get("/telegram").status_code == 405
    assert received == [(b"{}", "s"), (b"{}", None)]


def test_without_telegram_there_is_no_webhook(browser: Browser) -> None:
    missing = browser.client.post("/telegram", content=b"{}")
    assert missing.status_code == 404
    assert FRENCH["not_found"] in unescape(missing.text)

"""The web chat in a real browser: a person asks, presses, reloads, loses the connection, uses the keyboard only."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from bot.channels.web_words import ENGLISH, FRENCH, LONGEST
from bot.store.database import Database
from tests.channels.house import eventually
from tests.channels.web_house import WebHouse, serving, web_house

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text()
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 800}
ANSWER = "prêt Atelier finance l'achat"


@pytest.fixture
def house(sqlite_database: Database) -> WebHouse:
    """A house that answers."""
    return web_house(sqlite_database)


@contextmanager
def opened(chromium: Browser, url: str, **context: Any) -> Iterator[Page]:
    """A person opens the page; whatever the browser complains of fails the test."""
    complaints: list[str] = []
    new = chromium.new_context(**{"locale": "fr-FR", "viewport": PHONE, "reduced_motion": "reduce", **context})
    page = new.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    page.goto(url)
    try:
        yield page
    finally:
        new.close()
    assert complaints == []


def say(page: Page, text: str) -> None:
    """Type and press Enter."""
    page.locator("#box").fill(text)
    page.keyboard.press("Enter")


def test_a_person_asks_reads_the_source_and_thanks(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        expect(page.locator(".welcome")).to_be_visible()
        say(page, "Quel prêt ?")
        expect(page.locator(".reply").last).to_contain_text(ANSWER)
        expect(page.locator(".message")).to_have_count(1)
        expect(page.locator(".welcome")).to_be_hidden()
        expect(page.locator("#box")).to_have_value("")
        expect(page.locator("#box")).to_be_focused()
        page.get_by_role("button", name="[1] Prêt Atelier").click()
        expect(page.locator("blockquote")).to_contain_text("remboursé sur 7")
        expect(page.get_by_role("link", name=re.compile("page officielle"))).to_have_attribute("target", "_blank")
        page.get_by_role("button", name="👍 Utile").first.click()
        expect(page.locator(".reply").last).to_contain_text("Merci")
        expect(page.locator("#typing")).to_be_hidden()


def test_an_example_question_is_asked_by_one_press(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        page.locator(".welcome button").first.click()
        expect(page.locator(".reply").last).to_contain_text(ANSWER)
        assert house.engine.heard[0].text == FRENCH["example_1"]


def test_a_double_click_is_one_press(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        page.locator(".welcome button").first.dblclick()
        expect(page.locator(".reply")).to_have_count(2)
        page.get_by_role("button", name="[1] Prêt Atelier").dblclick()
        expect(page.locator("blockquote")).to_have_count(1)
        assert len(house.engine.heard) == 2


def test_the_talk_survives_a_reload_and_a_restart_of_the_server(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url:
        port = int(url.rpartition(":")[2])
        new = chromium.new_context(locale="fr-FR", viewport=PHONE)
        page = new.new_page()
        page.goto(url)
        say(page, "Quel prêt ?")
        expect(page.locator(".reply")).to_have_count(2)
        page.reload()
        expect(page.locator(".reply")).to_have_count(2)
    say(page, "Et pendant la coupure ?")
    expect(page.locator("#notice")).to_have_text(FRENCH["offline"])
    expect(page.locator(".message.pending")).to_have_count(1)
    with serving(web_house(house.inbox.database), port):
        expect(page.locator(".reply")).to_have_count(3, timeout=15_000)
        expect(page.locator(".message")).to_have_count(2)
        expect(page.locator(".message.pending")).to_have_count(0)
        expect(page.locator("#notice")).to_have_text(FRENCH["online"])
        new.close()


def test_everything_is_reached_by_the_keyboard(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url, viewport=DESK) as page:
        expect(page.locator("#box")).to_be_focused()
        page.keyboard.type("Première ligne")
        page.keyboard.press("Shift+Enter")
        page.keyboard.type("seconde ligne")
        page.keyboard.press("Enter")
        expect(page.locator(".message .text")).to_have_text("Première ligne\nseconde ligne")
        expect(page.locator(".reply").last).to_contain_text(ANSWER)
        source = page.get_by_role("button", name="[1] Prêt Atelier")
        for _ in range(12):
            page.keyboard.press("Shift+Tab")
            if source.evaluate("button => button === document.activeElement"):
                break
        expect(source).to_be_focused()
        assert source.evaluate("button => getComputedStyle(button).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        expect(page.locator("blockquote")).to_be_visible()
        page.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".commands")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".commands")).to_be_hidden()
        expect(page.locator("summary")).to_be_focused()


def test_the_typing_sign_has_words_and_goes_away(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        say(page, "lent")
        expect(page.locator("#typing")).to_be_visible()
        expect(page.locator("#typing")).to_contain_text(FRENCH["typing"])
        house.engine.pause.set()
        expect(page.locator(".reply").last).to_contain_text(ANSWER)
        expect(page.locator("#typing")).to_be_hidden()


def test_too_long_a_text_is_told_before_it_is_sent(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        say(page, "é" * (LONGEST + 1))
        expect(page.locator("#notice")).to_contain_text(f"dépasse {LONGEST} caractères")
        expect(page.locator(".message")).to_have_count(0)
        expect(page.locator("#box")).not_to_have_value("")
        box = page.locator("#box").bounding_box()
        assert box is not None
        assert 100 < box["height"] < 400
        page.locator("#box").fill("plus court")
        expect(page.locator("#notice")).to_have_text("")


def test_a_hostile_text_stays_text(chromium: Browser, house: WebHouse) -> None:
    hostile = "<img src=x onerror=document.title='pris'><b>gras</b>"
    with serving(house) as url, opened(chromium, url) as page:
        say(page, f"répète {hostile}")
        expect(page.locator(".reply").last).to_contain_text(hostile)
        expect(page.locator(".message .text")).to_have_text(f"répète {hostile}")
        expect(page).to_have_title(FRENCH["title"])


def test_two_windows_show_the_same_talk(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        other = page.context.new_page()
        other.goto(url)
        say(page, "Quel prêt ?")
        expect(other.locator(".message")).to_have_count(1)
        expect(other.locator(".reply")).to_have_count(2)


def test_what_is_erased_leaves_the_screen(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        say(page, "mon secret")
        expect(page.locator(".reply")).to_have_count(2)
        page.locator("footer").get_by_role("button", name=FRENCH["erase"]).click()
        expect(page.locator("#log")).not_to_contain_text("mon secret")
        expect(page.locator(".reply")).to_have_text(re.compile("Tout est effacé"))


def test_the_page_works_without_scripts(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url, java_script_enabled=False) as page:
        page.locator("#box").fill("Quel prêt ?")
        page.get_by_role("button", name=FRENCH["send"]).click()
        assert ANSWER in page.locator(".reply").last.inner_text()
        page.get_by_role("button", name="[1] Prêt Atelier").click()
        assert "remboursé sur 7" in page.locator("blockquote").inner_text()


def test_the_language_is_switched_at_the_head_of_the_page(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        page.get_by_role("button", name=FRENCH["other_language"]).click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator("#box")).to_have_attribute("placeholder", ENGLISH["placeholder"])


@pytest.mark.parametrize("viewport", [PHONE, {"width": 320, "height": 640}])
def test_a_phone_never_scrolls_sideways(chromium: Browser, house: WebHouse, viewport: ViewportSize) -> None:
    with serving(house) as url, opened(chromium, url, viewport=viewport) as page:
        say(page, "répète " + "x" * 300 + " https://exemple.example/" + "y" * 200)
        expect(page.locator(".reply").last).to_contain_text("yyy")
        say(page, "Quel prêt ?")
        expect(page.locator(".reply").last).to_contain_text(ANSWER)
        for element in ("document.documentElement", "document.getElementById('log')"):
            assert page.evaluate(f"{element}.scrollWidth <= {element}.clientWidth")
        small = page.evaluate(
            "[...document.querySelectorAll('.row button, .send, summary')].filter(b => b.offsetHeight < 40).length"
        )
        assert small == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK])
def test_axe_finds_nothing(chromium: Browser, house: WebHouse, scheme: str, viewport: ViewportSize) -> None:
    with serving(house) as url, opened(chromium, url, viewport=viewport, color_scheme=scheme) as page:
        assert violations(page) == []
        say(page, "Quel prêt ?")
        expect(page.locator(".reply").last).to_contain_text(ANSWER)
        page.get_by_role("button", name="[1] Prêt Atelier").click()
        expect(page.locator("blockquote")).to_be_visible()
        page.locator("#box").fill("é" * (LONGEST + 1))
        say(page, "lent")
        expect(page.locator("#typing")).to_be_visible()
        page.locator("summary").click()
        assert violations(page) == []


def violations(page: Page) -> list[str]:
    """What axe-core finds, with the element."""
    page.evaluate(AXE)
    found: list[str] = page.evaluate(
        "axe.run().then(found => found.violations.map(one => one.id + ' ' + one.nodes.map(node => node.html)))"
    )
    return found


def test_a_draft_is_shown_as_one_and_gives_way_to_the_answer(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        say(page, "lent")
        expect(page.locator("#typing")).to_be_visible()
        eventually(lambda: len(house.claims) == 1)
        message = str(house.claims[0].inbox_id)
        house.parts.drafts.show(message, "Le prêt <b>Atelier</b>")
        expect(page.locator(".draft .text")).to_have_text("Le prêt <b>Atelier</b>")
        house.parts.drafts.show(message, "Le prêt <b>Atelier</b> finance l'achat")
        expect(page.locator(".draft")).to_have_count(1)
        expect(page.locator(".draft .text")).to_contain_text("finance l'achat")
        house.engine.pause.set()
        expect(page.locator(".reply").last).to_contain_text(ANSWER)
        expect(page.locator(".draft")).to_have_count(0)

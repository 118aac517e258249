"""Documents on the chat page in a real browser: chosen, dropped, with their progress, by keyboard, on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.channels.web_words import FRENCH
from bot.store.database import Database
from tests.browser.test_web_chat import AXE, DESK, PHONE, opened, say
from tests.channels.web_house import WebHouse, serving, talking_house
from tests.intake.test_documents import PDF, png

pytestmark = pytest.mark.browser


@pytest.fixture
def house(sqlite_database: Database) -> WebHouse:
    return talking_house(sqlite_database)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.pdf"
    path.write_bytes(PDF)
    return path


@pytest.mark.parametrize("viewport", [PHONE, DESK])
def test_a_document_is_chosen_and_received(chromium: Browser, house: WebHouse, plan: Path, viewport: object) -> None:
    with serving(house) as url, opened(chromium, url, viewport=viewport) as page:
        say(page, "/candidater")
        expect(page.locator(".reply").last).to_contain_text("Comment s'appelle")
        with page.expect_file_chooser() as chooser:
            page.locator(".clip").click()
        chooser.value.set_files(plan)
        expect(page.locator(".message").last).to_contain_text("📎 plan.pdf")
        expect(page.locator(".reply", has_text="J'ai bien reçu plan.pdf")).to_be_visible()
        expect(page.locator("#upload")).to_be_hidden()


def test_several_documents_go_one_after_the_other(chromium: Browser, house: WebHouse, tmp_path: Path) -> None:
    paths = []
    for number in range(3):
        path = tmp_path / f"photo{number}.png"
        path.write_bytes(png() + bytes([number]))
        paths.append(path)
    with serving(house) as url, opened(chromium, url) as page:
        say(page, "/candidater")
        page.locator("#file").set_input_files(paths)
        for number in range(3):
            expect(page.locator(".reply", has_text=f"J'ai bien reçu photo{number}.png")).to_be_visible()


def test_a_document_is_dropped_anywhere(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url, viewport=DESK) as page:
        say(page, "/candidater")
        page.evaluate(
            """(text) => {
                const carried = new DataTransfer();
                carried.items.add(new File([text], "devis.pdf", { type: "application/pdf" }));
                const how = { bubbles: true, cancelable: true, dataTransfer: carried };
                for (const name of ["dragenter", "dragover", "drop"])
                    document.body.dispatchEvent(new DragEvent(name, how));
            }""",
            PDF.decode("latin-1"),
        )
        expect(page.locator(".reply", has_text="J'ai bien reçu devis.pdf")).to_be_visible()
        expect(page.locator("#drop")).to_be_hidden()


def test_progress_is_shown_and_sending_can_be_given_up(chromium: Browser, house: WebHouse, tmp_path: Path) -> None:
    big = tmp_path / "gros.pdf"
    big.write_bytes(PDF + b"\0" * 6_000_000 + PDF)
    with serving(house) as url, opened(chromium, url) as page:
        say(page, "/candidater")
        expect(page.locator(".reply").last).to_contain_text("Comment s'appelle")
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 5, "downloadThroughput": -1, "uploadThroughput": 300_000},
        )
        page.locator("#file").set_input_files(big)
        expect(page.locator("#upload-name")).to_have_text(f"{FRENCH['uploading']} gros.pdf")
        expect(page.locator("#upload-progress")).to_have_attribute("value", re.compile(r"^[1-9]"), timeout=15_000)
        page.locator("#upload-cancel").click()
        expect(page.locator("#upload")).to_be_hidden()
        expect(page.locator("#box")).to_be_focused()
        expect(page.locator(".message", has_text="gros.pdf")).to_have_count(0)


def test_too_large_is_told_before_anything_is_sent(chromium: Browser, house: WebHouse, tmp_path: Path) -> None:
    huge = tmp_path / "film.pdf"
    with huge.open("wb") as file:
        file.truncate(21 * 2**20)
    with serving(house) as url, opened(chromium, url) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.locator("#file").set_input_files(huge)
        expect(page.locator("#notice")).to_contain_text("dépasse 20 Mo")
        assert [address for address in asked if address.endswith("/files")] == []


def test_a_cut_connection_is_tried_again(chromium: Browser, house: WebHouse, plan: Path) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        say(page, "/candidater")
        cuts = iter([True])
        page.route("**/files", lambda route: route.abort() if next(cuts, False) else route.continue_())
        page.locator("#file").set_input_files(plan)
        expect(page.locator(".reply", has_text="J'ai bien reçu plan.pdf")).to_be_visible(timeout=15_000)


def test_the_clip_is_reached_by_keyboard_and_named(chromium: Browser, house: WebHouse) -> None:
    with serving(house) as url, opened(chromium, url) as page:
        expect(page.get_by_label(FRENCH["attach"])).to_have_count(1)
        page.locator("#file").focus()
        outline = page.locator(".clip").evaluate("element => getComputedStyle(element).outlineStyle")
        assert outline == "solid"
        page.evaluate(AXE)
        found = page.evaluate("axe.run().then(result => result.violations.map(one => one.id))")
        assert found == []

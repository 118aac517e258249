"""What leaves the desk, in a real browser: plots under the strict policy, files that come down, the manual read."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.store.database import Database
from tests.browser.desk_site import DeskSite, desk_site
from tests.browser.test_desk import opened, sign_in, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def site(sqlite_database: Database, tmp_path: Path) -> Iterator[DeskSite]:
    """A desk at work."""
    with desk_site(sqlite_database, tmp_path) as site:
        yield site


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_plots_are_drawn_and_their_figures_open_by_keyboard(chromium: Browser, site: DeskSite, scheme: str) -> None:
    with opened(chromium, color_scheme=scheme) as page:
        sign_in(page, site, site.manager, "/tableau")
        pictures = page.locator("figure img")
        expect(pictures.first).to_be_visible()
        for picture in pictures.all():
            picture.scroll_into_view_if_needed()
            theme = "sombre" if scheme == "dark" else "clair"
            expect(picture).to_have_js_property("complete", True)
            assert f"theme={theme}" in picture.evaluate("image => image.currentSrc")
            assert picture.evaluate("image => image.naturalWidth") > 0
        figures = page.locator("figure summary").first
        figures.focus()
        page.keyboard.press("Enter")
        expect(page.locator("figure table").first).to_be_visible()
        assert violations(page) == []


def test_a_list_comes_down_as_a_file(chromium: Browser, site: DeskSite) -> None:
    with opened(chromium) as page:
        sign_in(page, site, site.adviser)
        with page.expect_download() as coming:
            page.get_by_role("link", name="CSV").click()
        content = Path(coming.value.path()).read_bytes()
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert "Duval Sièges" in {row["Entreprise"] for row in rows}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_manual_of_the_api_is_a_page_for_everybody(chromium: Browser, site: DeskSite, scheme: str) -> None:
    with opened(chromium, color_scheme=scheme) as page:
        page.goto(site.url.replace("/guichet", "/api/v1/"))
        expect(page.get_by_role("heading", level=1)).to_contain_text("candidatures")
        assert violations(page) == []

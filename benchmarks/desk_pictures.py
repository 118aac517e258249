"""The pictures of the desk in the README, from invented data, with Chromium, in light mode.

python -m benchmarks.desk_pictures [FOLDER]
"""

import shutil
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from benchmarks.desk_seed import seed
from bot.store.database import Database
from bot.store.tables import Role
from tests.browser.conftest import ARGUMENTS
from tests.browser.desk_site import DeskSite, desk_site
from tests.desk.house import PASSWORD

WIDTH = 1280
COLOURS = 240  # enough for a page, and a third of the bytes
APPLICATIONS, DAYS = 340, 365  # behind the board


def shoot(browser: Browser, site: DeskSite, path: str, height: int, target: Path) -> None:
    """Sign in as a manager and take one picture."""
    account = site.house.member(Role.MANAGER, name="Noa Lambert")
    page = browser.new_page(
        locale="fr-FR",
        color_scheme="light",
        reduced_motion="reduce",
        viewport={"width": WIDTH, "height": height},
    )
    page.goto(f"{site.url}{path}")
    page.get_by_label("Adresse e-mail").fill(account.email)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    page.get_by_role("button", name="Se déconnecter").wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=target)
    page.close()
    Image.open(target).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    print(target, f"{target.stat().st_size / 1000:.0f} kB")


def main() -> None:
    """Write the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        for filled in (True, False):
            with tempfile.TemporaryDirectory() as home, closing(Database(f"sqlite:///{home}/relais.db")) as database:
                database.migrate()
                if not filled:
                    seed(database, APPLICATIONS, datetime.now(UTC), days=DAYS, chance=11)
                with desk_site(database, Path(home), filled=filled) as site:
                    if filled:
                        shoot(browser, site, "/", 800, folder / "desk-inbox.png")
                        shoot(browser, site, f"/dossiers/{site.reference}", 800, folder / "desk-file.png")
                    else:
                        shoot(browser, site, "/tableau", 1200, folder / "desk-board.png")
        browser.close()


if __name__ == "__main__":
    main()

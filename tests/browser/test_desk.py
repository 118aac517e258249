"""The desk in a real browser: every page passes axe, light and dark; the keyboard is enough, a phone wide enough."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.desk.app import PAGES
from bot.desk.joining import invite_first
from bot.store.database import Database
from bot.store.staff import Account
from tests.browser.desk_site import DeskSite, desk_site
from tests.desk.house import PASSWORD

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text()
WIDE, PHONE = {"width": 1360, "height": 850}, {"width": 390, "height": 844}


@pytest.fixture
def site(sqlite_database: Database, tmp_path: Path) -> Iterator[DeskSite]:
    """A desk at work."""
    with desk_site(sqlite_database, tmp_path) as site:
        yield site


@contextmanager
def opened(chromium: Browser, **context: Any) -> Iterator[Page]:
    """A browser without a past; whatever it complains of fails the test."""
    complaints: list[str] = []
    new = chromium.new_context(**{"locale": "fr-FR", "viewport": WIDE, "reduced_motion": "reduce", **context})
    page = new.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    page.on("request", lambda asked: None if "127.0.0.1" in asked.url else complaints.append(asked.url))
    try:
        yield page
    finally:
        new.close()
    assert complaints == []


def sign_in(page: Page, site: DeskSite, account: Account, path: str = "/") -> None:
    """Through the form; ends on the page of that path."""
    page.goto(f"{site.url}{path}")
    page.get_by_label("Adresse e-mail").fill(account.email)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("button", name="Se déconnecter")).to_be_visible()


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]


NOT_SHOWN = ("/connexion", "/invitation/{token}", "/export.csv", "/export.xlsx", "/tableau/{plot}.svg")


def pages_of(site: DeskSite) -> list[str]:
    """Every page that a GET shows to somebody signed in, and some states of them."""
    gets = [page.path for page in PAGES if page.method == "GET" and page.path not in NOT_SHOWN]
    shown = [path for path in gets if not path.endswith("/documents/{number}")]
    filled = [path.replace("{reference}", site.reference).replace("{number}", str(site.cohort)) for path in shown]
    assert not [path for path in filled if "{" in path]
    return [*filled, "/?etat=toutes&departement=90&q=duval", "/?etat=retirees", "/dossiers/inconnu", "/nulle-part"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_on_any_page(
    chromium: Browser, site: DeskSite, scheme: str, viewport: dict[str, int]
) -> None:
    with opened(chromium, color_scheme=scheme, viewport=viewport) as page:
        page.goto(f"{site.url}/connexion")
        assert violations(page) == []
        sign_in(page, site, site.administrator)
        for path in pages_of(site):
            page.goto(f"{site.url}{path}")
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            assert violations(page) == [], path
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, path


def test_axe_finds_nothing_when_a_form_is_refused_or_a_link_is_made(chromium: Browser, site: DeskSite) -> None:
    with opened(chromium) as page:
        page.goto(f"{site.url}/connexion")
        page.get_by_label("Adresse e-mail").fill("alix@cci.example")
        page.get_by_label("Mot de passe").fill("pas le bon du tout")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("inconnus")
        assert violations(page) == []
        sign_in(page, site, site.administrator)
        page.goto(f"{site.url}/equipe")
        page.get_by_label("Prénom et nom").fill("Eden Roux")
        page.get_by_label("Adresse e-mail").fill("eden@cci.example")
        page.get_by_role("button", name="Faire le lien").click()
        link = page.get_by_label("Lien d'invitation")
        expect(link).to_have_value(re.compile(r"/guichet/invitation/[\w-]{43}$"))
        assert violations(page) == []
        address = link.input_value()
    with opened(chromium, viewport=PHONE) as page:
        page.goto(address)
        assert violations(page) == []
        page.get_by_label("Mot de passe", exact=True).fill("court")
        page.get_by_label("Le même mot de passe").fill("court")
        page.get_by_role("button", name="Créer mon compte").click()
        expect(page.get_by_role("alert")).to_be_focused()
        assert violations(page) == []
        page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
        page.get_by_label("Le même mot de passe").fill(PASSWORD)
        page.get_by_role("button", name="Créer mon compte").click()
        expect(page.get_by_role("heading", name="Dossiers")).to_be_visible()


def press_until(page: Page, wanted: str, most: int = 120) -> None:
    """Tab on until the focus is on what has that accessible name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "(() => { const e = document.activeElement; return (e.getAttribute('aria-label') || "
            "(e.labels && e.labels[0] && e.labels[0].textContent) || e.textContent || e.value || '').trim(); })()"
        )
        if wanted in name.replace("\n", " "):
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(f"the keyboard never reaches « {wanted} »")


def test_a_file_is_worked_from_sign_in_to_refusal_with_the_keyboard_only(chromium: Browser, site: DeskSite) -> None:
    with opened(chromium) as page:
        page.goto(f"{site.url}/")
        press_until(page, "Adresse e-mail")
        page.keyboard.type(site.adviser.email)
        press_until(page, "Mot de passe")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Dossiers")).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
        page.keyboard.press("Enter")
        press_until(page, "Rechercher")
        page.keyboard.type("duval")
        expect(page.get_by_role("status").filter(has_text="duval")).to_be_visible()
        press_until(page, "Duval Sièges")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Duval Sièges")).to_be_visible()
        press_until(page, "Demander une correction : Téléphone")
        page.keyboard.press("Enter")
        press_until(page, "Ce qu'il faut corriger", 3)
        page.keyboard.type("Il manque deux chiffres.")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Correction demandée")
        expect(page.locator("#ligne-phone")).to_contain_text("Il manque deux chiffres.")
        press_until(page, "Ne pas retenir")
        page.keyboard.press("Enter")
        press_until(page, "Motif", 3)
        page.keyboard.type("Le projet est déjà lancé.")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".file-marks")).to_contain_text("Non retenue")


def test_the_list_filters_while_typing_and_the_address_brings_it_back(chromium: Browser, site: DeskSite) -> None:
    with opened(chromium) as page:
        sign_in(page, site, site.adviser)
        rows = page.locator("table.list tbody tr")
        expect(rows).to_have_count(11)
        page.get_by_label("Rechercher").press_sequentially("boreal")
        expect(rows).to_have_count(1)
        expect(page).to_have_url(re.compile("q=boreal"))
        expect(page.locator("#trouve")).to_have_text("1 dossier pour « boreal »")
        expect(page.get_by_label("Rechercher")).to_be_focused()
        page.reload()
        expect(rows).to_have_count(1)
        page.get_by_label("Rechercher").fill("")
        expect(rows).to_have_count(11)  # asked for after a pause: an own step of the history once it has come
        page.locator("details.more summary").click()
        page.get_by_label("Département").select_option("39")
        expect(rows).to_have_count(2)
        page.go_back()
        expect(rows).to_have_count(11)  # each step is waited for: what is asked for on the way back comes in any order
        page.go_back()
        expect(rows).to_have_count(1)


def test_all_is_ticked_and_given_at_once(chromium: Browser, site: DeskSite) -> None:
    with opened(chromium) as page:
        sign_in(page, site, site.adviser)
        page.get_by_label("Cocher tous les dossiers de la page").check()
        page.get_by_label("Affecter les dossiers cochés à").select_option(label="Sacha Morel")
        page.get_by_role("button", name="Affecter").click()
        expect(page.get_by_role("status").first).to_contain_text("Affectation enregistrée")
        expect(page.get_by_role("cell", name="Sacha Morel")).to_have_count(11)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_manager_accepts_into_a_new_cohort_on_a_phone(chromium: Browser, site: DeskSite, scripts: bool) -> None:
    with opened(chromium, viewport=PHONE, java_script_enabled=scripts) as page:
        sign_in(page, site, site.manager, "/promotions/nouvelle")
        page.get_by_label("Nom", exact=True).fill("Hiver 2027")
        page.get_by_label("Premier jour").fill("2027-11-01")
        page.get_by_label("Dernier jour").fill("2027-10-01")
        page.get_by_label("Lieu").fill("Besançon")
        page.get_by_label("Places").fill("5")
        page.get_by_role("button", name="Enregistrer").click()
        expect(page.locator("#fin-faute")).to_contain_text("avant le début")
        expect(page.get_by_label("Lieu")).to_have_value("Besançon")
        page.get_by_label("Dernier jour").fill("2028-02-01")
        page.get_by_role("button", name="Enregistrer").click()
        expect(page.get_by_role("heading", name="Hiver 2027")).to_be_visible()
        page.goto(f"{site.url}/dossiers/{site.reference}")
        page.get_by_role("button", name="Commencer l'étude").click()
        page.get_by_role("button", name="Présélectionner").click()
        page.locator("summary", has_text="Accepter dans une promotion").click()
        page.locator("#accept-promotion").select_option(label="Hiver 2027, 1er novembre 2027 (5 places libres)")
        page.get_by_role("button", name="Accepter dans une promotion").click()
        expect(page.locator(".file-marks")).to_contain_text("Acceptée")
        expect(page.locator("#histoire + ol li").first).to_contain_text("Dossier accepté")


def test_the_first_administrator_begins_on_an_empty_desk(
    chromium: Browser, sqlite_database: Database, tmp_path: Path
) -> None:
    with desk_site(sqlite_database, tmp_path, filled=False) as site, opened(chromium) as page:
        with sqlite_database.transaction() as session:
            assert invite_first(session, "t" * 43, site.house.clock())
        page.goto(f"{site.url}/invitation/{'t' * 43}")
        assert violations(page) == []
        page.get_by_label("Adresse e-mail").fill("dominique@cci.example")
        page.get_by_label("Prénom et nom").fill("Dominique Petit")
        page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
        page.get_by_label("Le même mot de passe").fill(PASSWORD)
        page.get_by_role("button", name="Créer mon compte").click()
        expect(page.get_by_text("Rien à traiter.")).to_be_visible()
        for path in ("/", "/promotions", "/equipe", "/journal"):
            page.goto(f"{site.url}{path}")
            assert violations(page) == [], path

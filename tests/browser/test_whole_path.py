"""From the first message to a seat in a cohort: `relais run` as it is, an applicant's phone and an adviser's desk."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.house import PASSWORD

pytestmark = pytest.mark.browser

RELAIS = Path(sys.executable).parent / "relais"
FICTITIOUS = Path(__file__).parents[1] / "fictitious"
ANSWERS = {
    "Entreprise": "Duval Sièges",
    "SIREN ou SIRET": "552 100 554",
    "Contact": "Camille Duval",
    "E-mail": "camille@duval.example",
    "Téléphone": "06 12 34 56 78",
    "Département": "Territoire de Belfort",
    "Effectif": "42",
    "Produit ou pièces": "Des assises de sièges",
    "Avancement": "Étude en cours",
    "Investissement": "1,2 M€",
    "Emplois": "12",
}  # whatever else is asked is skipped
STEP = re.compile(r"Étape \d+ sur \d+ · (.+)")


@contextmanager
def running(home: Path) -> Iterator[str]:
    """The product on a free port, with an invented knowledge and no register; gives the first link of the desk."""
    environment = {
        **os.environ,
        "RELAIS_HOME": str(home),
        "RELAIS_KNOWLEDGE": str(FICTITIOUS),
        "RELAIS_HTTP_PORT": "0",
        "RELAIS_REGISTRY_URL": "",
    }
    with subprocess.Popen([RELAIS, "run"], env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            found = (re.search(r"http://\S+/guichet/invitation/\S+", line) for line in process.stdout)
            yield next(link[0] for link in found if link)
        finally:
            process.terminate()
            process.wait(20)


def say(page: Page, text: str) -> None:
    """Type, press Enter, wait for the answer."""
    before = page.locator(".reply").count()
    page.locator("#box").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(".reply").nth(before)).to_be_visible(timeout=20_000)


def fill_the_form(page: Page) -> None:
    """Answer each step by its label until the recap is there."""
    say(page, "/candidater")
    for _ in range(40):
        heading = STEP.search(page.locator(".reply").last.inner_text().replace("\u00a0", " ").replace("\u202f", " "))
        if heading is None:
            break
        label = heading[1].strip()
        say(page, ANSWERS.get(label, "j'accepte" if label == "Accord" else "passer"))
    expect(page.locator(".reply").last).to_contain_text("Voici votre candidature")


def press(page: Page, label: str) -> None:
    """The newest button of that name under a reply."""
    page.locator(".reply").get_by_role("button", name=label).last.click()


def test_an_applicant_is_asked_corrects_is_accepted_and_told(chromium: Browser, tmp_path: Path) -> None:
    with running(tmp_path) as link:
        site = link.partition("/guichet")[0]
        phone = chromium.new_context(locale="fr-FR", viewport={"width": 390, "height": 844}, reduced_motion="reduce")
        wide = chromium.new_context(locale="fr-FR", viewport={"width": 1360, "height": 850}, reduced_motion="reduce")
        chat, desk = phone.new_page(), wide.new_page()
        chat.goto(f"{site}/")
        fill_the_form(chat)
        press(chat, "Envoyer")
        expect(chat.locator(".reply").last).to_contain_text("RELOC-BFC-")
        found = re.search(r"RELOC-BFC-\d{4}-\d{4}", chat.locator(".reply").last.inner_text())
        assert found
        reference = found[0]

        desk.goto(link)
        desk.get_by_label("Adresse e-mail").fill("dominique@cci.example")
        desk.get_by_label("Prénom et nom").fill("Dominique Petit")
        desk.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
        desk.get_by_label("Le même mot de passe").fill(PASSWORD)
        desk.get_by_role("button", name="Créer mon compte").click()
        desk.get_by_role("link", name="Duval Sièges").click()
        expect(desk.get_by_text("06 12 34 56 78")).to_be_visible()
        desk.locator("#ligne-phone summary", has_text="Demander une correction").click()
        desk.get_by_label("Ce qu'il faut corriger").locator("visible=true").fill("Avez-vous un numéro fixe ?")
        desk.get_by_role("button", name="Demander", exact=True).locator("visible=true").click()
        expect(desk.locator(".file-marks")).to_contain_text("Correction demandée")

        asked = chat.locator(".reply").last
        expect(asked).to_contain_text("Avez-vous un numéro fixe ?", timeout=15_000)
        press(chat, "Corriger : Téléphone")
        expect(chat.locator(".reply").last).to_contain_text("Le conseiller demande")
        say(chat, "03 84 11 22 33")
        expect(chat.get_by_role("log")).to_contain_text("de nouveau à l'étude")

        desk.reload()
        expect(desk.locator("#ligne-phone")).to_contain_text("03 84 11 22 33")
        expect(desk.locator(".file-marks")).to_contain_text("À l'étude")
        desk.goto(f"{site}/guichet/promotions/nouvelle")
        for label, value in (("Nom", "Printemps 2027"), ("Lieu", "Belfort"), ("Places", "2")):
            desk.get_by_label(label, exact=True).fill(value)
        desk.get_by_label("Région").select_option("BFC")
        desk.get_by_label("Premier jour").fill("2027-03-01")
        desk.get_by_label("Dernier jour").fill("2027-06-30")
        desk.get_by_role("button", name="Enregistrer").click()
        desk.goto(f"{site}/guichet/dossiers/{reference}")
        desk.get_by_role("button", name="Présélectionner").click()
        desk.locator("summary", has_text="Accepter dans une promotion").click()
        desk.get_by_role("button", name="Accepter dans une promotion").click()
        expect(desk.locator(".file-marks")).to_contain_text("Acceptée")

        expect(chat.get_by_role("log")).to_contain_text("est acceptée", timeout=15_000)
        expect(chat.get_by_role("log")).to_contain_text("Printemps 2027")
        say(chat, "/dossier")
        expect(chat.locator(".reply").last).to_contain_text("acceptée")

        say(chat, "/repondre")
        say(chat, "Merci, je serai là.")
        desk.reload()
        expect(desk.get_by_text("Merci, je serai là.")).to_be_visible()
        phone.close()
        wide.close()

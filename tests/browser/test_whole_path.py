"""From the first message to a seat in a cohort: `relais run` as it is, an applicant's phone, two desks."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bot.commands import staffing
from bot.store.database import Database
from tests.browser.test_desk import violations
from tests.desk.house import PASSWORD
from tests.intake.test_documents import PDF

pytestmark = pytest.mark.browser

RELAIS = Path(sys.executable).parent / "relais"
FICTITIOUS = Path(__file__).parents[1] / "fictitious"
LONG = 20_000  # milliseconds, on a machine that does much else
FIRST_MESSAGE = "Bonjour, on est Duval Sièges, 42 salariés à Vesoul, on veut rapatrier nos assises de Pologne, 1,2 M€"
ANSWERS = (  # to what that message left open, in order
    ("Quel est son numéro SIREN", "passer"),
    ("Qui est la personne à contacter", "Camille Duval"),
    ("À quelle adresse e-mail", "camille@duval.example"),
    ("à quel numéro de téléphone", "06 12 34 56 78"),
    ("Où en est votre projet", "Étude en cours"),
    ("Quand voulez-vous commencer", "septembre 2027"),
    ("Combien d'emplois", "6"),
    ("De quoi avez-vous besoin", "Financement"),
    ("Autre chose", "C'est tout"),
    ("décrire votre projet", "Nous voulons rapatrier la couture des assises."),
)
ODD_SPACES = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True)
class Site:
    """A product at work: its address, and the links by which its two advisers join."""

    url: str
    adviser: str
    manager: str


@contextmanager
def running(home: Path) -> Iterator[Site]:
    """The product on a free port, with an invented knowledge and no register."""
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
            found = (re.search(r"http://\S+(?=/guichet/invitation/)", line) for line in process.stdout)
            url = next(link[0] for link in found if link)
            yield Site(url, *(invited(home, url, role) for role in ("adviser", "manager")))
        finally:
            process.terminate()
            process.wait(20)


def invited(home: Path, url: str, role: str) -> str:
    """What `relais staff add` prints for somebody of Bourgogne-Franche-Comté."""
    database, now = Database(f"sqlite:///{home / 'relais.db'}"), datetime.now(UTC)
    new, token = staffing.invitation(f"{role}@cci.example", "", role, "BFC", now)
    link = staffing.invite(database, url, new, token, now)
    database.close()
    return link


class Phone:
    """The applicant, at phone width."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.goto(f"{url}/")

    @property
    def newest(self) -> Locator:
        """The last thing that Relais said."""
        return self.page.locator(".reply").last

    def reads(self, text: str) -> None:
        """The last thing said holds that, and nothing makes the page scroll sideways."""
        expect(self.newest).to_contain_text(spaced(text), timeout=LONG)
        assert self.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

    def says(self, text: str) -> None:
        """Type and press Enter."""
        self.page.locator("#box").fill(text)
        self.page.keyboard.press("Enter")

    def presses(self, label: str) -> None:
        """The newest button of that name under a reply."""
        self.page.locator(".row button", has_text=spaced(f"^{label}$")).last.click()

    def applies(self, document: Path) -> str:
        """From a free sentence to the reference, with a document, a correction in the recap, and the consent."""
        self.says(FIRST_MESSAGE)
        self.reads("J'ai noté : Entreprise : Duval Sièges")
        for asked, answer in ANSWERS:
            self.reads(asked)
            self.says(answer)
        self.reads("Acceptez-vous ?")
        self.page.locator("#file").set_input_files(document)
        expect(self.page.locator("#log")).to_contain_text(spaced("J'ai bien reçu plan.pdf"), timeout=LONG)
        self.reads("Acceptez-vous ?")
        self.presses("J'accepte")
        self.reads("8. Effectif : 42")
        self.says("non, 45 salariés")
        self.reads("8. Effectif : 45")
        self.reads("Documents joints : plan.pdf")
        self.reads("Rien n'est encore parti")
        self.presses("Envoyer")
        self.reads("C'est envoyé. Votre référence est RELOC-BFC-")
        reference = re.search(r"RELOC-BFC-\d{4}-\d{4}", self.newest.inner_text())
        assert reference
        return reference[0]


class Desk:
    """Somebody of the chamber at their desk."""

    def __init__(self, page: Page, link: str, name: str) -> None:
        self.page, self.home = page, link.partition("/invitation")[0]
        page.goto(link)
        page.get_by_label("Prénom et nom").fill(name)
        page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
        page.get_by_label("Le même mot de passe").fill(PASSWORD)
        page.get_by_role("button", name="Créer mon compte").click()
        expect(page.get_by_role("heading", name="Dossiers")).to_be_visible()

    def opens(self, reference: str) -> None:
        """The file of that reference."""
        self.page.goto(f"{self.home}/dossiers/{reference}")

    def presses(self, label: str) -> None:
        """The one button of that name that shows."""
        self.page.get_by_role("button", name=label, exact=True).locator("visible=true").click()

    def sees(self, where: str, text: str) -> None:
        """A part of the page holds that."""
        expect(self.page.locator(where)).to_contain_text(spaced(text))


def spaced(text: str) -> re.Pattern[str]:
    """That text whatever the kind of its spaces: French typography makes some of them narrow."""
    start, end = text.startswith("^"), text.endswith("$")
    inner = r"\s+".join(map(re.escape, text.removeprefix("^").removesuffix("$").split()))
    return re.compile(f"{'^' * start}{inner}{'$' * end}")


def make_cohort(manager: Desk) -> None:
    """« Printemps 2027 » in Belfort."""
    manager.page.get_by_role("link", name="Promotions").click()
    manager.page.goto(f"{manager.home}/promotions/nouvelle")
    values = {
        "Nom": "Printemps 2027",
        "Premier jour": "2027-03-01",
        "Dernier jour": "2027-06-30",
        "Lieu": "Belfort",
        "Places": "2",
    }
    for label, value in values.items():
        manager.page.get_by_label(label, exact=True).fill(value)
    manager.presses("Enregistrer")
    manager.sees("main", "0 place donnée sur 2")


def test_an_applicant_is_asked_corrects_is_accepted_and_told(chromium: Browser, tmp_path: Path) -> None:
    document = tmp_path / "plan.pdf"
    document.write_bytes(PDF)
    with running(tmp_path / "home") as site:
        small, wide = {"width": 390, "height": 844}, {"width": 1360, "height": 850}
        contexts = [
            chromium.new_context(locale="fr-FR", viewport=size, reduced_motion="reduce") for size in (small, wide, wide)
        ]
        applicant = Phone(contexts[0].new_page(), site.url)
        adviser = Desk(contexts[1].new_page(), site.adviser, "Alix Martin")
        manager = Desk(contexts[2].new_page(), site.manager, "Noa Lambert")

        reference = applicant.applies(document)

        adviser.page.goto(f"{adviser.home}/")
        adviser.page.get_by_role("link", name="Duval Sièges").click()
        adviser.sees("h1", "Duval Sièges")
        adviser.sees("#ligne-employees", "45")
        adviser.sees("#ligne-investment", "1 200 000 €")
        adviser.sees("main", "Nouvelle")
        with adviser.page.expect_download() as handed:
            adviser.page.get_by_role("link", name="plan.pdf").click()
        assert handed.value.path().read_bytes() == PDF

        adviser.presses("Commencer l'étude")
        applicant.reads("est à l'étude. Un conseiller de la CCI la lit")
        adviser.page.locator("#ligne-phone summary", has_text="Demander une correction").click()
        adviser.page.locator("#correction-phone").fill("Avez-vous un numéro fixe ?")
        adviser.presses("Demander")
        adviser.sees(".file-marks", "Correction demandée")

        applicant.reads("Le conseiller demande une précision")
        applicant.reads("Avez-vous un numéro fixe ?")
        applicant.presses("Corriger : Téléphone")
        applicant.reads("Valeur envoyée : 06 12 34 56 78")
        applicant.says("03 84 11 22 33")
        applicant.reads("C'est corrigé. Téléphone : 03 84 11 22 33.")
        applicant.reads("de nouveau à l'étude")

        adviser.page.reload()
        adviser.sees(".file-marks", "À l'étude")
        adviser.sees("#ligne-phone", "03 84 11 22 33")
        adviser.sees(".timeline", "Ligne modifiée : Téléphone 06 12 34 56 78 → 03 84 11 22 33")
        adviser.page.get_by_label("Écrire à l'entreprise").fill("Bonjour, pouvez-vous venir le 12 janvier ?")
        adviser.presses("Envoyer le message")

        applicant.reads("Alix Martin, de la CCI, vous écrit")
        applicant.reads("pouvez-vous venir le 12 janvier ?")
        applicant.presses("Répondre")
        applicant.reads("Écrivez votre message pour le conseiller")
        applicant.says("Oui, avec plaisir.")
        applicant.reads("C'est transmis au conseiller")

        adviser.page.reload()
        adviser.sees(".thread .from_applicant", "Oui, avec plaisir.")

        make_cohort(manager)
        manager.opens(reference)
        manager.presses("Présélectionner")
        applicant.reads("est présélectionnée")
        manager.page.locator("summary", has_text="Accepter dans une promotion").click()
        assert violations(manager.page) == []
        manager.presses("Accepter dans une promotion")
        manager.sees(".file-marks", "Acceptée")

        applicant.reads(f"Bonne nouvelle : la candidature {reference} est acceptée.")
        applicant.reads("Promotion : Printemps 2027, du 1er mars 2027 au 30 juin 2027, Belfort.")
        applicant.presses("Suivre ma candidature")
        applicant.reads("Aujourd'hui : acceptée, depuis le")
        applicant.reads("Promotion : Printemps 2027, du 1er mars 2027 au 30 juin 2027, Belfort.")
        applicant.reads("Messages échangés avec la CCI : 2")
        for context in contexts:
            context.close()

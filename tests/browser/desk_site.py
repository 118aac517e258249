"""The desk on a real port, with people and files in it, for the browser tests and the pictures of the README."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.routing import Mount

from bot.channels.web import create_app
from bot.channels.web_server import WebServer
from bot.desk.api.app import create_api
from bot.store import correspondence, life
from bot.store.database import Database
from bot.store.staff import Account
from bot.store.tables import ApplicationStatus, Direction, Role
from tests.channels.web_house import web_house
from tests.desk.house import Clock, DeskHouse

S = ApplicationStatus
COMPANIES = (
    ("Duval Sièges", "Assises de sièges pour trains régionaux", "90"),
    ("Atelier Boréal", "Bobinages de moteurs électriques", "25"),
    ("Fonderie Cobalt", "Carters moulés en aluminium", "70"),
    ("Tissages Lormont", "Tissus techniques enduits", "39"),
    ("Plastiques Verdier", "Capots injectés en polypropylène", "21"),
    ("Mécanique Aubrac", "Axes rectifiés de précision", "71"),
    ("Horlogerie Sancey", "Mouvements de montres", "25"),
    ("Électronique Rivage", "Cartes de commande", "90"),
    ("Robinetterie Maurel", "Corps de vannes en laiton", "58"),
    ("Jouets Camelin", "Figurines en bois", "39"),
)


@dataclass
class DeskSite:
    """Where the desk is, who works there, and the file that the tests open."""

    house: DeskHouse
    url: str = ""
    staff: dict[str, Account] = field(default_factory=dict)
    reference: str = ""
    cohort: int = 0

    @property
    def adviser(self) -> Account:
        """Of Bourgogne-Franche-Comté."""
        return self.staff["adviser"]

    @property
    def manager(self) -> Account:
        """Of Bourgogne-Franche-Comté."""
        return self.staff["manager"]

    @property
    def administrator(self) -> Account:
        """Of all regions."""
        return self.staff["administrator"]


def now() -> datetime:
    """The real time: the browser has no other."""
    return datetime.now(UTC)


@contextmanager
def desk_site(database: Database, folder: Path, *, filled: bool = True) -> Iterator[DeskSite]:
    """Serve the desk beside the chat, as `relais run` does."""
    house = DeskHouse(database, clock=Clock(now()), folder=folder)
    site = DeskSite(house)
    if filled:
        _fill(site)
    house.clock.follow(now)
    routes = [Mount("/guichet", house.desk), Mount("/api/v1", create_api(database, house.clock))]
    parts = web_house(database, routes=routes).parts
    server = WebServer(create_app(parts), "127.0.0.1", 0)
    running = threading.Thread(target=asyncio.run, args=(server.run(),))
    running.start()
    try:
        site.url = f"{server.url}/guichet"
        yield site
    finally:
        server.stop()
        running.join()


def _fill(site: DeskSite) -> None:
    house, start = site.house, site.house.clock.now
    site.staff = {
        "adviser": house.member(name="Alix Martin"),
        "colleague": house.member(name="Sacha Morel"),
        "manager": house.member(Role.MANAGER, name="Noa Lambert"),
        "administrator": house.member(Role.ADMINISTRATOR, name="Dominique Petit"),
    }
    site.cohort = house.cohort()
    house.cohort("NOR", name="Automne 2027", seats=8)
    for number, (company, product, department) in enumerate(COMPANIES):
        house.clock.now = start - timedelta(days=number, hours=3)
        status = (S.SUBMITTED, S.UNDER_REVIEW, S.SHORTLISTED)[number % 3]
        fields = {"company": company, "product": product, "department": department, "siren": f"{443061841 + number}"}
        house.application(status, fields=fields, doubtful=("email",) if number % 4 == 1 else ())
    house.clock.now = start - timedelta(hours=1)
    site.reference = house.application(
        doubtful=("phone",),
        fields={
            "phone": "06 12 34 56",
            "description": "Nous voulons rapatrier la couture et l'assemblage des assises.\nNos délais depuis la "
            "Pologne dépassent neuf semaines.",
        },
        origins={"siren": "registry", "product": "chat"},
        talk_excerpt=[
            {"text": "Aides regardées : prêt Atelier, crédit d'impôt innovation"},
            {"text": "Partenaires regardés : Tissages Lormont"},
        ],
    )
    with house.database.transaction() as session:
        row = life.locked(session, site.reference)
        assert row
        correspondence.add_note(session, row.id, "Sacha Morel", "Appelée ce matin : très motivée.", house.clock())
        correspondence.write(
            session, row.id, Direction.FROM_APPLICANT, "applicant", "Bonjour, je reste joignable.", house.clock()
        )
    house.document(site.reference, "Plan de l'atelier.pdf")
    house.clock.now = start

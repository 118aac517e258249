"""A desk for the tests: staff, applications and cohorts made with sane defaults, and a browser without a screen."""

import itertools
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pwdlib.hashers.argon2 import Argon2Hasher
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from bot.desk import tokens
from bot.desk.app import create_desk
from bot.desk.door import LASTS
from bot.desk.parts import DeskParts
from bot.desk.passwords import Passwords
from bot.intake.finding import found_by
from bot.store import api_tokens, applications, attachments, cohorts, dispatches, life, staff, staff_sessions, talks
from bot.store.api_tokens import NewToken
from bot.store.attachment_files import AttachmentFiles
from bot.store.attachments import NewDocument
from bot.store.cohorts import CohortFields
from bot.store.database import Database, Session
from bot.store.life import Change
from bot.store.staff import Account, NewAccount
from bot.store.tables import ApplicationStatus, CohortStatus, Medium, Role
from bot.store.talks import Lease

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KEY = "a signing key of the tests"
PASSWORD = "cheval-agrafe-batterie"
QUICK = Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1)
FIELDS: dict[str, Any] = {
    "company": "Duval Sièges",
    "siren": "552100554",
    "contact": "Camille Duval",
    "email": "camille@duval.example",
    "phone": "+33612345678",
    "department": "90",
    "product": "Assises de sièges pour trains régionaux",
    "made_today": "En Pologne, chez un sous-traitant",
    "stage": "study",
    "investment": 1_200_000,
    "jobs": 12,
    "needs": ["funding", "site"],
    "description": "Nous voulons rapatrier la couture et l'assemblage.",
    "consent": "yes",
}
_numbers = itertools.count(1)


@dataclass
class Clock:
    """A time that the test moves, until it follows the real one."""

    now: datetime = NOW
    real: Callable[[], datetime] | None = None

    def __call__(self) -> datetime:
        return self.real() if self.real else self.now

    def follow(self, real: Callable[[], datetime]) -> None:
        """Tell the real time from now on."""
        self.real = real

    def pass_(self, **much: float) -> None:
        """Let time pass."""
        self.now += timedelta(**much)


@dataclass
class DeskHouse:
    """The desk with its database; every browser is a visitor of its own."""

    database: Database
    clock: Clock = field(default_factory=Clock)
    passwords: Passwords = field(default_factory=lambda: Passwords(QUICK))
    folder: Path = Path("no documents are here")

    def __post_init__(self) -> None:
        self.parts = DeskParts(
            database=self.database,
            clock=self.clock,
            signing_key=KEY,
            passwords=self.passwords,
            files=AttachmentFiles(self.folder),
        )
        self.desk = create_desk(self.parts)
        self.app = Starlette(routes=[Mount("/guichet", self.desk)])

    def browser(self, address: str = "192.0.2.1", **more: Any) -> "Browser":
        """A visitor nobody knows yet."""
        return Browser(TestClient(self.app, client=(address, 5000), follow_redirects=False, **more))

    def member(self, role: Role = Role.ADVISER, region: str | None = "BFC", name: str = "Alix Martin") -> Account:
        """Somebody with an account and the password of the tests."""
        email = f"{name.split()[0].lower()}{next(_numbers)}@cci.example"
        hashed = self.parts.passwords.hash(PASSWORD)
        new = NewAccount(
            email=email,
            name=name,
            role=role,
            region=None if role is Role.ADMINISTRATOR else region,
            password_hash=hashed,
        )
        with self.database.transaction() as session:
            return staff.add(session, new, self.clock())

    def signed_in(self, role: Role = Role.ADVISER, region: str | None = "BFC", name: str = "Alix Martin") -> "Browser":
        """A browser where such a person is signed in, without the sign-in form, which has tests of its own."""
        browser, account, token = self.browser(), self.member(role, region, name), f"session {next(_numbers)}"
        with self.database.transaction() as session:
            opened, digest = self.clock(), tokens.digest(token)
            staff_sessions.add(session, account.id, digest, "Firefox sur Linux", opened, opened + LASTS)
        browser.client.cookies.set(tokens.SESSION, token)
        browser.account = account
        return browser

    def application(self, status: ApplicationStatus = ApplicationStatus.SUBMITTED, **more: Any) -> str:
        """The reference of a sent application."""
        with self.database.transaction() as session:
            return send(session, self.clock(), status, **more)

    def document(self, reference: str, name: str = "plan.pdf", content: bytes = b"%PDF-1.7 plan") -> int:
        """The number of a document of an application."""
        with self.parts.files.arriving() as arriving:
            arriving.write(content)
            sha256 = self.parts.files.keep(arriving)
        new = NewDocument(sha256=sha256, name=name, kind="pdf", size=len(content))
        with self.database.transaction() as session:
            row = life.locked(session, reference)
            assert row
            assert row.talk_id
            assert attachments.add(session, row.talk_id, reference, new, self.clock())
            return attachments.of_application(session, reference)[-1].id

    def api_key(self, region: str | None = "BFC", secret: str = "", **more: Any) -> int:
        """The number of a key to the API that may read everything of its region."""
        values: dict[str, Any] = {
            "token_hash": tokens.digest(secret or f"secret {next(_numbers)}"),
            "name": "CRM de la CCI",
            "scopes": ["read", "contacts"],
            "region": region,
            "created_by": "Noa Lambert",
            "expires_at": self.clock() + timedelta(days=30),
        }
        with self.database.transaction() as session:
            return api_tokens.add(session, NewToken(**(values | more)), self.clock())

    def given_up(self) -> int:
        """The number of a webhook call that was given up."""
        number = next(_numbers)
        body = {"id": f"evt_{number}", "type": "application.updated", "data": {"reference": "RELOC-BFC-2026-0001"}}
        lease = Lease(token="t", now=self.clock(), until=self.clock() + timedelta(minutes=1))
        with self.database.transaction() as session:
            dispatches.add(session, Medium.WEBHOOK, f"given up {number}", body, self.clock())
            due = dispatches.claim(session, [Medium.WEBHOOK], lease, 100)[-1]
            session.flush()
            dispatches.give_up(session, due, "503")
            return due.id

    def cohort(self, region: str = "BFC", **more: Any) -> int:
        """The number of a cohort with two seats."""
        values = {
            "region": region,
            "name": "Printemps 2027",
            "starts_on": date(2027, 3, 1),
            "ends_on": date(2027, 6, 30),
            "place": "CCI de Belfort",
            "seats": 2,
            "status": CohortStatus.OPEN,
        }
        with self.database.transaction() as session:
            return cohorts.add(session, CohortFields(**(values | more)), self.clock())


def send(
    session: Session,
    now: datetime,
    status: ApplicationStatus = ApplicationStatus.SUBMITTED,
    *,
    region: str = "BFC",
    fields: dict[str, Any] | None = None,
    doubtful: tuple[str, ...] = (),
    channel: str = "web",
    language: str = "fr",
    **more: Any,
) -> str:
    """Send an application of a talk of its own."""
    number = next(_numbers)
    values = FIELDS | (fields or {})
    siren = values.get("siren")
    new = applications.NewApplication(
        idempotency_key=f"key {number}",
        talk_id=talks.open_talk(session, channel, f"address {number}", now),
        region=region,
        department=values.get("department"),
        company=values.get("company"),
        siren=siren[:9] if siren else None,
        fields=values,
        doubtful=doubtful,
        consent="2026-11",
        language=language,
        **more,
    )
    reference, _ = applications.submit(session, new, now, now.year)
    applications.index(session, reference, **asdict(found_by(reference, values)))
    if status is not ApplicationStatus.SUBMITTED:
        row = life.locked(session, reference)
        assert row is not None
        life.move(session, row, status, Change(who="Alix Martin", what="take_up"), now)
    return reference


class _Forms(HTMLParser):
    """The forms of a page with their inputs, by the end of their action."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.forms.append((values.get("action", ""), {}))
        if tag == "input" and self.forms and values.get("type") == "hidden":
            self.forms[-1][1][values["name"]] = values.get("value", "")


@dataclass
class Browser:
    """Follows nothing by itself; posts the form that a page shows."""

    client: TestClient
    account: Account | None = None

    def get(self, path: str, **more: Any) -> Any:
        """A page of the desk."""
        return self.client.get(f"/guichet{path}", **more)

    def sign_in(self, email: str, password: str = PASSWORD, **more: Any) -> Any:
        """Fill the sign-in form."""
        return self.post("/connexion", "/connexion", {"email": email, "mot-de-passe": password, **more})

    def post(self, page: str, action: str, values: dict[str, Any], **more: Any) -> Any:
        """Open a page and send the form of that action, with its hidden values and these."""
        shown = self.get(page)
        hidden = self.hidden(shown.text, action)
        return self.client.post(f"/guichet{action}", data={**hidden, **values}, **more)

    def hidden(self, html: str, action: str) -> dict[str, str]:
        """The hidden values of the form of that action."""
        parser = _Forms()
        parser.feed(html)
        found = [values for to, values in parser.forms if to in (f"/guichet{action}", "") or to == action]
        assert found, f"no form to {action}"
        return found[0]

    def token(self) -> str:
        """The token that forms shown to this browser bear."""
        shown = self.get("/compte" if self.account else "/connexion").text
        found = re.search(r'name="jeton" value="([0-9a-f]{64})"', shown)
        assert found
        return found[1]

    def act(self, reference: str, act: str, **values: Any) -> Any:
        """A step in the life of an application, from its own page."""
        page = f"/dossiers/{reference}"
        names = {f"{act}-{name}": value for name, value in values.items()}
        shown = self.get(page).text
        version = re.search(r'name="version" value="(\d+)"', shown)
        data = {"jeton": self.token(), "etape": act, "version": version[1] if version else "0", **names}
        return self.client.post(f"/guichet{page}/etape", data=data)

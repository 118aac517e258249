"""Staff and applications for the tests of what leaves the desk, made through the store as the house makes them."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.intake.finding import found_by
from bot.store import applications, life, talks
from bot.store.applications import APPLICANT, NewApplication
from bot.store.database import Database, Session
from bot.store.life import Change
from bot.store.tables import ApplicationStatus, Role, StaffAccountRow

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # a Tuesday, 10:30 in Paris


class Clock:
    """A clock that tests turn."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time it is."""
        return self.now

    def advance(self, **by: float) -> None:
        """Later."""
        self.now += timedelta(**by)


def add_staff(database: Database, name: str = "Alix Moreau", **more: Any) -> int:
    """An adviser of Bourgogne-Franche-Comté who wants everything at once."""
    email = f"{name.lower().replace(' ', '.')}@cci.example"
    values = {"email": email, "role": Role.ADVISER, "region": "BFC", "notify_instant": True, "notify_digest": True}
    with database.transaction() as session:
        row = StaffAccountRow(name=name, password_hash="-", created_at=NOW, **{**values, **more})
        session.add(row)
        session.flush()
        return row.id


def send_application(database: Database, company: str = "Duval Sièges", *, at: datetime = NOW, **more: Any) -> str:
    """An application as sent; `fields` are added to the usual ones, `region` and others replace theirs."""
    with database.transaction() as session:
        return submit(session, company, at=at, **more)


def submit(session: Session, company: str = "Duval Sièges", *, at: datetime = NOW, **more: Any) -> str:
    """The same inside a transaction."""
    talk = talks.open_talk(session, "telegram", str(abs(hash((company, at))) % 10**9), at)
    fields = {
        "company": company,
        "contact": "Camille Duval",
        "email": "camille@duval.example",
        "phone": "+33612345678",
        "department": "70",
        "product": "Assises de sièges",
        "stage": "study",
        "investment": 1_200_000,
        "jobs": 12,
        "needs": ["funding", "partners"],
        **more.pop("fields", {}),
    }
    values = {
        "idempotency_key": f"{company}/{at.isoformat()}",
        "talk_id": talk,
        "region": "BFC",
        "department": "70",
        "company": company,
        "siren": None,
        "doubtful": (),
        "consent": "2026-11",
        "language": "fr",
    }
    reference, _ = applications.submit(session, NewApplication(**{**values, **more}, fields=fields), at, at.year)
    applications.index(session, reference, **asdict(found_by(reference, fields)))
    return reference


def move(
    database: Database, reference: str, status: ApplicationStatus, *, at: datetime, who: str = "Alix Moreau", what: str
) -> None:
    """Another status."""
    with database.transaction() as session:
        row = life.locked(session, reference)
        assert row is not None
        life.move(session, row, status, Change(who=who, what=what), at)


def note(database: Database, reference: str, what: str, *, at: datetime, who: str = APPLICANT) -> None:
    """Something happened without a change of status."""
    with database.transaction() as session:
        row = life.locked(session, reference)
        assert row is not None
        life.note(session, row, Change(who=who, what=what), at)

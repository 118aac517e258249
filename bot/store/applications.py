"""Applications: sent once each under a reference without gaps, withdrawn, listed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.store import corrections
from bot.store.life import ENDED, leave_waiting_list
from bot.store.tables import (
    ApplicationEventRow,
    ApplicationFacetRow,
    ApplicationRow,
    ApplicationStatus,
    ReferenceCounterRow,
)

APPLICANT = "applicant"  # who changed something, in the events


@dataclass(frozen=True, kw_only=True)
class NewApplication:
    """An application to send; `idempotency_key` makes it one however often it is sent."""

    idempotency_key: str
    talk_id: int
    region: str
    department: str | None
    company: str | None
    siren: str | None
    fields: dict[str, Any]
    doubtful: tuple[str, ...]
    consent: str
    language: str
    origins: dict[str, str] = field(default_factory=dict)  # field key -> Origin; what is left out was said
    talk_excerpt: list[Any] | None = None  # lines of the talk handed over with consent


@dataclass(frozen=True, kw_only=True)
class SentApplication:
    """An application as it stands; `updated_at` is when its status last changed."""

    reference: str
    region: str
    department: str | None
    company: str | None
    siren: str | None
    status: ApplicationStatus
    fields: dict[str, Any]
    doubtful: tuple[str, ...]
    consent: str
    language: str
    submitted_at: datetime
    updated_at: datetime
    origins: dict[str, str] = field(default_factory=dict)  # field key -> Origin; what is left out was said

    @property
    def can_be_withdrawn(self) -> bool:
        """Whether it is still going on."""
        return self.status not in ENDED


def submit(session: Session, new: NewApplication, now: datetime, year: int) -> tuple[str, bool]:
    """The reference, and whether the same application had been sent before; `year` is that of the reference."""
    counter = _locked_counter(session, new.region, year)
    known = session.scalar(
        select(ApplicationRow.reference).where(ApplicationRow.idempotency_key == new.idempotency_key)
    )
    if known:
        return known, True
    counter.last += 1
    row = ApplicationRow(
        reference=f"RELOC-{new.region}-{year}-{counter.last:04d}",
        idempotency_key=new.idempotency_key,
        talk_id=new.talk_id,
        region=new.region,
        department=new.department,
        company=new.company,
        siren=new.siren,
        status=ApplicationStatus.SUBMITTED,
        fields=new.fields,
        doubtful=list(new.doubtful),
        consent=new.consent,
        language=new.language,
        origins=new.origins,
        talk_excerpt=new.talk_excerpt,
        submitted_at=now,
        updated_at=now,
    )
    session.add(row)
    session.flush()
    _note(session, row, ApplicationStatus.SUBMITTED, now)
    return row.reference, False


def _locked_counter(session: Session, region: str, year: int) -> ReferenceCounterRow:
    """The counter, ours until the transaction ends: a number given up by a rollback is given again."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    begin = dialect.insert(ReferenceCounterRow).values(region=region, year=year, last=0)
    session.execute(begin.on_conflict_do_nothing())
    own = select(ReferenceCounterRow).where(ReferenceCounterRow.region == region, ReferenceCounterRow.year == year)
    return session.scalars(own.with_for_update().execution_options(populate_existing=True)).one()


def withdraw(session: Session, talk_id: int, reference: str, now: datetime) -> bool:
    """Withdraw an application of this talk; False when it is not theirs or has ended."""
    own = select(ApplicationRow).where(ApplicationRow.reference == reference, ApplicationRow.talk_id == talk_id)
    row = session.scalar(own.with_for_update())
    if row is None or row.status in ENDED:
        return False
    row.status, row.updated_at = ApplicationStatus.WITHDRAWN, now
    leave_waiting_list(session, row)
    row.cohort_id = None
    row.version += 1
    corrections.cancel_open(session, row.id, now)
    _note(session, row, ApplicationStatus.WITHDRAWN, now)
    return True


def index(
    session: Session, reference: str, *, search: str, company_key: str, facets: Iterable[tuple[str, str]]
) -> None:
    """Keep by what an application is found; replaces what was kept before."""
    row = session.scalars(select(ApplicationRow).where(ApplicationRow.reference == reference)).one()
    row.search, row.company_key = search, company_key
    session.execute(delete(ApplicationFacetRow).where(ApplicationFacetRow.application_id == row.id))
    session.add_all(ApplicationFacetRow(application_id=row.id, name=name, value=value) for name, value in facets)
    session.flush()


def applications_of(session: Session, talk_id: int) -> tuple[SentApplication, ...]:
    """The applications sent in a talk, newest first."""
    rows = session.scalars(
        select(ApplicationRow).where(ApplicationRow.talk_id == talk_id).order_by(ApplicationRow.id.desc())
    )
    return tuple(as_sent(row) for row in rows)


def list_applications(session: Session, region: str | None = None) -> tuple[SentApplication, ...]:
    """All applications, or those of one region (its code), newest first."""
    rows = select(ApplicationRow).order_by(ApplicationRow.submitted_at.desc(), ApplicationRow.id.desc())
    if region:
        rows = rows.where(ApplicationRow.region == region)
    return tuple(as_sent(row) for row in session.scalars(rows))


def _note(session: Session, row: ApplicationRow, what: ApplicationStatus, now: datetime) -> None:
    session.add(ApplicationEventRow(application_id=row.id, at=now, who=APPLICANT, what=what))
    session.flush()


def as_sent(row: ApplicationRow) -> SentApplication:
    """The row as the other side of the store knows it."""
    return SentApplication(
        reference=row.reference,
        region=row.region,
        department=row.department,
        company=row.company,
        siren=row.siren,
        status=ApplicationStatus(row.status),
        fields=row.fields,
        doubtful=tuple(row.doubtful),
        consent=row.consent,
        language=row.language,
        submitted_at=row.submitted_at,
        updated_at=row.updated_at,
        origins=row.origins,
    )

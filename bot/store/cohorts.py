"""Cohorts (promotions) as staff edit them, with the seats taken and the waiting list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot.store.tables import ApplicationRow, ApplicationStatus, CohortRow, CohortStatus


@dataclass(frozen=True, kw_only=True)
class CohortFields:
    """What staff write about a cohort; both days are part of it."""

    region: str
    name: str
    starts_on: date
    ends_on: date
    place: str
    seats: int
    status: CohortStatus


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """A cohort as it stands; `version` tells whether somebody changed it meanwhile."""

    id: int
    version: int
    fields: CohortFields
    taken: int
    waiting: int

    @property
    def free(self) -> int:
        """Seats nobody has yet."""
        return max(0, self.fields.seats - self.taken)


@dataclass(frozen=True, kw_only=True)
class Member:
    """An application in a cohort."""

    reference: str
    company: str | None
    status: ApplicationStatus
    waiting_rank: int | None


def add(session: Session, fields: CohortFields, now: datetime) -> int:
    """Make a cohort; its id."""
    row = CohortRow(created_at=now, updated_at=now, **_columns(fields))
    session.add(row)
    session.flush()
    return row.id


def change(session: Session, cohort_id: int, fields: CohortFields, version: int, now: datetime) -> bool:
    """Write the new fields; False when somebody else changed the cohort since `version`."""
    row = lock(session, cohort_id)
    if row is None or row.version != version:
        return False
    for name, value in _columns(fields).items():
        setattr(row, name, value)
    row.version, row.updated_at = row.version + 1, now
    session.flush()
    return True


def lock(session: Session, cohort_id: int) -> CohortRow | None:
    """The cohort, ours until the transaction ends: two last seats are never given at once."""
    own = select(CohortRow).where(CohortRow.id == cohort_id).with_for_update()
    return session.scalar(own.execution_options(populate_existing=True))


def get(session: Session, cohort_id: int, seated: Iterable[ApplicationStatus]) -> Cohort | None:
    """One cohort; `seated` are the statuses that hold a seat."""
    found = session.execute(_counted(seated).where(CohortRow.id == cohort_id)).first()
    return _cohort(found[0], found[1], found[2]) if found else None


def in_region(session: Session, region: str | None, seated: Iterable[ApplicationStatus]) -> tuple[Cohort, ...]:
    """The cohorts of one region or of all, the latest first."""
    rows = _counted(seated).order_by(CohortRow.starts_on.desc(), CohortRow.id.desc())
    if region:
        rows = rows.where(CohortRow.region == region)
    return tuple(_cohort(row, taken, waiting) for row, taken, waiting in session.execute(rows))


def members(session: Session, cohort_id: int) -> tuple[Member, ...]:
    """Its applications: seats first, then the waiting list in its order."""
    rows = session.scalars(
        select(ApplicationRow)
        .where(ApplicationRow.cohort_id == cohort_id)
        .order_by(ApplicationRow.waiting_rank.is_not(None), ApplicationRow.waiting_rank, ApplicationRow.id)
    )
    return tuple(
        Member(
            reference=row.reference,
            company=row.company,
            status=ApplicationStatus(row.status),
            waiting_rank=row.waiting_rank,
        )
        for row in rows
    )


def _counted(seated: Iterable[ApplicationStatus]) -> Select[CohortRow, int, int]:
    def how_many(statuses: Iterable[ApplicationStatus]) -> "Select[int]":
        return select(func.count()).where(
            ApplicationRow.cohort_id == CohortRow.id, ApplicationRow.status.in_(tuple(statuses))
        )

    taken = how_many(seated).scalar_subquery()
    waiting = how_many((ApplicationStatus.WAITING_LIST,)).scalar_subquery()
    return select(CohortRow, taken, waiting)


def _columns(fields: CohortFields) -> dict[str, object]:
    return {
        "region": fields.region,
        "name": fields.name,
        "starts_on": fields.starts_on,
        "ends_on": fields.ends_on,
        "place": fields.place,
        "seats": fields.seats,
        "status": fields.status,
    }


def _cohort(row: CohortRow, taken: int, waiting: int) -> Cohort:
    fields = CohortFields(
        region=row.region,
        name=row.name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        place=row.place,
        seats=row.seats,
        status=CohortStatus(row.status),
    )
    return Cohort(id=row.id, version=row.version, fields=fields, taken=taken, waiting=waiting)

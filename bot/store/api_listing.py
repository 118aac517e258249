"""Applications and events as the API hands them out: cut into pages by a number that only grows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from bot.store.applications import SentApplication, as_sent
from bot.store.tables import (
    ApplicationEventRow,
    ApplicationFacetRow,
    ApplicationRow,
    ApplicationStatus,
    CohortRow,
    StaffAccountRow,
)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked for; empty ones let everything through. `before_id` is where the page before ended."""

    region: str | None = None
    status: ApplicationStatus | None = None
    department: str | None = None
    facets: tuple[tuple[str, str], ...] = ()
    submitted_since: datetime | None = None
    submitted_before: datetime | None = None
    changed_since: datetime | None = None
    before_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Handed(SentApplication):
    """One application; `id` is for the cursor only."""

    id: int
    version: int
    assignee: str | None
    cohort: str | None
    anonymised: bool


@dataclass(frozen=True, kw_only=True)
class HandedEvent:
    """One change."""

    id: int
    at: datetime
    what: str
    before: str | None
    after: str | None


def applications(session: Session, wanted: Wanted, limit: int) -> list[Handed]:
    """Newest first."""
    rows = _joined().where(*_conditions(wanted)).order_by(ApplicationRow.id.desc()).limit(limit)
    return [_handed(*row) for row in session.execute(rows)]


def application(session: Session, reference: str, region: str | None) -> Handed | None:
    """The one of that reference, within that region or (None) anywhere."""
    own = _joined().where(ApplicationRow.reference == reference)
    if region:
        own = own.where(ApplicationRow.region == region)
    found = session.execute(own).first()
    return _handed(*found) if found else None


def events(session: Session, application_id: int, after_id: int, limit: int) -> list[HandedEvent]:
    """Oldest first, those after that one."""
    rows = session.scalars(
        select(ApplicationEventRow)
        .where(ApplicationEventRow.application_id == application_id, ApplicationEventRow.id > after_id)
        .order_by(ApplicationEventRow.id)
        .limit(limit)
    )
    return [HandedEvent(id=row.id, at=row.at, what=row.what, before=row.before, after=row.after) for row in rows]


def _joined() -> Select[ApplicationRow, str | None, str | None]:
    return (
        select(ApplicationRow, StaffAccountRow.name, CohortRow.name)
        .join(StaffAccountRow, StaffAccountRow.id == ApplicationRow.assignee_id, isouter=True)
        .join(CohortRow, CohortRow.id == ApplicationRow.cohort_id, isouter=True)
    )


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    having = [
        ApplicationRow.id.in_(
            select(ApplicationFacetRow.application_id).where(
                ApplicationFacetRow.name == name, ApplicationFacetRow.value == value
            )
        )
        for name, value in wanted.facets
    ]
    compared: list[tuple[Any, Callable[[Any], ColumnElement[bool]]]] = [
        (wanted.region, ApplicationRow.region.__eq__),
        (wanted.status, ApplicationRow.status.__eq__),
        (wanted.department, ApplicationRow.department.__eq__),
        (wanted.submitted_since, ApplicationRow.submitted_at.__ge__),
        (wanted.submitted_before, ApplicationRow.submitted_at.__lt__),
        (wanted.changed_since, ApplicationRow.updated_at.__ge__),
        (wanted.before_id, ApplicationRow.id.__lt__),
    ]
    return [*having, *(compare(value) for value, compare in compared if value is not None)]


def _handed(row: ApplicationRow, assignee: str | None, cohort: str | None) -> Handed:
    return Handed(
        **vars(as_sent(row)),
        id=row.id,
        version=row.version,
        assignee=assignee,
        cohort=cohort,
        anonymised=row.anonymised_at is not None,
    )

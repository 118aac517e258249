"""The figures of the board, counted by the database; without a region, of all regions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot.store.tables import ApplicationFacetRow, ApplicationRow, ApplicationStatus, StatusStayRow


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Which applications are counted."""

    region: str | None
    since: datetime


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """How many applications are in a status now, and since when the oldest one is."""

    count: int
    oldest: datetime


def stays(session: Session, scope: Scope) -> dict[ApplicationStatus, list[tuple[int, int]]]:
    """For each status that was left in that time: hours stayed and how often, shortest first."""
    counted = select(StatusStayRow.status, StatusStayRow.hours, func.count()).where(
        StatusStayRow.ended_at >= scope.since, *([StatusStayRow.region == scope.region] if scope.region else [])
    )
    found: dict[ApplicationStatus, list[tuple[int, int]]] = {}
    rows = session.execute(
        counted.group_by(StatusStayRow.status, StatusStayRow.hours).order_by(StatusStayRow.status, StatusStayRow.hours)
    )
    for status, hours, count in rows:
        found.setdefault(ApplicationStatus(status), []).append((hours, count))
    return found


def waiting(session: Session, region: str | None) -> dict[ApplicationStatus, Waiting]:
    """What is where now, whenever it was sent."""
    counted = select(ApplicationRow.status, func.count(), func.min(ApplicationRow.updated_at))
    if region:
        counted = counted.where(ApplicationRow.region == region)
    rows = session.execute(counted.group_by(ApplicationRow.status))
    return {ApplicationStatus(status): Waiting(count=count, oldest=oldest) for status, count, oldest in rows}


def oldest(session: Session, region: str | None) -> datetime | None:
    """When the first application was sent."""
    first = select(func.min(ApplicationRow.submitted_at))
    return session.scalar(first.where(ApplicationRow.region == region) if region else first)


def by_region(session: Session, scope: Scope) -> dict[str, int]:
    """Applications sent in that time, by region code, most first."""
    counted = select(ApplicationRow.region, func.count()).where(*_sent(scope)).group_by(ApplicationRow.region)
    rows = session.execute(counted.order_by(func.count().desc(), ApplicationRow.region))
    return dict(rows.all())


def by_facet(session: Session, name: str, scope: Scope) -> dict[str, int]:
    """Applications sent in that time by a value that they are filtered by, most first; each counts for all its own."""
    counted = (
        select(ApplicationFacetRow.value, func.count())
        .where(
            ApplicationFacetRow.name == name,  # a join would read the wide rows of the applications
            ApplicationFacetRow.application_id.in_(select(ApplicationRow.id).where(*_sent(scope))),
        )
        .group_by(ApplicationFacetRow.value)
    )
    rows = session.execute(counted.order_by(func.count().desc(), ApplicationFacetRow.value))
    return dict(rows.all())


def by_status_between(
    session: Session, bounds: Sequence[datetime], region: str | None
) -> list[dict[ApplicationStatus, int]]:
    """Applications sent from each bound to the next, by the status that they have today."""
    found = []
    for begin, end in pairwise(bounds):
        counted = select(ApplicationRow.status, func.count()).where(
            *_sent(Scope(region=region, since=begin)), ApplicationRow.submitted_at < end
        )
        rows = session.execute(counted.group_by(ApplicationRow.status))
        found.append({ApplicationStatus(status): count for status, count in rows})
    return found


def _sent(scope: Scope) -> list[ColumnElement[bool]]:
    own = [ApplicationRow.region == scope.region] if scope.region else []
    return [ApplicationRow.submitted_at >= scope.since, *own]

"""The desk's list of applications: filtered, counted by status, searched, sorted and cut into pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, func, literal_column, or_, select, text, type_coerce
from sqlalchemy.orm import Session

from bot.store.tables import (
    ApplicationFacetRow,
    ApplicationMessageRow,
    ApplicationRow,
    ApplicationStatus,
    CorrectionRequestRow,
    Direction,
    StaffAccountRow,
)

NOBODY = 0  # as assignee: those that nobody has


class Order(StrEnum):
    """How the list is sorted."""

    WAITING = "waiting"  # longest in its status first
    NEWEST = "newest"
    OLDEST = "oldest"
    COMPANY = "company"


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What is shown; empty ones let everything through. `words` are folded, each the beginning of a word."""

    region: str | None = None
    department: str | None = None
    statuses: tuple[ApplicationStatus, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    assignee: int | None = None
    waiting_since: datetime | None = None  # in its status since then or before
    doubtful: bool = False
    unseen: bool = False
    words: tuple[str, ...] = ()
    order: Order = Order.WAITING


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One line of the list."""

    id: int
    reference: str
    company: str | None
    region: str
    department: str | None
    status: ApplicationStatus
    fields: dict[str, Any]
    assignee: str | None
    submitted_at: datetime
    updated_at: datetime
    seen: bool
    doubtful: int
    duplicates: int = 0
    unread: int = 0
    corrected: bool = False  # the applicant's correction put it back under review


@dataclass(frozen=True, kw_only=True)
class Page:
    """The lines of one page, and how many applications of each status the other filters leave."""

    lines: tuple[Listed, ...]
    counts: dict[ApplicationStatus, int]
    total: int


def page(session: Session, filters: Filters, *, offset: int, limit: int) -> Page:
    """One page of the list; the total is counted with all filters, the counts with all but the status."""
    counts = count_by_status(session, filters)
    wanted = filters.statuses or tuple(ApplicationStatus)
    lines = _lines(session, filters, offset, limit)
    return Page(
        lines=_with_unread(session, _with_duplicates(session, lines, filters.region)),
        counts=counts,
        total=sum(counts.get(status, 0) for status in wanted),
    )


def count_by_status(session: Session, filters: Filters) -> dict[ApplicationStatus, int]:
    """How many applications of each status pass the other filters."""
    conditions = _conditions(session, replace(filters, statuses=()))
    grouped = select(ApplicationRow.status, func.count()).where(*conditions).group_by(ApplicationRow.status)
    return {ApplicationStatus(status): count for status, count in session.execute(grouped)}


def references(session: Session, filters: Filters, wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of the wanted references that pass the filters."""
    own = select(ApplicationRow.reference).where(ApplicationRow.reference.in_(tuple(wanted)))
    return tuple(session.scalars(own.where(*_conditions(session, filters)).order_by(ApplicationRow.id)))


def facet_values(session: Session, name: str, region: str | None, most: int = 300) -> tuple[str, ...]:
    """The values that applications are filtered by under that name; without a region, of all regions."""
    named = select(ApplicationFacetRow.value).where(ApplicationFacetRow.name == name)
    if region:
        own = select(ApplicationRow.id).where(ApplicationRow.region == region)
        named = named.where(ApplicationFacetRow.application_id.in_(own))
    return tuple(session.scalars(named.distinct().order_by(ApplicationFacetRow.value).limit(most)))


def in_order(session: Session, filters: Filters) -> Select[ApplicationRow, str | None]:
    """Every application that passes the filters with the name of who works it, sorted as asked."""
    return _select_lines().where(*_conditions(session, filters)).order_by(*_order(filters.order))


def _conditions(session: Session, filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.region:
        found.append(ApplicationRow.region == filters.region)
    if filters.department:
        found.append(ApplicationRow.department == filters.department)
    if filters.statuses:
        found.append(ApplicationRow.status.in_(filters.statuses))
    if filters.assignee is not None:
        own = ApplicationRow.assignee_id
        found.append(own.is_(None) if filters.assignee == NOBODY else own == filters.assignee)
    if filters.waiting_since:
        found.append(ApplicationRow.updated_at <= filters.waiting_since)
    if filters.unseen:
        found.append(ApplicationRow.seen_at.is_(None))
    if filters.doubtful:
        found.append(type_coerce(ApplicationRow.doubtful, String).cast(String) != "[]")
    for name, value in filters.facets:
        having = select(ApplicationFacetRow.application_id).where(
            ApplicationFacetRow.name == name, ApplicationFacetRow.value == value
        )
        found.append(ApplicationRow.id.in_(having))
    if filters.words:
        found.append(_search(session, filters.words))
    return found


def _search(session: Session, words: Sequence[str]) -> ColumnElement[bool]:
    """Each word begins a word of the application; the words hold letters and digits only."""
    if session.get_bind().dialect.name == "postgresql":
        query = " & ".join(f"{word}:*" for word in words)
        simple: ColumnElement[str] = literal_column("'simple'")
        found: ColumnElement[bool] = func.to_tsvector(simple, ApplicationRow.search).op("@@")(
            func.to_tsquery(simple, query)
        )
        return found
    query = " ".join(f'"{word}"*' for word in words)
    matching = text("SELECT rowid FROM application_search WHERE application_search MATCH :words")
    return ApplicationRow.id.in_(matching.bindparams(words=query).columns(ApplicationRow.id).scalar_subquery())


def _lines(session: Session, filters: Filters, offset: int, limit: int) -> list[Listed]:
    """Chosen by number first: the wide rows of the pages before are never read."""
    order = _order(filters.order)
    chosen = select(ApplicationRow.id).where(*_conditions(session, filters)).order_by(*order)
    numbers = tuple(session.scalars(chosen.offset(offset).limit(limit)))
    rows = session.execute(_select_lines().where(ApplicationRow.id.in_(numbers)).order_by(*order))
    return [_listed(*row) for row in rows]


def _select_lines() -> Select[ApplicationRow, str | None]:
    return select(ApplicationRow, StaffAccountRow.name).join(
        StaffAccountRow, StaffAccountRow.id == ApplicationRow.assignee_id, isouter=True
    )


def _order(order: Order) -> tuple[ColumnElement[Any], ...]:
    match order:
        case Order.WAITING:
            return (ApplicationRow.updated_at.asc(), ApplicationRow.id.asc())
        case Order.OLDEST:
            return (ApplicationRow.submitted_at.asc(), ApplicationRow.id.asc())
        case Order.COMPANY:
            return (ApplicationRow.company_key.asc(), ApplicationRow.id.asc())
        case Order.NEWEST:
            return (ApplicationRow.submitted_at.desc(), ApplicationRow.id.desc())


def _listed(row: ApplicationRow, assignee: str | None) -> Listed:
    return Listed(
        id=row.id,
        reference=row.reference,
        company=row.company,
        region=row.region,
        department=row.department,
        status=ApplicationStatus(row.status),
        fields=row.fields,
        assignee=assignee,
        submitted_at=row.submitted_at,
        updated_at=row.updated_at,
        seen=row.seen_at is not None,
        doubtful=len(row.doubtful),
    )


def duplicates_of(session: Session, application_id: int, region: str | None) -> tuple[Listed, ...]:
    """Other applications of the same company, by SIREN or name, within that region or everywhere."""
    own = session.get(ApplicationRow, application_id)
    same = _same_company([own.siren], [own.company_key]) if own else None
    if own is None or same is None:
        return ()
    rows = _select_lines().where(same, ApplicationRow.id != application_id, ApplicationRow.anonymised_at.is_(None))
    if region:
        rows = rows.where(ApplicationRow.region == region)
    return tuple(_listed(*row) for row in session.execute(rows.order_by(ApplicationRow.id.desc()).limit(20)))


def _same_company(sirens: Iterable[str | None], keys: Iterable[str]) -> ColumnElement[bool] | None:
    known, named = sorted(filter(None, set(sirens))), sorted(filter(None, set(keys)))
    ways = [
        *([ApplicationRow.siren.in_(known)] if known else []),
        *([ApplicationRow.company_key.in_(named)] if named else []),
    ]
    return or_(*ways) if ways else None


def _with_duplicates(session: Session, lines: list[Listed], region: str | None) -> list[Listed]:
    """How many other applications of the same company there are, for each line."""
    ids = [line.id for line in lines]
    own = session.execute(
        select(ApplicationRow.id, ApplicationRow.siren, ApplicationRow.company_key).where(ApplicationRow.id.in_(ids))
    ).all()
    same = _same_company((row.siren for row in own), (row.company_key for row in own))
    if same is None:
        return lines
    where = [same, ApplicationRow.anonymised_at.is_(None), *([ApplicationRow.region == region] if region else [])]
    others = session.execute(
        select(ApplicationRow.id, ApplicationRow.siren, ApplicationRow.company_key).where(and_(*where)).limit(1000)
    ).all()
    by_siren, by_key = (
        _grouped((row.siren, row.id) for row in others),
        _grouped((row.company_key, row.id) for row in others),
    )
    found = {
        row.id: len((by_siren.get(row.siren, set()) | by_key.get(row.company_key, set())) - {row.id}) for row in own
    }
    return [replace(line, duplicates=found.get(line.id, 0)) for line in lines]


def _grouped(pairs: Iterable[tuple[str | None, int]]) -> dict[str | None, set[int]]:
    groups: dict[str | None, set[int]] = {}
    for key, number in pairs:
        if key:
            groups.setdefault(key, set()).add(number)
    return groups


def _corrected(session: Session, ids: list[int]) -> set[int]:
    """Those whose last change of status is the applicant's answer to a correction."""
    answered = (
        select(CorrectionRequestRow.application_id)
        .join(ApplicationRow, ApplicationRow.id == CorrectionRequestRow.application_id)
        .where(
            ApplicationRow.id.in_(ids),
            ApplicationRow.status == ApplicationStatus.UNDER_REVIEW,
            CorrectionRequestRow.answered_at == ApplicationRow.updated_at,
        )
    )
    return set(session.scalars(answered))


def _with_unread(session: Session, lines: list[Listed]) -> tuple[Listed, ...]:
    """How many messages of the applicant nobody has opened yet."""
    unread = (
        select(ApplicationMessageRow.application_id, func.count())
        .where(
            ApplicationMessageRow.application_id.in_([line.id for line in lines]),
            ApplicationMessageRow.direction == Direction.FROM_APPLICANT,
            ApplicationMessageRow.read_at.is_(None),
        )
        .group_by(ApplicationMessageRow.application_id)
    )
    corrected = _corrected(session, [line.id for line in lines])
    found = {number: count for number, count in session.execute(unread)}  # noqa: C416 - rows are not pairs to `dict`
    return tuple(replace(line, unread=found.get(line.id, 0), corrected=line.id in corrected) for line in lines)

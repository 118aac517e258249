"""One application with all that staff need to work it: fields, events, messages, notes, corrections, cohort."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.store import corrections, correspondence
from bot.store.applications import SentApplication, as_sent
from bot.store.corrections import Correction
from bot.store.correspondence import Message, Note
from bot.store.tables import (
    ApplicationEventRow,
    ApplicationRow,
    CohortRow,
    Origin,
    StaffAccountRow,
    TalkRow,
)


@dataclass(frozen=True, kw_only=True)
class Event:
    """One change; `before` and `after` in words, statuses by their key."""

    at: datetime
    who: str
    what: str
    why: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class ApplicationFile(SentApplication):
    """An application as the desk reads it; `channel` is None when its talk was erased."""

    id: int
    version: int
    seen_at: datetime | None
    anonymised_at: datetime | None
    talk_id: int | None
    channel: str | None
    blocked: bool
    assignee_id: int | None
    assignee: str | None
    cohort_id: int | None
    cohort: str | None
    waiting_rank: int | None
    talk_excerpt: tuple[Any, ...]
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()
    messages: tuple[Message, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def origin(self, key: str) -> Origin:
        """Where the value of that field comes from."""
        return Origin(self.origins.get(key, Origin.SAID))

    @property
    def open_corrections(self) -> dict[str, Correction]:
        """By field, those that wait for an answer."""
        return {one.field: one for one in self.corrections if one.is_open}


def read(session: Session, reference: str, region: str | None) -> ApplicationFile | None:
    """The file; None when there is none of that reference in that region (None: in any)."""
    own = (
        select(ApplicationRow, StaffAccountRow.name, CohortRow.name, TalkRow.channel, TalkRow.blocked_at)
        .join(StaffAccountRow, StaffAccountRow.id == ApplicationRow.assignee_id, isouter=True)
        .join(CohortRow, CohortRow.id == ApplicationRow.cohort_id, isouter=True)
        .join(TalkRow, TalkRow.id == ApplicationRow.talk_id, isouter=True)
        .where(ApplicationRow.reference == reference)
    )
    if region:
        own = own.where(ApplicationRow.region == region)
    found = session.execute(own).first()
    if found is None:
        return None
    row, assignee, cohort, channel, blocked_at = found
    return ApplicationFile(
        **vars(as_sent(row)),
        id=row.id,
        version=row.version,
        seen_at=row.seen_at,
        anonymised_at=row.anonymised_at,
        talk_id=row.talk_id,
        channel=channel,
        blocked=blocked_at is not None,
        assignee_id=row.assignee_id,
        assignee=assignee,
        cohort_id=row.cohort_id,
        cohort=cohort,
        waiting_rank=row.waiting_rank,
        talk_excerpt=tuple(row.talk_excerpt or ()),
        events=_events(session, row.id),
        notes=correspondence.notes_of(session, row.id),
        messages=correspondence.messages_of(session, row.id),
        corrections=corrections.of_application(session, row.id),
    )


def _events(session: Session, application_id: int) -> tuple[Event, ...]:
    """Newest first."""
    rows = session.scalars(
        select(ApplicationEventRow)
        .where(ApplicationEventRow.application_id == application_id)
        .order_by(ApplicationEventRow.id.desc())
    )
    return tuple(
        Event(at=row.at, who=row.who, what=row.what, why=row.why, before=row.before, after=row.after) for row in rows
    )


def mark_seen(session: Session, application_id: int, now: datetime) -> None:
    """Somebody of the desk has opened it; only the first time counts."""
    first = update(ApplicationRow).where(ApplicationRow.id == application_id, ApplicationRow.seen_at.is_(None))
    session.execute(first.values(seen_at=now))

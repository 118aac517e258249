"""How long things are kept: what is older than the settings say is purged, anonymised or removed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Text, delete, exists, func, or_, select, update
from sqlalchemy import cast as as_type
from sqlalchemy.orm import Session

from bot.store import dispatches, privacy
from bot.store.anonymising import anonymise
from bot.store.life import ENDED
from bot.store.privacy import Erasing
from bot.store.tables import (
    ApplicationRow,
    AttachmentRow,
    Delivery,
    InboxRow,
    OpenDraftRow,
    OutboxRow,
    ResumeLinkRow,
    TalkRow,
)

AT_ONCE = 200  # talks or applications in one transaction


def purge_bodies(session: Session, before: datetime) -> int:
    """Empty the texts of messages and replies older than that; the rows stay, so that nothing is received twice."""
    messages = update(InboxRow).where(InboxRow.done_at < before, _has_text(InboxRow.body))
    sent = OutboxRow.status != Delivery.PENDING
    replies = update(OutboxRow).where(sent, OutboxRow.created_at < before, _has_text(OutboxRow.body))
    return _run(session, messages.values(body={})) + _run(session, replies.values(body={}))


def drop_exports(session: Session, before: datetime) -> int:
    """Take the files out of replies that handed one over before then: a person asks for a new one instead."""
    name = OutboxRow.body["document"]["name"].as_string()
    sent = select(OutboxRow).where(
        OutboxRow.status != Delivery.PENDING, OutboxRow.created_at < before, name.is_not(None)
    )
    rows = session.scalars(sent.limit(AT_ONCE)).all()
    for row in rows:
        row.body = {**row.body, "document": None}
    session.flush()
    return len(rows)


def anonymise_ended(session: Session, before: datetime, now: datetime) -> int:
    """Take the person out of applications that ended before then."""
    ended = select(ApplicationRow).where(
        ApplicationRow.status.in_(ENDED), ApplicationRow.updated_at < before, ApplicationRow.anonymised_at.is_(None)
    )
    rows = session.scalars(ended.limit(AT_ONCE).with_for_update(skip_locked=True)).all()
    dispatches.add_erased(session, {row.reference: row.region for row in rows}, now)
    for row in rows:
        anonymise(session, row, now)
    return len(rows)


def erase_old_talks(session: Session, before: datetime, now: datetime, new_receipt: Callable[[], str]) -> int:
    """Erase the talks that led to no application and in which nothing was said since then."""
    applied = exists().where(ApplicationRow.talk_id == TalkRow.id)
    begun = exists().where(OpenDraftRow.talk_id == TalkRow.id)
    waits = exists().where(
        OutboxRow.talk_id == TalkRow.id, OutboxRow.status == Delivery.PENDING, OutboxRow.created_at >= before
    )
    idle = or_(TalkRow.leased_until.is_(None), TalkRow.leased_until <= now)
    old = select(TalkRow.id).where(TalkRow.updated_at < before, idle, ~applied, ~begun, ~waits)
    numbers = session.scalars(old.limit(AT_ONCE).with_for_update(skip_locked=True)).all()
    for talk_id in numbers:
        privacy.erase(session, talk_id, Erasing(receipt=new_receipt()), now)
        privacy.forget_talk(session, talk_id)
    return len(numbers)


def drop_old_waiting(session: Session, before: datetime) -> int:
    """Documents that have waited since then for an application that was never begun."""
    begun = exists().where(OpenDraftRow.talk_id == AttachmentRow.talk_id)
    waiting = delete(AttachmentRow).where(
        AttachmentRow.application_id.is_(None), AttachmentRow.received_at < before, ~begun
    )
    return _run(session, waiting)


def drop_expired_links(session: Session, before: datetime) -> int:
    """Codes that nobody used in time."""
    return _run(
        session, delete(ResumeLinkRow).where(ResumeLinkRow.expires_at < before, ResumeLinkRow.used_at.is_(None))
    )


def _has_text(body: Any) -> Any:
    return func.length(as_type(body, Text)) > 2  # more than `{}`


def _run(session: Session, statement: Any) -> int:
    result = session.execute(statement.execution_options(synchronize_session=False))
    return cast("CursorResult[Any]", result).rowcount

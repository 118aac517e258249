"""Everything kept about one talk: handed over as JSON, or erased; what the law wants kept loses its person instead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, inspect, or_, select, update
from sqlalchemy.orm import Session

from bot.store import attachments, dispatches
from bot.store.anonymising import anonymise
from bot.store.tables import (
    AnswerRow,
    ApplicationEventRow,
    ApplicationMessageRow,
    ApplicationNoteRow,
    ApplicationRow,
    AttachmentRow,
    CallRow,
    CorrectionRequestRow,
    ErasureRow,
    InboxRow,
    OpenDraftRow,
    OutboxRow,
    ResumeLinkRow,
    Table,
    TalkRow,
)

_OF_TALK: dict[str, Any] = {  # what bears the number of the talk
    "messages": InboxRow,
    "replies": OutboxRow,
    "answers": AnswerRow,
    "calls": CallRow,
    "applications": ApplicationRow,
}
_OF_APPLICATION: dict[str, Any] = {  # and that of an application
    "application_events": ApplicationEventRow,
    "letters": ApplicationMessageRow,
    "corrections": CorrectionRequestRow,
    "notes": ApplicationNoteRow,
}
_NOT_TOLD = ("leased_by", "leased_until", "code_hash", "search", "company_key")  # of the machine, not of the person


@dataclass(frozen=True, kw_only=True)
class Erasing:
    """How to erase: under which receipt, and which statuses the law wants accounted for."""

    receipt: str
    legal: Collection[str] = ()


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What was erased, by kind, and the references of the applications made anonymous instead."""

    receipt: str
    counts: dict[str, int]
    kept: tuple[str, ...]


def collect(session: Session, talk_id: int, now: datetime) -> dict[str, Any]:
    """All rows about a talk as plain JSON values, with everything about its applications."""
    kept: dict[str, Any] = {"exported_at": now.isoformat(), "talk": _as_json(session.get_one(TalkRow, talk_id))}
    for name, table in _OF_TALK.items():
        kept[name] = _rows(session, select(table).where(table.talk_id == talk_id).order_by(table.id))
    kept["replies"] = [_without_file(row) for row in kept["replies"]]
    own = _applications(talk_id)
    for name, table in _OF_APPLICATION.items():
        kept[name] = _rows(session, select(table).where(table.application_id.in_(own)).order_by(table.id))
    kept["documents"] = _rows(session, select(AttachmentRow).where(_documents(talk_id)).order_by(AttachmentRow.id))
    kept["drafts"] = _rows(session, select(OpenDraftRow).where(OpenDraftRow.talk_id == talk_id))
    kept["resume_links"] = _rows(session, select(ResumeLinkRow).where(ResumeLinkRow.talk_id == talk_id))
    return kept


def erase(session: Session, talk_id: int, how: Erasing, now: datetime) -> Receipt:
    """Delete all rows about a talk and count them by kind; the bytes of its documents go soon after (`erasures`).

    The talk itself stays, empty, so that the receipt can be sent; so does the message being worked on, whose text is
    emptied when its turn ends.
    """
    attachments.lock(session)
    hashes = sorted({*session.scalars(select(AttachmentRow.sha256).where(_documents(talk_id)))})
    counts = _count(session, talk_id)
    kept = _let_go_of_applications(session, talk_id, how.legal, now)
    counts["applications"] -= len(kept)
    for table in (AnswerRow, CallRow, OutboxRow, OpenDraftRow, AttachmentRow, ResumeLinkRow):
        _run(session, delete(table).where(table.talk_id == talk_id))
    _run(session, delete(InboxRow).where(InboxRow.talk_id == talk_id, InboxRow.done_at.is_not(None)))
    session.flush()
    session.add(
        ErasureRow(
            receipt=how.receipt,
            talk_id=talk_id,
            at=now,
            counts=counts,
            kept=list(kept),
            files=attachments.unneeded(session, hashes),
        )
    )
    session.flush()
    return Receipt(receipt=how.receipt, counts=counts, kept=kept)


def _count(session: Session, talk_id: int) -> dict[str, int]:
    counts = {
        name: session.scalar(select(func.count()).select_from(table).where(table.talk_id == talk_id)) or 0
        for name, table in _OF_TALK.items()
    }
    waiting = select(func.count()).select_from(InboxRow).where(InboxRow.talk_id == talk_id, InboxRow.done_at.is_(None))
    counts["messages"] -= session.scalar(waiting) or 0
    counts["documents"] = (
        session.scalar(select(func.count()).select_from(AttachmentRow).where(_documents(talk_id))) or 0
    )
    letters = select(func.count()).select_from(ApplicationMessageRow)
    of_talk = letters.where(ApplicationMessageRow.application_id.in_(_applications(talk_id)))
    counts["letters"] = session.scalar(of_talk) or 0
    return counts


def _let_go_of_applications(session: Session, talk_id: int, legal: Collection[str], now: datetime) -> tuple[str, ...]:
    """Anonymise those under a legal duty and delete the others; the references of the first."""
    rows = session.scalars(select(ApplicationRow).where(ApplicationRow.talk_id == talk_id).with_for_update()).all()
    dispatches.add_erased(session, {row.reference: row.region for row in rows}, now)
    kept = [row for row in rows if row.status in legal]
    for row in kept:
        anonymise(session, row, now)
    session.flush()
    _run(session, delete(ApplicationRow).where(ApplicationRow.id.in_([row.id for row in rows if row not in kept])))
    return tuple(row.reference for row in kept)


def _documents(talk_id: int) -> Any:
    return or_(AttachmentRow.talk_id == talk_id, AttachmentRow.application_id.in_(_applications(talk_id)))


def _applications(talk_id: int) -> Any:
    return select(ApplicationRow.id).where(ApplicationRow.talk_id == talk_id)


def _run(session: Session, statement: Any) -> int:
    result = session.execute(statement.execution_options(synchronize_session=False))
    return cast("CursorResult[Any]", result).rowcount


def _rows(session: Session, statement: Any) -> list[dict[str, Any]]:
    return [_as_json(row) for row in session.scalars(statement)]


def _without_file(reply: dict[str, Any]) -> dict[str, Any]:
    """An earlier export is named, not handed over again within this one."""
    document = reply["body"].get("document")
    return {**reply, "body": {**reply["body"], "document": {"name": document["name"]}}} if document else reply


def _as_json(row: Table) -> dict[str, Any]:
    columns: Sequence[str] = inspect(type(row)).columns.keys()
    values = {name: getattr(row, name) for name in columns if name not in _NOT_TOLD}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def forget_talk(session: Session, talk_id: int) -> None:
    """Delete the empty talk itself, with its address."""
    _run(session, update(ErasureRow).where(ErasureRow.talk_id == talk_id).values(talk_id=None))
    _run(session, delete(InboxRow).where(InboxRow.talk_id == talk_id))
    _run(session, delete(TalkRow).where(TalkRow.id == talk_id))

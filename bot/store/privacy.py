"""Everything kept about one talk: handed over as JSON, or erased."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, inspect, select
from sqlalchemy.orm import Session

from bot.store.tables import (
    AnswerRow,
    ApplicationEventRow,
    ApplicationRow,
    CallRow,
    InboxRow,
    OutboxRow,
    Table,
    TalkRow,
)

_KINDS: dict[str, type[InboxRow | OutboxRow | AnswerRow | CallRow | ApplicationRow]] = {
    "messages": InboxRow,
    "replies": OutboxRow,
    "answers": AnswerRow,
    "calls": CallRow,
    "applications": ApplicationRow,
}


def collect(session: Session, talk_id: int, now: datetime) -> dict[str, Any]:
    """All rows about a talk as plain JSON values, with the changes of its applications."""
    kept: dict[str, Any] = {"exported_at": now.isoformat(), "talk": _as_json(session.get_one(TalkRow, talk_id))}
    for name, table in _KINDS.items():
        rows = session.scalars(select(table).where(table.talk_id == talk_id).order_by(table.id))
        kept[name] = [_as_json(row) for row in rows]
    events = (
        select(ApplicationEventRow)
        .join(ApplicationRow, ApplicationRow.id == ApplicationEventRow.application_id)
        .where(ApplicationRow.talk_id == talk_id)
        .order_by(ApplicationEventRow.id)
    )
    kept["application_events"] = [_as_json(row) for row in session.scalars(events)]
    return kept


def erase(session: Session, talk_id: int) -> dict[str, int]:
    """Delete all rows about a talk and count them by kind.

    The talk itself stays, empty, so that the receipt can be sent; so does the message being worked on, whose text is
    emptied when its turn ends.
    """
    return {name: _delete(session, table, talk_id) for name, table in _KINDS.items()}


def _delete(
    session: Session, table: type[InboxRow | OutboxRow | AnswerRow | CallRow | ApplicationRow], talk_id: int
) -> int:
    statement = delete(table).where(table.talk_id == talk_id)
    if table is InboxRow:
        statement = statement.where(InboxRow.done_at.is_not(None))
    result = session.execute(statement.execution_options(synchronize_session=False))
    return cast("CursorResult[Any]", result).rowcount


def _as_json(row: Table) -> dict[str, Any]:
    columns: Sequence[str] = inspect(type(row)).columns.keys()
    values = {name: getattr(row, name) for name in columns}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}

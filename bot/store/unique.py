"""Insert a row unless its unique key is taken, on both databases."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.store.tables import DispatchRow, InboxRow, OutboxRow, TalkRow


def insert_once(
    session: Session, table: type[TalkRow | InboxRow | OutboxRow | DispatchRow], **values: Any
) -> int | None:
    """The id of the new row, or None when one with the same unique key is already there."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(**values).on_conflict_do_nothing().returning(table.id)
    created: int | None = session.scalar(statement)
    return created

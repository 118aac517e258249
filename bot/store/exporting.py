"""Applications read for a file: all that pass the filters, a few at a time, in short transactions of their own."""

from collections.abc import Iterator

from sqlalchemy import select

from bot.store import listing
from bot.store.applications import SentApplication, as_sent
from bot.store.database import Database
from bot.store.listing import Filters
from bot.store.tables import ApplicationRow, StaffAccountRow

AT_ONCE = 200


def each(database: Database, filters: Filters) -> Iterator[tuple[SentApplication, str | None]]:
    """With the name of who works it, in the order of the list; whoever reads slowly keeps no transaction open.

    What is listed is what passed at the beginning; what was erased since is left out.
    """
    with database.reading() as session:
        ids = session.scalars(listing.in_order(session, filters).with_only_columns(ApplicationRow.id)).all()
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        own = (
            select(ApplicationRow, StaffAccountRow.name)
            .join(StaffAccountRow, StaffAccountRow.id == ApplicationRow.assignee_id, isouter=True)
            .where(ApplicationRow.id.in_(some))
        )
        with database.reading() as session:
            found = {row.id: (as_sent(row), assignee) for row, assignee in session.execute(own)}
        yield from (found[number] for number in some if number in found)

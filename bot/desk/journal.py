"""The audit log, for administrators: who did what, newest first."""

from starlette.responses import Response

from bot.desk.door import Page
from bot.desk.visit import Visit
from bot.store import audit
from bot.store.tables import Role

LINES = 100


def show(visit: Visit) -> Response:
    """One page of the log."""
    text, page = visit.query.get("q")[:100], min(visit.query.number("page") or 1, 10_000)
    lines, total = audit.read(visit.db, text=text, offset=(page - 1) * LINES, limit=LINES)
    return visit.page("journal.html", lines=lines, total=total, text=text, page=page, pages=max(1, -(-total // LINES)))


PAGES = (Page(path="/journal", show=show, role=Role.ADMINISTRATOR),)

"""The list of the inbox as a file: read as it is sent, written nowhere, so that an erasure has nothing to look for."""

import tempfile
from collections.abc import Iterator
from typing import IO

from starlette.responses import Response, StreamingResponse

from bot.catalogue.formats import PARIS
from bot.desk import filters
from bot.desk.door import Page
from bot.desk.visit import Visit
from bot.intake.export import Exported, csv_pieces, write_xlsx
from bot.store import audit, exporting
from bot.store.audit import Deed

_PIECE = 64 * 1024  # bytes
_IN_MEMORY = 8 * 1024 * 1024  # bytes; a larger workbook waits in a nameless file until it is sent
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def send_csv(visit: Visit) -> Response:
    """The first lines go out at once."""
    return _file(visit, csv_pieces(_wanted(visit)), "csv", "text/csv; charset=utf-8")


def send_xlsx(visit: Visit) -> Response:
    """A workbook can only be sent once it is whole."""
    content = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when it is sent
    write_xlsx(_wanted(visit), content)
    content.seek(0)
    return _file(visit, _pieces(content), "xlsx", _XLSX)


def note_export(visit: Visit) -> None:
    """Files leave the house: the log knows who took which."""
    asked = filters.read(visit.query)
    staff = visit.staff
    kind = visit.request.scope["path"].rpartition(".")[2]
    deed = Deed(
        who=f"{staff.who} <{staff.account.email}>",
        action="export",
        subject=staff.region or "",
        detail=f"{kind}, {asked.tab}{', filtres' if asked.is_narrow else ''}",
    )
    with visit.parts.database.transaction() as session:
        audit.add(session, deed, visit.now)


def _wanted(visit: Visit) -> Iterator[Exported]:
    asked = filters.filters_of(filters.read(visit.query), visit.staff, visit.now)
    for application, assignee in exporting.each(visit.parts.database, asked):
        yield Exported(application=application, assignee=assignee or "")


def _pieces(content: IO[bytes]) -> Iterator[bytes]:
    with content:
        while piece := content.read(_PIECE):
            yield piece


def _file(visit: Visit, pieces: Iterator[bytes], ending: str, media_type: str) -> Response:
    name = f"candidatures-{visit.now.astimezone(PARIS):%Y-%m-%d}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(pieces, media_type=media_type, headers=headers)


PAGES = (
    Page(path="/export.csv", show=send_csv, seen=note_export),
    Page(path="/export.xlsx", show=send_xlsx, seen=note_export),
)

"""The documents of an application: handed over as files to keep, never opened inside the desk."""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.responses import FileResponse, Response

from bot.desk.door import Page
from bot.desk.loaders import load_file, number_in
from bot.desk.visit import NotHere, Visit
from bot.store import attachments, audit
from bot.store.attachments import StoredDocument
from bot.store.audit import Deed


@dataclass(frozen=True)
class FileDocument:
    """A document within the file that it belongs to."""

    reference: str
    stored: StoredDocument


def load_document(visit: Visit, path: dict[str, str]) -> FileDocument:
    """The document of the number, if it belongs to the application of the reference, in the region of whoever asks."""
    file, wanted = load_file(visit, path), number_in(path)
    found = next((one for one in attachments.of_application(visit.db, file.reference) if one.id == wanted), None)
    if found is None or not visit.parts.files.has(found.sha256):
        raise NotHere
    return FileDocument(file.reference, found)


def hand_over(visit: Visit) -> Response:
    """As bytes of no known type: the browser keeps them and shows nothing."""
    document: FileDocument = visit.found
    name = quote(document.stored.name.encode("utf-8", "replace"), safe="")
    return FileResponse(
        visit.parts.files.path_of(document.stored.sha256),
        media_type="application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )


def note_handing_over(visit: Visit) -> None:
    """The log knows who took which document."""
    document: FileDocument = visit.found
    who = f"{visit.staff.who} <{visit.staff.account.email}>"
    deed = Deed(who=who, action="take_document", subject=document.reference, detail=f"document {document.stored.id}")
    with visit.parts.database.transaction() as session:
        audit.add(session, deed, visit.now)


PAGES = (
    Page(path="/dossiers/{reference}/documents/{number}", show=hand_over, load=load_document, seen=note_handing_over),
)

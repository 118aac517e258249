"""An application without its person: what the chamber accounts for stays, everything that tells who it was goes."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from bot.store.tables import (
    ApplicationEventRow,
    ApplicationFacetRow,
    ApplicationMessageRow,
    ApplicationNoteRow,
    ApplicationRow,
    AttachmentRow,
    CorrectionRequestRow,
    RegistryCheckRow,
)

KEPT_FIELDS = ("department", "stage", "investment", "jobs", "needs")  # counted in reports, and of nobody in particular
_FIELD_EVENTS = "field:%"  # `what` of events that hold values typed by the person


def anonymise(session: Session, row: ApplicationRow, now: datetime) -> None:
    """Take the person out of an application, for good; its reference, region, status and dates stay."""
    kept = [key for key in KEPT_FIELDS if key in row.fields and key not in row.doubtful]
    row.fields = {key: row.fields[key] for key in kept if _is_plain(row.fields[key])}
    row.company = row.siren = row.talk_id = row.talk_excerpt = None
    row.idempotency_key = f"anonymous/{row.reference}"
    row.doubtful, row.origins, row.company_key = [], {}, ""
    row.search = row.reference.lower().replace("-", " ")
    row.anonymised_at, row.version = now, row.version + 1
    for table in (ApplicationMessageRow, ApplicationNoteRow, CorrectionRequestRow, AttachmentRow, RegistryCheckRow):
        session.execute(delete(table).where(table.application_id == row.id))
    typed = ApplicationFacetRow.name.not_in(list(row.fields))  # copies of what may hold anything
    session.execute(delete(ApplicationFacetRow).where(ApplicationFacetRow.application_id == row.id, typed))
    events = update(ApplicationEventRow).where(ApplicationEventRow.application_id == row.id)
    session.execute(events.values(why=""))
    session.execute(events.where(ApplicationEventRow.what.like(_FIELD_EVENTS)).values(before=None, after=None))
    session.flush()


def _is_plain(value: object) -> bool:
    """Numbers and keys of choices; a text taken as typed may hold anything."""
    if isinstance(value, list):
        return all(_is_plain(item) for item in value)
    return isinstance(value, int | float) or (isinstance(value, str) and value.isalnum() and len(value) <= 24)

"""The applicant answers a correction that the desk asked for: field, index, status and events change at once."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bot.intake.finding import found_by
from bot.intake.life import Act, after
from bot.intake.showing import show
from bot.store import applications, corrections, life
from bot.store.applications import APPLICANT
from bot.store.database import Session
from bot.store.life import Change, NewValue
from bot.store.tables import ApplicationStatus, Origin


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """What came of it; `still_open` counts the corrections that stay to be made."""

    reference: str
    field: str
    still_open: int


def answer_correction(
    session: Session, talk_id: int, request_id: int, value: Any, now: datetime, *, doubtful: bool = False
) -> Corrected | None:
    """Take the checked value; None when the request isn't this talk's, or is answered or cancelled already."""
    asked = next((one for one in corrections.open_of_talk(session, talk_id) if one.id == request_id), None)
    row = life.locked(session, asked.reference) if asked else None
    if asked is None or row is None or row.talk_id != talk_id:
        return None
    before = row.fields.get(asked.field, "")
    still_open = corrections.close(session, row.id, request_id, value, now)
    if still_open is None:
        return None
    new = NewValue(
        field=asked.field,
        value=value,
        origin=Origin.SAID,
        shown_before=show(asked.field, before) if asked.field in row.fields else "",
        shown_after=show(asked.field, value),
        doubtful=doubtful,
    )
    life.set_field(session, row, new, APPLICANT, asked.message, now)
    applications.index(session, row.reference, **asdict(found_by(row.reference, row.fields)))
    if not still_open and row.status == ApplicationStatus.CORRECTION_ASKED:
        status = after(ApplicationStatus(row.status), Act.RESUME)
        life.move(session, row, status, Change(who=APPLICANT, what=Act.RESUME), now)
    return Corrected(reference=row.reference, field=asked.field, still_open=still_open)

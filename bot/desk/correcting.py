"""Lines of an application put right: by the applicant when asked, or by staff who know better."""

from dataclasses import asdict
from typing import Any

from bot.desk.holding import fresh, tell, text_of
from bot.desk.visit import FormRefused, Visit
from bot.dialogue import telling
from bot.intake.finding import found_by
from bot.intake.form import field_of
from bot.intake.life import Act, after
from bot.intake.showing import show
from bot.store import applications, corrections, life
from bot.store.corrections import NewCorrection
from bot.store.life import Change, NewValue
from bot.store.tables import ApplicationStatus, Origin


def ask_correction(visit: Visit, key: str) -> bool:
    """Ask the applicant to look at one field again; whether a talk reaches them."""
    row = fresh(visit)
    status = after(ApplicationStatus(row.status), Act.ASK_CORRECTION)
    message = text_of(visit, f"correction-{key}", required=True, what="ce qu'il faut corriger")
    field = field_of(key)
    value = row.fields.get(key)
    new = NewCorrection(field=key, message=message, asked_by=visit.staff.who, old_value=value)
    request = corrections.ask(visit.db, row.id, new, visit.now)
    change = Change(who=visit.staff.who, what=Act.ASK_CORRECTION, why=f"{field.label.fr} : {message}")
    life.move(visit.db, row, status, change, visit.now)
    visit.log(Act.ASK_CORRECTION, row.reference, key)
    asked = [one for one in corrections.of_application(visit.db, row.id) if one.id == request]
    told = telling.corrections_asked(row.language, row.reference, asked)
    return tell(visit, row, told, f"correction:{request}")


def set_field(visit: Visit, key: str, value: Any, why: str) -> bool:
    """Write a checked value over what the applicant gave; whether they could be told."""
    row = fresh(visit)
    if row.fields.get(key) == value and key not in row.doubtful:
        raise FormRefused({f"champ-{key}": "C'est déjà ce qui est écrit."})
    shown = show(key, value)
    before = show(key, row.fields[key]) if key in row.fields else ""
    new = NewValue(field=key, value=value, origin=Origin.DESK, shown_before=before, shown_after=shown)
    event = life.set_field(visit.db, row, new, visit.staff.who, why, visit.now)
    applications.index(visit.db, row.reference, **asdict(found_by(row.reference, row.fields)))
    visit.log("field", row.reference, key)
    told = telling.field_corrected(row.language, row.reference, key, show(key, value, row.language))
    return tell(visit, row, told, f"desk:{event}")

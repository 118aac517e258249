"""What staff do to an application: under lock, checked against the version they saw, with its event and one message."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.catalogue.formats import day
from bot.catalogue.places import region_of
from bot.desk.visit import FormRefused, NotHere, Visit
from bot.dialogue import telling
from bot.dialogue.messages import Reply
from bot.errors import ChangeRefused
from bot.intake.finding import found_by
from bot.intake.form import field_of
from bot.intake.life import SEATED, Act, after, move_of
from bot.intake.showing import show
from bot.store import applicants, applications, cohorts, corrections, correspondence, life, listing, staff
from bot.store.application_file import ApplicationFile
from bot.store.corrections import NewCorrection
from bot.store.life import Change, NewValue
from bot.store.listing import Filters
from bot.store.tables import ApplicationRow, ApplicationStatus, CohortRow, CohortStatus, Direction, Origin

LONGEST_TEXT = 3000  # characters of a note, a message, a reason
_CHANGED = "Ce dossier a changé pendant ce temps : relisez-le, puis recommencez. Votre texte est gardé ci-dessous."


def act_on(visit: Visit, act: Act) -> bool:
    """Change the status along the known ways, with its reason and its cohort; whether the applicant could be told."""
    row = _fresh(visit)
    status, move = after(ApplicationStatus(row.status), act), move_of(act)
    if not visit.staff.is_at_least(move.least):
        raise ChangeRefused("Seul un responsable peut le faire : demandez-lui.")
    reason = text_of(visit, f"{act}-motif", required=move.reason, what="le motif")
    cohort = _cohort(visit, row, act) if move.cohort else None
    if cohort:
        row.cohort_id = cohort.id
    elif status in (ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN, ApplicationStatus.UNDER_REVIEW):
        row.cohort_id = None
    event = life.move(visit.db, row, status, Change(who=visit.staff.who, what=act, why=reason), visit.now)
    if cohort and act is Act.PUT_ON_WAITING_LIST:
        row.waiting_rank = life.next_waiting_rank(visit.db, cohort)
    visit.log(act, row.reference)
    return _tell(visit, row, _told(row, status, reason, cohort), f"desk:{event}")


def _told(row: ApplicationRow, status: ApplicationStatus, reason: str, cohort: CohortRow | None) -> Reply:
    rank = row.waiting_rank or 0
    named = cohort_in_words(cohort, row.language) if cohort else ""
    return telling.status_changed(row.language, row.reference, status, reason=reason, cohort=named, rank=rank)


def cohort_in_words(cohort: CohortRow, language: str) -> str:
    """Name, dates and place, as the applicant reads them."""
    starts, ends = day(cohort.starts_on, language), day(cohort.ends_on, language)
    dates = f"{starts} – {ends}"
    return f"{cohort.name}, {dates}, {cohort.place}"


def _cohort(visit: Visit, row: ApplicationRow, act: Act) -> CohortRow:
    """The chosen cohort, locked: of the application's region, open, with a seat when one is given."""
    wanted = visit.form.number(f"{act}-promotion")
    cohort = cohorts.lock(visit.db, wanted) if wanted else None
    if cohort is None or cohort.region != row.region:
        raise FormRefused({f"{act}-promotion": "Choisissez une promotion de la région du dossier."})
    if cohort.status != CohortStatus.OPEN:
        raise FormRefused({f"{act}-promotion": "Cette promotion n'est pas ouverte : choisissez-en une autre."})
    counted = cohorts.get(visit.db, cohort.id, SEATED)
    if act is Act.ACCEPT and counted is not None and not counted.free:
        full = "Cette promotion est complète : mettez le dossier sur liste d'attente, ou ajoutez une place."
        raise FormRefused({f"{act}-promotion": full})
    return cohort


def ask_correction(visit: Visit, key: str) -> bool:
    """Ask the applicant to look at one field again; whether a talk reaches them."""
    row = _fresh(visit)
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
    return _tell(visit, row, told, f"correction:{request}")


def set_field(visit: Visit, key: str, value: Any, why: str) -> bool:
    """Write a checked value over what the applicant gave; whether they could be told."""
    row = _fresh(visit)
    if row.fields.get(key) == value and key not in row.doubtful:
        raise FormRefused({f"champ-{key}": "C'est déjà ce qui est écrit."})
    shown = show(key, value)
    before = show(key, row.fields[key]) if key in row.fields else ""
    new = NewValue(field=key, value=value, origin=Origin.DESK, shown_before=before, shown_after=shown)
    event = life.set_field(visit.db, row, new, visit.staff.who, why, visit.now)
    applications.index(visit.db, row.reference, **asdict(found_by(row.reference, row.fields)))
    visit.log("field", row.reference, key)
    told = telling.field_corrected(row.language, row.reference, key, show(key, value, row.language))
    return _tell(visit, row, told, f"desk:{event}")


def write(visit: Visit) -> bool:
    """Send a message to the applicant; False when no talk of theirs is left to send it to."""
    row = _locked(visit)
    text = text_of(visit, "message", required=True, what="votre message")
    number = correspondence.write(visit.db, row.id, Direction.TO_APPLICANT, visit.staff.who, text, visit.now)
    life.note(visit.db, row, Change(who=visit.staff.who, what="message"), visit.now)
    visit.log("message", row.reference)
    told = telling.adviser_wrote(row.language, row.reference, visit.staff.who, text)
    return _tell(visit, row, told, f"message:{number}")


def add_note(visit: Visit) -> None:
    """Write something for colleagues."""
    row = _locked(visit)
    text = text_of(visit, "note", required=True, what="votre note")
    correspondence.add_note(visit.db, row.id, visit.staff.who, text, visit.now)
    life.note(visit.db, row, Change(who=visit.staff.who, what="note"), visit.now)
    visit.log("note", row.reference)


def assign_all(visit: Visit, references: Sequence[str], assignee: str) -> None:
    """Give applications of one's region to a colleague (their number, « moi », or « personne »)."""
    mine = listing.references(visit.db, Filters(region=visit.staff.region), references)
    if len(mine) != len(set(references)):
        raise NotHere
    for reference in sorted(mine):
        row = life.locked(visit.db, reference)
        if row is not None:
            _assign(visit, row, assignee)


def _assign(visit: Visit, row: ApplicationRow, assignee: str) -> None:
    wanted = visit.staff.account.id if assignee == "moi" else int(assignee) if assignee.isdecimal() else None
    colleagues = {each.id: each for each in staff.assignable(visit.db, row.region)}
    if wanted not in colleagues and assignee != "personne":
        raise FormRefused({"affecter-a": "Choisissez une personne qui suit cette région, ou « Personne »."})
    before = staff.get(visit.db, row.assignee_id) if row.assignee_id else None
    if (before.id if before else None) == wanted:
        return
    row.assignee_id = wanted
    now_with = colleagues[wanted].name if wanted else "personne"
    change = Change(who=visit.staff.who, what="assign", before=before.name if before else "personne", after=now_with)
    life.note(visit.db, row, change, visit.now)
    visit.log("assign", row.reference, now_with)


def transfer(visit: Visit, code: str, why: str) -> None:
    """Hand the application to another region's chamber."""
    row, region = _fresh(visit), region_of(code)
    if region is None or region.code == row.region:
        raise FormRefused({"region": "Choisissez une autre région."})
    if row.status in (*SEATED, *applications.ENDED, ApplicationStatus.WAITING_LIST):
        raise ChangeRefused("Ce dossier est déjà décidé : il reste dans sa région.")
    before, row.region, row.assignee_id = row.region, region.code, None
    known = region_of(before)
    change = Change(
        who=visit.staff.who, what="transfer", why=why, before=known.name if known else before, after=region.name
    )
    event = life.note(visit.db, row, change, visit.now)
    visit.log("transfer", row.reference, region.code)
    _tell(visit, row, telling.transferred(row.language, row.reference, region.name), f"desk:{event}")


def text_of(visit: Visit, name: str, *, required: bool, what: str) -> str:
    """A text of the form; raises FormRefused when it is missing or too long."""
    text = visit.form.get(name)
    if required and not text:
        raise FormRefused({name: f"Écrivez {what}."})
    if len(text) > LONGEST_TEXT:
        raise FormRefused({name: f"Ce texte est trop long : {LONGEST_TEXT} caractères au plus (il en a {len(text)})."})
    return text


def product_of(fields: dict[str, Any]) -> str:
    """What the company wants to make, in one line."""
    return str(fields.get("product") or "")


def _locked(visit: Visit) -> ApplicationRow:
    """The application of the page, under lock; its region cannot change any more."""
    file: ApplicationFile = visit.found
    row = life.locked(visit.db, file.reference)
    if row is None or (visit.staff.region and row.region != visit.staff.region):
        raise NotHere
    if row.anonymised_at:
        raise ChangeRefused("Ce dossier est anonymisé : on ne peut plus rien y changer.")
    return row


def _fresh(visit: Visit) -> ApplicationRow:
    """The same, unless somebody changed it since the page was shown."""
    row = _locked(visit)
    if visit.form.number("version") != row.version:
        raise ChangeRefused(_CHANGED)
    return row


def _tell(visit: Visit, row: ApplicationRow, reply: Reply, key: str) -> bool:
    """Put the message into the applicant's outbox in the same transaction; False when no talk reaches them."""
    return applicants.tell(visit.db, row.id, key=key, body=telling.body(reply), now=visit.now)

"""Steps in the life of an application: only along the known ways, with their reason, their cohort and one message."""

from bot.desk.holding import fresh, tell, text_of
from bot.desk.visit import FormRefused, Visit
from bot.dialogue import telling
from bot.dialogue.messages import Reply
from bot.errors import ChangeRefused
from bot.intake.life import SEATED, Act, after, move_of
from bot.store import cohorts, life
from bot.store.life import Change
from bot.store.tables import ApplicationRow, ApplicationStatus, CohortRow, CohortStatus


def act_on(visit: Visit, act: Act) -> bool:
    """Change the status along the known ways, with its reason and its cohort; whether the applicant could be told."""
    row = fresh(visit)
    status, move = after(ApplicationStatus(row.status), act), move_of(act)
    if not visit.staff.is_at_least(move.least):
        raise ChangeRefused("Seul un responsable peut le faire : demandez-lui.")
    reason = text_of(visit, f"{act}-motif", required=move.reason, what="le motif")
    cohort = _cohort(visit, row, act) if move.cohort else None
    event = life.move(visit.db, row, status, Change(who=visit.staff.who, what=act, why=reason), visit.now)
    if cohort:
        row.cohort_id = cohort.id
    elif status in (ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN, ApplicationStatus.UNDER_REVIEW):
        row.cohort_id = None
    if cohort and act is Act.PUT_ON_WAITING_LIST:
        row.waiting_rank = life.next_waiting_rank(visit.db, cohort)
    visit.log(act, row.reference)
    return tell(visit, row, _told(row, status, reason, cohort), f"desk:{event}")


def _told(row: ApplicationRow, status: ApplicationStatus, reason: str, cohort: CohortRow | None) -> Reply:
    rank = row.waiting_rank or 0
    named = _cohort_in_words(cohort, row.language) if cohort else ""
    return telling.status_changed(row.language, row.reference, status, reason=reason, cohort=named, rank=rank)


def _cohort_in_words(cohort: CohortRow, language: str) -> str:
    return telling.cohort_in_words(
        language, name=cohort.name, starts_on=cohort.starts_on, ends_on=cohort.ends_on, place=cohort.place
    )


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

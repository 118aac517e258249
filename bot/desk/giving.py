"""To whom an application is given: a colleague, or another region's chamber."""

from collections.abc import Sequence

from bot.catalogue.places import region_of
from bot.desk.holding import fresh, tell
from bot.desk.visit import FormRefused, NotHere, Visit
from bot.dialogue import telling
from bot.errors import ChangeRefused
from bot.intake.life import SEATED
from bot.store import life, listing, staff
from bot.store.life import NOBODY, Change
from bot.store.listing import Filters
from bot.store.tables import ApplicationRow, ApplicationStatus


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
    if wanted not in colleagues and assignee != NOBODY:
        raise FormRefused({"affecter-a": "Choisissez une personne qui suit cette région, ou « Personne »."})
    before = staff.get(visit.db, row.assignee_id) if row.assignee_id else None
    if (before.id if before else None) == wanted:
        return
    row.assignee_id = wanted
    now_with = colleagues[wanted].name if wanted else NOBODY
    change = Change(who=visit.staff.who, what="assign", before=before.name if before else NOBODY, after=now_with)
    life.note(visit.db, row, change, visit.now)
    visit.log("assign", row.reference, now_with)


def transfer(visit: Visit, code: str, why: str) -> None:
    """Hand the application to another region's chamber."""
    row, region = fresh(visit), region_of(code)
    if region is None or region.code == row.region:
        raise FormRefused({"region": "Choisissez une autre région."})
    if row.status in (*SEATED, *life.ENDED, ApplicationStatus.WAITING_LIST):
        raise ChangeRefused("Ce dossier est déjà décidé : il reste dans sa région.")
    before, row.region, row.assignee_id = row.region, region.code, None
    known = region_of(before)
    change = Change(
        who=visit.staff.who, what="transfer", why=why, before=known.name if known else before, after=region.name
    )
    event = life.note(visit.db, row, change, visit.now)
    visit.log("transfer", row.reference, region.code)
    tell(visit, row, telling.transferred(row.language, row.reference, region.name), f"desk:{event}")

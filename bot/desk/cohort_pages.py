"""Cohorts (promotions): listed, made, changed by managers; who has a seat and who waits."""

from datetime import date

from starlette.responses import Response

from bot.catalogue.places import ACCELERATOR_REGIONS, REGIONS
from bot.desk.door import Page
from bot.desk.loaders import load_cohort
from bot.desk.visit import FormRefused, Visit, go
from bot.errors import ChangeRefused
from bot.intake.life import SEATED
from bot.store import cohorts
from bot.store.cohorts import Cohort, CohortFields
from bot.store.tables import CohortStatus, Role

MOST_SEATS = 500


def show_all(visit: Visit) -> Response:
    """The cohorts of the region, the latest first."""
    return visit.page("cohorts.html", cohorts=cohorts.in_region(visit.db, visit.staff.region, SEATED))


def show(visit: Visit) -> Response:
    """One cohort with its applications."""
    cohort: Cohort = visit.found
    return visit.page("cohort.html", cohort=cohort, members=cohorts.members(visit.db, cohort.id))


def show_new(visit: Visit) -> Response:
    """The empty form."""
    return visit.page("cohort_form.html", cohort=None, regions=_regions(visit))


def show_form(visit: Visit) -> Response:
    """The form of a cohort that exists."""
    return visit.page("cohort_form.html", cohort=visit.found, regions=_regions(visit))


def make(visit: Visit) -> Response:
    """A new cohort."""
    fields = read(visit, None)
    number = cohorts.add(visit.db, fields, visit.now)
    visit.log("cohort", fields.name, "créée")
    return go(f"/promotions/{number}", "promotion")


def change(visit: Visit) -> Response:
    """Another date, place or number of seats; never fewer seats than are taken."""
    cohort: Cohort = visit.found
    fields = read(visit, cohort)
    if not cohorts.change(visit.db, cohort.id, fields, visit.form.number("version") or 0, visit.now):
        raise ChangeRefused("Cette promotion a changé pendant ce temps : relisez-la, puis recommencez.")
    visit.log("cohort", fields.name)
    return go(f"/promotions/{cohort.id}", "promotion")


def read(visit: Visit, cohort: Cohort | None) -> CohortFields:
    """The checked form; raises FormRefused naming every field to look at."""
    form, wrong = visit.form, dict[str, str]()
    region = cohort.fields.region if cohort else visit.staff.region or form.get("region")
    starts, ends = read_day(form.get("debut")), read_day(form.get("fin"))
    seats = form.number("places")
    taken = cohort.taken if cohort else 0
    if region not in {each.code for each in REGIONS}:
        wrong["region"] = "Choisissez une région."
    if not 2 <= len(form.get("nom")) <= 120:
        wrong["nom"] = "Donnez un nom à la promotion, en 120 caractères au plus."
    if not 2 <= len(form.get("lieu")) <= 200:
        wrong["lieu"] = "Écrivez le lieu, en 200 caractères au plus."
    if starts is None:
        wrong["debut"] = "Écrivez une date comme 15/01/2027."
    if ends is None:
        wrong["fin"] = "Écrivez une date comme 15/06/2027."
    if starts and ends and ends < starts:
        wrong["fin"] = "La fin est avant le début."
    if seats is None or not max(1, taken) <= seats <= MOST_SEATS:
        wrong["places"] = f"Écrivez un nombre entre {max(1, taken)} et {MOST_SEATS}" + (
            f" : {taken} places sont déjà données." if taken else "."
        )
    if form.get("statut") not in set(CohortStatus):
        wrong["statut"] = "Choisissez si la promotion est ouverte."
    if wrong or starts is None or ends is None or seats is None:
        raise FormRefused(wrong)
    return CohortFields(
        region=region,
        name=form.get("nom"),
        starts_on=starts,
        ends_on=ends,
        place=form.get("lieu"),
        seats=seats,
        status=CohortStatus(form.get("statut")),
    )


def read_day(text: str) -> date | None:
    """`2027-01-15` as browsers send it, or `15/01/2027` as people type it."""
    parts = text.split("/")
    iso = "-".join(reversed([part.zfill(2) for part in parts])) if len(parts) == 3 else text
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _regions(visit: Visit) -> tuple[tuple[str, str], ...]:
    return tuple((each.code, each.name) for each in ACCELERATOR_REGIONS if visit.staff.region in (None, each.code))


PAGES = (
    Page(path="/promotions", show=show_all),
    Page(path="/promotions", show=make, method="POST", role=Role.MANAGER, again=show_new),
    Page(path="/promotions/nouvelle", show=show_new, role=Role.MANAGER),
    Page(path="/promotions/{number}", show=show, load=load_cohort),
    Page(path="/promotions/{number}/modifier", show=show_form, role=Role.MANAGER, load=load_cohort),
    Page(path="/promotions/{number}", show=change, method="POST", role=Role.MANAGER, load=load_cohort, again=show_form),
)

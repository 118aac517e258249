"""How the object of a page is found: always within the region of whoever asks; what lies outside does not exist."""

import re

from bot.desk.visit import NotHere, Visit
from bot.intake.life import SEATED
from bot.store import application_file, cohorts, staff
from bot.store.application_file import ApplicationFile
from bot.store.cohorts import Cohort
from bot.store.staff import Account


def load_file(visit: Visit, path: dict[str, str]) -> ApplicationFile:
    """The application of the reference in the path."""
    found = application_file.read(visit.db, path["reference"], visit.staff.region)
    if found is None:
        raise NotHere
    return found


def load_cohort(visit: Visit, path: dict[str, str]) -> Cohort:
    """The cohort of the number in the path."""
    found = cohorts.get(visit.db, number_in(path), SEATED)
    if found is None or not _within(visit, found.fields.region):
        raise NotHere
    return found


def load_account(visit: Visit, path: dict[str, str]) -> Account:
    """The account of the number in the path; those of all regions are for those of all regions."""
    found = staff.get(visit.db, number_in(path))
    if found is None or not _within(visit, found.region):
        raise NotHere
    return found


def load_number(_visit: Visit, path: dict[str, str]) -> int:
    """A number of something that is looked for among one's own only."""
    return number_in(path)


def number_in(path: dict[str, str]) -> int:
    """The number in the path; raises NotHere for anything else."""
    if not re.fullmatch(r"[1-9]\d{0,8}", path["number"]):
        raise NotHere
    return int(path["number"])


def _within(visit: Visit, region: str | None) -> bool:
    return visit.staff.region is None or visit.staff.region == region

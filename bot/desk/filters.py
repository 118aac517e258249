"""The filters of the inbox: read from the address of the page, written into it, shown as choices."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlencode

from bot.catalogue.folding import flat
from bot.catalogue.places import DEPARTMENTS, REGIONS
from bot.desk.forms import Form
from bot.desk.visit import Staff
from bot.intake.finding import FACETS
from bot.intake.form import FIELDS
from bot.store.listing import NOBODY, Filters, Order
from bot.store.tables import ApplicationStatus

_S = ApplicationStatus
TO_DO = (_S.SUBMITTED, _S.UNDER_REVIEW, _S.SHORTLISTED)
LATE, VERY_LATE = timedelta(days=3), timedelta(days=7)
WAITS_FOR_US = (_S.SUBMITTED, _S.UNDER_REVIEW)
MOST_WORDS = 8


class Age(StrEnum):
    """Since when an application is in its status."""

    LATE = "3j"
    VERY_LATE = "7j"
    UNSEEN = "neuf"


TABS: tuple[tuple[str, str, tuple[ApplicationStatus, ...]], ...] = (
    ("a-traiter", "À traiter", TO_DO),
    ("nouvelles", "Nouvelles", (_S.SUBMITTED,)),
    ("etude", "À l'étude", (_S.UNDER_REVIEW,)),
    ("correction", "Correction demandée", (_S.CORRECTION_ASKED,)),
    ("preselection", "Présélectionnées", (_S.SHORTLISTED,)),
    ("attente", "Liste d'attente", (_S.WAITING_LIST,)),
    ("acceptees", "Acceptées", (_S.ACCEPTED,)),
    ("ateliers", "En atelier", (_S.WORKSHOP,)),
    ("accompagnement", "Accompagnement", (_S.COACHING,)),
    ("terminees", "Terminées", (_S.CLOSED,)),
    ("non-retenues", "Non retenues", (_S.DECLINED,)),
    ("retirees", "Retirées", (_S.WITHDRAWN,)),
    ("toutes", "Toutes", ()),
)
_STATUSES = {key: statuses for key, _, statuses in TABS}
AGES = (
    (Age.UNSEEN, "Non lus"),
    (Age.LATE, "Sans suite depuis 3 jours"),
    (Age.VERY_LATE, "Sans suite depuis 7 jours"),
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The filters as typed in the address: what is not understood counts as not asked."""

    tab: str = "a-traiter"
    text: str = ""
    region: str = ""
    department: str = ""
    stage: str = ""
    need: str = ""
    operation: str = ""
    age: str = ""
    assignee: str = ""  # a number, « moi », « personne »
    doubtful: str = ""
    order: str = Order.WAITING
    page: int = 1

    @property
    def is_filtered(self) -> bool:
        """Whether a filter beside the search is chosen."""
        chosen = (self.region, self.department, self.stage, self.need, self.operation, self.age, self.assignee)
        return any(chosen) or bool(self.doubtful)

    @property
    def is_narrow(self) -> bool:
        """Whether anything but the tab and the order is chosen."""
        return self.is_filtered or bool(self.text)

    def query(self, **changed: object) -> str:
        """The query string of this list with some values changed; the page is left out unless asked for."""
        values = {name: getattr(self, name) for name in _NAMES} | {"page": 1} | changed
        kept = {_NAMES[name]: value for name, value in values.items() if value != getattr(_NOTHING, name)}
        return urlencode(kept)


_NAMES = {
    "tab": "etat",
    "text": "q",
    "region": "region",
    "department": "departement",
    "stage": "avancement",
    "need": "besoin",
    "operation": "operation",
    "age": "anciennete",
    "assignee": "affecte",
    "doubtful": "verifier",
    "order": "tri",
    "page": "page",
}
_NOTHING = Asked()


def read(query: Form) -> Asked:
    """What the address asks for."""
    page = query.number("page") or 1
    values = {name: query.get(key) for name, key in _NAMES.items() if name != "page"}
    return Asked(
        page=min(page, 10_000),
        **{
            **values,
            "text": values["text"][:200],
            "tab": values["tab"] if values["tab"] in _STATUSES else _NOTHING.tab,
            "region": values["region"] if values["region"] in region_codes() else "",
            "department": values["department"] if values["department"] in _DEPARTMENT_CODES else "",
            "age": values["age"] if values["age"] in set(Age) else "",
            "order": values["order"] if values["order"] in set(Order) else _NOTHING.order,
            "operation": values["operation"][:80],
        },
    )


def filters_of(asked: Asked, staff: Staff, now: datetime) -> Filters:
    """What the store is asked: never beyond the region of whoever asks."""
    waiting = {Age.LATE: LATE, Age.VERY_LATE: VERY_LATE}.get(Age(asked.age)) if asked.age else None
    facets = {"stage": asked.stage, "needs": asked.need, "operations": asked.operation}
    return Filters(
        region=staff.region or asked.region or None,
        department=asked.department or None,
        statuses=_STATUSES[asked.tab],
        facets=tuple((name, facets[name]) for name in FACETS if facets[name]),
        assignee=_assignee(asked.assignee, staff),
        waiting_since=now - waiting if waiting else None,
        unseen=asked.age == Age.UNSEEN,
        doubtful=bool(asked.doubtful),
        words=tuple(dict.fromkeys(flat(asked.text).split()))[:MOST_WORDS],
        order=Order(asked.order),
    )


def _assignee(text: str, staff: Staff) -> int | None:
    if text == "moi":
        return staff.account.id
    if text == "personne":
        return NOBODY
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def region_codes() -> tuple[str, ...]:
    """Codes of the regions, and of applications whose region somebody has to find out."""
    return (*(region.code for region in REGIONS), "FRA")


def choices_of(key: str) -> tuple[tuple[str, str], ...]:
    """The choices of a field of the form, by key, in French; none when the form has no such field."""
    field = next((field for field in FIELDS if field.key == key), None)
    return tuple((choice.key, choice.label.fr) for choice in field.choices) if field else ()


def departments(region: str | None) -> tuple[tuple[str, str], ...]:
    """The departments of a region, or all of them."""
    return tuple(
        (each.code, f"{each.code} {each.name}") for each in DEPARTMENTS if region is None or each.region_code == region
    )


_DEPARTMENT_CODES = {each.code for each in DEPARTMENTS}

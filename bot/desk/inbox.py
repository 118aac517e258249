"""The inbox: what waits, filtered, searched, given to colleagues, kept as views."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

from starlette.responses import Response

from bot.desk import filters, giving, operations
from bot.desk.door import Page
from bot.desk.filters import LATE, TABS, VERY_LATE, WAITS_FOR_US, Asked
from bot.desk.forms import Form
from bot.desk.loaders import load_number
from bot.desk.visit import FormRefused, Visit, go
from bot.desk.words import region_name
from bot.errors import ChangeRefused
from bot.store import listing, saved_views, staff
from bot.store.listing import Listed

LINES = 25
LONGEST_NAME = 60


@dataclass(frozen=True, kw_only=True)
class Badge:
    """A word beside a line; `kind` is how it looks."""

    text: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Tab:
    """A group of statuses with how many applications it holds."""

    key: str
    name: str
    count: int
    query: str


def show(visit: Visit) -> Response:
    """The list that the address asks for; htmx takes the list alone."""
    asked = filters.read(visit.query)
    wanted = filters.filters_of(asked, visit.staff, visit.now)
    page = listing.page(visit.db, wanted, offset=(asked.page - 1) * LINES, limit=LINES)
    tabs = [
        Tab(
            key=key,
            name=name,
            count=sum(page.counts.get(status, 0) for status in (statuses or page.counts)),
            query=asked.query(tab=key),
        )
        for key, name, statuses in TABS
    ]
    colleagues = staff.assignable(visit.db, visit.staff.region)
    template = "inbox_list.html" if visit.request.headers.get("hx-target") == "liste" else "inbox.html"
    return visit.page(
        template,
        asked=asked,
        page=page,
        pages=max(1, -(-page.total // LINES)),
        tabs=tabs,
        lines=[(line, badges_of(line, visit.now)) for line in page.lines],
        views=saved_views.of_account(visit.db, visit.staff.account.id),
        colleagues=colleagues,
        filters=filters,
        region_choices=[(code, region_name(code)) for code in filters.region_codes()],
        assignees=[("moi", "moi"), ("personne", "personne"), *((each.id, each.name) for each in colleagues)],
        product=product_of,
        operations=operations.choices(visit.db, visit.staff.region, asked.operation)
        if template == "inbox.html"
        else (),
    )


def badges_of(line: Listed, now: datetime) -> list[Badge]:
    """What deserves a look before anything else."""
    found = []
    if not line.seen:
        found.append(Badge(text="Non lu", kind="new"))
    waited = now - line.updated_at
    if line.status in WAITS_FOR_US and waited >= LATE:
        days = 7 if waited >= VERY_LATE else 3
        found.append(Badge(text=f"Plus de {days} jours", kind="very-late" if days == 7 else "late"))
    if line.unread:
        found.append(Badge(text="Message reçu", kind="message"))
    if line.corrected:
        found.append(Badge(text="Corrigé", kind="message"))
    if line.doubtful:
        found.append(Badge(text="À vérifier", kind="doubt"))
    if line.duplicates:
        found.append(Badge(text="Doublon ?", kind="double"))
    return found


def product_of(fields: dict[str, Any]) -> str:
    """What the company wants to make, in one line."""
    return str(fields.get("product") or "")


def assign(visit: Visit) -> Response:
    """Give the ticked applications to one colleague, or to nobody."""
    references = tuple(dict.fromkeys(visit.form.all("dossier")))[:500]
    if not references:
        raise ChangeRefused("Cochez au moins un dossier, puis choisissez à qui l'affecter.")
    giving.assign_all(visit, references, visit.form.get("affecter-a"))
    return go(f"/?{back_to(visit)}", "affecte")


def back_to(visit: Visit) -> str:
    """The filters of the list that the form was sent from."""
    return _clean(visit.form.get("liste"))


def save_view(visit: Visit) -> Response:
    """Keep the filters under a name."""
    name = visit.form.get("nom")
    if not 1 <= len(name) <= LONGEST_NAME:
        raise FormRefused({"nom-vue": f"Donnez un nom à la vue, en {LONGEST_NAME} caractères au plus."})
    saved_views.keep(visit.db, visit.staff.account.id, name, back_to(visit), visit.now)
    return go(f"/?{back_to(visit)}", "vue")


def remove_view(visit: Visit) -> Response:
    """Forget one of one's own views."""
    saved_views.remove(visit.db, visit.staff.account.id, visit.found)
    return go("/", "vue-retiree")


def again(visit: Visit) -> Response:
    """The same list, with what is wrong."""
    return show(_with_query(visit))


def _with_query(visit: Visit) -> Visit:
    return replace(visit, query=Form(parse_qsl(back_to(visit))))


def _clean(query: str) -> str:
    asked: Asked = filters.read(Form(parse_qsl(query[:2000])))
    return asked.query(page=asked.page)


PAGES = (
    Page(path="/", show=show),
    Page(path="/affecter", show=assign, method="POST", again=again),
    Page(path="/vues", show=save_view, method="POST", again=again),
    Page(path="/vues/{number}/retirer", show=remove_view, method="POST", load=load_number),
)

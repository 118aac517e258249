"""The figures of the board as a person reads them: titles, labels and values, for the plots and their tables alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.catalogue.formats import PARIS
from bot.desk.words import region_name
from bot.intake.form import FIELDS
from bot.intake.life import STATUS_NAMES
from bot.intake.progress import RECAP, SENT, STEPS, reached
from bot.store import draft_progress, figures
from bot.store.database import Session
from bot.store.figures import Scope
from bot.store.tables import ApplicationStatus

_S = ApplicationStatus
_LEFT = (_S.SUBMITTED, _S.UNDER_REVIEW, _S.CORRECTION_ASKED, _S.SHORTLISTED, _S.WAITING_LIST, _S.ACCEPTED, _S.WORKSHOP)
_GROUPS = (
    ("Acceptées", (_S.ACCEPTED, _S.WORKSHOP, _S.COACHING, _S.CLOSED)),
    ("En cours", (_S.SUBMITTED, _S.UNDER_REVIEW, _S.CORRECTION_ASKED, _S.SHORTLISTED, _S.WAITING_LIST)),
    ("Non retenues ou retirées", (_S.DECLINED, _S.WITHDRAWN)),
)
_MONTHS = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()
_MOST_BARS = 12


class PlotName(StrEnum):
    """In the addresses of the plots, in the order of the page."""

    WAITS = "attente"
    MONTHS = "mois"
    FUNNEL = "parcours"
    NEEDS = "besoins"
    OPERATIONS = "operations"
    REGIONS = "regions"


@dataclass(frozen=True, kw_only=True)
class Series:
    """One colour of a plot: a value for each label, None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A plot and the table behind it; `said` is what it shows, in one sentence."""

    name: PlotName
    title: str
    said: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    upright: bool = False  # columns over time; else bars under each other
    stacked: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return not any(value for series in self.series for value in series.values)


def draw_up(session: Session, name: PlotName, scope: Scope, now: datetime) -> Figure:
    """The figures of one plot."""
    match name:
        case PlotName.WAITS:
            return _waits(session, scope)
        case PlotName.MONTHS:
            return _months(session, scope, now)
        case PlotName.FUNNEL:
            return _funnel(session, scope)
        case PlotName.NEEDS:
            return _facet(session, name, "needs", "Besoins exprimés", scope)
        case PlotName.OPERATIONS:
            return _facet(session, name, "operations", "Opérations industrielles", scope)
        case PlotName.REGIONS:
            return _regions(session, scope)


def quantile(stays: Sequence[tuple[int, int]], share: float) -> float:
    """The number of hours that this share of the stays did not exceed, in days."""
    rank = share * sum(count for _, count in stays)
    seen = 0
    for hours, count in stays:
        seen += count
        if seen >= rank:
            return round(hours / 24, 1)
    return 0.0


def month_bounds(since: datetime, now: datetime) -> list[datetime]:
    """The first moment of each month from that of `since` to the one after that of `now`, in Paris."""
    first, last = since.astimezone(PARIS), now.astimezone(PARIS)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1)
    return [datetime(month // 12, month % 12 + 1, 1, tzinfo=PARIS) for month in months]


def _waits(session: Session, scope: Scope) -> Figure:
    found = figures.stays(session, scope)
    statuses = [status for status in _LEFT if found.get(status)]
    medians = tuple(quantile(found[status], 0.5) for status in statuses)
    ninths = tuple(quantile(found[status], 0.9) for status in statuses)
    said = "Aucun dossier n'a encore changé d'étape."
    if statuses:
        name, slowest = max(zip(statuses, medians, strict=True), key=lambda pair: pair[1])
        said = f"L'étape la plus longue est « {STATUS_NAMES[name]} » : {_days(slowest)} pour un dossier sur deux."
    return Figure(
        name=PlotName.WAITS,
        title="Temps passé à chaque étape",
        said=said,
        labels=tuple(STATUS_NAMES[status] for status in statuses),
        series=(
            Series(name="Un sur deux (médiane)", values=medians),
            Series(name="Neuf sur dix", values=ninths),
        ),
        unit="j",
    )


def _days(value: float) -> str:
    return f"{value:.1f}".replace(".", ",").removesuffix(",0") + (" jours" if value >= 2 else " jour")


def _months(session: Session, scope: Scope, now: datetime) -> Figure:
    bounds = month_bounds(scope.since, now)
    counted = figures.by_status_between(session, bounds, scope.region)
    labels = tuple(_month(begin, first=begin is bounds[0]) for begin in bounds[:-1])
    total = sum(sum(month.values()) for month in counted)
    return Figure(
        name=PlotName.MONTHS,
        title="Candidatures reçues par mois, et ce qu'elles sont devenues",
        said=f"{total} candidature{'s' if total > 1 else ''} sur la période.",
        labels=labels,
        series=tuple(
            Series(name=name, values=tuple(sum(month.get(one, 0) for one in statuses) for month in counted))
            for name, statuses in _GROUPS
        ),
        upright=True,
        stacked=True,
    )


def _month(begin: datetime, *, first: bool) -> str:
    """The year stands where it begins."""
    return _MONTHS[begin.month - 1] + (f" {begin:%y}" if first or begin.month == 1 else "")


def _funnel(session: Session, scope: Scope) -> Figure:
    """Of one region, from the question on that tells the region."""
    counts = reached(draft_progress.count(session, scope.region, scope.since.astimezone(PARIS).date()))
    if scope.region:
        counts = {step: counts[step] for step in STEPS[STEPS.index("department") :]}
    labels = {field.key: field.label.fr for field in FIELDS} | {RECAP: "Récapitulatif", SENT: "Envoyée"}
    begun, sent = next(iter(counts.values())), counts[SENT]
    said = "Aucune candidature commencée."
    if begun:
        many, all_of_them = "s" if begun > 1 else "", "s" if sent > 1 else ""
        where = " dans la région" if scope.region else ""
        said = f"{begun} commencée{many}{where}, {sent} envoyée{all_of_them} ({sent / begun:.0%})."
    return Figure(
        name=PlotName.FUNNEL,
        title="De la première question à l'envoi",
        said=said.replace("%", " %"),
        labels=tuple(labels[step] if step != STEPS[0] else "Commencée" for step in counts),
        series=(Series(name="Candidatures arrivées à cette question", values=tuple(counts.values())),),
    )


def _facet(session: Session, name: PlotName, facet: str, title: str, scope: Scope) -> Figure:
    field = next((field for field in FIELDS if field.key == facet), None)
    choices = {choice.key: choice.label.fr for choice in field.choices} if field else {}
    counts = list(figures.by_facet(session, facet, scope).items())[:_MOST_BARS]
    return Figure(
        name=name,
        title=title,
        said=f"En tête : {choices.get(counts[0][0], counts[0][0])}." if counts else "Rien à compter encore.",
        labels=tuple(choices.get(value, value) for value, _ in counts),
        series=(Series(name="Candidatures", values=tuple(count for _, count in counts)),),
    )


def _regions(session: Session, scope: Scope) -> Figure:
    counts = list(figures.by_region(session, scope).items())[:_MOST_BARS]
    return Figure(
        name=PlotName.REGIONS,
        title="Candidatures par région",
        said=f"En tête : {region_name(counts[0][0])}." if counts else "Rien à compter encore.",
        labels=tuple(region_name(code) for code, _ in counts),
        series=(Series(name="Candidatures", values=tuple(count for _, count in counts)),),
    )

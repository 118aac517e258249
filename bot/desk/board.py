"""The board: how long things take, where drafts stop, what is asked for and where; plots with their figures below."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from starlette.responses import Response

from bot.desk import board_figures, plots
from bot.desk.board_figures import Figure, PlotName
from bot.desk.door import Page
from bot.desk.filters import LATE, VERY_LATE, WAITS_FOR_US, region_codes
from bot.desk.visit import NotHere, Visit
from bot.desk.words import region_name
from bot.intake.life import STATUS_NAMES
from bot.store import figures
from bot.store.figures import Scope

PERIODS = (("3", "3 mois"), ("12", "12 mois"), ("tout", "depuis le début"))
_MONTH = timedelta(days=30.44)
_BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the address asks for; never beyond one's own region."""

    period: str
    region: str | None
    chosen: bool  # whether a region was chosen among several

    @property
    def query(self) -> str:
        """The same as a query string."""
        return urlencode({"periode": self.period} | ({"region": self.region} if self.chosen and self.region else {}))


def show(visit: Visit) -> Response:
    """The page: what waits now, then the plots of the period."""
    asked = _asked(visit)
    now_waiting = figures.waiting(visit.db, asked.region)
    drawn = [_figure(visit, asked, name) for name in PlotName if name is not PlotName.REGIONS or not asked.region]
    return visit.page(
        "board.html",
        asked=asked,
        periods=PERIODS,
        regions=[(code, region_name(code)) for code in region_codes()],
        waiting=[
            (STATUS_NAMES[status], found.count, found.oldest, _lateness(visit.now - found.oldest))
            for status, found in now_waiting.items()
            if status in WAITS_FOR_US
        ],
        figures=[figure for figure in drawn if figure.name is not PlotName.OPERATIONS or not figure.is_empty],
        width=plots.WIDTH,
        height_of=plots.height_of,
    )


def draw(visit: Visit) -> Response:
    """One plot, in the colours of the theme."""
    figure = _figure(visit, _asked(visit), visit.found)
    theme = plots.THEMES.get(visit.query.get("theme"), plots.THEMES["clair"])
    return Response(plots.draw(figure, theme), media_type="image/svg+xml")


def load_plot(visit: Visit, path: dict[str, str]) -> PlotName:
    """The plot of that name; those of all regions are for those of all regions."""
    if path["plot"] not in set(PlotName):
        raise NotHere
    name = PlotName(path["plot"])
    if name is PlotName.REGIONS and visit.staff.region:
        raise NotHere
    return name


def _figure(visit: Visit, asked: Asked, name: PlotName) -> Figure:
    return board_figures.draw_up(
        visit.db, name, Scope(region=asked.region, since=_since(visit, asked, name)), visit.now
    )


def _since(visit: Visit, asked: Asked, name: PlotName) -> datetime:
    """Where the period begins; drafts are older than what was sent."""
    if asked.period == "tout" and name is PlotName.FUNNEL:
        return _BEGINNING
    if asked.period == "tout":
        return figures.oldest(visit.db, asked.region) or visit.now
    return visit.now - int(asked.period) * _MONTH


def _asked(visit: Visit) -> Asked:
    period, region = visit.query.get("periode"), visit.query.get("region")
    known = region if region in region_codes() else None
    return Asked(
        period=period if period in dict(PERIODS) else "12",
        region=visit.staff.region or known,
        chosen=visit.staff.region is None,
    )


def _lateness(waited: timedelta) -> str:
    return "very-late" if waited >= VERY_LATE else "late" if waited >= LATE else ""


PAGES = (
    Page(path="/tableau", show=show),
    Page(path="/tableau/{plot}.svg", show=draw, load=load_plot),
)

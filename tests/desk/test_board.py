"""The board: figures counted right, plots that hold them, one's own region only."""

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest

from bot.desk import plots
from bot.desk.board_figures import Figure, PlotName, Series, draw_up, month_bounds, quantile
from bot.desk.notices.announcing import announce
from bot.desk.notices.reach import Reach
from bot.store import draft_progress, life
from bot.store.database import Database
from bot.store.figures import Scope
from bot.store.life import Change
from bot.store.tables import ApplicationStatus, Role
from tests.desk.house import DeskHouse

S = ApplicationStatus


@pytest.fixture
def house(database: Database, tmp_path: Any) -> DeskHouse:
    return DeskHouse(database, folder=tmp_path)


def figure(house: DeskHouse, name: PlotName, region: str | None = None, days: int = 365) -> dict[str, tuple[Any, ...]]:
    """By label, the value of each series."""
    now = house.clock.now
    with house.database.reading() as session:
        drawn = draw_up(session, name, Scope(region=region, since=now - timedelta(days=days)), now)
    return dict(zip(drawn.labels, zip(*(one.values for one in drawn.series), strict=True), strict=True))


def move(house: DeskHouse, reference: str, status: S) -> None:
    with house.database.transaction() as session:
        row = life.locked(session, reference)
        assert row
        life.move(session, row, status, Change(who="Alix Martin", what="x"), house.clock.now)
        announce(session, Reach(), house.clock.now)


def test_how_long_a_step_takes_is_the_time_between_two_changes(house: DeskHouse) -> None:
    references = [house.application() for _ in range(10)]
    for reference in references:
        house.clock.pass_(days=1)
        move(house, reference, S.UNDER_REVIEW)
    house.clock.pass_(days=2)
    move(house, references[0], S.DECLINED)
    assert figure(house, PlotName.WAITS) == {"Nouvelle": (5.0, 9.0), "À l'étude": (11.0, 11.0)}
    assert figure(house, PlotName.WAITS, "HDF") == {}


def test_quantiles_are_those_of_the_stays() -> None:
    assert quantile([(24, 1)], 0.5) == 1.0
    assert quantile([(0, 5), (48, 5)], 0.5) == 0.0
    assert quantile([(0, 5), (48, 5)], 0.9) == 2.0
    assert quantile([(12, 1), (36, 1), (60, 1)], 0.5) == 1.5


def test_months_begin_in_paris_and_tell_what_became_of_applications(house: DeskHouse) -> None:
    house.clock.now = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)  # the 1st of November in Paris
    first = house.application()
    house.clock.now = datetime(2026, 12, 5, tzinfo=UTC)
    house.application()
    house.application(region="HDF")
    move(house, first, S.DECLINED)
    found = figure(house, PlotName.MONTHS, "BFC", days=60)
    assert found == {"oct. 26": (0, 0, 0), "nov.": (0, 0, 1), "déc.": (0, 1, 0)}


def test_the_beginning_is_the_first_application(house: DeskHouse) -> None:
    house.application()
    house.clock.pass_(days=800)
    browser = house.signed_in()
    everything = browser.get("/tableau?periode=tout").text
    assert everything.count('<th scope="row">nov. 26</th>') == 1
    assert "1 candidature sur la période." in everything
    assert "0 candidature sur la période." in browser.get("/tableau?periode=12").text


def test_bounds_of_months_cross_years_and_summer_time() -> None:
    bounds = month_bounds(datetime(2026, 11, 15, tzinfo=UTC), datetime(2027, 1, 15, tzinfo=UTC))
    assert [bound.date() for bound in bounds] == [
        date(2026, 11, 1),
        date(2026, 12, 1),
        date(2027, 1, 1),
        date(2027, 2, 1),
    ]


def test_the_funnel_counts_who_came_this_far(house: DeskHouse) -> None:
    with house.database.transaction() as session:
        for number, (step, region) in enumerate(
            [("company", None), ("product", "BFC"), ("sent", "BFC"), ("sent", "HDF")]
        ):
            draft_progress.note(session, 1, str(number), step, region, house.clock.now.date())
    found = figure(house, PlotName.FUNNEL)
    assert (found["Commencée"], found["Produit ou pièces"], found["Envoyée"]) == ((4,), (3,), (2,))
    assert figure(house, PlotName.FUNNEL, "BFC")["Envoyée"] == (1,)


def test_needs_and_regions_are_named(house: DeskHouse) -> None:
    house.application(fields={"needs": ["funding", "site"]})
    house.application(fields={"needs": ["site"]}, region="HDF")
    assert figure(house, PlotName.NEEDS) == {"Local ou terrain": (2,), "Financement": (1,)}
    assert figure(house, PlotName.NEEDS, "HDF") == {"Local ou terrain": (1,)}
    assert figure(house, PlotName.REGIONS) == {"Bourgogne-Franche-Comté": (1,), "Hauts-de-France": (1,)}


def test_the_page_holds_each_plot_with_its_figures(house: DeskHouse) -> None:
    house.application()
    page = house.signed_in().get("/tableau?periode=3").text
    assert "/guichet/tableau/mois.svg?periode=3&amp;theme=sombre" in page
    assert "1 candidature sur la période." in page
    assert "regions.svg" not in page
    everywhere = house.signed_in(Role.ADMINISTRATOR).get("/tableau?region=BFC").text
    assert "/guichet/tableau/mois.svg?periode=12&amp;region=BFC&amp;theme=clair" in everywhere


def test_no_figure_of_another_region_is_shown(house: DeskHouse) -> None:
    for _ in range(7):
        house.application(region="HDF")
    browser = house.signed_in()
    for query in ("", "?region=HDF", "?region=HDF&periode=tout"):
        assert "0 candidature sur la période." in browser.get(f"/tableau{query}").text
        assert b">7<" not in browser.get(f"/tableau/mois.svg{query}").content
    assert browser.get("/tableau/regions.svg").status_code == 404


def test_a_plot_is_an_image_without_script_that_says_what_it_shows(house: DeskHouse) -> None:
    house.application()
    browser = house.signed_in()
    for name in ("attente", "mois", "parcours", "besoins"):
        for theme in ("clair", "sombre", "arc-en-ciel"):
            answer = browser.get(f"/tableau/{name}.svg?theme={theme}")
            assert answer.headers["content-type"] == "image/svg+xml"
            root = ElementTree.fromstring(answer.content)
            names = {child.tag.partition("}")[2] for child in root.iter()}
            assert "script" not in names
            assert root.get("role") == "img"
            assert root[0].text
            assert b"http://" not in answer.content.replace(b"http://www.w3.org/", b"")
    assert browser.get("/tableau/inconnu.svg").status_code == 404


def test_the_library_of_plots_leaves_no_finder_behind() -> None:
    """Its finder of plug-ins made every later import of the process warn."""
    drawn = Figure(name=PlotName.NEEDS, title="", said="", labels=("a",), series=(Series(name="b", values=(1,)),))
    plots.draw(drawn, plots.THEMES["clair"])
    assert [finder for finder in sys.meta_path if not hasattr(finder, "find_spec")] == []


def test_every_value_stands_in_its_plot() -> None:
    drawn = Figure(
        name=PlotName.NEEDS,
        title="Besoins",
        said="En tête : <Financement> & cie.",
        labels=("Financement", "Local ou terrain"),
        series=(Series(name="Candidatures", values=(1234, 4.5)),),
    )
    root = ElementTree.fromstring(plots.draw(drawn, plots.THEMES["clair"]))
    texts = [(one.text or "").strip() for one in root.iter() if one.tag.endswith("}text")]
    assert {"1234", "4,5", "Financement", "Local ou terrain"} <= set(texts)
    assert root[1].text == "En tête : <Financement> & cie."

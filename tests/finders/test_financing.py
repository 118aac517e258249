"""Schemes that a file does not contradict, those that ask for nothing more first."""

from datetime import date

from bot.catalogue.models import Nature, Scheme, Status
from bot.finders.financing import find_schemes
from bot.finders.wish import Wish

TODAY = date(2026, 11, 27)
INVESTING = Wish(topics=(("investissement",),))


def scheme(name: str, **fields: object) -> Scheme:
    own: dict[str, object] = {
        "id": name,
        "file": f"{name}.md",
        "title": name,
        "regions": ("France",),
        "natures": (Nature.LOAN,),
        "stages": ("investissement",),
        "status": Status.OPEN,
    }
    return Scheme.model_validate(own | fields)


def found(schemes: list[Scheme], wish: Wish) -> list[str]:
    return [scheme.id for scheme in find_schemes(schemes, wish, TODAY)]


def test_a_theme_or_a_trade_that_nobody_spoke_of_comes_last() -> None:
    green = scheme("a-green", stages=("investissement", "énergie"))
    cars = scheme("b-cars", sectors=("automobile",))
    recycled = scheme("c-recycled", expenses=("matières recyclées",))
    plain = scheme("d-plain", sectors=("industrie",))
    assert found([green, cars, recycled, plain], INVESTING)[0] == "d-plain"


def test_a_scheme_of_the_region_for_that_size_goes_before_one_for_any_size() -> None:
    wish = Wish(topics=INVESTING.topics, regions=("Normandie",), heads=(120, 120))
    anybody = scheme("a-any", regions=("Normandie",))
    sized = scheme("b-sized", regions=("Normandie",), headcount_max=249)
    small = scheme("c-small", regions=("Normandie",), headcount_max=9)
    assert found([anybody, sized, small], wish) == ["b-sized", "a-any"]


def test_what_holds_everywhere_goes_first_when_no_place_is_told() -> None:
    regional, national = scheme("a-regional", regions=("Normandie",)), scheme("b-national")
    assert found([regional, national], INVESTING) == ["b-national", "a-regional"]


def test_a_company_that_is_too_young_is_not_shown_what_asks_for_years() -> None:
    young, old = scheme("a-young"), scheme("b-old", age_min=3)
    wish = Wish(topics=INVESTING.topics, age=8 / 12)
    assert found([young, old], wish) == ["a-young"]


def test_a_company_that_is_yet_to_be_created_is_not_shown_what_asks_for_years() -> None:
    young, old = scheme("a-young"), scheme("b-old", age_min=1)
    assert found([young, old], Wish(topics=INVESTING.topics, unfounded=True)) == ["a-young"]


def test_what_holds_in_other_departments_of_the_region_is_left_out() -> None:
    own, other, whole = (
        scheme(name, regions=("Normandie",), departments=codes)
        for name, codes in (("a-own", ("76", "27")), ("b-other", ("14",)), ("c-whole", ()))
    )
    wish = Wish(topics=INVESTING.topics, regions=("Normandie",), departments=("76",))
    assert found([own, other, whole], wish) == ["a-own", "c-whole"]


def test_a_loan_of_millions_does_not_fit_a_machine() -> None:
    large, fitting = scheme("a-large", amount_min=3_000_000), scheme("b-fitting", amount_min=50_000)
    assert found([large, fitting], Wish(topics=INVESTING.topics, spending=280_000)) == ["b-fitting"]


def test_a_zone_that_holds_all_purposes_hides_no_scheme_for_one_of_them() -> None:
    zone = scheme("a-zone", natures=(Nature.ZONING,), stages=("investissement", "formation"))
    machine, school = scheme("b-machine"), scheme("c-school", stages=("formation",))
    wish = Wish(topics=(("investissement",), ("formation",)))
    assert set(found([zone, machine, school], wish)) == {"a-zone", "b-machine", "c-school"}

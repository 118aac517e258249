import pytest

from bot.search.keyboard import LIKELY, UNLIKELY, slip_cost


@pytest.mark.parametrize(
    ("typed", "cost"),
    [
        ("usine", 0),
        ("usime", UNLIKELY),  # m is not beside n
        ("udine", LIKELY),  # d beside s
        ("usinne", LIKELY),  # doubled
        ("usie", LIKELY),  # dropped
        ("uisne", LIKELY),  # swapped
        ("uswine", UNLIKELY),  # a letter from elsewhere
    ],
)
def test_a_slip_costs_less_where_fingers_slip(typed: str, cost: float) -> None:
    assert slip_cost(typed, "usine") == pytest.approx(cost)


def test_several_slips_add_up() -> None:
    assert slip_cost("udinne", "usine") == pytest.approx(2 * LIKELY)
    assert slip_cost("", "abc") == pytest.approx(3 * LIKELY)

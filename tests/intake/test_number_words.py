"""Numbers written out."""

import pytest

from bot.intake.number_words import in_figures


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("cinq cent mille", "500000"),
        ("quatre-vingt-dix", "90"),
        ("soixante dix huit", "78"),
        ("vingt et un", "21"),
        ("mille deux cents", "1200"),
        ("deux millions", "2 millions"),
        ("one hundred and twenty", "120"),
        ("quarante-deux salariés", "42 salariés"),
        ("six douze trente", "six douze trente"),  # a phone number, not a number
        ("la cite", "la cite"),
    ],
)
def test_words_become_figures(words: str, figures: str) -> None:
    assert in_figures(words) == figures

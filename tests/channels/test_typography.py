"""Spaces that must not break."""

import pytest

from bot.channels.typography import nonbreaking


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("de 55 000 € à 1 200 000 €", "de 55\u202f000\u00a0€ à 1\u202f200\u202f000\u00a0€"),
        ("20 % au plus", "20\u00a0% au plus"),
        ("1,2 M€ sur 7 ans", "1,2\u00a0M€ sur 7\u00a0ans"),
        ("Pour qui ?", "Pour qui\u202f?"),
        ("« oui » : non", "«\u00a0oui\u00a0»\u00a0: non"),
        ("appelez le 03 81 00 00 00", "appelez le 03\u00a081\u00a000\u00a000\u00a000"),
    ],
)
def test_numbers_units_and_french_punctuation_stay_together(stored: str, shown: str) -> None:
    assert nonbreaking(stored) == shown


@pytest.mark.parametrize("text", ["en 2025 300 usines", "Which grants? 20% of it.", "le 15 décembre", "20 antennes"])
def test_ordinary_spaces_are_left_alone(text: str) -> None:
    assert nonbreaking(text) == text

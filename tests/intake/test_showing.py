"""Values as a person reads them."""

from typing import Any

import pytest

from bot.intake.showing import show


@pytest.mark.parametrize(
    ("key", "value", "language", "shown"),
    [
        ("company", None, "fr", "Pas encore créée"),
        ("company", "Duval", "fr", "Duval"),
        ("siren", "73282932000074", "fr", "732 829 320 00074"),
        ("siren", "123", "fr", "123"),
        ("phone", "+33612345678", "fr", "06 12 34 56 78"),
        ("phone", "+262692123456", "fr", "+262 692 12 34 56"),
        ("phone", "pas de numéro", "fr", "pas de numéro"),
        ("department", "90", "fr", "Territoire de Belfort (90)"),
        ("department", "Atlantide", "fr", "Atlantide"),
        ("stage", "ready", "en", "Ready to invest"),
        ("investment", 1_200_000, "fr", "1 200 000 €"),
        ("investment", [1_000_000, 2_000_000], "fr", "1 000 000 € à 2 000 000 €"),
        ("investment", [1_000_000, 2_000_000], "en", "1,000,000 € to 2,000,000 €"),
        ("investment", "un certain montant", "fr", "un certain montant"),
        ("jobs", [10, 15], "fr", "10 à 15"),
        ("needs", ["funding", "site"], "fr", "Financement, Local ou terrain"),
        ("consent", "2026-11", "fr", "J'accepte"),
    ],
)
def test_a_value_is_shown_in_words(key: str, value: Any, language: str, shown: str) -> None:
    assert show(key, value, language) == shown

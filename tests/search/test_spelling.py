import pytest

from bot.search.spelling import Speller

SPELLER = Speller(
    {"bobinage": 3, "fonderie": 5, "machine": 9, "aide": 20, "adresse": 2, "credit": 4, "impot": 4, "est": 9}
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bobinaje", "bobinage"),
        ("fondrie", "fonderie"),
        ("macine", "machine"),
        ("mahcine", "machine"),  # two letters swapped
        ("sadresse", "adresse"),  # elision typed without its apostrophe
        ("cb", "combien"),
        ("koi", "quoi"),
    ],
)
def test_an_unknown_word_is_read_as_the_nearest_known_one(typed: str, meant: str) -> None:
    assert SPELLER.corrected(typed) == meant


@pytest.mark.parametrize("word", ["machine", "machines", "2026", "xyz", "tva", "de"])
def test_known_words_figures_and_short_words_are_left_alone(word: str) -> None:
    assert SPELLER.corrected(word) == word


def test_a_correction_counts_less_than_the_word_itself() -> None:
    assert SPELLER.corrections("machine")[0].weight == 1.0
    assert SPELLER.corrections("macine")[0].weight == 0.8


def test_words_like_nothing_known_are_reported() -> None:
    assert SPELLER.unknown(["machine", "xylophone"]) == ("xylophone",)

import pytest

from bot.search.analysis import content_words, stems, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("éligibilité", "eligibilite"),
        ("L’Île-de-France", "l'ile de france"),
        ("collectivités", "collectivite"),
        ("Cœur", "coeur"),
    ],
)
def test_accents_and_case_make_no_difference(one: str, other: str) -> None:
    assert stems(one) == stems(other) != []


def test_elisions_are_cut_and_stop_words_left_out() -> None:
    assert words("Qu'est-ce que l'aide") == ["qu", "est", "ce", "que", "l", "aide"]
    assert content_words("l'aide à l'usine") == ["aide", "usine"]


def test_figures_and_acronyms_are_kept() -> None:
    assert stems("C3IV en 2026") == ["c3iv", "2026"]

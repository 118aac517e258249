import pytest

from bot.search.analysis import content_words, stems, words


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("eligibilite", "Éligibilité"),
        ("SUBVENTIONS", "subvention"),
        ("main d oeuvre", "Main-d’œuvre"),
        ("aides", "aide"),
        ("l'ile de france", "L’Île-de-France"),
        ("Coeur", "cœur"),
    ],
)
def test_what_is_typed_without_care_has_the_stems_of_what_is_written(typed: str, written: str) -> None:
    assert stems(typed) == stems(written) != []


def test_elisions_and_hyphens_part_words() -> None:
    assert words("L'aide d’Île-de-France") == ["l", "aide", "d", "ile", "de", "france"]


def test_figures_and_acronyms_are_kept() -> None:
    assert stems("C3IV en 2026") == ["c3iv", "2026"]


def test_stop_words_carry_no_content() -> None:
    assert content_words("Quelle est la part de la région ?") == ["quelle", "part", "region"]

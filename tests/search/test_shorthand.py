import pytest

from bot.search.shorthand import sound


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fabrik", "fabrique"),
        ("fosfate", "phosphate"),
        ("bato", "bateaux"),
        ("credi", "credits"),
        ("machyne", "machine"),
    ],
)
def test_words_written_by_ear_sound_the_same(typed: str, meant: str) -> None:
    assert sound(typed) == sound(meant)


def test_other_words_sound_otherwise() -> None:
    assert len({sound(word) for word in ("usine", "usage", "fonderie", "fondation", "pret", "prix")}) == 6

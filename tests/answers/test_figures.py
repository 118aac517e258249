import pytest

from bot.answers.figures import figures


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 M€", "3 000 000 €"),
        ("3 M€", "3 millions d'euros"),
        ("1,2 M€", "1 200 000 €"),
        ("800 k€", "800 000 euros"),
        ("1,5 Md€", "1,5 milliard d'euros"),
        ("55 000 €", "55 000 €"),
        ("20 %", "20%"),
        ("12,5 %", "12.5 %"),
        ("€55,000", "55 000 €"),
        ("31/12/2027", "31 décembre 2027"),
        ("2027-12-31", "31 December 2027"),
        ("1er mars 2026", "01/03/2026"),
        ("sept projets", "7 projets"),
        ("de 3 à 15 M€", "de 3 M€ à 15 M€"),
        ("20 à 30 %", "20 % à 30 %"),
    ],
)
def test_the_same_figure_written_otherwise_is_the_same(one: str, other: str) -> None:
    assert figures(one) == figures(other) != frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [("3 M€", "3 €"), ("20 %", "20"), ("55 000 €", "50 000 €"), ("31/12/2027", "30/12/2027"), ("1,2 M€", "12 M€")],
)
def test_another_figure_is_another(one: str, other: str) -> None:
    assert figures(one) != figures(other)


def test_words_that_only_look_like_figures_are_none() -> None:
    assert figures("une aide à l'innovation, un prêt") == frozenset()

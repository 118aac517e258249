"""How long a company has existed, and that there is none yet."""

import pytest

from bot.answers.ages import age_in, is_unfounded


@pytest.mark.parametrize(
    ("message", "years"),
    [
        ("une entreprise créée il y a 8 mois, quel prêt ?", 8 / 12),
        ("ma société a 2 ans", 2),
        ("ma boîte a un an d'existence", 1),
        ("our company was founded 3 years ago", 3),
        ("un prêt de 7 ans pour ma société", None),
        ("quelles aides dans 8 mois ?", None),
    ],
)
def test_the_age_of_the_company_is_told(message: str, years: float | None) -> None:
    assert age_in(message) == (pytest.approx(years) if years else None)


@pytest.mark.parametrize(
    ("message", "unfounded"),
    [
        ("j'ai pas encore de société", True),
        ("je suis un particulier, quelles aides ?", True),
        ("we do not have a company yet", True),
        ("notre société n'a pas de dettes", False),
        ("sans garantie, quelle société prête ?", False),
    ],
)
def test_there_may_be_no_company_yet(message: str, unfounded: bool) -> None:
    assert is_unfounded(message) is unfounded

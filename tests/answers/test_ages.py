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
        ("We're two people and the French company isn't set up yet", True),
        ("We're setting up an SAS in Rouen, 12 people by next year", True),
        ("could a brand new company get it?", True),
        ("our company has not been registered yet", True),
        ("on est en train de créer notre société à Caen, quels prêts ?", True),
        ("on lance une start-up dans le Doubs", True),
        ("ma société est en cours de création", True),
        ("notre filiale française n'existe pas encore", True),
        ("on n'est pas encore immatriculés", True),
        ("je veux monter ma boîte", True),
        ("j'ai créé une société il y a 3 ans", False),
        ("on a créé notre boîte en 2019", False),
        ("on crée 20 emplois dans notre entreprise", False),
        ("notre entreprise monte une usine", False),
        ("we are setting up a factory in Rouen", False),
        ("we started the company 6 years ago", False),
        ("une start-up de 12 personnes à Rouen, quels prêts ?", False),
        ("nous avons une filiale en Pologne", False),
        ("notre société n'a pas de dettes", False),
        ("sans garantie, quelle société prête ?", False),
    ],
)
def test_there_may_be_no_company_yet(message: str, unfounded: bool) -> None:
    assert is_unfounded(message) is unfounded

"""Free sentences to the fields that they hold, and nothing else."""

from datetime import date
from typing import Any

import pytest

from bot.intake.extraction import extract

TODAY = date(2026, 11, 22)
SENTENCES: list[tuple[str, dict[str, Any]]] = [
    (
        "On est Duval Sièges, 42 salariés à Vesoul, on veut rapatrier nos assises de Pologne, 1,2 M€",
        {
            "company": "Duval Sièges",
            "department": "70",
            "employees": 42,
            "product": "assises",
            "made_today": "Pologne",
            "investment": 1_200_000,
        },
    ),
    (
        "Bonjour, je suis Camille Duval de Duval Sièges à Vesoul (70). Nous fabriquons des assises en Chine et voulons"
        " relocaliser la production de nos assises, budget entre 1 et 2 millions d'euros, 12 emplois, pour mars 2027",
        {
            "company": "Duval Sièges",
            "contact": "Camille Duval",
            "department": "70",
            "product": "assises",
            "made_today": "Chine",
            "investment": [1_000_000, 2_000_000],
            "start": "2027-03",
            "jobs": 12,
        },
    ),
    (
        "Nous sommes une PME de 35 personnes basée à Audincourt, CA 5 M€. On souhaite ramener en France la fabrication"
        " de cartes électroniques (Vietnam).",
        {"department": "25", "employees": 35, "product": "cartes électroniques", "made_today": "Vietnam"},
    ),
    (
        "Entreprise : Duval Sièges\nEffectif : une quarantaine\nCommune : Vesoul\nBudget : 800 k€\nDémarrage : T2 2027",
        {
            "company": "Duval Sièges",
            "town": "70550",
            "employees": 40,
            "investment": 800_000,
            "start": "2027-Q2",
        },
    ),
    (
        "on est duval sièges, 42 salaries a vesoul, on veut rapatrier nos assises de pologne",
        {
            "company": "duval sièges",
            "department": "70",
            "employees": 42,
            "product": "assises",
            "made_today": "Pologne",
        },
    ),
    (
        "société Martin Mécanique SARL, SIREN 732 829 320, camille@martin.example, 06 12 34 56 78",
        {
            "company": "Martin Mécanique SARL",
            "siren": "732829320",
            "email": "camille@martin.example",
            "phone": "+33612345678",
        },
    ),
    (
        "we are Duval Seats, 42 employees in Vesoul, we want to bring back our seats from Poland, 1.2 million euros",
        {
            "company": "Duval Seats",
            "department": "70",
            "employees": 42,
            "product": "seats",
            "made_today": "Poland",
            "investment": 1_200_000,
        },
    ),
    (
        "on cherche des financements et des partenaires industriels, on a un prototype",
        {"stage": "prototype", "needs": ["funding", "partners"]},
    ),
    (
        "on a 12 salariés et on va embaucher 5 personnes d'ici 6 mois",
        {"employees": 12, "jobs": 5, "start": "2027-05"},
    ),
    ("2 500 000 € sur 3 ans, dont 500 k€ de subvention", {"investment": 2_500_000}),
    ("usine à Shenzhen, projet à Rouen (76)", {"department": "76"}),
    (
        "Hello, I'm Jane Miller from Miller Frames, we make bicycle frames in Taiwan and would like to produce them in"
        " Lille by Q3 2027, about 1.5 million euros, 12 jobs",
        {
            "company": "Miller Frames",
            "contact": "Jane Miller",
            "department": "59",
            "product": "bicycle frames",
            "made_today": "Taïwan",
            "investment": 1_500_000,
            "start": "2027-Q3",
            "jobs": 12,
        },
    ),
    (
        "SAS Lumière du Jura - Lons-le-Saunier - 18 salariés - luminaires LED fabriqués en Chine - 450 k€ - 6 emplois",
        {
            "company": "SAS Lumière du Jura",
            "department": "39",
            "employees": 18,
            "product": "luminaires LED",
            "made_today": "Chine",
            "investment": 450_000,
            "jobs": 6,
        },
    ),
    (
        "ma société Textiles du Nord emploie 130 personnes à Roubaix et je veux rapatrier la confection de vestes du"
        " Maroc pour 2028",
        {
            "company": "Textiles du Nord",
            "department": "59",
            "employees": 130,
            "product": "vestes",
            "made_today": "Maroc",
            "start": "2028",
        },
    ),
    ("on fait 3 millions de CA et on veut investir 500 k€", {"investment": 500_000}),
    ("rapatrier 30 % de notre production de roulements (Inde)", {"product": "roulements", "made_today": "Inde"}),
]
NOTHING = [
    "Quel est le montant du prêt ?",
    "Duval Sièges",
    "Assises de sièges",
    "CA de 5 M€",
    "Nous avons 12 clients en Allemagne",
    "entreprise fondée en 1998",
    "tolérance 2 mm sur 300 pièces",
    "on a exporté en Italie l'an dernier",
    "",
]


@pytest.mark.parametrize(("sentence", "fields"), SENTENCES)
def test_a_sentence_fills_what_it_holds(sentence: str, fields: dict[str, Any]) -> None:
    assert {finding.key: finding.value for finding in extract(sentence, TODAY)} == fields


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_sentence_that_holds_nothing_fills_nothing(sentence: str) -> None:
    assert extract(sentence, TODAY) == ()


def test_a_very_long_text_is_not_taken_apart() -> None:
    assert extract("On est Duval Sièges, 42 salariés à Vesoul. " * 100, TODAY) == ()

"""Invented applicants: what is true of each, and what they are like. Seeded: the same number is the same person."""

import random
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.catalogue.communes import Commune, commune_of, communes_at
from bot.catalogue.places import ACCELERATOR_REGIONS, DEPARTMENTS
from bot.intake.choices import NEEDS, STAGES

TODAY = date(2026, 11, 22)
_FIRST = "Camille Alice Karim Inès Jean-Marc Léa Mohamed Chloé Étienne Yasmine Paul Nadia Hélène Luc Aïcha Théo".split()
_LAST = "Duval Martin Bernard Le Goff Nguyen Petit Lefèvre Moreau Haddad Garnier Rousseau Diallo Fabre Ménard".split()
_KIND = ("Sièges", "Mécanique", "Plasturgie", "Électronique", "Textile", "Fonderie", "Bois", "Outillage", "Robotique")
_SUFFIX = ("", "", "", " SAS", " SARL", " Industrie", " & Fils")
_PRODUCTS = (
    "assises de sièges", "cartes électroniques", "pompes à chaleur", "cadres de vélo", "jouets en bois", "faisceaux",
    "pièces usinées en aluminium", "lampes de bureau", "moules pour injection plastique", "vestes techniques",
    "roulements", "batteries pour outillage", "luminaires", "robinets", "capteurs de pression", "bouchons en liège",
)  # fmt: skip
_COUNTRIES = ("Pologne", "Chine", "Roumanie", "Tunisie", "Turquie", "Vietnam", "Inde", "Maroc", "Portugal", "Taïwan")
_DESCRIPTIONS = (
    "Nous voulons rapprocher la production de nos clients et réduire les délais.",
    "Le but est de refaire ici ce que nous avions laissé partir il y a dix ans.",
    "Projet porté par deux associés, avec un atelier déjà repéré. Nous cherchons surtout à sécuriser la qualité.",
)
_PHONES = ("06 12 34 56 78", "07 68 12 34 56", "03 84 12 34 56", "01 42 12 34 56", "0692 12 34 56", "06 98 76 54 32")


@dataclass
class Applicant:
    """`truth` is by field key, as the application should hold it; a key left out is left open."""

    number: int
    chance: random.Random
    truth: dict[str, Any]
    town: Commune | None = None
    english: bool = False
    days: int = 0  # gone by since the first word
    said: set[str] = field(default_factory=set)  # keys told in a free sentence
    notes: list[str] = field(default_factory=list)  # what they did, for who looks into a wrong field


def an_applicant(seed: int, number: int) -> Applicant:
    """The person of that number."""
    chance = random.Random(f"{seed}-{number}")
    created = chance.random() < 0.85
    town = _town(chance)
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    truth: dict[str, Any] = {
        "company": f"{last} {chance.choice(_KIND)}{chance.choice(_SUFFIX)}" if created else None,
        "contact": f"{first} {last}",
        "email": _email(chance, first, last),
        "department": town.department.code,
        "product": chance.choice(_PRODUCTS),
        "stage": chance.choice(STAGES).key,
        "consent": "2026-11",
    }
    optional: dict[str, Any] = {
        "phone": _phone(chance),
        "employees": _count(chance, 3, 240),
        "made_today": chance.choice(_COUNTRIES),
        "investment": _amount(chance),
        "start": _start(chance),
        "jobs": _count(chance, 2, 45),
        "needs": [need.key for need in NEEDS if chance.random() < 0.4] or ["funding"],
        "description": chance.choice(_DESCRIPTIONS),
    }
    truth |= {key: value for key, value in optional.items() if chance.random() < 0.85}
    if created and chance.random() < 0.7:
        truth["siren"] = siren(chance)
    if chance.random() < 0.85:
        truth["town"] = town.code
    return Applicant(number, chance, truth, town, english=chance.random() < 0.1)


def siren(chance: random.Random) -> str:
    """A number whose check digit is right."""
    digits = [chance.randint(1, 9), *(chance.randint(0, 9) for _ in range(7))]
    doubled = [digit if at % 2 == 0 else sum(divmod(digit * 2, 10)) for at, digit in enumerate(digits)]
    return "".join(map(str, digits)) + str(-sum(doubled) % 10)


def _town(chance: random.Random) -> Commune:
    """Mostly in the four regions, of any size, villages that share their name with others among them."""
    four = {region.code for region in ACCELERATOR_REGIONS}
    inside = chance.random() < 0.9
    departments = [department.code for department in DEPARTMENTS if (department.region_code in four) is inside]
    while True:
        department = chance.choice(departments)
        found = communes_at(f"{department[:2]}{chance.randint(0, 99) * 10:03d}")
        large = [commune for commune in found if commune.inhabitants >= (2_000 if chance.random() < 0.7 else 50)]
        if large and (commune := commune_of(chance.choice(large).code)) and commune.department.code == department:
            return commune


def _email(chance: random.Random, first: str, last: str) -> str:
    plain = str.maketrans("éèêëïîçÉ -'", "eeeeiicE...")
    name = f"{first}.{last}".translate(plain).lower()
    domain = chance.choice(("gmail.com", "orange.fr", "laposte.net", "atelier.example", "duval.example", "outlook.fr"))
    return f"{name}@{domain}"


def _phone(chance: random.Random) -> str:
    number = chance.choice(_PHONES).replace(" ", "")
    return f"+262{number[1:]}" if number.startswith("0692") else f"+33{number[1:]}"


def _count(chance: random.Random, low: int, high: int) -> int | list[int]:
    count = chance.randint(low, high)
    if chance.random() < 0.15:
        return [count, count + chance.randint(1, 10)]
    return count if chance.random() < 0.7 else max(10, count // 10 * 10)


def _amount(chance: random.Random) -> int | list[int]:
    amount = chance.choice((150_000, 300_000, 450_000, 800_000, 1_200_000, 1_500_000, 2_000_000, 2_500_000, 3_400_000))
    return [amount, amount + 1_000_000] if chance.random() < 0.15 else amount


def _start(chance: random.Random) -> str:
    year = chance.choice((2027, 2028))
    return chance.choice(
        (f"{year}-{chance.randint(1, 12):02d}", f"{year}-Q{chance.randint(1, 4)}", str(year), f"{year}-S2", "2027-05")
    )

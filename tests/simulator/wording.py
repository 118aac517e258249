"""How an applicant types what is true: French formats, everyday words, dropped accents, slips of the fingers."""

import random
from typing import Any

from bot.catalogue.communes import communes_named
from bot.catalogue.folding import flat, fold
from bot.catalogue.formats import MONTHS_FR
from bot.catalogue.places import department_of
from bot.intake.choices import NEEDS, STAGES
from tests.simulator.people import Applicant

_TENS = {10: "une dizaine", 12: "une douzaine", 15: "une quinzaine", 20: "une vingtaine", 30: "une trentaine",
         40: "une quarantaine", 50: "une cinquantaine", 60: "une soixantaine", 100: "une centaine"}  # fmt: skip
_STAGE_WORDS = {
    "idea": ("on en est à l'idée", "juste une idée", "réflexion"),
    "study": ("étude de faisabilité", "l'étude est en cours", "en étude"),
    "prototype": ("on a un prototype", "prototype fait", "maquette"),
    "partners": ("on cherche des partenaires", "recherche de fournisseurs"),
    "ready": ("prêts à investir", "prêt a investir"),
    "running": ("déjà lancé", "c'est démarré"),
}
_NEED_WORDS = {"funding": "financement", "partners": "partenaires", "market": "étude de marché", "site": "un local",
               "skills": "recrutement", "technology": "des machines"}  # fmt: skip


def answer(person: Applicant, key: str) -> str | None:
    """What they type when asked for that field; None when they leave it open."""
    value = person.truth.get(key)
    if key not in person.truth or (value is None and key != "company"):
        return None
    return _ANSWERS[key](person, value) if key in _ANSWERS else str(value)


def count(chance: random.Random, value: int | list[int]) -> str:
    """« 42 », « une quarantaine », « entre 10 et 15 »."""
    if isinstance(value, list):
        return chance.choice(("entre {} et {}", "{} à {}", "de {} à {}", "{}-{}")).format(*value)
    if value in _TENS and chance.random() < 0.5:
        return _TENS[value]
    return chance.choice((f"{value}", f"{value}", f"environ {value}"))


def amount(chance: random.Random, value: int | list[int]) -> str:
    """« 1,2 M€ », « 800 k€ », « 1 200 000 € », « un million et demi »."""
    if isinstance(value, list):
        low, high = (f"{end / 1e6:g}".replace(".", ",") for end in value)
        return chance.choice((f"entre {low} et {high} millions", f"{low} à {high} M€", f"de {low} M€ à {high} M€"))
    if value == 1_500_000 and chance.random() < 0.3:
        return "un million et demi"
    millions, thousands = f"{value / 1e6:g}".replace(".", ","), value // 1_000
    spaced = f"{value:,}".replace(",", " ")
    if value >= 1_000_000:
        ways: tuple[str, ...] = (
            f"{millions} M€",
            f"{millions} millions d'euros",
            f"{spaced} €",
            f"{millions}M€",
            spaced,
        )
    else:
        ways = (f"{thousands} k€", f"{thousands}k€", f"{spaced} euros", f"{spaced} €", f"{thousands} 000 €")
    return chance.choice(ways)


def start(chance: random.Random, value: str) -> str:
    """« mars 2027 », « T2 2027 », « dans 6 mois »."""
    if value == "2027-05":
        return chance.choice(("dans 6 mois", "mai 2027", "05/2027", "d'ici 6 mois"))
    year, _, part = value.partition("-")
    if part.startswith("Q"):
        rank = "1er" if part == "Q1" else f"{part[1]}e"
        return chance.choice((f"T{part[1]} {year}", f"{rank} trimestre {year}"))
    if part == "S2":
        return chance.choice((f"S2 {year}", f"second semestre {year}"))
    if part:
        month = MONTHS_FR[int(part) - 1]
        return chance.choice((f"{month} {year}", f"{fold(month)} {year}", f"{part}/{year}", f"en {month} {year}"))
    return chance.choice((f"courant {year}", f"en {year}", year))


def place(person: Applicant, *, alone: bool = True) -> str:
    """A town by its name, with its department or postcode; a department alone when they tell no town."""
    chance, town = person.chance, person.town
    assert town is not None
    department = town.department
    if "town" not in person.truth:
        ways = [department.name, department.code, f"le {department.code}", f"{department.name} ({department.code})"]
        return chance.choice(ways[:2] if alone else [f"dans le département {department.code}"])
    precise = f"{town.name} ({department.code})"
    if len(communes_named(town.name)) > 1 or _is_department(town.name):
        return precise if not alone or chance.random() < 0.7 else town.name
    ways = [town.name, town.name, precise, f"{town.postcodes[0]} {town.name}"]
    if alone:
        ways += [fold(town.name), f"on est à {town.name}", f"à {town.name}", flat(town.name)]
    return chance.choice(ways)


def _is_department(name: str) -> bool:
    from bot.catalogue.places import DEPARTMENTS

    return flat(name) in {flat(department.name) for department in DEPARTMENTS}


def phone(chance: random.Random, value: str) -> str:
    """National or international, with any separators."""
    national = f"0{value[4:] if value.startswith('+262') else value[3:]}"
    pairs = [national[at : at + 2] for at in range(0, 10, 2)]
    ways = [" ".join(pairs), ".".join(pairs), "-".join(pairs), national, f"tel {' '.join(pairs)}"]
    if value.startswith("+33"):
        ways += [
            f"+33 {value[3]} {' '.join(pairs[1:])}",
            f"+33 (0){value[3]} {' '.join(pairs[1:])}",
            f"0033{value[3:]}",
        ]
    return chance.choice(ways)


def number(chance: random.Random, value: str) -> str:
    """A SIREN with spaces, dots or neither."""
    groups = [value[at : at + 3] for at in range(0, 9, 3)]
    return chance.choice((" ".join(groups), value, ".".join(groups), f"SIREN {' '.join(groups)}"))


def slip(chance: random.Random, text: str) -> str:
    """Two neighbouring letters exchanged inside a word, as on a phone."""
    at = chance.randrange(1, max(2, len(text) - 2))
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]


def _company(person: Applicant, value: Any) -> str:
    if value is None:
        return person.chance.choice(("pas encore créée", "elle n'est pas encore créée", "en cours de création"))
    return str(person.chance.choice((value, value, value, f"c'est {value}", f"« {value} »")))


def _contact(person: Applicant, value: str) -> str:
    return person.chance.choice((value, value, f"je m'appelle {value}", f"c'est {value}"))


def _email(person: Applicant, value: str) -> str:
    return person.chance.choice((value, value, value, f"mon mail : {value}", f"{value}.", value.capitalize()))


def _needs(person: Applicant, value: list[str]) -> str:
    ranks = [rank for rank, need in enumerate(NEEDS, 1) if need.key in value]
    words = [_NEED_WORDS[key] for key in value]
    listed = " et ".join(filter(None, (", ".join(words[:-1]), words[-1])))
    return person.chance.choice((", ".join(map(str, ranks)), listed, listed)) if len(ranks) > 1 else listed


def _stage(person: Applicant, value: str) -> str:
    label = next(stage.label.fr for stage in STAGES if stage.key == value)
    return person.chance.choice((label, label, fold(label), *_STAGE_WORDS[value]))


_ANSWERS: dict[str, Any] = {
    "company": _company,
    "siren": lambda person, value: number(person.chance, value),
    "contact": _contact,
    "email": _email,
    "phone": lambda person, value: phone(person.chance, value),
    "department": lambda person, _: place(person),
    "employees": lambda person, value: count(person.chance, value),
    "product": lambda person, value: person.chance.choice((value, f"des {value}" if value[0] != "o" else value, value)),
    "made_today": lambda person, value: person.chance.choice((value, f"en {value}" if value != "Portugal" else value)),
    "stage": _stage,
    "investment": lambda person, value: amount(person.chance, value),
    "start": lambda person, value: "mai 2027" if person.days and value == "2027-05" else start(person.chance, value),
    "jobs": lambda person, value: count(person.chance, value),
    "needs": _needs,
}


def opening(person: Applicant) -> str:
    """A free sentence with several things that are true; `person.said` tells which."""
    chance, truth = person.chance, person.truth
    pieces: list[str] = []
    if truth["company"]:
        pieces.append(
            chance.choice(("On est {}", "Nous sommes {}", "Ici {}", "Bonjour, nous sommes {}")).format(truth["company"])
        )
        person.said.add("company")
    if "employees" in truth and chance.random() < 0.7:
        pieces.append(
            chance.choice(("{} salariés", "{} personnes"))
            .format(count(chance, truth["employees"]))
            .replace("aine sal", "aine de sal")
            .replace("aine per", "aine de per")
        )
        person.said.add("employees")
    if chance.random() < 0.8 and "town" in truth:
        pieces.append(f"à {place(person, alone=False)}")
        person.said |= {"department", "town"}
    if chance.random() < 0.8:
        verb = chance.choice(
            (
                "on veut rapatrier nos",
                "nous voulons relocaliser la production de nos",
                "on souhaite fabriquer en France nos",
            )
        )
        country = (
            chance.choice(("de {}", "depuis {}", "(faits en {})"))
            if "made_today" in truth and "France" not in verb
            else ""
        )
        feminine = {"Pologne": "de Pologne", "Vietnam": "du Vietnam", "Maroc": "du Maroc", "Portugal": "du Portugal"}
        told = country.format(truth["made_today"]) if country else ""
        if told.startswith("de "):
            told = feminine.get(truth["made_today"], f"de {truth['made_today']}")
        pieces.append(f"{verb} {truth['product']} {told}".strip())
        person.said |= {"product", *(("made_today",) if told else ())}
    if "investment" in truth and chance.random() < 0.6:
        written = amount(chance, truth["investment"])
        if not any(unit in written for unit in ("€", "euro", "million")):
            written += " €"
        pieces.append(chance.choice(("{}", "budget {}", "investissement {}")).format(written))
        person.said.add("investment")
    if "jobs" in truth and chance.random() < 0.3:
        pieces.append(f"{count(chance, truth['jobs'])} emplois".replace("aine emplois", "aine d'emplois"))
        person.said.add("jobs")
    return ", ".join(pieces)


def listed(person: Applicant) -> str:
    """The same as lines « Effectif : 42 », as an assistant on a phone might paste."""
    chance, truth = person.chance, person.truth
    lines: list[str] = []
    for key, label in (("company", "Entreprise"), ("contact", "Contact"), ("email", "E-mail"), ("phone", "Tél"),
                       ("employees", "Effectif"), ("product", "Produit"), ("investment", "Budget")):  # fmt: skip
        if truth.get(key) and chance.random() < 0.8:
            written = str(truth[key]) if key in ("company", "contact", "email", "product") else str(answer(person, key))
            lines.append(f"{label} : {written}")
            person.said.add(key)
    return "\n".join(lines)


def department_name(code: str) -> str:
    """The name, for « Saint-Aubin (Jura) »."""
    department = department_of(code)
    return department.name if department else code

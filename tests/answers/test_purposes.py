"""What somebody wants to pay for is read in everyday words, in French or English."""

import pytest

from bot.answers.purposes import are_apart, purposes_in, wants_it_paid


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        ("le robot de soudure fait 280 000 euros, qui peut m'aider à payer", ["machines"]),
        ("de l'argent pour une presse à injecter neuve, 400k", ["machines"]),
        ("trois machines à coudre automatisées", ["machines"]),
        ("une bobineuse d'occasion", ["machines"]),
        ("une nouvelle fraiseuse 5 axes", ["machines"]),
        ("besoin de cash pour payer mes fournisseurs", ["trésorerie"]),
        ("baisser la facture de gaz", ["énergie"]),
        ("un nouveau bâtiment à Amiens", ["implantation"]),
        ("is there money for the moulds and tooling", ["machines"]),
        ("changer nos compresseurs et isoler l'atelier", ["énergie"]),
        ("une aide pour embaucher quand on rapatrie", ["recrutement"]),
        ("recruter 15 opérateurs, faut les former de zéro", ["recrutement", "formation"]),
        ("rachat d'un fournisseur à Vierzon", ["transmission"]),
        ("reprendre une usine qui ferme", ["transmission"]),
        ("plus de tréso, 200k pour acheter la matière", ["trésorerie"]),
        ("moderniser l'atelier", ["investissement"]),
        ("refaire l'atelier", ["investissement"]),
        ("former mes gars au montage", ["formation"]),
        ("embaucher deux soudeurs", ["recrutement"]),
        ("une cn d'occase", ["machines"]),
        ("la heureuse élue cherche une subvention", []),
        ("on fabrique des moules à gâteaux", []),
        ("quelle forme prend l'aide ?", []),
    ],
)
def test_everyday_words_lead_to_what_the_fields_call_it(text: str, purposes: list[str]) -> None:
    assert [purpose.topics[0] for purpose in purposes_in(text)] == purposes


@pytest.mark.parametrize(
    "text",
    [
        "le robot que je veux acheter fait 280 000 euros, qui peut m'aider à payer",
        "on veut changer nos compresseurs et isoler l'atelier, facture d'elec à 300k",
        "il nous faut deux presses à 400k, qui peut nous filer de l'argent",
        "y a des aides pour des machines à coudre",
        "who can help us pay for two presses",
        "former mes gars au montage y a des sous ?",
        "je dois former mes ouvriers, c'est payé par qui ?",
        "on veut former nos opérateurs, vous payez quoi ?",
        "on veut embaucher deux soudeurs y a une prime ?",
        "une prime à l'embauche ça existe ?",
        "sous pour une presse",
        "je veux une cn d'occase, on peut m'aider à payer ?",
        "c'est possible d'avoir des sous pour refaire l'atelier ?",
        "money to train my team?",
    ],
)
def test_who_tells_what_is_to_be_paid_for_wants_to_know_who_pays(text: str) -> None:
    assert wants_it_paid(text)


@pytest.mark.parametrize(
    "text",
    [
        "qui peut former mes salariés ?",
        "le crédit-bail, c'est mieux qu'un prêt pour une presse ?",
        "on a un moule en Chine, on voudrait le rapatrier",
        "combien de machines à l'atelier ?",
        "je cherche un sous-traitant pour des moules",
        "combien coûte une presse à injecter ?",
        "je veux vendre ma machine",
        "quel est le montant maximum d'une aide",
        "former une équipe prend combien de temps ?",
        "qui forme au soudage à Besançon ?",
        "la prime Macron c'est quoi ?",
        "mes gars sont démotivés",
    ],
)
def test_other_needs_want_no_list_of_schemes(text: str) -> None:
    assert not wants_it_paid(text)


@pytest.mark.parametrize(
    "text",
    [
        "qui paie la formation de mes gars sur les nouvelles machines ?",
        "former une équipe à régler une presse",
        "on veut former deux opérateurs à piloter un robot",
        "a grant to train two people to run a lathe",
    ],
)
def test_what_people_are_trained_for_is_not_bought(text: str) -> None:
    assert [purpose.topics[0] for purpose in purposes_in(text)] == ["formation"]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("embaucher deux personnes et acheter une presse", True),
        ("une machine neuve et de la trésorerie", True),
        ("former les gars et acheter un robot", True),
        ("recruter et former", True),
        ("hiring two people and buying a robot", True),
        ("une presse et un robot", False),
        ("un bâtiment et une machine", False),
        ("une machine qui consomme moins d'énergie", False),
        ("un prototype de machine", False),
        ("former deux personnes", False),
    ],
)
def test_needs_are_apart_when_each_has_its_own_schemes(text: str, apart: bool) -> None:
    assert are_apart(purposes_in(text)) is apart

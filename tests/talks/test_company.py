"""What a person told of their company holds for the rest of the talk."""

from datetime import date

import pytest

from bot.answers.company import UNKNOWN, Company, company_told, only_tells
from bot.answers.types import Answer, Context
from bot.store.database import Database
from tests.answers.invented import TODAY, answerer_on
from tests.talks.story import Talk


@pytest.fixture
def talk(sqlite_database: Database) -> Talk:
    """A person who talks to the real answerer."""

    def answer(question: str, context: Context, _today: date, _id: str) -> Answer:
        return answerer_on().answer(question, context, TODAY)

    return Talk(sqlite_database, answer=answer)


@pytest.mark.parametrize(
    ("message", "region", "heads"),
    [
        ("je fabrique en Chine et je voudrais rapatrier la production dans le Jura", "Bourgogne-Franche-Comté", 0),
        ("bonjour, 12 salariés à Dole", "Bourgogne-Franche-Comté", 12),
        ("we are a 40 people company in Rouen", "Normandie", 40),
        ("pme textile 180 pers Roubaix", "Hauts-de-France", 180),
        ("nous voulons une usine à Vesoul, 30 emplois", "Bourgogne-Franche-Comté", 0),
        ("quelles aides en Normandie ?", "", 0),
        ("je cherche un sous-traitant en Normandie", "", 0),
        ("on vend surtout en Île-de-France", "", 0),
        ("on peut cumuler avec une aide de la région Normandie ?", "", 0),
        ("on a une usine dans l'Eure et une dans le Nord", "", 0),
        ("une PME de 300 salariés peut-elle avoir PM'up ?", "", 0),
    ],
)  # fmt: skip
def test_only_what_is_said_of_oneself_is_kept(message: str, region: str, heads: int) -> None:
    told = company_told(message, UNKNOWN)
    assert (told.region, told.heads) == (region, (heads, heads) if heads else None)


def test_who_says_where_they_are_moves_and_who_only_speaks_of_a_place_does_not() -> None:
    known = Company(region="Normandie", departments=("76",), towns=("rouen",), heads=(12, 12))
    assert company_told("on pourrait aussi produire dans le Jura", known) == known
    moved = company_told("non, notre usine est à Lille", known)
    assert (moved.region, moved.towns, moved.heads) == ("Hauts-de-France", ("lille",), (12, 12))


@pytest.mark.parametrize(
    "message",
    [
        "Nous appartenons à un groupe familial de 310 salariés au total. Sommes-nous encore une PME ?",
        "avec le groupe on fait 310 salariés",
        "310 salariés au niveau du groupe",
        "notre client emploie 500 personnes",
        "our customer has 2,000 employees",
        "on veut racheter une boîte de 40 salariés",
        "la société que nous voulons reprendre compte 25 salariés",
        "nous serons 120 salariés dans deux ans",
        "l'objectif est d'atteindre 150 salariés",
        "d'ici 2028 on sera 130",
        "we will be 120 people by 2028",
        "notre maison mère a 1200 salariés",
    ],
)
def test_the_heads_of_others_or_of_later_are_not_the_companys(message: str) -> None:
    assert company_told(message, Company(heads=(90, 90))).heads == (90, 90)


@pytest.mark.parametrize(
    "message",
    [
        "PME de 60 salariés appartenant à un groupe de 310 personnes",
        "nous avons 60 salariés, dans un groupe de 310 salariés",
        "filiale de 60 salariés d'un groupe de 310 salariés",
        "groupe de 310 salariés, mais nous sommes 60 ici",
        "nous sommes un groupe de 60 salariés",
        "on est 60 salariés au total",
        "we are 60 people, part of a group of 310 employees",
        "nous sommes 60 et on en prévoit 90",
        "je suis fournisseur automobile avec 60 salariés",
        "nous sommes 60 salariés et voulons reprendre un concurrent",
        "PME de 60 salariés on veut racheter une machine",
        "nous sommes 60 salariés pourrions-nous avoir une aide",
    ],
)
def test_the_heads_of_the_company_are_told_beside_those_of_others(message: str) -> None:
    assert company_told(message, Company(heads=(90, 90))).heads == (60, 60)


@pytest.mark.parametrize("message", ["12 salariés à Dole", "PME de 40 personnes à Lille", "on est 35"])
def test_telling_is_no_question(message: str) -> None:
    assert only_tells(message)


@pytest.mark.parametrize("message", ["on est 35 à Dole, quelles aides ?", "35 salariés c'est trop ?", "bonjour"])
def test_asking_is_no_telling(message: str) -> None:
    assert not only_tells(message)


def test_what_was_told_first_narrows_a_list_that_is_asked_for_later(talk: Talk) -> None:
    talk.expect(
        """
        > bonjour, 12 salariés à Toulouse
        < C'est noté : en Occitanie, 12 salariés
        < [Quelles aides en Occitanie ?]
        > merci
        > quelles aides pour une machine ?
        < en Occitanie
        < 12 salariés
        """
    )


def test_another_place_is_asked_of_for_once(talk: Talk) -> None:
    talk.expect(
        """
        > nous sommes à Toulouse
        < en Occitanie
        > quelles aides en Bretagne ?
        < en Bretagne
        > quelles aides de l'État ou de la Région pour acheter une machine ?
        < en Occitanie
        """
    )


def test_what_the_talk_knows_of_the_company_is_noted_when_the_form_opens(talk: Talk) -> None:
    talk.expect(
        """
        > bonjour, on est 12 à Toulouse
        > je veux candidater
        < Commune : Toulouse (Haute-Garonne)
        < Effectif : 12
        < Comment s'appelle votre entreprise ?
        """
    )


def test_what_is_said_in_the_form_goes_before_what_the_talk_knows(talk: Talk) -> None:
    talk.expect(
        """
        > bonjour, on est 12 à Toulouse
        > je veux candidater, on est 15 à Dole
        < Commune : Dole (Jura)
        < Effectif : 15
        """
    )

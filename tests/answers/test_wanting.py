"""The reply to the question what is sought, and to « dites-moi ce qu'il y a à payer »."""

import pytest

from bot.answers.types import Language
from bot.answers.wanting import sought_by, tells_purpose
from tests.answers.talking import talk

AIDS = ["une aide", "plutôt une subvention", "des financements", "ben un prêt", "une aide pour une machine"]
PARTNERS = ["un partenaire", "un partenaire pour du moulage", "un sous-traitant en usinage", "je cherche un fabricant"]
SERVICE = ["l'accélérateur", "plutôt l'accélérateur", "accélérateur relocalisation"]


@pytest.mark.parametrize(
    ("message", "question"),
    [
        *((message, "Quelles aides") for message in AIDS),
        *((message, "Quels partenaires") for message in PARTNERS),
        *((message, "C'est quoi l'accélérateur") for message in SERVICE),
    ],
)
def test_a_bare_reply_says_what_is_sought(message: str, question: str) -> None:
    assert sought_by(message, "", Language.FRENCH).startswith(question)


@pytest.mark.parametrize(
    "message",
    [
        "c'est quoi une aide ?",
        "une aide à quel taux",
        "l'aide est versée après la facture",
        "qui fait du moulage",
        "merci",
        "on est 22",
        "je veux parler de l'accélérateur avec un conseiller de la CCI",
        "l'accélérateur, combien ?",
    ],
)
def test_another_message_is_no_reply(message: str) -> None:
    assert not sought_by(message, "", Language.FRENCH)


@pytest.mark.parametrize(
    "message",
    [
        "une machine de fonderie sous pression, genre 400k",
        "je te réponds : une machine à couler l'alu, 400 000 €",
        "former trois opérateurs",
        "une presse à injecter",
        "a new press, about 200k",
        "embaucher deux soudeurs",
        "des robots et des moules",
        "on veut acheter un four",
    ],
)
def test_what_is_to_be_paid_for_is_told(message: str) -> None:
    assert tells_purpose(message)


@pytest.mark.parametrize(
    "message",
    [
        "on fabrique des moules",
        "on fait des machines agricoles",
        "j'ai acheté une machine l'an dernier",
        "une machine d'occasion, ça passe ?",
        "quelle machine",
        "we make robots",
        "en Normandie",
        "40 salariés",
    ],
)
def test_something_else_is_told(message: str) -> None:
    assert not tells_purpose(message)


def test_a_reply_to_the_question_what_is_sought_is_an_answer() -> None:
    company = "On est 22 à Nantes"
    asked, aids = talk(company, "une aide pour une machine")
    _, partners = talk(company, "un partenaire pour de l'usinage")
    assert "Cherchez-vous" in asked.text
    assert aids.thread is not None
    assert aids.thread.wish is not None
    assert aids.thread.wish.topics
    assert partners.thread is not None
    assert partners.thread.partner_wish is not None


def test_what_is_paid_for_narrows_the_list_for_which_it_was_asked() -> None:
    _, narrowed = talk("quelles aides à Nantes ?", "une machine pour couler nos pièces, genre 400k")
    assert narrowed.thread is not None
    assert narrowed.thread.wish is not None
    assert narrowed.thread.wish.topics
    assert narrowed.thread.wish.spending == 400_000

"""A scheme of some departments only is kept from who is elsewhere, and it is said that it does not hold there."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers.company import UNKNOWN, Company, company_told
from bot.answers.types import Answer, Context, Thread
from tests.answers.invented import TODAY, answerer_on

FOLDER = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"
LAVAL = Company(region="Pays de la Loire", departments=("53",), towns=("laval",))
NANTES = Company(region="Pays de la Loire", departments=("44",), towns=("nantes",))
NOT_THERE = (
    "vaut seulement pour Loire-Atlantique (44), Maine-et-Loire (49) et Vendée (85) : Mayenne (53) n'en fait pas partie."
)


def ask(question: str, context: Context | None = None) -> Answer:
    """An answer on the invented folder that is developed on."""
    return answerer_on(FOLDER).answer(question, context or Context(), TODAY)


def after(question: str, message: str, company: Company | None = None) -> Answer:
    """What a message is answered after a question of the same talk."""
    context = Context(thread=Thread(), company=company or Company())
    first = ask(question, context)
    return ask(message, replace(context, thread=first.thread, subjects=first.subjects))


def test_the_place_of_the_message_or_of_the_company_filters_by_department() -> None:
    question = "quelles subventions pour changer ma chaudière ?"
    assert "Prime Marais" in ask("quelles subventions pour changer ma chaudière à La Roche-sur-Yon ?").text
    away = ask("quelles subventions pour changer ma chaudière à Laval ?").text
    assert "Prime Marais" not in away
    assert "Prime Marais" in ask(question, Context(company=NANTES)).text
    assert "Prime Marais" not in ask(question, Context(company=LAVAL)).text


def test_what_is_left_out_is_said_in_one_clause() -> None:
    text = ask("quelles aides pour l'énergie dans la Mayenne ?").text
    assert "Prime Marais" not in text
    assert "Un autre ne vaut que dans d'autres départements." in text


@pytest.mark.parametrize(
    ("message", "company"),
    [
        ("ça marche chez moi ? (Laval)", None),
        ("et à Laval ?", None),
        ("ça vaut pour la Mayenne ?", None),
        ("c'est valable à Laval ?", None),
        ("ça couvre la Mayenne ?", None),
        ("ça marche chez moi ?", LAVAL),
        ("j'y ai droit chez nous ?", LAVAL),
    ],
)
def test_it_is_said_first_that_the_department_is_not_covered(message: str, company: Company | None) -> None:
    assert NOT_THERE in after("c'est quoi la Prime Marais ?", message, company).text


@pytest.mark.parametrize(
    "message", ["ça marche chez moi ? (Nantes)", "c'est valable à La Roche-sur-Yon ?", "combien ?"]
)
def test_nothing_is_denied_where_it_holds(message: str) -> None:
    answer = after("c'est quoi la Prime Marais ?", message)
    assert "n'en fait pas partie" not in answer.text
    assert "Marais" in answer.text


def test_a_named_scheme_is_not_covered_where_the_company_says_that_it_is() -> None:
    assert NOT_THERE in ask("La Prime Marais, ça marche à Laval ?").text
    assert NOT_THERE in ask("la Prime Marais, ça marche chez nous ?", Context(company=LAVAL)).text
    assert "n'en fait pas partie" not in ask("la Prime Marais, ça marche chez nous ?", Context(company=NANTES)).text


def test_who_tells_both_that_there_is_no_company_and_how_many_they_are_has_none_yet() -> None:
    told = company_told("We're two people and the French company isn't set up yet.", UNKNOWN)
    assert told.unfounded
    assert told.heads == (2, 2)
    assert not company_told("on est 12 salariés", told).unfounded


def test_an_amount_told_apart_is_what_the_project_costs() -> None:
    text = ask("on monte une société à Nantes, 8 personnes, 300 000 €, quels prêts ?").text
    assert "pour un projet de 300 000 €" in text
    assert "pour un projet" not in ask("quels prêts de 300 000 € à Nantes ?").text


def test_a_company_yet_to_be_created_is_told_what_asks_for_years() -> None:
    text = ask("je n'ai pas encore de société, quel prêt pour une machine ?").text
    assert "Chantournage" not in text
    assert "Un autre demande une entreprise qui existe depuis plus longtemps." in text
    assert "Chantournage" in ask("quel prêt pour une machine ?").text

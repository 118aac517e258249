"""Who tells what is to be paid for gets the schemes for it, then asks of each of them, on the invented knowledge."""

from pathlib import Path

import pytest

from bot.answers.company import UNKNOWN, Company, company_told
from bot.answers.types import Answer, Context, Reason, Thread
from tests.answers.invented import TODAY, answerer_on

FOLDER = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


def ask(question: str, context: Context | None = None) -> Answer:
    return answerer_on(FOLDER).answer(question, context or Context(), TODAY)


def talk(*messages: str) -> Answer:
    """The answer to the last of them."""
    thread, company, answer = Thread(), company_told(messages[0], UNKNOWN), ask(messages[0], Context(thread=Thread()))
    for message in messages[1:]:
        thread = answer.thread or thread
        answer = ask(message, Context(thread=thread, company=company))
        company = company_told(message, company)
    return answer


MACHINES = """on veut acheter deux presses à Nantes, 12 salariés, qui peut nous aider ?
le robot que je veux acheter fait 280 000 euros, qui peut m'aider à payer
de l'argent pour une presse à injecter neuve, 90k
is there money for moulds and tooling?
il nous faut une bobineuse, y a des aides ?
une machine à coudre automatisée, qui finance ?
quelles aides quand on rapatrie, pour l'outillage ?"""


@pytest.mark.parametrize("question", MACHINES.splitlines())
def test_machines_moulds_and_tooling_are_equipment(question: str) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert "(machines" in answer.text
    assert "Prêt Chantournage 2026" in answer.text


def test_treasury_is_no_investment() -> None:
    answer = ask("on n'a plus de tréso, il nous faut 60 000 € pour acheter la matière")
    assert "Prêt Bastide" in answer.text
    assert "Bonus Outillage" not in answer.text


@pytest.mark.parametrize(
    "question",
    ["je veux reprendre une usine qui ferme à Toulon, quelles aides ?", "une usine fermée à racheter, qui finance ?"],
)
def test_a_plant_that_shuts_asks_for_no_closed_scheme(question: str) -> None:
    answer = ask(question)
    assert "Garantie Cabestan" in answer.text
    assert "clos" not in answer.text


def test_a_scheme_for_smaller_companies_does_not_match() -> None:
    assert "Bonus Outillage" not in ask("aides pour l'outillage, on est 150").text


def test_who_has_no_company_yet_is_told_that_it_comes_first() -> None:
    text = ask("j'ai pas encore de société, qui peut financer mes moules ?").text
    assert "une fois votre société créée" in text
    assert "correspondent" not in text


def test_what_excludes_second_hand_equipment_is_no_match_for_it() -> None:
    answer = ask("aides pour une machine d'occasion")
    assert answer.reason is Reason.NOT_IN_KNOWLEDGE
    assert "Aucun dispositif de ma base ne correspond (machines, matériel d'occasion)" in answer.text


@pytest.mark.parametrize(
    "question", ["quelles aides en Normandie pour des moules ?", "on veut acheter un robot à Rouen, qui finance ?"]
)
def test_a_region_that_is_not_covered_still_has_what_holds_everywhere(question: str) -> None:
    answer = ask(question)
    assert answer.reason is Reason.NOT_IN_KNOWLEDGE
    assert answer.text.startswith("Je n'ai pas d'information pour la région Normandie")
    assert "Bonus Outillage" in answer.text
    assert "Ressort Loire" not in answer.text


def test_a_region_told_before_and_not_covered_is_not_asked_for_again() -> None:
    answer = ask("quelles aides de la région ?", Context(company=Company(region="Occitanie")))
    assert answer.reason is Reason.NOT_IN_KNOWLEDGE
    assert "Occitanie" in answer.text
    assert "il me faut votre région" not in answer.text


LIST = "on veut acheter deux presses à Nantes, 12 salariés, qui peut nous aider ?"


@pytest.mark.parametrize("question", ["ok et combien", "c'est combien maximum", "et combien max ?"])
def test_how_much_is_said_of_each_scheme_of_the_list(question: str) -> None:
    text = talk(LIST, question).text
    assert "Bonus Outillage : 90 000 € au maximum" in text
    assert "Le CIGI prend en compte 350 000 €" in text


def test_who_says_nothing_of_a_side_is_named() -> None:
    text = talk(LIST, "c'est cumulable ?").text
    assert "non cumulable avec le Bonus Outillage" in text
    assert "La fiche ne le dit pas pour Ressort Loire" in text


def test_a_list_is_filtered_within() -> None:
    text = talk(LIST, "laquelle est une vraie subvention là-dedans ?").text
    assert "(subvention, machines, 12 salariés)" in text
    assert "Prêt Chantournage" not in text


def test_a_list_stays_behind_one_of_its_schemes() -> None:
    text = talk(LIST, "le deuxième c'est quoi ?", "et à Limoges y a autre chose ?").text
    assert "en Nouvelle-Aquitaine (machines, 12 salariés)" in text


def test_what_the_talk_told_of_the_company_still_holds() -> None:
    text = talk("j'ai pas encore de société, qui peut financer mes moules ?", "quelles aides pour recruter ?").text
    assert "une fois votre société créée" in text


def test_what_is_open_is_told_after_a_closed_scheme() -> None:
    text = talk("c'est quoi le Fonds Écorce ?", "et sinon qu'est-ce qui est ouvert maintenant ?").text
    assert "(ouverts, investissement)" in text
    assert "Bonus Outillage" in text


def test_a_least_amount_is_told_on_the_lines_of_the_list() -> None:
    assert "à partir de 20 000 € de dépenses" in ask("quelles aides pour des moules, minimum d'investissement ?").text


def test_other_aids_are_looked_for_in_the_same_place() -> None:
    assert "dans les Pays de la Loire (énergie" in talk(LIST, "toutes les aides pour l'énergie").text

"""What a person tells of their company narrows a list; a product that no scheme speaks of never empties it."""

from pathlib import Path

import pytest

from bot.answers.profiles import asks_the_region, wants_help
from bot.answers.types import Answer, Context, Reason
from tests.answers.invented import TODAY, answerer_on

FOLDER = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


def ask(question: str, context: Context | None = None) -> Answer:
    """An answer on the invented folder that is developed on."""
    return answerer_on(FOLDER).answer(question, context or Context(), TODAY)


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        (
            "12 salariés, j'ai besoin d'un petit prêt de 40 000 € pour moderniser l'atelier à Angoulême, lequel ?",
            "Prêt Bastide (Région Nouvelle-Aquitaine) : prêt, ≤ 150 000 €",
            "Cap Pignada",
        ),
        (
            "Je rapatrie une ligne de parapluies à Limoges, 40 salariés, la Région peut-elle payer une partie ?",
            "Cap Pignada (Région Nouvelle-Aquitaine) : subvention, ≤ 240 000 €",
            "Prêt Bastide",
        ),
        (
            "je fabrique des flûtes à bec au Vietnam, je veux revenir dans le Var, quelles aides ?",
            "Tremplin Calanque",
            "Aide Lavandin",
        ),
        ("Je fais des seaux à Hyères, the region can wait, can the region lend?", "Tremplin Calanque", "Sites Étoile"),
    ],
)
def test_place_size_nature_and_amount_narrow_the_list_and_closed_ones_are_left_out(
    question: str, holds: str, lacks: str
) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert holds in answer.text
    assert lacks not in answer.text


def test_a_product_that_no_scheme_speaks_of_is_said_in_the_letters_of_the_person() -> None:
    text = ask("je fabrique des flûtes au Vietnam, je veux revenir dans le Var, quelles aides ?").text
    assert "Aucun dispositif de ma base ne vise « flûtes » en particulier." in text
    assert "Vietnam" not in text


def test_what_is_asked_about_still_refuses_a_list_of_something_else() -> None:
    assert ask("quelles aides pour élever des lamas et des autruches dans le Var ?").abstained


def test_the_region_is_asked_for_when_the_regional_council_is_meant_and_no_place_is_told() -> None:
    question = "j'ai 8 salariés et je veux acheter une presse, la région aide ?"
    answer = ask(question)
    assert answer.reason is Reason.NEEDS_DETAIL
    assert "Pays de la Loire" in answer.choices
    there = ask(question, Context(region="Pays de la Loire"))
    assert "Région Pays de la Loire" in there.text


@pytest.mark.parametrize(
    "question", ["la Région peut-elle me prêter ?", "la région aide ?", "la Région va-t-elle financer mon four ?"]
)
def test_the_region_as_a_payer_is_heard(question: str) -> None:
    assert asks_the_region(question)


@pytest.mark.parametrize(
    "question", ["dans quelle région est-ce ?", "lequel est ouvert ?", "le prêt de la Région est à quel taux ?"]
)
def test_other_words_of_region_ask_for_no_list(question: str) -> None:
    assert not wants_help(question)

"""Who tells of a project is told where to begin; who asks for something in particular is answered that."""

from pathlib import Path

import pytest

from bot.answers.opening import asks_where_to_begin, only_tells_of_a_project
from bot.answers.types import Answer, Context, Thread
from tests.answers.invented import TODAY, answerer_on

SHIPPED = Path(__file__).parents[2] / "knowledge"
BEGINNING = "faq/relocaliser-par-ou-commencer.md"


def _ask(question: str, context: Context | None = None) -> Answer:
    return answerer_on(SHIPPED).answer(question, context or Context(), TODAY)


@pytest.mark.parametrize(
    "message",
    [
        "Bonjour, on fabrique des sièges en Pologne et on voudrait revenir à Vesoul, par quoi commencer ?",
        "Je produis en Chine et je veux rapatrier ma production, comment vous pouvez m'aider ?",
        "on veut ramener notre fabrication de Roumanie, vous faites quoi pour nous ?",
        "mon sous-traitant chinois me lâche, je dois trouver un remplaçant en France",
        "on a un moule en Chine, on voudrait le rapatrier",
        "bonjour, on est 35 à Saint-Claude, on fait des lampes, le moulage est fait en Chine",
        "on est une PME de 60 personnes à Dole, on voudrait ramener de Chine le moulage de nos capots",
        "I make furniture in Vietnam and want to move production to France. Where do I start?",
    ],
)
def test_who_tells_of_a_project_is_told_where_to_begin(message: str) -> None:
    answer = _ask(message)
    assert not answer.abstained
    assert answer.citations[0].origin.file == BEGINNING
    assert answer.question == message


@pytest.mark.parametrize(
    "message",
    [
        "par où commencer pour financer mon projet de relocalisation ?",
        "à qui s'adresse l'accélérateur relocalisation ?",
        "Quel est le prix exact de l'accélérateur relocalisation ?",
        "Quelles aides la Région Bretagne donne-t-elle pour rapatrier un atelier ?",
        "comment trouver un bobineur pour relocaliser nos moteurs ?",
    ],
)
def test_who_asks_for_something_in_particular_is_not(message: str) -> None:
    assert not asks_where_to_begin(message)
    assert not only_tells_of_a_project(message)


def test_a_question_without_a_subject_is_of_the_service_unless_something_was_talked_of() -> None:
    alone = _ask("c'est gratuit ?")
    assert "L'accélérateur relocalisation est payant" in alone.text
    assert alone.question == "c'est gratuit ?"
    talked = Context(thread=Thread(subjects=("financements/pret-vert",)), subjects=("financements/pret-vert",))
    assert "accélérateur" not in _ask("c'est pour qui ?", talked).text


@pytest.mark.parametrize(
    "question", ["combien font 18 % de 2 340 ?", "Qui fait du bobinage ?", "quelles aides pour moi ?"]
)
def test_other_short_questions_are_not_of_the_service(question: str) -> None:
    assert "L'accélérateur relocalisation" not in _ask(question).text

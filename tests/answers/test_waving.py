"""What is waved away is not looked for; who only says what they make is asked for the operations."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers.types import Context, Reason, Thread
from bot.answers.waving import without_the_rejected
from tests.answers.invented import TODAY, answerer_on

FOLDER = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("une salle blanche ?? moi c'est des lampes", "moi c'est des lampes"),
        ("le pôle véhicule c'est pour les voitures non ? moi c'est des lampes", "moi c'est des lampes"),
        ("the vehicle cluster is for cars, right? we make lamps", "we make lamps"),
        ("a clean room?! we make lamps", "we make lamps"),
        ("du soudage ?! non, on coud des sacs", "non, on coud des sacs"),
        ("j'ai dit pas les voitures. qui peut m'aider dans le 39", "qui peut m'aider dans le 39"),
        ("laisse tomber la fonderie. qui moule du plastique ?", "qui moule du plastique ?"),
        ("pas de la tôle mais du plastique, qui fait ça ?", "du plastique, qui fait ça ?"),
        ("I said not welding, who assembles electronic boards?", "who assembles electronic boards?"),
    ],
)
def test_what_is_waved_away_is_left_out(message: str, rest: str) -> None:
    assert without_the_rejected(message) == rest


@pytest.mark.parametrize(
    "message",
    [
        "c'est que pour les grosses boîtes non ? nous on est 12",
        "pas loin de Lons, qui moule du plastique ?",
        "j'ai pas de câbleur, vous en connaissez ?",
        "on n'a pas d'atelier de peinture, qui peut peindre ?",
        "c'est pour les PME, non ?",
        "un bobineur ?? à Dole",
        "c'est quoi ?? je comprends pas",
        "je cherche une fonderie, pas trop chère",
        "la CCI c'est gratuit non ? et où je signe ?",
    ],
)
def test_other_messages_are_whole(message: str) -> None:
    assert without_the_rejected(message) == message


def test_the_operations_are_asked_for_and_the_partner_waved_away_is_not_shown_again() -> None:
    answerer, context = answerer_on(FOLDER), Context(thread=Thread())
    first = answerer.answer("qui fait de la fonderie vers Manosque ?", context, TODAY)
    assert "Fonderie du Verdon" in first.text
    context = replace(context, thread=first.thread, subjects=first.subjects)
    text = answerer.answer("une fonderie ?? moi c'est des parapluies", context, TODAY).text
    assert "Fonderie du Verdon" not in text
    assert "Dites-moi les opérations" in text
    alone = answerer.answer("une fonderie ?? moi c'est des parapluies", Context(), TODAY)
    assert alone.reason is Reason.NEEDS_DETAIL

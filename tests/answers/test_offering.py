"""A refusal names its subject, says what is known of it and whom to ask, and holds no figure."""

from pathlib import Path

import pytest

from bot.answers.offering import sides_of
from bot.answers.types import Answer, Context, Reason
from bot.answers.wording import say
from tests.answers.invented import TODAY, answerer_on

INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


def _answer(question: str) -> Answer:
    return answerer_on(INVENTED).answer(question, Context(), TODAY)


def test_the_subject_its_contact_and_what_is_known_are_named() -> None:
    answer = _answer("Quel est le délai d'instruction du Bonus Outillage ?")
    assert (answer.abstained, answer.reason, answer.citations) == (True, Reason.NOT_IN_KNOWLEDGE, ())
    assert answer.text.startswith("Je n'ai pas cette information dans ma base.")
    assert "Agence Solstice, bureau des ateliers" in answer.text
    assert (
        "Sur Bonus Outillage, je peux vous dire le montant, pour qui c'est ou comment faire la demande." in answer.text
    )
    assert answer.suggestions[0] == "Bonus Outillage : quel montant ?"


def test_a_closed_scheme_is_said_to_be_closed_without_a_figure() -> None:
    answer = _answer("combien de dossiers refusés par le Fonds Écorce ?")
    assert answer.abstained
    assert "c'est clos" in answer.text
    assert not any(letter.isdigit() for letter in answer.text)


def test_an_english_refusal_offers_in_english() -> None:
    answer = _answer("How long does the Bonus Outillage take to decide on a file?")
    assert answer.abstained
    assert "About Bonus Outillage, I can tell you" in answer.text
    assert all(text.startswith("Bonus Outillage:") for text in answer.suggestions)


def test_a_refusal_without_a_subject_offers_nothing() -> None:
    assert _answer("Quel âge a le directeur de l'usine ?").suggestions == ()


@pytest.mark.parametrize("scheme", answerer_on(INVENTED)._catalogue.schemes, ids=lambda scheme: scheme.id)
def test_what_is_offered_is_answered(scheme: object) -> None:
    catalogue = answerer_on(INVENTED)._catalogue
    record = next(one for one in catalogue.schemes if one is scheme)
    for side in sides_of(record, catalogue.passages_of(record.id), (), TODAY):
        question = say(f"ask_{side}", _answer("bonjour").language, name=record.title)
        assert not _answer(question).abstained, question


@pytest.mark.parametrize(
    "question",
    ["Chambre du Levant Aquilon : quel contact ?", "où se trouve l'Institut Résine-Sud ?", "c'est quoi l'IRS ?"],
)
def test_a_named_partner_answers_for_itself(question: str) -> None:
    assert _answer(question).citations[0].origin.file == "partenaires/partenaires.csv"

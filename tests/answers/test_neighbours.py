"""What a question is about, voted for by the ways of asking that share words with it."""

import pytest

from bot.answers.neighbours import Neighbours
from bot.catalogue.models import Page


def page(name: str, title: str, *questions: str) -> Page:
    return Page(id=name, file=f"{name}.md", titre=title, questions=questions)


def records() -> list[Page]:
    return [
        page("donnees", "Que gardez-vous de moi ?", "qui lit mes messages", "mes chiffres sont-ils gardés"),
        page("prix", "Combien cela coûte ?", "c'est cher ?", "quel prix pour une entreprise"),
    ]


def test_those_that_share_words_vote_for_their_record() -> None:
    votes = Neighbours(records()).votes("les chiffres dans mes messages vont chez qui ?")
    assert next(iter(votes)) == "donnees"
    assert sum(votes.values()) == pytest.approx(1)


@pytest.mark.parametrize("question", ["", "zzz", "blockchain"])
def test_nobody_votes_for_what_shares_no_word(question: str) -> None:
    assert not any(Neighbours(records()).votes(question).values())


def test_a_release_without_records_has_no_neighbours() -> None:
    assert Neighbours([]).votes("combien ?") == {}

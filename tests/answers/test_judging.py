from dataclasses import replace

import pytest

from bot.answers.judging import Outcome, holds
from bot.answers.types import Language
from tests.answers.examined import answered, expected, judged, refused


@pytest.mark.parametrize(
    ("text", "wanted", "held"),
    [
        ("Il va jusqu'à 90 000 €.", "90 000 €", True),
        ("Fermé le 30 JUIN 2027", "30 juin 2027", True),
        ("sur 15 ans", "5 ans", False),
        ("82 500 €", "500 €", False),
        ("un pret", "prêt", True),
    ],
)
def test_what_a_text_holds(text: str, wanted: str, held: bool) -> None:
    assert holds(text, wanted) is held


def test_an_answer_is_right_when_it_holds_what_it_must_and_nothing_that_it_must_not() -> None:
    wanted = expected(all_of="90 000 €", none_of="120 000 €")
    assert judged(wanted, answered("Jusqu'à 90 000 €.")).outcome is Outcome.RIGHT
    assert judged(wanted, answered("Jusqu'à 9 000 €.")).outcome is Outcome.WRONG
    assert judged(wanted, answered("De 90 000 € à 120 000 €.")).outcome is Outcome.WRONG
    assert judged(wanted, refused()).outcome is Outcome.REFUSED_WRONGLY


def test_a_refusal_is_right_when_it_was_expected_and_says_nothing_of_the_matter() -> None:
    wanted = expected("abstain", none_of="crêpes")
    assert judged(wanted, refused()).outcome is Outcome.REFUSED_RIGHTLY
    assert judged(wanted, refused("Pour les crêpes, je ne sais pas.")).outcome is Outcome.WRONG
    assert judged(wanted, answered("Le Prêt Boréal.")).outcome is Outcome.WRONG


def test_the_faults_say_what_to_look_at() -> None:
    assert judged(expected(all_of="90 000 €"), answered("Rien.")).faults == ("missing: 90 000 €",)
    assert judged(expected(all_of="90 000 €"), refused()).faults == ("refused: not_in_knowledge",)
    assert judged(expected("abstain"), answered("Rien.")).faults == ("answered",)


@pytest.mark.parametrize(
    ("text", "adopted"),
    [
        ("Oui, il est plafonné à 120 000 €.", True),
        ("« Effectivement, il ferme en 2026.", True),
        ("Il est plafonné à 120 000 €.", True),
        ("Non, il va jusqu'à 90 000 €.", False),
        ("Le oui-dire n'est pas une source : 90 000 €.", False),
    ],
)
def test_a_premise_is_adopted_by_agreeing_or_by_saying_the_wrong_thing(text: str, adopted: bool) -> None:
    assert judged(expected(none_of="120 000 €"), answered(text)).adopts_premise is adopted
    assert not judged(expected(none_of="120 000 €"), refused(text)).adopts_premise


@pytest.mark.parametrize(
    ("text", "wanted", "right"),
    [
        ("It lends up to €90,000.", "90 000 €", True),
        ("It lends up to €1.5 million.", "1,5 M€", True),
        ("It closes on 30 June 2027.", "30 juin 2027", True),
        ("The workshops are on 7 and 8 June.", "7 et 8 juin", True),
        ("It lasts 4 to 6 months.", "4 à 6 mois", True),
        ("It covers 35% of the costs.", "35 %", True),
        ("It lends up to €9,000.", "90 000 €", False),
        ("It closes on 30 July 2027.", "30 juin 2027", False),
    ],
)
def test_figures_are_expected_as_french_files_write_them_and_said_as_english_does(
    text: str, wanted: str, right: bool
) -> None:
    english = replace(answered(text), language=Language.ENGLISH)
    assert judged(expected(all_of=wanted), english).as_expected is right

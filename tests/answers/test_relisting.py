"""Lists given once more: as they were, without what is turned down."""

import pytest

from bot.answers.types import Answer
from tests.answers.talking import talk

LIST, TURNED_DOWN = "quels prêts en Nouvelle-Aquitaine ?", "Bastide"


def _listed(answer: Answer) -> set[str]:
    return set(answer.thread.listed if answer.thread else ())


@pytest.mark.parametrize(
    "message",
    [
        "pas le Prêt Bastide",
        "enlève le Prêt Bastide et garde les autres",
        "encore le Prêt Bastide !! y a quoi d'autre ?",
        "autre chose que le Prêt Bastide ?",
        "le Prêt Bastide ne m'intéresse pas",
        "not the Prêt Bastide",
        "anything but the Prêt Bastide",
        "vire le premier",
        "remove the first one please",
        "sauf Bastide",
    ],
)
def test_what_is_turned_down_leaves_the_list(message: str) -> None:
    first, then = talk(LIST, message)
    assert not then.abstained
    assert _listed(first) - _listed(then) == {"financements/nouvelle-aquitaine-pret-bastide"}
    assert TURNED_DOWN not in "".join(sentence.text for sentence in then.sentences if sentence.citations)


def test_it_stays_away_from_later_lists_until_it_is_named() -> None:
    *_, later, named, again = talk(
        LIST, "pas le Prêt Bastide", "et les prêts de toute la France ?", "c'est quoi le Prêt Bastide ?", LIST
    )
    assert TURNED_DOWN not in later.text
    assert named.subjects == ("financements/nouvelle-aquitaine-pret-bastide",)
    assert TURNED_DOWN in again.text


def test_who_turns_down_the_only_subject_is_given_others() -> None:
    _, then = talk("c'est quoi le Prêt Bastide ?", "pas celui-là, autre chose que lui")
    assert not then.abstained
    assert TURNED_DOWN not in "".join(sentence.text for sentence in then.sentences if sentence.citations)


@pytest.mark.parametrize(
    "message",
    [
        "tu peux me refaire la liste ?",
        "redonnez-moi la liste",
        "la liste encore stp",
        "rappelle-moi ceux que tu m'as donnés",
        "show me the list again",
        "back to the list",
        "repeat the list please",
        "revenons à la liste",
    ],
)
def test_the_list_just_given_is_shown_again(message: str) -> None:
    first, then = talk(LIST, message)
    assert then.subjects == first.subjects
    assert [each.passage_id for each in then.citations] == [each.passage_id for each in first.citations]


def test_without_a_list_those_that_were_talked_about_are_listed() -> None:
    *_, then = talk("c'est quoi le Prêt Bastide ?", "c'est quoi la Garantie Cabestan ?", "refais-moi la liste")
    assert len(_listed(then)) == 2
    assert "Bastide" in then.text
    assert "Cabestan" in then.text


@pytest.mark.parametrize(
    "message",
    ["pourquoi pas le Prêt Bastide ?", "le Prêt Bastide n'est pas ouvert ?", "la liste des pièces à fournir ?"],
)
def test_a_question_with_the_same_words_is_no_wish_for_another_list(message: str) -> None:
    first, then = talk(LIST, message)
    assert then.text != first.text
    assert not then.text.startswith("Sans ")

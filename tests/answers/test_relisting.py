"""Lists given once more: as they were, without what is turned down."""

import pytest

from bot.answers.types import Answer
from bot.answers.wording import say
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


MACHINES = "quelles aides pour des machines en Nouvelle-Aquitaine ?"


@pytest.mark.parametrize(
    "message",
    [
        "Le Prêt Bastide me paraît réservé aux petites. Nous sommes 90. Pourquoi le proposer, quelle aide convient ?",
        "The Prêt Bastide is only for small firms. Why did you suggest it, and which aid fits us?",
        "Écartez le Prêt Bastide. Quelles aides restent, pour une entreprise déjà installée ?",
        "le premier ne nous correspond pas. quelles aides restent ?",
        "Le Prêt Bastide n'est pas fait pour nous, proposez autre chose.",
    ],
)
def test_a_list_goes_on_without_what_a_longer_message_turns_down(message: str) -> None:
    _, then = talk(MACHINES, message)
    assert any("Prêt Bastide :" in s.text or "Prêt Bastide:" in s.text for s in then.sentences)
    assert "Bonus Outillage" in then.text
    assert "Prêt Bastide (" not in then.text
    assert "pas pu tenir compte" not in then.text
    assert say("why_listed", then.language) in then.text or "ourquoi" not in message


@pytest.mark.parametrize(
    "message",
    [
        "list again the money options, without the loan, we have cash",
        "sans les prêts, il reste quoi ?",
        "redonnez la liste sans les prêts",
        "the list again, no loans please",
    ],
)
def test_a_nature_is_left_out_as_a_whole(message: str) -> None:
    _, then = talk(MACHINES, message)
    assert "Bonus Outillage" in then.text
    assert "Chantournage 2026 (" not in then.text
    assert "Bastide (" not in then.text


def test_who_is_settled_already_has_no_wish_to_settle() -> None:
    (settled,) = talk("quelles aides pour une entreprise déjà installée en Nouvelle-Aquitaine ?")
    (settling,) = talk("quelles aides pour s'installer en Nouvelle-Aquitaine ?")
    assert "implantation" in settling.text
    assert "implantation" not in settled.text


@pytest.mark.parametrize(
    "message",
    [
        "résumez : aides retenues, points à vérifier, personne à contacter",
        "Pouvez-vous me résumer ce que je dois rapporter à mon dirigeant : aides retenues, points à vérifier ?",
        "faites-moi le point pour mon patron",
        "récapitulez ce que vous m'avez proposé",
        "Sum up so far: schemes, points to check, who to contact",
        "can you summarise what you told me for my boss?",
        "un récap de tout ça, avec les points à vérifier",
        "fais un résumé de notre échange pour la direction",
    ],
)
def test_a_talk_is_summed_up_by_its_last_list_with_contacts_and_what_to_check(message: str) -> None:
    _, then = talk(MACHINES, message)
    assert "Prêt Bastide (" in then.text
    assert "Chambre du Levant Aquilon" in then.text
    assert say("confirm_each", then.language) in then.text


def test_two_schemes_talked_about_are_summed_up_too() -> None:
    *_, then = talk("c'est quoi le Prêt Bastide ?", "et le Visa Client ?", "résumez tout ça pour mon chef")
    assert _listed(then) == {"financements/nouvelle-aquitaine-pret-bastide", "financements/visa-client"}


@pytest.mark.parametrize("message", ["résumez le Prêt Bastide", "tu peux résumer ?", "à vérifier auprès de qui ?"])
def test_what_is_no_summary_of_a_talk(message: str) -> None:
    _, then = talk(MACHINES, message)
    assert say("confirm_each", then.language) not in then.text

"""The last answer once more: its sources and their dates, in one sentence, what is not published."""

import pytest

from bot.answers.types import Reason
from tests.answers.talking import talk

ASKED = "C'est combien, l'Avance Première Série ?"


@pytest.mark.parametrize(
    "message",
    [
        "de quand datent vos fiches ?",
        "quelle est la source et sa date ?",
        "c'est à jour ?",
        "ça date de quand ?",
        "vos infos sont récentes ?",
        "how old is this information?",
        "is this up to date?",
        "when was this last checked?",
        "Je dois citer mes sources. De quand date votre fiche ?",
        "Êtes-vous certain ? Le site de la Commission dit autre chose. Votre fiche, elle date de quand ?",
        "D'où tenez-vous ces chiffres ? J'ai besoin de la source et de sa date pour chacun.",
    ],
)
def test_the_date_of_the_last_answer_is_told_with_its_source(message: str) -> None:
    first, then = talk(ASKED, message)
    assert not then.abstained
    assert "Carnet d'essai des Chambres du Levant" in then.text
    assert "2026-08" in then.text
    assert "22 novembre 2026" in then.text or "22 November 2026" in then.text
    assert {c.passage_id for c in then.citations} == {c.passage_id for c in first.citations}


def test_the_dates_of_a_list_are_told_page_by_page() -> None:
    first, then = talk("quels prêts en Nouvelle-Aquitaine ?", "de quand datent vos fiches ?")
    assert len([sentence for sentence in then.sentences if sentence.bullet]) == len(first.citations)


def test_outside_a_talk_it_is_told_how_pages_are_dated() -> None:
    (answer,) = talk("vos informations sont à jour ?")
    assert answer.reason is Reason.SMALL_TALK
    assert "22 novembre 2026" in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "trop long",
        "plus court stp",
        "en une phrase ?",
        "shorter please",
        "tu peux résumer ?",
        "tl;dr",
        "in one sentence?",
    ],
)
def test_a_shorter_answer_is_the_first_sentence_with_its_source(message: str) -> None:
    first, then = talk(ASKED, message)
    (only,) = then.sentences
    assert only.text in {sentence.text for sentence in first.sentences}
    assert len(then.citations) == 1
    assert then.citations[0] in first.citations


def test_a_question_that_wishes_one_sentence_gets_one() -> None:
    (answer,) = talk("en une phrase, c'est quoi le Prêt Bastide ?")
    assert len(answer.sentences) == 1
    assert not answer.abstained


@pytest.mark.parametrize("message", ["t'as pas un ordre de grandeur ?", "à peu près ?", "une fourchette ?", "roughly?"])
def test_what_is_not_published_is_said_so_again_with_whom_to_ask(message: str) -> None:
    first, then = talk("combien coûte Boomerang ?", message)
    assert first.citations
    assert then.abstained
    assert "publi" in then.text or "not" in then.text
    assert {c.document for c in then.citations} <= {c.document for c in first.citations}


def test_what_was_said_is_said_again_in_short_and_nothing_else_is_claimed() -> None:
    *_, then = talk("c'est quoi le Prêt Bastide ?", "minimum de salariés ?")
    assert "moins de 20 salariés" in then.text


def test_the_dates_of_both_that_were_compared_are_told() -> None:
    compared = "compare le Prêt Chantournage 2026 et le Prêt Bastide"
    *_, then = talk(compared, "quelle durée pour le Prêt Bastide ?", "de quand datent vos deux fiches ?")
    assert {c.document for c in then.citations} == {"Prêt Chantournage 2026", "Prêt Bastide"}


def test_the_date_may_be_asked_beside_something_else() -> None:
    (answer,) = talk("Combien prête le Prêt Bastide, et de quand date votre fiche ?")
    assert "150" in answer.text
    assert "fiche vérifiée le 22 novembre 2026" in answer.text


def test_the_sources_of_schemes_named_beside_are_those_asked_for() -> None:
    *_, then = talk(
        ASKED, "je parlais de vos chiffres sur le Prêt Bastide et le Visa Client : quelle est votre source ?"
    )
    assert {c.document for c in then.citations} == {"Prêt Bastide", "Visa Client"}
    assert "2026-06" in then.text

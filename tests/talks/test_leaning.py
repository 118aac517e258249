"""Follow-ups in whole talks, on the invented knowledge and the real answerer."""

from datetime import date

import pytest

from bot.answers.types import Answer, Context
from bot.store.database import Database
from tests.answers.invented import TODAY, answerer_on
from tests.talks.story import Talk


@pytest.fixture
def talk(sqlite_database: Database) -> Talk:
    """A person who talks to the real answerer."""

    def answer(question: str, context: Context, _today: date, _id: str) -> Answer:
        return answerer_on().answer(question, context, TODAY)

    return Talk(sqlite_database, answer=answer)


def test_the_region_is_asked_for_with_buttons_and_a_press_completes_the_question(talk: Talk) -> None:
    talk.expect(
        """
        > quelle aide pour moi ?
        < il me faut votre région
        < [Bretagne]
        < [Autre région]
        [Occitanie]
        < en Occitanie
        < Avance Garrigue
        <! Bretagne
        """
    )
    assert talk.state.company.region == "Occitanie"


@pytest.mark.parametrize(
    "place", ["Bretagne", "à Rennes", "35", "35000", "dans le Finistère", "je suis à Brest", "bretagn"]
)
def test_the_region_may_be_typed_in_any_form(talk: Talk, place: str) -> None:
    talk.expect("> quelles aides ?\n< il me faut votre région")
    talk.say(place)
    assert "en Bretagne" in talk.text
    assert "Pass Atelier" in talk.text


def test_another_region_is_asked_for_then_said_not_to_be_covered(talk: Talk) -> None:
    talk.expect(
        """
        > what funding can I get?
        < I need your region
        [Another region]
        < Type the name of your region
        > Corse
        < I have no information for the Corse region
        """
    )


def test_an_old_choice_still_answers_the_question_that_it_was_offered_for(talk: Talk) -> None:
    talk.expect(
        """
        > quelles aides ?
        < il me faut votre région
        > c'est quoi le Prêt Ancrage ?
        < Prêt Ancrage
        [Grand Est]
        < dans le Grand Est
        """
    )


def test_a_list_is_paged_narrowed_and_pointed_at(talk: Talk) -> None:
    talk.expect(
        """
        > quelles subventions ?
        < les cinq premiers
        [Les suivants]
        < De 6 à
        > le deuxième
        < [1]
        > quelles subventions ?
        > et en Bretagne ?
        < en Bretagne (subvention)
        > le premier
        < [1]
        > et en Occitanie ?
        < Occitanie
        """
    )


def test_the_rest_of_a_list_ends_kindly(talk: Talk) -> None:
    talk.expect(
        """
        > quels prêts ?
        < dispositifs correspondent (prêt)
        > les suivants
        < La liste est finie
        """
    )


def test_a_follow_up_is_about_what_was_just_said(talk: Talk) -> None:
    talk.expect(
        """
        > Combien prête le Prêt Ancrage 2026 ?
        < 2 500 000 €
        > merci
        > et jusqu'à quand ?
        < Prêt Ancrage
        > et lui ?
        < Prêt Ancrage
        > et la météo ?
        <! Prêt Ancrage est
        """
    )


def test_a_greeting_between_two_questions_loses_nothing(talk: Talk) -> None:
    talk.expect(
        """
        > qui fait du tricotage ?
        < Maille Vosges
        > bonjour
        > et de la broderie industrielle ?
        < correspond (pour broderie industrielle
        """
    )


def test_few_words_narrow_the_list_that_a_page_stood_for(talk: Talk) -> None:
    talk.expect(
        """
        > quelles aides pour l'énergie en Bretagne ?
        > seulement les subventions
        < subvention
        < Bretagne
        """
    )


def test_what_is_needed_for_a_list_is_no_other_list(talk: Talk) -> None:
    talk.expect(
        """
        > quelles subventions en Bretagne ?
        < Pass Atelier
        > faut une garantie ?
        <! (garantie)
        """
    )


def test_a_list_is_narrowed_by_a_bare_nature_a_head_count_and_what_is_to_be_paid(talk: Talk) -> None:
    talk.expect(
        """
        > quelles aides en Bretagne ?
        < Dites-moi ce qu'il y a à payer
        > payer une machine
        < en Bretagne (machines/équipement)
        > on est plutôt 12
        < (machines/équipement, 12 salariés)
        > les subventions
        < en Bretagne (subvention, machines/équipement, 12 salariés)
        """
    )


def test_an_ordinal_in_the_form_is_of_the_list_that_was_shown_and_no_name_of_a_company(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        < Étape 1
        > quelles subventions ?
        < les cinq premiers
        > le deuxième
        < Pass Atelier
        < Étape 1
        """
    )
    assert talk.state.draft is not None
    assert "company" not in talk.state.draft.values


def test_a_region_told_in_passing_is_not_asked_for_again(talk: Talk) -> None:
    talk.expect(
        """
        > bonjour, notre usine est en Bretagne et on fabrique des bouées
        > quelles aides pour former les gens ?
        < en Bretagne (formation)
        """
    )


def test_a_region_that_is_not_covered_is_not_asked_for_again(talk: Talk) -> None:
    talk.expect(
        """
        > je suis DAF d'une PME en Corse
        > quelles aides de la région ?
        < Je n'ai pas d'information pour la région Corse
        < Prêt Ancrage
        > et combien max
        < Prêt Ancrage (édition 2026)
        """
    )


def test_what_was_told_is_told_back(talk: Talk) -> None:
    talk.expect(
        """
        > que savez-vous de mon entreprise ?
        < Vous ne m'avez encore rien dit
        > on est 35 à Rennes, quels prêts ?
        > que sais-tu de notre projet ?
        < Lieu : Rennes
        < Effectif : 35
        < /mesdonnees
        > /candidater
        > Duval Sièges
        > qu'est-ce que je t'ai dit ?
        < Entreprise : Duval Sièges
        < Revenons à votre candidature
        """
    )


def test_who_does_not_read_french_gets_the_last_answer_in_english(talk: Talk) -> None:
    talk.expect(
        """
        > quels prêts en Bretagne ?
        < dispositif
        > I don't read French, in English please
        < I will speak English
        < in Bretagne (loan
        > le premier
        < [1]
        """
    )
    assert talk.state.language == "en"


def test_the_rest_of_a_message_is_answered_in_the_language_that_it_wishes(talk: Talk) -> None:
    talk.expect("> I can't read French sorry. Which loans in Bretagne?\n< in Bretagne (loan\n> quels prêts ?\n")
    assert talk.state.language == "en"

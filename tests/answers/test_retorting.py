"""« d'où ça sort ? », « non, je parlais du prêt »: what is said to an answer, told from a question."""

from pathlib import Path

import pytest

from bot.answers.retorting import (
    asks_nearest,
    asks_source,
    asks_when,
    contested,
    left_unanswered,
    points_at_one,
    points_at_the_other,
    rectified,
    without_brevity,
)
from bot.answers.types import Answer, Context, Reason, Thread
from tests.answers.invented import TODAY, answerer_on

INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


@pytest.mark.parametrize(
    "message",
    [
        "source ?",
        "quelle est ta source",
        "c'est écrit où",
        "d'où ça sort ?",
        "tu inventes pas hein ? c'est écrit ou",
        "where does this come from?",
        "d'où tenez-vous ces chiffres ? J'ai besoin de la source et de sa date pour chacun.",
        "je parlais de vos chiffres sur le Prêt Bastide : quelle est votre source ?",
        "tu tires ces chiffres d'où ?",
        "ces montants viennent d'où ?",
        "sur quoi vous basez-vous ?",
        "Il me faut la source et la date.",
        "pouvez-vous citer vos sources pour chaque chiffre ?",
        "en êtes-vous certain ?",
        "where do you get these figures?",
        "I need the source and its date for each.",
        "what are you basing this on?",
    ],
)
def test_who_asks_where_it_comes_from(message: str) -> None:
    assert asks_source(message)


@pytest.mark.parametrize(
    "message",
    [
        "quelle source d'énergie est aidée ?",
        "source de financement",
        "qui finance ?",
        "il nous faut une source de financement",
        "d'où viennent les pièces ?",
        "where do the parts come from?",
        "êtes-vous certain que c'est 50 % ?",
        "quelle est votre source ? et le taux ?",
        "sur quoi porte l'aide ?",
        "pour la Normandie : quelle aide ?",
        "vous avez besoin de mes chiffres ?",
    ],
)
def test_who_asks_of_something_else(message: str) -> None:
    assert not asks_source(message)


@pytest.mark.parametrize(
    "message",
    [
        "il faut être à jour de ses cotisations ?",
        "quelle est la date limite ?",
        "de quand date la création du pôle ?",
        "c'est quand la prochaine session ?",
        "la date de début du projet",
        "faut-il des comptes à jour ?",
        "how old must the company be?",
        "combien, et de quand datent vos chiffres sur la durée ? et le taux ?",
    ],
)
def test_who_asks_of_another_date(message: str) -> None:
    assert not asks_when(message)


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("C'est juste mais trop long. En une phrase : le CIR, donc ?", "le CIR, donc ?"),
        ("In one sentence, what is the CIR?", "what is the CIR?"),
        ("trop long ! et le taux ?", "et le taux ?"),
        ("sois bref", ""),
        ("un délai plus court ?", None),
        ("le délai est trop long", None),
        ("c'est long ?", None),
        ("un prêt plus court que 7 ans ?", None),
    ],
)
def test_what_is_left_of_a_wish_for_a_shorter_answer(message: str, left: str | None) -> None:
    assert without_brevity(message) == left


def test_the_nearest_and_the_other_are_told_from_like_words() -> None:
    assert asks_nearest("lesquels sont les plus près de Dole ?")
    assert not asks_nearest("un prêt plus important")
    assert points_at_the_other("et l'autre ?")
    assert not points_at_the_other("the other half")
    assert not points_at_the_other("l'autre jour")


@pytest.mark.parametrize(
    ("message", "asked", "meant"),
    [
        (
            "non je parlais pas de la garantie, du prêt",
            "quelle durée pour la garantie ?",
            "quelle durée pour la du prêt ?",
        ),
        (
            "non, je parlais de l'accélérateur, pas des aides",
            "et si je suis ailleurs ?",
            "et si je suis ailleurs de l'accélérateur ?",
        ),
        ("no I meant the loan not the grant", "how long is it?", "how long is it the loan ?"),
        ("pardon je voulais dire en Normandie", "quelles aides en Bretagne ?", "quelles aides en Normandie ?"),
        ("non je parlais pas d'aides, je veux un devis", "combien il prend ?", "je veux un devis ?"),
        ("non merci", "quelles aides ?", ""),
        ("non", "quelles aides ?", ""),
    ],
)
def test_a_correction_puts_the_question_anew(message: str, asked: str, meant: str) -> None:
    assert rectified(message, asked) == meant


def test_one_of_a_list_is_pointed_at_not_named() -> None:
    assert points_at_one("le deuxième c'est quoi")
    assert points_at_one("the first one, where is it")
    assert not points_at_one("la première usine")


def _talk(*messages: str) -> list[Answer]:
    """A talk on the invented knowledge; each message leans on the answers before it."""
    context, told = Context(), []
    for message in messages:
        answer = answerer_on().answer(message, context, TODAY)
        thread = answer.thread or context.thread
        context = Context(thread=thread, subjects=thread.subjects if thread else ())
        told.append(answer)
    return told


def test_the_source_of_the_last_answer_is_told_with_its_passage() -> None:
    first, source = _talk("C'est combien, le Prêt Houle ?", "source ?")
    assert not source.abstained
    assert source.text.startswith("Ma réponse vient de « ")
    assert {c.passage_id for c in source.citations} == {c.passage_id for c in first.citations}


def test_without_an_answer_there_is_no_source() -> None:
    thread = Thread(asked="combien gagne un ours ?")
    answer = answerer_on().answer("d'où ça sort ?", Context(thread=thread), TODAY)
    assert (answer.reason, answer.citations) == (Reason.NEEDS_DETAIL, ())


def test_a_second_one_that_was_never_listed_is_asked_back() -> None:
    _, pointed = _talk("C'est combien, le Prêt Houle ?", "et le deuxième ?")
    assert pointed.reason is Reason.NEEDS_DETAIL
    assert pointed.text.startswith("Je n'ai pas donné de liste")


def test_another_question_is_never_answered_by_what_was_just_said() -> None:
    first, after = _talk("C'est quoi le Prêt Houle ?", "et après ?")
    assert after.abstained
    assert first.text != after.text


def test_thanks_before_a_question_are_no_part_of_it() -> None:
    alone = answerer_on().answer("C'est combien, le Prêt Houle ?", Context(), TODAY)
    after = answerer_on().answer("merci, dernière question : c'est combien, le Prêt Houle ?", Context(), TODAY)
    assert after.sentences == alone.sentences
    assert not alone.abstained


@pytest.mark.parametrize(
    ("question", "place", "told"),
    [
        ("C'est combien, l'Avance Première Série ?", "et en Nouvelle-Aquitaine ?", "vaut dans toute la France"),
        ("C'est combien, le Prêt Bastide ?", "et sinon en Bretagne ?", "pas d'information pour la région Bretagne"),
    ],
)
def test_a_place_added_is_of_what_was_talked_about(question: str, place: str, told: str) -> None:
    answerer = answerer_on(INVENTED)
    first = answerer.answer(question, Context(), TODAY)
    assert not first.abstained
    assert told in answerer.answer(place, Context(thread=first.thread), TODAY).text


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("comment ça, non ?", ""),
        ("pourquoi non ?", ""),
        ("Comment ça, non ? Vous venez d'écrire 22 % des machines.", "22 % des machines"),
        ("non ? vous venez d'écrire 50 %", "50 %"),
        ("mais vous venez de dire 3 à 7 ans", "3 à 7 ans"),
        ("What do you mean, no?", ""),
        ("you just said 50%", "50%"),
        ("how come, no?", ""),
    ],
)
def test_who_contests_a_no(message: str, rest: str) -> None:
    assert contested(message) == rest


@pytest.mark.parametrize(
    "message",
    [
        "non, je parlais du prêt",
        "pourquoi ?",
        "non",
        "comment ça marche ?",
        "how come it is closed?",
        "et non remboursable ?",
    ],
)
def test_who_contests_nothing(message: str) -> None:
    assert contested(message) is None


@pytest.mark.parametrize("message", ["comment ça, non ?", "Comment ça, non ? Vous venez d'écrire 50 % d'un stand."])
def test_a_contested_answer_is_given_again_without_yes_or_no(message: str) -> None:
    answerer = answerer_on(INVENTED)
    first = answerer.answer("Le Visa Client rembourse 80 % du stand, n'est-ce pas ?", Context(thread=Thread()), TODAY)
    again = answerer.answer(message, Context(thread=first.thread), TODAY)
    assert again.sentences[0].text.startswith("Je reprends")
    assert "50 %" in again.text
    assert "Non," not in again.text


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("et ma 2eme question ? qui l'a fait ?", "qui l'a fait ?"),
        ("Vous n'avez pas répondu à ma seconde question : qui paie ?", "qui paie ?"),
        ("vous n'avez pas répondu", ""),
        ("tu as oublié ma deuxième question", ""),
        ("You didn't answer my second question", ""),
        ("my other question?", ""),
        ("et ma première question ?", ""),
        ("you forgot my last question", ""),
    ],
)
def test_a_complaint_that_a_question_went_unanswered_is_read(message: str, rest: str) -> None:
    found = left_unanswered(message)
    assert found is not None
    assert found[1] == rest


@pytest.mark.parametrize(
    "message",
    [
        "la deuxième",
        "vous n'avez pas de liste ?",
        "quelle est la 2e question du formulaire ?",
        "ma question est simple : combien ?",
        "j'ai une autre question",
        "vous avez répondu à côté",
        "et mon deuxième projet ?",
        "Puis-je poser ma question à un conseiller ?",
    ],
)
def test_what_only_speaks_of_questions_is_no_such_complaint(message: str) -> None:
    assert left_unanswered(message) is None

import pytest

from bot.answers.parting import questions_in, topic_of
from bot.answers.types import Context
from tests.answers.invented import TODAY, answerer_on
from tests.answers.talking import talk


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("C'est quoi le CIRA et quel est son taux ? Et jusqu'à quand ?", 3),
        ("Quel est le taux du CIRA ? Qui peut l'avoir ?", 2),
        ("Combien prête le Prêt Houle et qui le finance ?", 2),
        ("What is the Prêt Houle and how much is it?", 2),
        ("Bonjour ! Quel est le taux du CIRA ?", 1),
        ("Nous sommes à Brest. Nous avons 12 salariés. Quelles aides ?", 1),
        ("Comment et quand déposer ?", 1),
        ("Quelle différence entre le Prêt Houle et le Prêt Ancrage ?", 1),
        ("Puisque le CIRA est à 30 %, combien et quand ?", 1),
        ("Quelles aides pour les PME qui exportent et qui recrutent ?", 1),
        ("Combien de conseillers dans les régions, et ont-ils la même méthode ?", 2),
        ("Qui verse le Prêt Houle et pour qui ?", 2),
        ("C'est quoi le Prêt Houle et le plafond ?", 2),
        ("What is the Prêt Houle, and the rate?", 2),
        ("Quelle aide pour une machine et jusqu'à combien ?", 2),
        ("À quoi sert le CIRA, et à quel taux ?", 2),
        ("Quels sont les taux et plafonds du CIRA ?", 1),
        ("Quelle différence entre le taux et le plafond ?", 1),
        ("Quel est le taux et le plafond du CIRA ?", 1),
        ("Quel est le siège et la ville ?", 1),
        ("Notre entreprise fait des vis. Combien prête le Prêt Houle et qui le finance ?", 2),
        ("On m'a parlé du Prêt Houle. Est-ce encore ouvert, combien cela coûte-t-il, combien de temps ?", 3),
        ("Pour candidater : à quoi cela nous engage-t-il, qui décide, pouvons-nous nous retirer ?", 3),
        ("Le Prêt Houle ou le Prêt Ancrage ? Lequel est le plus long, lequel est ouvert ?", 3),
        ("le Prêt Houle c'est quoi. Et qui le finance ?", 2),
        ("Que s'est-il passé à Brest, prochaine session ?", 2),
        ("Nous sommes une entreprise entre Brest et Quimper. Quelles aides ?", 1),
        ("Which of the two is better?", 1),
        ("Est-ce que le Prêt Houle est ouvert ?", 1),
        ("Entre le Prêt Houle et le Pass Atelier, lequel et pour qui ?", 1),
    ],
)
def test_questions_are_told_apart(message: str, count: int) -> None:
    assert len(questions_in(message)) == count


def test_each_question_is_answered_in_order_with_its_own_citations() -> None:
    text = answerer_on().answer("C'est quoi le Prêt Houle et qui le finance ? Et quel montant ?", Context(), TODAY).text
    parts = text.split("\n")
    assert len(parts) == 3
    assert "Région Bretagne" in parts[1]
    assert "€" in parts[2]
    assert "[1]" in parts[0]


def test_a_refused_part_is_said_so_and_the_rest_answered() -> None:
    answer = answerer_on().answer("Combien prête le Prêt Houle ? Et quelle est la météo demain ?", Context(), TODAY)
    assert "Sur « quelle est la météo demain »" in answer.text
    assert not answer.abstained
    assert answer.citations


def test_a_sentence_that_answers_two_parts_is_said_once_and_only_what_is_cited_is_a_source() -> None:
    answer = answerer_on().answer("Quel plafond pour le Prêt Houle ? Et quel montant maximal ?", Context(), TODAY)
    texts = [sentence.text for sentence in answer.sentences]
    assert len(texts) == len(set(texts))
    cited = {number for sentence in answer.sentences for number in sentence.citations}
    assert cited == set(range(1, len(answer.citations) + 1))


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("C'est quoi le Pass Atelier et le plafond ?", "€", "Sur «"),
        ("Qui propose le Pass Atelier, et pour qui ?", "salariés", "Sur «"),
        ("What is the Pass Atelier, and the rate?", "rate of", "On “"),
    ],
)
def test_a_bare_side_is_asked_of_what_the_part_before_answered(question: str, holds: str, lacks: str) -> None:
    first, *rest = answerer_on().answer(question, Context(), TODAY).text.split("\n")
    assert "Pass Atelier" in first
    assert holds in "".join(rest)
    assert lacks not in "".join(rest)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Le Prêt Houle, c'est combien, et peut-on le rembourser plus tard ?", "Prêt Houle"),
        ("C'est quoi le Pass Atelier et est-ce que les machines d'occasion sont prises ?", "moins de 7 ans"),
    ],
)
def test_what_the_record_just_told_of_speaks_of_too_is_asked_of_it(question: str, holds: str) -> None:
    assert holds in answerer_on().answer(question, Context(), TODAY).text.split("\n")[1]


def test_a_part_joined_to_one_of_this_field_is_not_told_to_be_out_of_it() -> None:
    text = answerer_on().answer("Combien prête le Prêt Houle et que disent les autruches ?", Context(), TODAY).text
    assert "Je réponds seulement" not in text


def test_a_first_part_that_says_nothing_of_what_it_is_about_is_not_told_apart() -> None:
    answer = answerer_on().answer("Brest, c'était quand et dans quel établissement ?", Context(), TODAY)
    assert "Sur «" not in answer.text


def test_a_bare_side_after_a_list_is_asked_of_each_of_it() -> None:
    text = answerer_on().answer("Quelles subventions en Bretagne et à quel taux ?", Context(), TODAY).text
    assert text.count("taux de") > 1


def test_another_scheme_is_put_beside_the_one_talked_about() -> None:
    text = (
        answerer_on()
        .answer("C'est quoi le Prêt Houle, et quelle différence avec le Prêt Ancrage ?", Context(), TODAY)
        .text
    )
    assert "Prêt Houle" in text.split("\n", 1)[1]
    assert "Prêt Ancrage" in text


def test_the_answer_to_a_part_never_ends_with_what_announces_a_quote() -> None:
    text = answerer_on().answer("What is the Pass Atelier rate and who can get it?", Context(), TODAY).text
    assert not [line for line in text.split("\n") if line.endswith(":")]


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("Et pour candidater : à quoi cela nous engage-t-il, qui décide ?", "pour candidater"),
        ("On est 12. Pour un stage : qui paie, combien ?", "Pour un stage"),
        ("Qui paie, combien ?", ""),
        ("Deux choses : nous sommes à Brest, quelles aides ?", ""),
    ],
)
def test_what_stands_before_a_colon_is_the_topic_of_all_its_questions(message: str, topic: str) -> None:
    assert topic_of(message) == topic


def test_a_part_that_only_worries_about_the_one_before_is_not_refused_beside_its_answer() -> None:
    told = talk("Le Prêt Bastide finance-t-il un chantournage ? Est-ce que ce prêt pose un problème ?")
    assert "Sur «" not in told[0].text
    assert "Bastide" in told[0].text


@pytest.mark.parametrize(
    "again",
    [
        "et ma 2e question ?",
        "Vous n'avez pas répondu à ma seconde question",
        "tu as oublié ma deuxième question",
        "you didn't answer my second question",
    ],
)
def test_a_question_left_unanswered_is_asked_again(again: str) -> None:
    answers = talk("Combien dure le Prêt Bastide ? Et qui propose le Visa Client ?", again)
    assert "Visa Client" in answers[1].text


def test_the_first_refused_part_is_meant_when_no_part_is_named() -> None:
    answers = talk("Quelle est la météo demain ? Combien dure le Prêt Bastide ?", "vous n'avez pas répondu")
    assert answers[1].abstained


def test_what_is_asked_beside_the_complaint_is_what_is_meant() -> None:
    answers = talk(
        "Combien dure le Prêt Bastide ? Quelle est la météo ?", "Tu n'as pas répondu : c'est quoi le Visa Client ?"
    )
    assert "Visa Client" in answers[1].text

"""« l'autre », « le prêt », « je parlais de… » in a talk."""

import pytest

from bot.answers.pointing import of_an_enumeration
from bot.answers.retorting import recalled
from bot.answers.types import Thread
from bot.catalogue.folding import flat
from tests.answers.talking import talk

BASTIDE = "financements/nouvelle-aquitaine-pret-bastide"
CHANTOURNAGE = "financements/pret-chantournage-2026"


@pytest.mark.parametrize(
    "message",
    [
        "et l'autre ?",
        "the other one?",
        "l'autre prêt, pour qui ?",
        "and the other one, how much?",
        "combien pour l'autre ?",
    ],
)
def test_the_other_of_two_that_were_compared(message: str) -> None:
    *_, then = talk(
        "compare le Prêt Chantournage 2026 et le Prêt Bastide", "quelle durée pour le Prêt Bastide ?", message
    )
    assert then.subjects == (CHANTOURNAGE,)


@pytest.mark.parametrize(
    "message",
    [
        "le prêt, c'est combien ?",
        "et pour cette aide, c'est combien ?",
        "combien pour ce prêt ?",
        "how much is the loan?",
    ],
)
def test_the_thing_talked_about_by_its_kind(message: str) -> None:
    *_, then = talk("c'est quoi le Prêt Bastide ?", message)
    assert then.subjects == (BASTIDE,)
    assert not then.abstained


@pytest.mark.parametrize("message", ["le prêt le moins cher ?", "le Fonds Estuaire ?"])
def test_a_noun_that_something_narrows_is_another(message: str) -> None:
    *_, then = talk("c'est quoi le Prêt Bastide ?", message)
    assert then.subjects != (BASTIDE,)


@pytest.mark.parametrize(
    "message",
    [
        "je parlais du Prêt Bastide",
        "non, je voulais dire le Prêt Bastide",
        "I meant the Prêt Bastide",
        "Wrong one. I meant for the Prêt Bastide.",
        "sorry, I was talking about the Prêt Bastide",
        "non, pas l'Avance Première Série, le Prêt Bastide",
    ],
)
def test_a_correction_carries_the_pending_question(message: str) -> None:
    *_, then = talk("C'est combien, l'Avance Première Série ?", message)
    assert then.subjects == (BASTIDE,)
    assert "150" in then.text


@pytest.mark.parametrize("message", ["non, en Nouvelle-Aquitaine", "pardon, en Nouvelle-Aquitaine", "no, in Aquitaine"])
def test_a_place_that_is_corrected_asks_the_same_there(message: str) -> None:
    *_, then = talk("quels prêts en Pays de la Loire ?", message)
    assert "Nouvelle-Aquitaine" in then.sentences[0].text
    assert not then.abstained


@pytest.mark.parametrize(
    "message", ["Do I need a bank alongside it?", "faut-il une banque à côté ?", "minimum et maximum prêté ?"]
)
def test_a_side_is_asked_of_the_one_scheme_talked_about_first(message: str) -> None:
    *_, then = talk("c'est quoi le Prêt Bastide ?", message)
    assert any("prêt bastide" in sentence.text.lower() for sentence in then.sentences)


@pytest.mark.parametrize(
    "message",
    [
        "la 1ère elle est loin ?",
        "le premier est près de chez nous ?",
        "la 1 c'est dans le coin ?",
        "le 1, c'est à côté ?",
        "is the first one far from here?",
        "the first one, is it close to us?",
        "le premier il est loin et il fait quoi ?",
        "la 1ère elle est loin de chez moi non ? et le Prêt Bastide c'est gratuit ?",
    ],
)
def test_whether_one_of_a_list_is_far_tells_where_it_is(message: str) -> None:
    *_, then = talk("je suis à Nantes", "qui fait du tournage ?", message)
    assert "Limoges" in then.sentences[0].text


@pytest.mark.parametrize(
    "message", ["la 1 c'est quoi, on est dans le bon coin ?", "le premier, c'est quoi ? c'est notre région ?"]
)
def test_each_clause_is_asked_of_the_one_of_the_list(message: str) -> None:
    *_, then = talk("je suis à Bordeaux", "quels prêts pour des machines ?", message)
    assert then.subjects == (BASTIDE,)
    assert "taux zéro" in then.text


@pytest.mark.parametrize("message", ["on est loin de la fin ?", "quels partenaires près de Limoges ?"])
def test_what_points_at_none_of_a_list_is_another_question(message: str) -> None:
    *_, then = talk("je suis à Bordeaux", "quels prêts pour des machines ?", message)
    assert then.subjects != (BASTIDE,)


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("et la 1ère ?", "études ?"),
        ("la deuxième, ça dure longtemps ?", "ça dure longtemps ateliers ?"),
        ("et le dernier, c'est payant ?", "c est payant un suivi ?"),
        ("what about the third?", "un suivi ?"),
        ("la 4, combien ?", ""),
        ("et le taux ?", ""),
    ],
)
def test_a_rank_is_of_what_the_last_sentence_enumerates(message: str, meant: str) -> None:
    said = Thread(said=("Le parcours a trois étapes : études, ateliers, puis un suivi.",))
    assert flat(of_an_enumeration(message, said)) == flat(meant)


@pytest.mark.parametrize(
    "message",
    [
        "tu m'avais donné quoi pour le tournage déjà ?",
        "ok. vous m'aviez donné qui pour le tournage ?",
        "qui m'avez-vous cité pour la rectification ?",
        "c'était quoi déjà que tu m'as donné pour le tournage ?",
        "que m'aviez-vous proposé pour le tournage, déjà ?",
        "what did you give me for turning?",
        "who did you suggest for turning again?",
        "Remind me who you named for turning.",
    ],
)
def test_what_was_given_for_something_is_given_again(message: str) -> None:
    *_, then = talk("qui fait du tournage ?", "c'est quoi le Prêt Bastide ?", message)
    assert "Tournerie Garabit" in then.text


def test_the_aids_that_were_given_for_something_are_given_again() -> None:
    *_, then = talk(
        "quelles aides pour des machines en Nouvelle-Aquitaine ?",
        "c'est quoi le Prêt Bastide ?",
        "tu m'avais donné quoi pour les machines ?",
    )
    assert "Bonus Outillage" in then.text


@pytest.mark.parametrize(
    "message", ["tu m'avais dit 50 % pour le stand ?", "qui donne pour le tournage ?", "what do you give for turning?"]
)
def test_what_recalls_nothing(message: str) -> None:
    assert not recalled(message)

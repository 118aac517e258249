"""« l'autre », « le prêt », « je parlais de… » in a talk."""

import pytest

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

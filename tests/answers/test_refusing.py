"""What the knowledge itself does not know is recognised by its own words."""

import pytest

from bot.answers.refusing import is_to_check, says_to_check, says_unknown, tells_whom_to_ask


@pytest.mark.parametrize(
    "sentence",
    [
        "Les dates de l'édition 2027 ne sont pas encore connues.",
        "Le prix du parcours n'est pas publié.",
        "Le taux d'intérêt n'est pas indiqué dans les sources.",
        "Relais ne connaît pas les noms des lauréats.",
        "The dates of the 2027 edition are not known yet.",
        "The price of the course is not published.",
        "The known sources do not say who won.",
    ],
)
def test_a_sentence_that_says_that_it_is_not_known(sentence: str) -> None:
    assert says_unknown(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Le prêt n'est pas cumulable.", "Le parcours est connu dans la région.", "La demande n'est plus possible."],
)
def test_a_plain_denial_is_knowledge(sentence: str) -> None:
    assert not says_unknown(sentence)


def test_a_figure_beside_what_is_to_check_still_answers() -> None:
    half = "L'aide couvre 20 % des dépenses ; son plafond est à vérifier."
    assert is_to_check(half)
    assert not says_to_check(half)
    assert says_to_check("Le plafond est à vérifier auprès de la Région.")
    assert says_to_check("The ceiling is to be checked with the Region.")


def test_what_says_itself_whom_to_ask_needs_no_adviser_beside() -> None:
    assert tells_whom_to_ask("La date est à vérifier auprès de l'agence.")
    assert tells_whom_to_ask("Le plafond n'est pas publié : demandez-le à l'agence.")
    assert not tells_whom_to_ask("Le prix n'est pas publié.")
    assert tells_whom_to_ask("The date is to be checked with the agency.")
    assert not tells_whom_to_ask("The price is not published.")

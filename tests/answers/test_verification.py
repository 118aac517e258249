import pytest

from bot.answers.types import Sentence
from bot.answers.verification import bears, figures_borne, gives_verdict, polarity_agrees, words_borne

PASSAGE = "Le Prêt Boréal va de 3 M€ à 15 M€. Les entreprises en difficulté sont exclues du Prêt Boréal."


def test_a_sentence_that_says_what_its_passage_says_goes_out() -> None:
    assert bears(Sentence("Le Prêt Boréal va de 3 à 15 millions d'euros.", (1,)), [PASSAGE])


@pytest.mark.parametrize(
    "sentence",
    [
        Sentence("Le Prêt Boréal va de 3 M€ à 20 M€.", (1,)),  # invented figure
        Sentence("Le Prêt Boréal va de 3 M€ à 15 M€."),  # no citation
        Sentence("Le Prêt Boréal va de 3 M€ à 15 M€.", (9,)),  # citation that does not exist
        Sentence("Le Prêt Boréal va de 3 M€ à 15 M€.", (1, 0)),
        Sentence("Les entreprises en difficulté sont admises au Prêt Boréal.", (1,)),  # flipped negation
        Sentence("La météo sera belle demain dans toute la région.", (1,)),  # nothing to do with it
        Sentence("Vous êtes éligible au Prêt Boréal.", (1,)),  # a verdict
    ],
)
def test_a_sentence_that_its_passage_does_not_bear_is_dropped(sentence: Sentence) -> None:
    assert not bears(sentence, [PASSAGE])


def test_figures_words_and_polarity_are_checked_apart() -> None:
    assert figures_borne("15 M€", [PASSAGE])
    assert not figures_borne("16 M€", [PASSAGE])
    assert words_borne("Prêt Boréal pour entreprises", [PASSAGE])
    assert not words_borne("recette de cuisine facile", [PASSAGE])
    assert polarity_agrees("Les entreprises en difficulté en sont exclues.", [PASSAGE])


@pytest.mark.parametrize("text", ["Vous êtes éligible.", "You qualify for it.", "Vous avez droit à cette aide."])
def test_a_verdict_is_recognised(text: str) -> None:
    assert gives_verdict(text)

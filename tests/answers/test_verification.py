"""What may go out of a model's text: hand-labelled pairs, and sentences of the knowledge spoilt one word at a time."""

import re

import pytest

from bot.answers.english import in_french
from bot.answers.types import Language, Sentence
from bot.answers.verification import Fault, bears, fault, figures_borne, gives_verdict, words_borne
from tests.answers.pairs import BORNE, NOT_BORNE, PASSAGES

SPOILS = (
    (r"\bne (\w+) pas\b", r"\1"),
    (r"\bn'(\w+) pas\b", r"\1"),
    (r"\bexclues\b", "admises"),
    (r"\bavant\b", "après"),
    (r"\bau moins\b", "au plus"),
    (r"\bobligatoire\b", "facultatif"),
    (r"\bfacultative\b", "obligatoire"),
    (r"\bclose\b", "ouverte"),
    (r"\bgratuit\b", "payant"),
    (r"\bmois\b", "ans"),
    (r"\d", "7"),
)


@pytest.mark.parametrize(("text", "number"), NOT_BORNE)
def test_what_a_passage_does_not_say_never_goes_out(text: str, number: int) -> None:
    assert fault(Sentence(text, (number,)), PASSAGES) is not None


def test_nearly_everything_that_a_passage_says_in_other_words_goes_out() -> None:
    dropped = [text for text, number in BORNE if not bears(Sentence(text, (number,)), PASSAGES)]
    assert len(dropped) <= 0.05 * len(BORNE), dropped


def test_each_sentence_of_a_passage_goes_out_and_none_that_is_spoilt() -> None:
    spoilt = 0
    for number, passage in enumerate(PASSAGES, 1):
        for sentence in re.split(r"(?<=\.) |\n", passage.partition("\n")[2]):
            if len(sentence.split()) < 4 or sentence.startswith("-"):
                continue
            assert fault(Sentence(sentence, (number,)), PASSAGES) is None
            for old, new in SPOILS:
                changed = re.sub(old, new, sentence, count=1)
                if changed != sentence:
                    spoilt += 1
                    assert fault(Sentence(changed, (number,)), PASSAGES) is not None, changed
    assert spoilt > 15


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (Sentence("Le Prêt Boréal va de 10 000 € à 90 000 €."), Fault.UNCITED),
        (Sentence("Le Prêt Boréal va de 10 000 € à 90 000 €.", (9,)), Fault.NO_SUCH_PASSAGE),
        (Sentence("Le Prêt Boréal va de 10 000 € à 90 000 €.", (1, 0)), Fault.NO_SUCH_PASSAGE),
        (Sentence("Le Prêt Boréal " * 40, (1,)), Fault.TOO_LONG),
        (Sentence("The loan is for the companies of the region.", (1,)), Fault.LANGUAGE),
        (Sentence("Vous n'êtes pas éligible au Prêt Boréal.", (1,)), Fault.VERDICT),
        (Sentence("Le Prêt Boréal va jusqu'à 120 000 €.", (1,)), Fault.FIGURE),
        (Sentence("Le Prêt Boréal dure 5 mois au plus.", (1,)), Fault.UNIT),
        (Sentence("Le Prêt Boréal est ouvert jusqu'en octobre 2027.", (1,)), Fault.DATE),
        (Sentence("Le Prêt Boréal est d'au moins 90 000 €.", (1,)), Fault.SIDE),
        (Sentence("Le taux est de 20 % pour les petites entreprises.", (1,)), Fault.ANOTHER_FIGURE),
        (Sentence("La demande de Prêt Boréal se fait sur lumen.fr.", (1,)), Fault.ADDRESS),
        (Sentence("Le Prêt Boréal est proposé à Nantes.", (1,)), Fault.NAME),
        (Sentence("Le Prêt Boréal est une subvention.", (1,)), Fault.NATURE),
        (Sentence("Les vacances de printemps approchent à grands pas.", (1,)), Fault.WORDS),
        (Sentence("Les entreprises en difficulté sont admises.", (1,)), Fault.POLARITY),
    ],
)
def test_a_fault_bears_its_name(sentence: Sentence, expected: Fault) -> None:
    assert fault(sentence, PASSAGES) is expected


def test_one_sentence_may_rest_on_two_passages_and_needs_both() -> None:
    both = "Le Prêt Boréal va de 10 000 € à 90 000 € et l'Aide Cobalt est close depuis le 30 juin 2024."
    assert bears(Sentence(both, (1, 2)), PASSAGES)
    assert not bears(Sentence(both, (1,)), PASSAGES)


@pytest.mark.parametrize(
    ("text", "borne"),
    [
        ("The Prêt Boréal is open until 31 December 2027.", True),
        ("The Prêt Boréal is not open.", False),
        ("Companies in difficulty are eligible for the Prêt Boréal.", False),
        ("The Prêt Boréal goes from €10,000 to €90,000.", True),
        ("The Prêt Boréal goes up to €95,000.", False),
        ("Le Prêt Boréal va de 10 000 € à 90 000 €.", False),
    ],
)
def test_an_english_sentence_is_compared_through_the_terms_that_are_known(text: str, borne: bool) -> None:
    assert bears(Sentence(text, (1,)), PASSAGES, Language.ENGLISH) is borne


def test_english_terms_become_french_and_what_turns_a_sentence_round_stays() -> None:
    assert "subvention" in in_french("The grant")
    assert "not" in in_french("This is not open").split()


def test_figures_and_words_are_checked_apart() -> None:
    passage = "Le Prêt Boréal va de 3 M€ à 15 M€."
    assert figures_borne("15 M€", [passage])
    assert not figures_borne("16 M€", [passage])
    assert words_borne("Prêt Boréal", [passage])
    assert not words_borne("recette de cuisine facile", [passage])


@pytest.mark.parametrize(
    "text",
    [
        "Vous êtes éligible.",
        "Vous serez certainement éligibles.",
        "You qualify for it.",
        "You are entitled to it.",
        "Vous avez droit à cette aide.",
        "Vous y avez bien droit.",
        "Votre entreprise n'est pas éligible.",
    ],
)
def test_a_verdict_is_recognised(text: str) -> None:
    assert gives_verdict(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les PME sont éligibles.",
        "Je ne peux pas dire si vous y avez droit.",
        "I cannot say whether your project qualifies.",
        "Vos droits",
    ],
)
def test_conditions_are_no_verdict(text: str) -> None:
    assert not gives_verdict(text)

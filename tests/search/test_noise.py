from random import Random

import pytest
from rapidfuzz.distance import OSA

from bot.catalogue.folding import flat
from bot.search.noise import Noise, noisy

QUESTION = "Quelle est la subvention pour l'achat d'équipements pharmaceutiques nouveaux ?"
SEEDS = range(40)


@pytest.mark.parametrize("kind", Noise)
def test_the_same_seed_spoils_a_question_the_same_way(kind: Noise) -> None:
    assert noisy(QUESTION, kind, Random(3)) == noisy(QUESTION, kind, Random(3)) != QUESTION


def test_slips_of_the_finger_touch_one_or_two_words_a_little() -> None:
    for seed in SEEDS:
        pairs = list(zip(noisy(QUESTION, Noise.TYPO, Random(seed)).split(), QUESTION.split(), strict=True))
        touched = [(typed, meant) for typed, meant in pairs if typed != meant]
        assert len(touched) <= 2
        assert all(OSA.distance(typed, meant) <= 3 for typed, meant in touched)


def test_short_words_are_typed_right() -> None:
    assert noisy("a-t-on le cir", Noise.TYPO, Random(1)) == "a-t-on le cir"


def test_accents_capitals_and_punctuation_are_left_out() -> None:
    assert noisy(QUESTION, Noise.ACCENTS, Random(1)) == flat(QUESTION)


def test_shorthand_is_always_used_and_some_words_are_written_by_ear() -> None:
    written = [noisy(QUESTION, Noise.SMS, Random(seed)) for seed in SEEDS]
    assert all(text.startswith("kel e la ") and " pr l " in text for text in written)
    assert {text.split()[-1] for text in written} == {"nouveaux", "nouvo"}
    assert any("farmaceutik" in text for text in written)


@pytest.mark.parametrize("kind", Noise)
def test_a_text_without_words_can_be_spoilt(kind: Noise) -> None:
    assert noisy(" ?! ", kind, Random(1)).strip(" ?!") == ""

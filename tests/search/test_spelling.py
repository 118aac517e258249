import pytest

from bot.search.spelling import Speller

FREQUENCIES = {
    "subvention": 5,
    "usine": 3,
    "formation": 2,
    "fonderie": 1,
    "aides": 4,
    "pret": 3,
    "carte": 9,
    "carde": 1,
    "machine": 2,
}


@pytest.fixture
def speller() -> Speller:
    return Speller(FREQUENCIES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("subvnetion", "subvention"),
        ("subvansion", "subvention"),
        ("usien", "usine"),
        ("une fondrie", "une fonderie"),
        ("cmt", "comment"),
        ("lusine", "l usine"),
        ("koi", "quoi"),
        ("mahcine", "machine"),
    ],
)
def test_a_slip_is_corrected(speller: Speller, typed: str, meant: str) -> None:
    assert speller.spell(typed).corrected == meant


@pytest.mark.parametrize(
    "typed", ["subventions", "les aides", "usine", "2030", "cir", "xylophone", "ab12cd", "tva", "de"]
)
def test_what_is_known_or_looks_like_nothing_known_stays(speller: Speller, typed: str) -> None:
    assert speller.spell(typed).corrected == typed


def test_of_two_corrections_as_near_the_commoner_word_comes_first(speller: Speller) -> None:
    assert [correction.word for correction in speller.corrections("carje")] == ["carte", "carde"]


def test_more_changes_count_less(speller: Speller) -> None:
    weights = [speller.corrections(word)[0].weight for word in ("subvention", "subventon", "subvnton")]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 3


def test_words_that_nothing_resembles_are_named_once(speller: Speller) -> None:
    assert speller.spell("une usine xylophone ou un xylophone").unknown == ("xylophone",)


def test_the_stems_of_a_query_carry_the_weights_of_its_corrections(speller: Speller) -> None:
    found = speller.spell("formation usien").stems
    assert found["format"] == 1
    assert 0 < found["usin"] < 1


def test_an_empty_vocabulary_corrects_nothing() -> None:
    assert Speller({}).spell("subvnetion").corrected == "subvnetion"

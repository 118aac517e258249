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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sub vention", "subvention"),
        ("aideformation", "aides formation"),
        ("une fonderie usine", "une fonderie usine"),
        ("fondrie", "fonderie"),
        ("machyne", "machine"),
    ],
)
def test_words_cut_in_two_glued_or_written_by_ear_are_put_right(speller: Speller, typed: str, meant: str) -> None:
    assert speller.spell(typed.replace("aideformation", "aidesformation")).corrected == meant


def test_two_slips_in_a_short_word_are_searched_but_never_shown(speller: Speller) -> None:
    found = speller.spell("udime")
    assert found.stems.keys() == {"usin"}
    assert found.corrected == "udime"
    assert found.unknown == ("udime",)


def test_the_words_of_a_question_are_left_out_unless_they_are_all_there_is(speller: Speller) -> None:
    assert speller.spell("combien pour une usine").stems.keys() == {"usin"}
    assert list(speller.spell("combien").stems) == ["combien"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("prenre", "prendre"), ("eurros", "euros"), ("differance", "difference"), ("l attint", "l atteint")],
)
def test_a_common_word_that_the_knowledge_does_not_hold_is_put_right_too(
    speller: Speller, typed: str, meant: str
) -> None:
    assert speller.spell(typed).corrected == meant
    assert Speller({}).spell(typed).corrected == meant


@pytest.mark.parametrize("typed", ["majoritaire", "fondeur", "taper"])
def test_a_right_word_is_never_taken_for_another_one(typed: str) -> None:
    assert Speller({"minoritaire": 3, "fonderie": 2, "paper": 1, "usine": 4}).spell(typed).corrected == typed


@pytest.mark.parametrize("typed", ["border", "toile", "finding", "arve", "couleurs"])
def test_a_right_word_or_another_short_name_is_no_slip_for_a_name(typed: str) -> None:
    known = {"bordet": 3, "tole": 4, "funding": 5, "irve": 2, "couler": 3, "ville": 4}
    assert Speller(known).spell(typed).corrected == typed
    assert Speller(known).spell("vile").corrected == "ville"


def test_a_slip_that_keeps_the_stem_is_put_right() -> None:
    assert Speller({"combien": 3, "officielle": 1}).spell("combiene officiele").corrected == "combien officielle"


def test_what_was_asked_before_changes_nothing() -> None:
    speller = Speller({"dans": 3, "usine": 1})
    before = speller.spell("ds l usine d ici").corrected
    speller.spell("d une usine de")
    assert speller.spell("ds l usine d ici").corrected == before == "dans l usine d ici"


def test_an_empty_vocabulary_corrects_no_other_word() -> None:
    assert Speller({}).spell("xubvnotiom").corrected == "xubvnotiom"

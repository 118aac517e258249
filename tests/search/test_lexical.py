import numpy as np
import pytest

from bot.search.counting import count
from bot.search.lexical import LexicalIndex

TITLES = ["Prêt Croissance", "Garantie", "Subvention", ""]
TEXTS = ["pour financer la croissance", "un prêt garanti", "aide aux machines", ""]


@pytest.fixture
def index() -> LexicalIndex:
    return LexicalIndex(count(TITLES, TEXTS))


def test_a_word_in_the_title_counts_more_than_in_the_text(index: LexicalIndex) -> None:
    scores = index.scores({"pret": 1.0})
    assert scores[0] > scores[1] > 0


def test_rows_without_the_words_score_nothing(index: LexicalIndex) -> None:
    assert index.scores({"pret": 1.0})[2:].tolist() == [0, 0]
    assert index.scores({"inconnu": 1.0}).tolist() == [0, 0, 0, 0]


def test_a_corrected_word_counts_in_proportion(index: LexicalIndex) -> None:
    np.testing.assert_allclose(index.scores({"pret": 0.5}), index.scores({"pret": 1.0}) / 2)


def test_long_texts_do_not_win_by_length() -> None:
    long = "aide " + "remplissage " * 50 + "machine"
    scores = LexicalIndex(count(["", ""], ["aide machine", long])).scores({"machin": 1.0})
    assert scores[0] > scores[1] > 0


def test_words_of_one_stem_are_one_column() -> None:
    index = LexicalIndex(count(["", ""], ["subventions subvention", "autre"]))
    assert index.scores({"subvent": 1.0})[0] > 0
    assert len(index.columns) == 2


def test_a_rare_word_weighs_more_and_an_unknown_one_as_much_as_the_rarest(index: LexicalIndex) -> None:
    assert index.idf_sum(["machin"]) > index.idf_sum(["pret"])
    assert index.idf_sum(["inconnu"]) == index.idf_sum(["machin"])


def test_an_empty_index_finds_nothing() -> None:
    assert LexicalIndex(count([], [])).scores({"pret": 1.0}).tolist() == []

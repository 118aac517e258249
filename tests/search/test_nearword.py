import numpy as np
import pytest

from bot.search.counting import count
from bot.search.nearword import NearWordIndex, ngrams

TEXTS = ["relocalisation d'une usine", "formation des salariés", ""]


@pytest.fixture
def index() -> NearWordIndex:
    return NearWordIndex(count(["", "", ""], TEXTS))


def test_ngrams_know_where_a_word_begins_and_ends() -> None:
    assert ngrams("or") == [" or", "or ", " or "]


def test_another_form_of_the_word_is_near(index: NearWordIndex) -> None:
    scores = index.scores(index.likeness(["relocaliser"]))
    assert scores[0] > scores[1] >= 0
    assert scores[2] == 0


def test_the_text_itself_has_a_likeness_of_one(index: NearWordIndex) -> None:
    np.testing.assert_allclose(index.scores(index.likeness(["formation", "salaries"]))[1], 1, rtol=1e-5)


@pytest.mark.parametrize("query", [[], ["xyzzyq"]])
def test_what_shares_no_ngram_scores_nothing(index: NearWordIndex, query: list[str]) -> None:
    assert index.scores(index.likeness(query)).tolist() == [0, 0, 0]


def test_an_empty_index_finds_nothing() -> None:
    index = NearWordIndex(count([], []))
    assert index.scores(index.likeness(["usine"])).tolist() == []

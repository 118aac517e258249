import numpy as np
import pytest

from bot.search.analysis import stem_of
from bot.search.closeness import Closeness, Term
from bot.search.counting import count
from bot.search.lexical import LexicalIndex
from bot.search.nearword import NearWordIndex

TEXTS = ["crédit impôt", "crédit vert impôt", "crédit vert bleu rouge impôt", "impôt", "", "Rien. Crédit impôt. Rien."]


def _scores(asked: list[str]) -> tuple[list[float], list[float]]:
    counts = count([""] * len(TEXTS), TEXTS)
    lexical, near = LexicalIndex(counts), NearWordIndex(counts)
    terms = [Term((lexical.columns[stem_of(word)],), 1.0) for word in asked]
    closeness = Closeness(counts, lexical.stem_numbers)
    rows = np.arange(len(TEXTS), dtype=np.int32)
    pairs, windows = closeness.scores(rows, terms, near, near.likeness(["credit", "impot"]))
    return pairs.tolist(), windows.tolist()


def test_the_nearer_two_words_stand_the_more_they_count() -> None:
    pairs, _ = _scores(["credit", "impot"])
    assert pairs == pytest.approx([1 / 2, 1 / 4, 0, 0, 0, 1 / 2])


def test_a_single_word_has_no_neighbour() -> None:
    pairs, _ = _scores(["credit"])
    assert pairs == [0] * len(TEXTS)


def test_words_of_different_rows_are_no_neighbours() -> None:
    pairs, _ = _scores(["impot", "rien"])  # the last word of row 3 and the first of row 5
    assert pairs[3] == 0


def test_the_best_window_decides() -> None:
    _, windows = _scores(["credit", "impot"])
    assert windows[0] == pytest.approx(1, abs=1e-5)
    assert windows[3] < windows[1] < windows[0]
    assert windows[4] == 0


def test_no_rows_have_no_scores() -> None:
    counts = count([], [])
    near = NearWordIndex(counts)
    closeness = Closeness(counts, np.array([], np.int32))
    pairs, windows = closeness.scores(np.array([], np.int32), [], near, near.likeness(["usine"]))
    assert (len(pairs), len(windows)) == (0, 0)

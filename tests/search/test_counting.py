import numpy as np
import pytest

from bot.search import counting
from bot.search.counting import Numbering, count, counted, windows_of


def test_words_of_titles_and_texts_share_their_columns() -> None:
    counts = count(["Prêt industrie", ""], ["prêt, prêt", "fonderie"])
    column = counts.words.index("pret")
    assert counts.titles.shape == counts.texts.shape == (2, 3)
    assert (counts.titles[0, column], counts.texts[0, column], counts.texts[1, column]) == (1, 2, 0)


@pytest.mark.parametrize("size", [0, 1, counting.BLOCK - 1, counting.BLOCK, counting.BLOCK + 1])
def test_every_text_is_a_row_however_many_blocks_it_takes(size: int) -> None:
    numbers = Numbering()
    matrix = counted(([str(row % 7), "same"] for row in range(size)), numbers)
    assert matrix.shape == (size, len(numbers))
    assert matrix.sum() == 2 * size


def test_nothing_to_count_makes_an_empty_matrix() -> None:
    assert count([], []).texts.shape == (0, 0)


def test_the_words_of_each_window_are_kept_in_their_order() -> None:
    long = "La fonderie coule des pièces pour toute la région depuis l'an dernier et les livre partout. " * 2
    counts = count(["Prêt", ""], [long, "usine"])
    titles = [counts.windows[first : first + 2] for first in counts.rows[:-1]]
    assert [[counts.words[number] for number in counts.sequence[a:b]] for a, b in titles] == [["pret"], []]
    assert np.diff(counts.rows).tolist() == [3, 2]
    assert counts.words[counts.sequence[-1]] == "usine"
    assert counts.titles.sum() + counts.texts.sum() == len(counts.sequence)


def test_the_windows_of_a_text_make_the_text() -> None:
    text = "Un prêt sans garantie. Une aide ! Et la suite ; sans fin " + "mot " * 80 + ". Fin."
    windows = list(windows_of(text))
    assert len(windows) > 1
    assert " ".join(windows).split() == text.split()

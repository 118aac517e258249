import pytest

from bot.search import counting
from bot.search.counting import Numbering, count, counted


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

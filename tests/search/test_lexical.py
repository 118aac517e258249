import numpy as np

from bot.search.analysis import stems
from bot.search.lexical import LexicalIndex


def _scores(titles: list[str], texts: list[str], query: str) -> list[float]:
    return LexicalIndex(titles, texts).scores(dict.fromkeys(stems(query), 1.0)).tolist()


def test_a_word_in_the_title_counts_more_than_in_the_text() -> None:
    in_title, in_text, nowhere = _scores(["Prêt vert", "Autre", "Autre"], ["un texte", "un prêt", "rien"], "prêt")
    assert in_title > in_text > nowhere == 0


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    rare, common = _scores(["", "", ""], ["bobinage usine", "usine usine", "usine"], "bobinage usine")[:2]
    assert rare > common


def test_long_texts_do_not_win_by_length() -> None:
    short, long = _scores(["", ""], ["aide machine", "aide " + "remplissage " * 50 + "machine"], "machine")
    assert short > long


def test_unknown_words_weigh_most_in_the_sum_of_idf() -> None:
    index = LexicalIndex(["", ""], ["usine", "usine bobinage"])
    assert index.idf_sum(["inconnu"]) == np.float32(index.idf.max())
    assert index.scores({"inconnu": 1.0}).tolist() == [0, 0]


def test_an_empty_index_answers_nothing() -> None:
    assert LexicalIndex([], []).scores({"usine": 1.0}).tolist() == []

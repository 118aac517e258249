from bot.search.nearword import NearWordIndex, ngrams


def test_ngrams_mark_the_borders_of_the_word() -> None:
    assert ngrams("us")[:2] == [" us", "us "]


def test_a_misspelt_word_is_nearest_to_the_right_one() -> None:
    index = NearWordIndex(["", "", ""], ["bobinage de moteurs", "fonderie de précision", "aide régionale"])
    scores = index.scores(["bobinaje"])
    assert scores.argmax() == 0
    assert scores[0] > 2 * scores[1]


def test_nothing_alike_gives_zeros() -> None:
    assert NearWordIndex([""], ["usine"]).scores(["xyz"]).tolist() == [0]


def test_the_same_words_give_a_cosine_of_one() -> None:
    assert abs(float(NearWordIndex(["", ""], ["usine", "prêt"]).scores(["usine"])[0]) - 1) < 1e-5

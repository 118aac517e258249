import math
from pathlib import Path

import pytest

from bot.search.embedding import HashedEmbedder
from bot.search.evaluation import evaluate, measure, ndcg, recall, reciprocal_rank
from bot.search.judged import read_judged
from bot.search.noise import Noise
from tests.search.judged_folder import write_folder


@pytest.mark.parametrize("noise", [None, Noise.ACCENTS])
def test_a_corpus_whose_questions_are_easy_scores_one(tmp_path: Path, noise: Noise | None) -> None:
    scores = evaluate(read_judged(write_folder(tmp_path), noise), HashedEmbedder()).to_json()
    assert (scores["queries"], scores["documents"]) == (2, 3)
    assert scores["passages"] > 3
    assert (scores["recall_1"], scores["recall_10"], scores["mrr_10"], scores["ndcg_10"]) == (1, 1, 1, 1)


def test_a_wrong_judgement_scores_less(tmp_path: Path) -> None:
    scores = evaluate(read_judged(write_folder(tmp_path, "q1\tgrant\nq2\tlong\n")), HashedEmbedder())
    assert scores.recall_1 == 0.5
    assert scores.ndcg_10 < 1


def test_any_search_can_be_measured_and_a_document_counts_once(tmp_path: Path) -> None:
    scores = measure(read_judged(write_folder(tmp_path)), lambda _: ["grant#0", "grant#1", "loan#0"])
    assert (scores.recall_1, scores.recall_5, scores.mrr_10) == (0, 0.5, 0.25)


def test_the_measures_are_those_of_the_books() -> None:
    found, right = ["a", "b", "c", "d"], {"b", "d", "z"}
    assert recall(found, right, 1) == 0
    assert recall(found, right, 5) == pytest.approx(2 / 3)
    assert reciprocal_rank(found, right) == 0.5
    assert reciprocal_rank(found, {"z"}) == 0
    gain = 1 / math.log2(3) + 1 / math.log2(5)
    assert ndcg(found, right) == pytest.approx(gain / (1 + 1 / math.log2(3) + 1 / math.log2(4)))

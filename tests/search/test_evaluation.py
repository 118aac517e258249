import json
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.search.embedding import HashedEmbedder
from bot.search.evaluation import chunks, evaluate, ndcg, recall, reciprocal_rank


def test_the_measures_are_those_of_the_field() -> None:
    assert recall(["a", "b"], {"b"}, 1) == 0
    assert recall(["a", "b"], {"b"}, 5) == 1
    assert reciprocal_rank(["a", "b"], {"b"}) == 0.5
    assert ndcg(["a", "b"], {"a"}) == 1
    assert ndcg(["a", "b"], {"b"}) == pytest.approx(0.6309, abs=1e-4)
    assert ndcg(["a"], {"z"}) == 0


def test_long_texts_are_cut_into_parts_that_overlap_and_lose_nothing() -> None:
    text = " ".join(f"Phrase numéro {number} du texte." for number in range(200))
    parts = chunks(text)
    assert all(len(part) <= 1_000 for part in parts)
    assert all(f"numéro {number} du" in " ".join(parts) for number in range(200))


def test_a_folder_is_measured(tmp_path: Path) -> None:
    documents = [
        {"id": "d1", "title": "Bobinage", "text": "bobinage de moteurs"},
        {"id": "d2", "title": "", "text": "fonderie"},
    ]
    queries = [{"id": "q1", "text": "qui fait du bobinage"}, {"id": "q2", "text": "fondrie"}]
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, documents)))
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)))
    (tmp_path / "qrels.tsv").write_text("q1\td1\nq2\td2\n")
    scores = evaluate(tmp_path, HashedEmbedder())
    assert (scores.queries, scores.documents, scores.recall_1, scores.ndcg_10) == (2, 2, 1.0, 1.0)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"corpus\.jsonl"):
        evaluate(tmp_path, HashedEmbedder())

import json
import math
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.search.embedding import HashedEmbedder
from bot.search.evaluation import CHUNK, OVERLAP, chunks, evaluate, ndcg, recall, reciprocal_rank

CORPUS = [
    {"id": "loan", "title": "Prêt", "text": "Un prêt pour la croissance des industriels."},
    {"id": "grant", "title": "Subvention", "text": "Une subvention pour acheter des machines."},
    {
        "id": "long",
        "title": "Calendrier",
        "text": "Le calendrier des ateliers. " * 60 + "Le traiteur sert des quiches.",
    },
]
QUERIES = [
    {"id": "q1", "text": "prêt croissance"},
    {"id": "q2", "text": "quiches du traiteur"},
    {"id": "unjudged", "text": "autre"},
]


def _folder(path: Path, qrels: str = "q1\tloan\nq2\tlong\n") -> Path:
    for name, lines in (("corpus.jsonl", CORPUS), ("queries.jsonl", QUERIES)):
        (path / name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (path / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return path


def test_a_corpus_whose_questions_are_easy_scores_one(tmp_path: Path) -> None:
    scores = evaluate(_folder(tmp_path), HashedEmbedder()).to_json()
    assert (scores["queries"], scores["documents"]) == (2, 3)
    assert scores["passages"] > 3
    assert (scores["recall_1"], scores["recall_10"], scores["mrr_10"], scores["ndcg_10"]) == (1, 1, 1, 1)


def test_a_wrong_judgement_scores_less(tmp_path: Path) -> None:
    scores = evaluate(_folder(tmp_path, "q1\tgrant\nq2\tlong\n"), HashedEmbedder())
    assert scores.recall_1 == 0.5
    assert scores.ndcg_10 < 1


def test_the_measures_are_those_of_the_books() -> None:
    found, right = ["a", "b", "c", "d"], {"b", "d", "z"}
    assert recall(found, right, 1) == 0
    assert recall(found, right, 5) == pytest.approx(2 / 3)
    assert reciprocal_rank(found, right) == 0.5
    assert reciprocal_rank(found, {"z"}) == 0
    gain = 1 / math.log2(3) + 1 / math.log2(5)
    assert ndcg(found, right) == pytest.approx(gain / (1 + 1 / math.log2(3) + 1 / math.log2(4)))


@pytest.mark.parametrize("unit", ["des mots ", "Une phrase entière. ", "Un paragraphe.\n\n", "x" * 50])
def test_chunks_are_short_overlap_and_lose_nothing(unit: str) -> None:
    text = unit * 200
    parts = chunks(text)
    assert len(parts) > 1
    assert all(0 < len(part) <= CHUNK for part in parts)
    assert set(" ".join(parts).split()) == set(text.split()) or " " not in unit
    assert len("".join(parts)) >= len(text)
    assert len("".join(parts)) <= len(text) + OVERLAP * len(parts)


def test_a_short_or_empty_text_is_one_chunk() -> None:
    assert chunks("court") == ["court"]
    assert chunks("") == [""]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"corpus\.jsonl"):
        evaluate(tmp_path, HashedEmbedder())
    _folder(tmp_path)
    (tmp_path / "qrels.tsv").unlink()
    with pytest.raises(UsageError, match=r"qrels\.tsv"):
        evaluate(tmp_path, HashedEmbedder())


@pytest.mark.parametrize("line", ["{", "[1]", '{"id": "q9"}'])
def test_a_broken_line_is_named_with_its_number(tmp_path: Path, line: str) -> None:
    folder = _folder(tmp_path)
    with (folder / "queries.jsonl").open("a", encoding="utf-8") as queries:
        queries.write(line + "\n")
    with pytest.raises(UsageError, match=r"queries\.jsonl.*ligne 4"):
        evaluate(folder, HashedEmbedder())


def test_judgements_of_no_question_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Rien à mesurer"):
        evaluate(_folder(tmp_path, "q7\tloan\n"), HashedEmbedder())

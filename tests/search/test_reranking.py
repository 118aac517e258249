import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.errors import ModelUnavailable
from bot.search.reranking import READ, REST, Reranker, load_reranker
from bot.search.retrieval import Retriever
from bot.search.types import Entry, Hit

TEXTS = {"a": "Un prêt pour la croissance.", "b": "Une subvention.", "c": "Le calendrier."}
HITS = tuple(Hit(key, score, score, 0.0, 0.0) for key, score in (("a", 3.0), ("b", 2.0), ("c", 1.0)))


class _Model:
    """Finds long texts less telling; may fail or answer nonsense."""

    def __init__(self, *, broken: bool = False, nonsense: bool = False) -> None:
        self.broken, self.nonsense, self.asked = broken, nonsense, 0

    def __call__(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        self.asked += 1
        if self.broken:
            raise RuntimeError("out of memory")
        return [math.nan if self.nonsense else -float(len(text)) for text in texts]


def _keys(hits: Sequence[Hit]) -> str:
    return "".join(hit.key for hit in hits)


def test_what_the_model_finds_telling_comes_first() -> None:
    found = Reranker(_Model(), TEXTS.__getitem__).rerank("?", HITS)
    assert _keys(found) == "bca"
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_only_the_first_hits_are_read_again() -> None:
    many = tuple(Hit(f"k{n:02}", 50.0 - n, 0, 0, 0) for n in range(READ + 5))
    read: list[int] = []

    def score(_question: str, texts: Sequence[str]) -> Sequence[float]:
        read.append(len(texts))
        return list(range(len(texts)))

    found = Reranker(score, str).rerank("?", many)
    assert read == [READ]
    assert found[READ:] == many[READ:]
    assert len(found) == len(many)


@pytest.mark.parametrize("model", [_Model(broken=True), _Model(nonsense=True)])
def test_a_model_that_fails_changes_nothing(model: _Model) -> None:
    assert Reranker(model, TEXTS.__getitem__).rerank("?", HITS) == HITS


def test_a_model_that_failed_is_left_alone_for_a_while() -> None:
    now = [0.0]
    model = _Model(broken=True)
    reranker = Reranker(model, TEXTS.__getitem__, lambda: now[0])
    reranker.rerank("?", HITS)
    now[0] = REST - 1
    reranker.rerank("?", HITS)
    assert model.asked == 1
    now[0], model.broken = REST, False
    assert _keys(reranker.rerank("?", HITS)) == "bca"


def test_a_single_hit_needs_no_second_reading() -> None:
    model = _Model()
    assert Reranker(model, TEXTS.__getitem__).rerank("?", HITS[:1]) == HITS[:1]
    assert model.asked == 0


def test_a_search_uses_the_model_once_it_is_attached() -> None:
    retriever = Retriever([Entry(key, "", text) for key, text in TEXTS.items()], None, None)
    model = _Model()
    before = retriever.search("prêt ou subvention croissance", 2)
    retriever.attach_reranker(Reranker(model, TEXTS.__getitem__))
    after = retriever.search("prêt ou subvention croissance", 2)
    assert (_keys(before.hits), _keys(after.hits)) == ("ab", "ba")
    assert after.coverage == before.coverage


def _save_cross_encoder(folder: Path) -> Path:
    """A BERT of one layer with random weights over a dozen words."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder.mkdir()
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "pret", "aide", "usine", "prix"]
    (folder / "vocab.txt").write_text("\n".join(words))
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    torch.manual_seed(5)
    shape = BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        num_labels=1, initializer_range=1.0,
    )  # fmt: skip
    BertForSequenceClassification(shape).save_pretrained(folder)
    return folder


@pytest.mark.slow
def test_a_cross_encoder_in_a_folder_reads_question_and_text_together(tmp_path: Path) -> None:
    score = load_reranker(str(_save_cross_encoder(tmp_path / "modele")))
    first, second = score("pret", ["usine", "aide aide prix"])
    assert first != second
    assert list(score("prix", ["usine"])) != [first]
    best = max(TEXTS, key=lambda key: (score("pret", [TEXTS[key]])[0], HITS[0].key == key))
    level = tuple(Hit(key, 1.0, 0, 0, 0) for key in TEXTS)
    assert Reranker(score, TEXTS.__getitem__).rerank("pret", level)[0].key == best


@pytest.mark.slow
def test_a_folder_that_is_no_cross_encoder_is_named_with_its_setting(tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    with pytest.raises(ModelUnavailable, match=r"vide.*RELAIS_RERANKER_MODEL"):
        load_reranker(str(tmp_path / "vide"))

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.search.embedding import HashedEmbedder, Vector
from bot.search.retrieval import Retriever
from bot.search.tuning import ENOUGH, Wanted, choose
from bot.search.types import Entry
from bot.search.vectors import open_vectors
from bot.search.weights import Weights

NAMES = [
    f"{left}{right}" for left in ("bru", "cla", "dro", "fli", "gre", "jou") for right in ("mat", "net", "pol", "sec")
]
ENTRIES = [Entry(name, "", f"Le dossier {name} se ferme en juin.") for name in NAMES]
SILENT = Weights(vector=0.0)


class _Reversing:
    """An embedder that understands words spelt backwards, as a multilingual model understands another language."""

    name, dimension = "reversing", HashedEmbedder.dimension

    def embed_passages(self, texts: list[str]) -> Vector:
        return HashedEmbedder().embed_passages(texts)

    def embed_query(self, text: str) -> Vector:
        return HashedEmbedder().embed_query(" ".join(word[::-1] for word in text.split()))


@pytest.fixture
def retriever(tmp_path: Path) -> Iterator[Retriever]:
    embedder = _Reversing()
    vectors = open_vectors(tmp_path, "", "r1", embedder.name, embedder.dimension)
    vectors.add([entry.key for entry in ENTRIES], embedder.embed_passages([entry.text for entry in ENTRIES]))
    yield Retriever(ENTRIES, embedder, vectors, SILENT)
    vectors.close()


def _asked(count: int) -> list[Wanted]:
    """Questions that only the vectors understand."""
    names = (NAMES * 2)[:count]
    return [Wanted(name[::-1], frozenset([name])) for name in names]


def test_vectors_that_help_are_given_a_weight(retriever: Retriever) -> None:
    choice = choose(retriever, _asked(ENOUGH))
    assert choice.weights.vector > 0
    assert choice.after > choice.before + 0.5
    assert retriever.weights == SILENT


def test_too_few_questions_change_nothing(retriever: Retriever) -> None:
    choice = choose(retriever, _asked(ENOUGH - 1))
    assert choice.weights == SILENT
    assert choice.before == choice.after


def test_what_helps_only_half_of_the_questions_is_left(retriever: Retriever) -> None:
    known = [Wanted(name, frozenset([name])) for name in NAMES]
    mixed = [question for pair in zip(known, _asked(len(known)), strict=True) for question in pair]
    assert len(mixed) >= ENOUGH
    assert choose(retriever, mixed).weights == SILENT


def test_weights_are_stored_with_a_release_and_read_again() -> None:
    weights = Weights(near_word=0.25, vector=0.4)
    assert Weights.from_json(weights.to_json()) == weights
    assert Weights.from_json({"near_word": 0.25, "of a later version": 1}) == Weights(near_word=0.25)


def test_hashed_vectors_count_nothing_by_default_and_those_of_a_model_do() -> None:
    assert Weights.beside(HashedEmbedder()).vector == 0
    assert Weights.beside(_Reversing()).vector > 0

import os
from pathlib import Path

import numpy as np
import pytest

from bot.errors import ModelUnavailable
from bot.search.embedding import Embedder, HashedEmbedder, load_embedder


def test_without_a_setting_vectors_are_hashed_and_of_length_one() -> None:
    embedder = load_embedder("")
    vectors = embedder.embed_passages(["Subvention pour une usine", "Fonderie"])
    assert isinstance(embedder, HashedEmbedder)
    assert vectors.shape == (2, embedder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-5)


def test_the_vector_of_a_passage_does_not_depend_on_the_others() -> None:
    alone = HashedEmbedder().embed_passages(["Subvention pour une usine"])[0]
    among = HashedEmbedder().embed_passages(["Autre chose", "Subvention pour une usine"])[1]
    np.testing.assert_allclose(alone, among, atol=1e-6)


def test_a_question_is_nearer_to_the_passage_that_shares_its_words() -> None:
    embedder = HashedEmbedder()
    near, far = embedder.embed_passages(["Des subventions pour moderniser l'usine", "Le calendrier des ateliers"])
    asked = embedder.embed_query("subvention usine")
    assert asked @ near > 0.4 > asked @ far


@pytest.mark.parametrize("text", ["", "   ", "est-ce que"])
def test_a_text_without_content_gives_zeros(text: str) -> None:
    embedder = HashedEmbedder()
    assert not embedder.embed_query(text).any()
    assert embedder.embed_passages([]).shape == (0, embedder.dimension)


def _save_model(folder: Path, prompts: dict[str, str]) -> Path:
    """A static model over seven words, with vectors drawn from a fixed seed."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    words = ["[UNK]", "usine", "aide", "query", "passage", ":", "demande"]
    tokenizer = Tokenizer(WordLevel({word: number for number, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    vectors = np.random.default_rng(7).normal(size=(len(words), 8)).astype(np.float32)
    module = StaticEmbedding(tokenizer, embedding_weights=vectors)
    SentenceTransformer(modules=[module], device="cpu", prompts=prompts).save(str(folder))
    return folder


def _prefix_matters(embedder: Embedder) -> bool:
    return not np.allclose(embedder.embed_query("usine"), embedder.embed_passages(["usine"])[0], atol=1e-3)


@pytest.mark.slow
def test_a_model_in_a_folder_gives_vectors_of_length_one_and_zeros_for_empty_texts(tmp_path: Path) -> None:
    embedder = load_embedder(str(_save_model(tmp_path / "modele", {})))
    vectors = embedder.embed_passages(["usine", "", "aide usine"])
    assert vectors.shape == (3, embedder.dimension) == (3, 8)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 0, 1], rtol=1e-5)
    assert not _prefix_matters(embedder)


@pytest.mark.slow
def test_the_prompts_of_the_model_are_used(tmp_path: Path) -> None:
    prompted = load_embedder(str(_save_model(tmp_path / "avec", {"query": "demande : "})))
    plain = load_embedder(str(_save_model(tmp_path / "sans", {})))
    np.testing.assert_allclose(prompted.embed_query("usine"), plain.embed_query("demande : usine"), atol=1e-6)
    np.testing.assert_allclose(prompted.embed_passages(["usine"]), plain.embed_passages(["usine"]), atol=1e-6)


@pytest.mark.slow
def test_the_prompts_of_a_known_family_stand_in_for_missing_ones(tmp_path: Path) -> None:
    e5 = load_embedder(str(_save_model(tmp_path / "multilingual-e5-tiny", {})))
    plain = load_embedder(str(_save_model(tmp_path / "tiny", {})))
    np.testing.assert_allclose(e5.embed_query("usine"), plain.embed_query("query: usine"), atol=1e-6)
    np.testing.assert_allclose(e5.embed_passages(["usine"]), plain.embed_passages(["passage: usine"]), atol=1e-6)


@pytest.mark.slow
def test_a_folder_that_is_no_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    with pytest.raises(ModelUnavailable, match=r"vide.* ne contient pas de modèle"):
        load_embedder(str(tmp_path / "vide"))


@pytest.mark.slow
def test_a_model_that_is_not_here_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.create_connection", _no_network)
    with pytest.raises(ModelUnavailable, match=r"exemple/absent.*RELAIS_EMBEDDING_MODEL"):
        load_embedder("exemple/absent")
    assert os.environ["HF_HUB_DISABLE_TELEMETRY"] == "1"


def _no_network(*_: object, **__: object) -> None:
    raise OSError("no network in tests")

from pathlib import Path

import numpy as np
import pytest

from bot.errors import ModelUnavailable
from bot.search.embedding import HashedEmbedder, SentenceTransformerEmbedder, load_embedder

WORDS = "query passage usine machine aide bobinage moteur prêt : de".split()


@pytest.fixture(scope="module")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real sentence-transformers model of ten words and eight dimensions, saved in a folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    torch.manual_seed(7)
    tokenizer = Tokenizer(WordLevel({word: number for number, word in enumerate(["[UNK]", *WORDS])}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    folder = tmp_path_factory.mktemp("model") / "small-e5"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=8)], device="cpu").save(str(folder))
    return folder


def test_the_default_needs_no_download_and_is_the_same_every_time() -> None:
    embedder = load_embedder("")
    vectors = embedder.embed_passages(["bobinage de moteurs", ""])
    assert vectors.shape == (2, embedder.dimension)
    assert np.linalg.norm(vectors[0]) == pytest.approx(1)
    assert not vectors[1].any()
    assert np.array_equal(vectors[0], HashedEmbedder().embed_query("bobinage de moteurs"))


def test_likeness_of_words_is_likeness_of_vectors() -> None:
    bobinage, fonderie = HashedEmbedder().embed_passages(["bobinage de moteurs", "fonderie de précision"])
    asked = HashedEmbedder().embed_query("bobinages")
    assert asked @ bobinage > 2 * abs(asked @ fonderie)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_sentence_transformers_folder_is_loaded_with_its_prompts(small_model: Path) -> None:
    embedder = SentenceTransformerEmbedder(str(small_model))
    passage, empty = embedder.embed_passages(["machine", "  "])
    assert (embedder.dimension, embedder.name) == (8, str(small_model))
    assert np.linalg.norm(passage) == pytest.approx(1, abs=1e-5)
    assert not empty.any()
    assert not np.allclose(passage, embedder.embed_query("machine"))  # E5: « query: » is not « passage: »


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_folder_without_a_model_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="ne contient pas de modèle"):
        load_embedder(str(tmp_path))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_hub_name_without_a_network_fails_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match="RELAIS_EMBEDDING_MODEL"):
        load_embedder("relais-example/no-such-model")

"""Texts to vectors, behind one door: hashed vectors that need nothing, or any sentence-transformers model."""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bot.search.analysis import content_words, stem_of
from bot.search.counting import Numbering, counted
from bot.search.hub import load_model
from bot.search.nearword import ngrams

Vector = NDArray[np.float32]
HASHED_DIMENSION = 1024
_E5 = re.compile(r"(?<![a-z0-9])e5(?![a-z0-9])")
_QUERY_PROMPTS, _PASSAGE_PROMPTS = ("query",), ("passage", "document")


class Embedder(Protocol):
    """Vectors are L2-normalised float32; those of another `name` or `dimension` must never be mixed in."""

    @property
    def name(self) -> str: ...
    @property
    def dimension(self) -> int: ...

    def embed_passages(self, texts: list[str]) -> Vector:
        """n × d; an empty text gives zeros."""

    def embed_query(self, text: str) -> Vector:
        """d."""


class HashedEmbedder:
    """Signed feature hashing of stems and character n-grams (Weinberger et al., ICML 2009); no model, no download."""

    name = f"hashed-{HASHED_DIMENSION}"
    dimension = HASHED_DIMENSION

    def embed_passages(self, texts: list[str]) -> Vector:
        """n × d; an empty text gives zeros."""
        numbers = Numbering()
        counts = counted(map(content_words, texts), numbers)
        counts.data = 1 + np.log(counts.data)
        return _normalised((counts @ _features(numbers)).toarray())

    def embed_query(self, text: str) -> Vector:
        """d."""
        first: Vector = self.embed_passages([text])[0]
        return first


def _features(words: Iterable[str]) -> sparse.csr_matrix:
    """Words × dimensions."""
    places, weights = zip((np.array([], np.int32), np.array([], np.float32)), *map(_feature, words), strict=True)
    borders = np.cumsum([len(part) for part in places])
    shape = (len(borders) - 1, HASHED_DIMENSION)
    return sparse.csr_matrix((np.concatenate(weights), np.concatenate(places), borders), shape=shape)


@lru_cache(maxsize=100_000)
def _feature(word: str) -> tuple[NDArray[np.int32], Vector]:
    """Places and signed weights of a word's stem and n-grams; the stem weighs as much as all n-grams together."""
    grams = ngrams(word)
    hashes = [_hash(f"={stem_of(word)}"), *(_hash(gram) for gram in grams)]
    weights = [1.0, *([len(grams) ** -0.5] * len(grams))]
    signs = [weight if value & 1 else -weight for value, weight in zip(hashes, weights, strict=True)]
    return np.array([(value >> 1) % HASHED_DIMENSION for value in hashes], np.int32), np.array(signs, np.float32)


def _hash(feature: str) -> int:
    return int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "big")


def _normalised(vectors: Vector) -> Vector:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    norms[norms == 0] = 1
    return np.asarray(vectors / norms, np.float32)


class SentenceTransformerEmbedder:
    """A sentence-transformers model by hub name or folder, with its own query and passage prompts."""

    def __init__(self, model: str) -> None:
        """Raises ModelUnavailable when the model is neither here nor to be had."""
        self.name = model
        self._model = load_model("SentenceTransformer", model, "RELAIS_EMBEDDING_MODEL")
        self.dimension = int(self._model.get_embedding_dimension())
        self._query_prompt = self._prompt(_QUERY_PROMPTS, "query: ")
        self._passage_prompt = self._prompt(_PASSAGE_PROMPTS, "passage: ")

    def _prompt(self, names: Sequence[str], convention: str) -> str:
        """The model's own prompt; E5 models that do not carry theirs get the one of their paper (arXiv:2212.03533)."""
        own = [prompt for name in names if (prompt := self._model.prompts.get(name))]
        if own:
            return str(own[0])
        return convention if _E5.search(self.name.lower()) else ""

    def embed_passages(self, texts: list[str]) -> Vector:
        """n × d; an empty text gives zeros."""
        return self._encoded(self._model.encode_document, texts, self._passage_prompt)

    def embed_query(self, text: str) -> Vector:
        """d."""
        first: Vector = self._encoded(self._model.encode_query, [text], self._query_prompt)[0]
        return first

    def _encoded(self, encode: Callable[..., Any], texts: list[str], prompt: str) -> Vector:
        """Empty texts get zeros: some models answer NaN to them."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        filled = [row for row, text in enumerate(texts) if text.strip()]
        if filled:
            encoded = encode([texts[row] for row in filled], prompt=prompt, show_progress_bar=False)
            vectors[filled] = np.nan_to_num(np.asarray(encoded, np.float32))
        return _normalised(vectors)


def load_embedder(setting: str) -> Embedder:
    """The embedder of RELAIS_EMBEDDING_MODEL: empty gives hashed vectors; raises ModelUnavailable."""
    return SentenceTransformerEmbedder(setting) if setting else HashedEmbedder()

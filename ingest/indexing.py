"""Passages to vectors: only texts never seen by this model are embedded."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.catalogue.models import Passage
from bot.search.embedding import Embedder
from bot.search.vectors import Vectors
from bot.store.database import Database
from bot.store.embeddings import known_vectors, remember
from ingest.checking.check import Progress

_AT_ONCE = 128


@dataclass(frozen=True)
class Indexed:
    """How many texts were embedded now, and how many were known."""

    embedded: int
    reused: int


def index(
    passages: Sequence[Passage], *, database: Database, embedder: Embedder, vectors: Vectors, progress: Progress
) -> Indexed:
    """Write the vector of every passage; what was embedded is remembered even if the release fails later."""
    texts = {embedded_text(passage) for passage in passages}
    hashes = {text: _hash(text) for text in texts}
    with database.reading() as session:
        known = known_vectors(session, embedder.name, hashes.values())
    missing = [text for text in sorted(texts) if hashes[text] not in known]
    for start in range(0, len(missing), _AT_ONCE):
        batch = missing[start : start + _AT_ONCE]
        rows = embedder.embed_passages(batch).astype("<f4")
        fresh = {hashes[text]: row.tobytes() for text, row in zip(batch, rows, strict=True)}
        with database.transaction() as session:
            remember(session, embedder.name, fresh)
        known |= fresh
        progress("vecteurs", start + len(batch), len(missing))
    if passages:
        ordered = [known[hashes[embedded_text(passage)]] for passage in passages]
        vectors.add([passage.id for passage in passages], _matrix(ordered))
    return Indexed(len(missing), len(texts) - len(missing))


def embedded_text(passage: Passage) -> str:
    """Title, section and text: what a passage means, wherever it stands."""
    return "\n".join(part for part in (passage.title, passage.origin.section, passage.text) if part)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _matrix(rows: Sequence[bytes]) -> NDArray[np.float32]:
    return np.vstack([np.frombuffer(row, dtype="<f4") for row in rows]).astype(np.float32)

"""Vectors by the hash of their text and their model, so that nothing is embedded twice."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.tables import EmbeddingRow

_AT_ONCE = 500


def known_vectors(session: Session, model: str, hashes: Collection[str]) -> dict[str, bytes]:
    """Those of the hashes that have a vector of this model (float32, little-endian)."""
    known: dict[str, bytes] = {}
    wanted = list(hashes)
    for start in range(0, len(wanted), _AT_ONCE):
        rows = session.execute(
            select(EmbeddingRow.text_hash, EmbeddingRow.vector).where(
                EmbeddingRow.model == model, EmbeddingRow.text_hash.in_(wanted[start : start + _AT_ONCE])
            )
        )
        known.update((text_hash, vector) for text_hash, vector in rows)
    return known


def remember(session: Session, model: str, vectors: Mapping[str, bytes]) -> None:
    """Keep vectors; those already known stay as they are."""
    known = known_vectors(session, model, vectors.keys())
    session.add_all(
        EmbeddingRow(text_hash=text_hash, model=model, vector=vector)
        for text_hash, vector in vectors.items()
        if text_hash not in known
    )
    session.flush()

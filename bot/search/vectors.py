"""The one door to Chroma: the vectors of one release, in a folder of their own or in a collection of a server."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.errors import ModelUnavailable
from bot.search.embedding import Vector

BATCH = 2_000  # rows of one call; Chroma refuses more than 5,461


class Vectors:
    """A collection in cosine space; written once by the release, then only read."""

    def __init__(self, client: Any, collection: Any) -> None:
        self._client, self._collection = client, collection

    def add(self, keys: Sequence[str], vectors: Vector) -> None:
        """Store n vectors (n × d) under unique keys."""
        for start in range(0, len(keys), BATCH):
            self._collection.upsert(ids=list(keys[start : start + BATCH]), embeddings=vectors[start : start + BATCH])

    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        """The nearest keys with their cosine, best first."""
        found = self._collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        return [
            (key, 1 - float(distance)) for key, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def count(self) -> int:
        """How many vectors are stored."""
        return int(self._collection.count())

    def drop(self) -> None:
        """Remove the collection."""
        self._client.delete_collection(self._collection.name)


def open_vectors(home: Path, chroma_url: str, release: str, embedder_name: str, dimension: int) -> Vectors:
    """Open or make the vectors of a release; ModelUnavailable when they are of another model or Chroma is away."""
    try:
        client = _client(home, chroma_url, release)
        collection = client.get_or_create_collection(
            f"relais-{release}",
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"model": embedder_name, "dimension": dimension},
        )
    except Exception as error:  # Chroma raises its own, httpx's and SQLite's errors
        raise ModelUnavailable(f"Les vecteurs de la version {release} ne s'ouvrent pas : vérifiez Chroma.") from error
    made_with = (collection.metadata or {}).get("model"), (collection.metadata or {}).get("dimension")
    if made_with != (embedder_name, dimension):
        raise ModelUnavailable(
            f"La version {release} a des vecteurs du modèle « {made_with[0]} », pas « {embedder_name} » : "
            "publiez à nouveau avec « relais knowledge release »."
        )
    return Vectors(client, collection)


def drop_vectors(home: Path, chroma_url: str, release: str) -> None:
    """Remove the vectors of a release from a server, whatever model made them; embedded ones go with their folder."""
    if not chroma_url:
        return
    try:
        client = _client(home, chroma_url, release)
        if any(collection.name == f"relais-{release}" for collection in client.list_collections()):
            client.delete_collection(f"relais-{release}")
    except Exception as error:  # Chroma raises its own and httpx's errors
        raise ModelUnavailable(f"Les vecteurs de la version {release} restent sur Chroma : vérifiez-le.") from error


def _client(home: Path, chroma_url: str, release: str) -> Any:
    import chromadb
    from chromadb.config import Settings

    quiet = Settings(anonymized_telemetry=False)
    if not chroma_url:
        folder = home / "releases" / release / "chroma"
        folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(str(folder), settings=quiet)
    url = urlsplit(chroma_url)
    secure = url.scheme == "https"
    port = url.port or (443 if secure else 80)
    return chromadb.HttpClient(host=url.hostname or "localhost", port=port, ssl=secure, settings=quiet)

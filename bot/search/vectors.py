"""The one door to Chroma: the vectors of one release, in a folder of their own or in a collection of a server."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.errors import ModelUnavailable
from bot.search.embedding import Vector

BATCH = 500  # rows of one call: Chroma refuses more than 5,461, and a slow server must answer in time
SECONDS = 8.0  # a server that takes longer is away


class Vectors:
    """A collection in cosine space; written once by the release, then only read. Raises ModelUnavailable."""

    def __init__(self, client: Any, collection: Any) -> None:
        self._client, self._collection = client, collection

    def add(self, keys: Sequence[str], vectors: Vector) -> None:
        """Store n vectors (n × d) under unique keys."""
        with _translated(f"Les vecteurs de « {self._collection.name} » ne s'écrivent pas"):
            for start in range(0, len(keys), BATCH):
                part = slice(start, start + BATCH)
                self._collection.upsert(ids=list(keys[part]), embeddings=vectors[part])

    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        """The nearest keys with their cosine, best first."""
        with _translated(f"Les vecteurs de « {self._collection.name} » ne répondent pas"):
            found = self._collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        return [
            (key, 1 - float(distance)) for key, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def count(self) -> int:
        """How many vectors are stored."""
        with _translated(f"Les vecteurs de « {self._collection.name} » ne répondent pas"):
            return int(self._collection.count())

    def drop(self) -> None:
        """Remove the collection."""
        with _translated(f"Les vecteurs de « {self._collection.name} » ne s'effacent pas"):
            self._client.delete_collection(self._collection.name)

    def close(self) -> None:
        """Let go of the folder or of the connection; nothing can be asked afterwards."""
        _close(self._client)


def open_vectors(home: Path, chroma_url: str, release: str, embedder_name: str, dimension: int) -> Vectors:
    """Open or make the vectors of a release; ModelUnavailable when they are of another model or Chroma is away."""
    with _translated(f"Les vecteurs de la version {release} ne s'ouvrent pas"):
        client = _client(home, chroma_url, release)
        collection = client.get_or_create_collection(
            _collection_name(release),
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"model": embedder_name, "dimension": dimension},
        )
    made_with = (collection.metadata or {}).get("model"), (collection.metadata or {}).get("dimension")
    if made_with != (embedder_name, dimension):
        _close(client)
        raise ModelUnavailable(
            f"La version {release} a des vecteurs du modèle « {made_with[0]} » ({made_with[1]} dimensions), pas "
            f"« {embedder_name} » ({dimension}) : publiez à nouveau avec « relais knowledge release »."
        )
    return Vectors(client, collection)


def drop_vectors(home: Path, chroma_url: str, release: str) -> None:
    """Remove the vectors of a release from a server, whatever model made them; embedded ones go with their folder."""
    if not chroma_url:
        return
    with _translated(f"Les vecteurs de la version {release} restent sur Chroma"):
        client = _client(home, chroma_url, release)
        if any(collection.name == _collection_name(release) for collection in client.list_collections()):
            client.delete_collection(_collection_name(release))
        _close(client)


def _collection_name(release: str) -> str:
    return f"relais-{release}"


def _client(home: Path, chroma_url: str, release: str) -> Any:
    import chromadb
    from chromadb.config import Settings

    quiet = Settings(anonymized_telemetry=False)
    if chroma_url:
        return _server_client(chroma_url, quiet)
    folder = home / "releases" / release / "chroma"
    folder.mkdir(parents=True, exist_ok=True)
    return chromadb.PersistentClient(str(folder), settings=quiet)


def _server_client(chroma_url: str, settings: Any) -> Any:
    """Chroma's own client waits for ever: ask once with a time limit, then set the same limit for all calls."""
    import chromadb
    import httpx

    httpx.get(f"{chroma_url}/api/v2/heartbeat", timeout=SECONDS).raise_for_status()
    url = urlsplit(chroma_url)
    secure = url.scheme == "https"
    port = url.port or (443 if secure else 80)
    client: Any = chromadb.HttpClient(host=url.hostname or "localhost", port=port, ssl=secure, settings=settings)
    client._server._session.timeout = httpx.Timeout(SECONDS)
    return client


def _close(client: Any) -> None:
    """Chroma's own client leaves its two connections to a server open."""
    sessions = [getattr(part._server, "_session", None) for part in (client, client._admin_client)]
    client.close()
    for session in filter(None, sessions):
        session.close()


@contextmanager
def _translated(what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # Chroma raises its own, httpx's, SQLite's and its Rust core's errors
        raise ModelUnavailable(f"{what} : vérifiez Chroma (RELAIS_CHROMA_URL, ou le dossier de la version).") from error

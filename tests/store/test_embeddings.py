"""Vectors kept by text and model, on every database."""

from bot.store.database import Database
from bot.store.embeddings import known_vectors, remember


def test_vector_is_known_for_its_model_only(database: Database) -> None:
    with database.transaction() as session:
        remember(session, "hashed", {"a": b"\x00\x01", "b": b"\x02"})

    with database.reading() as session:
        assert known_vectors(session, "hashed", ["a", "b", "c"]) == {"a": b"\x00\x01", "b": b"\x02"}
        assert known_vectors(session, "other", ["a"]) == {}


def test_remembering_twice_keeps_the_first(database: Database) -> None:
    with database.transaction() as session:
        remember(session, "hashed", {"a": b"1"})
        remember(session, "hashed", {"a": b"2", "b": b"3"})

        assert known_vectors(session, "hashed", ["a", "b"]) == {"a": b"1", "b": b"3"}


def test_many_vectors_are_found_at_once(database: Database) -> None:
    many = {f"hash-{number}": bytes([number % 256]) for number in range(1_200)}
    with database.transaction() as session:
        remember(session, "hashed", many)

        assert known_vectors(session, "hashed", many.keys()) == many

import numpy as np

from bot.errors import ModelUnavailable
from bot.search.embedding import HashedEmbedder, Vector
from bot.search.meaning import REST, Meaning
from bot.search.vectors import Vectors


class _Shaky(Vectors):
    """Vectors that fail while `away`, and count how often they were asked."""

    def __init__(self) -> None:
        super().__init__(None, None)
        self.away, self.asked, self.seen = False, 0, np.zeros(0, np.float32)

    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        self.asked, self.seen = self.asked + 1, vector
        if self.away:
            raise ModelUnavailable("Chroma est absent : vérifiez-le.")
        return [("x", 0.9)][:limit]


class _Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_the_nearest_are_those_of_the_vector_of_the_text() -> None:
    vectors = _Shaky()
    assert Meaning(vectors, HashedEmbedder()).nearest("usine") == [("x", 0.9)]
    np.testing.assert_array_equal(vectors.seen, HashedEmbedder().embed_query("usine"))


def test_a_text_without_content_is_not_looked_up() -> None:
    vectors = _Shaky()
    assert Meaning(vectors, HashedEmbedder()).nearest("est-ce que") == []
    assert vectors.asked == 0


def test_vectors_that_fail_are_left_alone_for_a_while_then_asked_again() -> None:
    vectors, clock = _Shaky(), _Clock()
    meaning = Meaning(vectors, HashedEmbedder(), clock)
    vectors.away = True
    assert [meaning.nearest("usine"), meaning.nearest("usine")] == [[], []]
    assert vectors.asked == 1
    vectors.away = False
    clock.now += REST
    assert meaning.nearest("usine") == [("x", 0.9)]

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bot.errors import ModelUnavailable
from bot.search.embedding import Embedder, HashedEmbedder, Vector
from bot.search.retrieval import Retriever
from bot.search.types import Entry
from bot.search.vectors import Vectors, open_vectors
from bot.search.weights import Weights

ENTRIES = [
    Entry("loan", "Prêt Croissance Industrie", "Un prêt sans garantie pour financer la croissance."),
    Entry("grant", "Subvention machines", "Une aide pour acheter des machines neuves."),
    Entry("workshop", "Atelier de décembre", "L'atelier se tient à Besançon le 15 décembre."),
    Entry("grant", "Qui paie mes robots ?", ""),
    Entry("empty", "", ""),
]


@pytest.fixture
def retriever() -> Retriever:
    return Retriever(ENTRIES, None, None)


def _keys(retriever: Retriever, query: str, limit: int = 10) -> list[str]:
    return [hit.key for hit in retriever.search(query, limit).hits]


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("prêt industrie", "loan"),
        ("PRET INDUSTRIE ?", "loan"),
        ("subvansion pour une machinne", "grant"),
        ("quand est l'atelier", "workshop"),
        ("qui paie les robots", "grant"),
        ("croissances industrielles", "loan"),
    ],
)
def test_the_passage_that_answers_comes_first(retriever: Retriever, query: str, key: str) -> None:
    assert _keys(retriever, query)[0] == key


def test_rows_of_one_key_are_found_once(retriever: Retriever) -> None:
    assert _keys(retriever, "aide machines robots").count("grant") == 1


def test_no_more_than_asked_for_and_the_best_first(retriever: Retriever) -> None:
    hits = retriever.search("prêt aide atelier décembre", 2).hits
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score > 0


@pytest.mark.parametrize("query", ["", "???", "est-ce que", "xyzzyq", "日本語"])
def test_what_resembles_nothing_finds_nothing(retriever: Retriever, query: str) -> None:
    found = retriever.search(query)
    assert found.hits == ()
    assert found.coverage == 0


@pytest.mark.parametrize(
    "query", ["Qu'est-ce que l'aide (PME", "coût : 50%?", "prêt AND", "a:b", "' OR 1=1 --", "\x00"]
)
def test_any_text_can_be_asked(retriever: Retriever, query: str) -> None:
    assert len(retriever.search(query).hits) <= len(ENTRIES)


def test_coverage_tells_how_much_of_the_question_the_index_knows(retriever: Retriever) -> None:
    known, partly = (retriever.search(query).coverage for query in ("prêt croissance", "prêt plongée sous-marine"))
    assert known > partly > 0


def test_the_query_is_shown_corrected_with_the_words_that_could_not_be(retriever: Retriever) -> None:
    found = retriever.search("machinne zzkrpt")
    assert found.corrected == "machine zzkrpt" or found.corrected == "machines zzkrpt"
    assert found.unknown == ("zzkrpt",)


def test_a_word_of_the_vocabulary_is_no_spelling_mistake() -> None:
    retriever = Retriever(ENTRIES, None, None, vocabulary=["Machiner"])
    assert retriever.search("machiner").corrected == "machiner"


def test_an_empty_index_can_be_searched() -> None:
    assert Retriever([], None, None).search("prêt").hits == ()


@pytest.fixture
def vectors(tmp_path: Path) -> Iterator[Vectors]:
    embedder = HashedEmbedder()
    vectors = open_vectors(tmp_path, "", "r1", embedder.name, embedder.dimension)
    vectors.add([e.key for e in ENTRIES[:3]], embedder.embed_passages([f"{e.title} {e.text}" for e in ENTRIES[:3]]))
    yield vectors
    vectors.close()


def test_vectors_join_in_once_they_are_attached(vectors: Vectors) -> None:
    retriever = Retriever(ENTRIES, None, None, Weights(vector=0.2))
    assert retriever.search("prêt").hits[0].vector == 0
    retriever.attach(vectors, HashedEmbedder())
    best = retriever.search("prêt").hits[0]
    assert best.key == "loan"
    assert 0 < best.vector <= 1


class _Translator:
    """An embedder for which English words stand where the French ones do."""

    name, dimension = "translator", HashedEmbedder.dimension

    def embed_passages(self, texts: list[str]) -> Vector:
        return HashedEmbedder().embed_passages(texts)

    def embed_query(self, text: str) -> Vector:
        return HashedEmbedder().embed_query(text.replace("bursary", "subvention machines"))


def test_what_only_the_vectors_know_is_found_by_them(vectors: Vectors) -> None:
    translator: Embedder = _Translator()
    assert _keys(Retriever(ENTRIES, translator, vectors), "bursary", 1) == ["grant"]


def test_the_weight_of_the_vectors_decides_how_far_they_carry(vectors: Vectors) -> None:
    heavy = Retriever(ENTRIES, _Translator(), vectors, Weights(vector=10))
    light = Retriever(ENTRIES, _Translator(), vectors, Weights(vector=0.1))
    assert (_keys(heavy, "bursary atelier", 1), _keys(light, "bursary atelier", 1)) == (["grant"], ["workshop"])


def test_hashed_vectors_are_not_asked_unless_they_are_given_a_weight(retriever: Retriever, vectors: Vectors) -> None:
    retriever.attach(vectors, HashedEmbedder())
    assert retriever.search("prêt").hits[0].vector == 0


def test_a_passage_with_the_words_side_by_side_comes_before_one_that_scatters_them() -> None:
    scattered = Entry("scattered", "", "Le crédit agricole parle ensuite longuement et parfois même d'impôt foncier.")
    together = Entry("together", "", "Le taux du crédit d'impôt parle ensuite longuement et parfois même agricole.")
    assert _keys(Retriever([scattered, together], None, None), "crédit d'impôt") == ["together", "scattered"]


def test_one_telling_sentence_in_a_long_passage_is_not_drowned() -> None:
    filler = " ".join(f"Le point numéro {n} traite des horaires, des salles et de la restauration." for n in range(12))
    telling = Entry("telling", "", f"{filler} La subvention finance les robots. {filler}")
    spread = Entry("spread", "", f"La subvention ouvre lundi. {filler} Elle est clôturée. {filler} Les robots restent.")
    assert _keys(Retriever([spread, telling], None, None), "subvention robots", 1) == ["telling"]


def test_a_part_of_the_record_that_is_about_the_question_comes_before_a_stray_one() -> None:
    stray = Entry("stray", "", "La date limite est fixée.", "calendar")
    part = Entry("part", "", "La date limite est fixée.", "grant")
    rest = Entry("rest", "", "La subvention robots aide les usines.", "grant")
    assert _keys(Retriever([stray, part, rest], None, None), "date limite robots", 3).index("part") < 2
    found = _keys(Retriever([stray, part, rest], None, None), "date limite robots", 3)
    assert found.index("part") < found.index("stray")


@pytest.mark.parametrize(
    ("query", "key"),
    [("sub vention machines", "grant"), ("pretcroissance", "loan"), ("qui pèie lse rovots", "grant")],
)
def test_cut_and_glued_words_and_slips_on_the_keyboard_are_understood(
    retriever: Retriever, query: str, key: str
) -> None:
    assert _keys(retriever, query)[0] == key


class _Gone(Vectors):
    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        raise ModelUnavailable("Chroma est absent : vérifiez-le.")


def test_words_alone_answer_when_the_vectors_are_away() -> None:
    gone = Retriever(ENTRIES, HashedEmbedder(), _Gone(None, None), Weights())
    without = Retriever(ENTRIES, None, None)
    assert _keys(gone, "prêt industrie") == _keys(without, "prêt industrie")


class _Narrow(Vectors):
    """Cosines as many models give them: high for every text."""

    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        return [("workshop", 0.84), ("grant", 0.83), ("loan", 0.82), ("unknown key", 0.81)]


def test_a_model_that_finds_everything_near_does_not_drown_the_words() -> None:
    retriever = Retriever(ENTRIES, HashedEmbedder(), _Narrow(None, None), Weights())
    best = retriever.search("prêt industrie").hits[0]
    assert best.key == "loan"
    np.testing.assert_allclose(best.vector, 0.82)


def test_a_query_is_corrected_without_a_search_and_kept_words_stay() -> None:
    retriever = Retriever(ENTRIES, None, None)
    assert retriever.correct("machinne") == retriever.search("machinne").corrected
    assert retriever.correct("machinne", "machinne".__eq__) == "machinne"

from pathlib import Path

from bot.search.embedding import HashedEmbedder
from bot.search.retrieval import Retriever
from bot.search.types import Entry
from bot.search.vectors import open_vectors

ENTRIES = [
    Entry("pret", "Prêt Boréal", "Le Prêt Boréal finance une machine neuve, de 10 000 € à 90 000 €."),
    Entry("pret", "combien peut-on emprunter", ""),
    Entry("fonderie", "Fonderie", "Une fonderie coule des pièces en métal."),
    Entry("export", "Aide à l'export", "Cette aide paie un voyage hors de France."),
]


def _keys(query: str, retriever: Retriever | None = None) -> list[str]:
    return [hit.key for hit in (retriever or Retriever(ENTRIES, None, None)).search(query).hits]


def test_the_passage_that_holds_the_words_comes_first() -> None:
    assert _keys("machine neuve")[0] == "pret"


def test_an_authored_wording_leads_to_its_passage_once() -> None:
    keys = _keys("combien emprunter")
    assert keys[0] == "pret"
    assert keys.count("pret") == 1


def test_a_misspelt_question_finds_the_same() -> None:
    found = Retriever(ENTRIES, None, None).search("la fonderrie et la machinne")
    assert found.corrected == "la fonderie et la machine"
    assert {hit.key for hit in found.hits[:2]} == {"fonderie", "pret"}


def test_coverage_is_high_for_what_the_index_knows_and_low_for_the_rest() -> None:
    retriever = Retriever(ENTRIES, None, None)
    assert retriever.search("fonderie métal").coverage > 0.5
    assert retriever.search("recette de tarte aux pommes").coverage < 0.2


def test_words_of_the_vocabulary_are_no_mistakes() -> None:
    assert Retriever(ENTRIES, None, None).search("fonderia").corrected == "fonderie"
    assert Retriever(ENTRIES, None, None, vocabulary=["fonderia"]).search("fonderia").corrected == "fonderia"


def test_an_empty_index_and_an_empty_question_find_nothing() -> None:
    assert Retriever([], None, None).search("machine").hits == ()
    assert Retriever(ENTRIES, None, None).search("").hits == ()


def test_vectors_join_in_when_attached(tmp_path: Path) -> None:
    embedder = HashedEmbedder()
    vectors = open_vectors(tmp_path, "", "one", embedder.name, embedder.dimension)
    vectors.add(
        ["pret", "fonderie", "export"], embedder.embed_passages([ENTRIES[0].text, ENTRIES[2].text, ENTRIES[3].text])
    )
    retriever = Retriever(ENTRIES, None, None)
    assert retriever.search("fonderie").hits[0].vector == 0
    retriever.attach(vectors, embedder)
    assert retriever.search("fonderie").hits[0].vector > 0.2

"""The weights of a release's search, chosen on its golden questions."""

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import GoldenQuestion
from bot.search.embedding import Embedder
from bot.search.entries import entries_of, vocabulary_of
from bot.search.retrieval import Retriever
from bot.search.tuning import ENOUGH, Wanted, choose
from bot.search.vectors import Vectors
from bot.search.weights import Weights
from ingest.golden import is_document


def weigh(catalogue: Catalogue, vectors: Vectors, embedder: Embedder) -> Weights:
    """The default while there are too few golden questions that name their document."""
    asked = [wanted for golden in catalogue.golden if (wanted := _wanted(golden, catalogue)).keys]
    if len(asked) < ENOUGH:
        return Weights.beside(embedder)
    retriever = Retriever(entries_of(catalogue), embedder, vectors, vocabulary=vocabulary_of(catalogue))
    return choose(retriever, asked).weights


def _wanted(golden: GoldenQuestion, catalogue: Catalogue) -> Wanted:
    """The passages of the document that its answer must cite."""
    passages = catalogue.passages.values() if golden.document and not golden.refused else ()
    names = frozenset(
        passage.id
        for passage in passages
        if is_document(golden.document, passage.origin.file) or is_document(golden.document, passage.title)
    )
    return Wanted(golden.question, names)

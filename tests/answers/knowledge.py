"""The shipped knowledge as an answerer, read from its files as the ingest does."""

from datetime import date
from pathlib import Path

from bot.answers.answering import Answerer
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.loading import load_catalogue
from bot.search.entries import entries_of, vocabulary_of
from bot.search.retrieval import Retriever
from ingest.checking.check import Checked
from ingest.drafting import draft
from ingest.folder import survey
from tests.ingest.publishing import read_here

ROOT = Path(__file__).parents[2]


def read_knowledge(folder: Path, today: date) -> Catalogue:
    """What a release of this folder would hold."""
    found = survey(folder)
    results = read_here(folder, [file.path for file in found.files], today, lambda *_: None)
    drafted = draft(folder, Checked(results, found.reports), None)
    return load_catalogue("one", drafted.records, drafted.passages)


def answerer_of(catalogue: Catalogue) -> Answerer:
    """Answers by words alone, without vectors."""
    retriever = Retriever(entries_of(catalogue), None, None, vocabulary=vocabulary_of(catalogue))
    return Answerer(catalogue, retriever.search, retriever.correct)

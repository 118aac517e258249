"""The invented knowledge of `tests/evals/fictitious`, read by the real ingest and answered without a chat model."""

from datetime import date
from functools import cache
from pathlib import Path

from bot.answers.answering import Answerer
from bot.catalogue.loading import load_catalogue
from bot.search.entries import entries_of, vocabulary_of
from bot.search.retrieval import Retriever
from ingest.checking.check import Checked
from ingest.drafting import draft
from ingest.folder import survey
from tests.ingest.publishing import read_here

FOLDER = Path(__file__).parents[1] / "evals" / "fictitious" / "knowledge"
TODAY = date(2026, 11, 27)


@cache
def answerer_on(folder: Path = FOLDER) -> Answerer:
    """Loaded once for all tests of a process."""
    found = survey(folder)
    results = read_here(folder, [file.path for file in found.files], TODAY, lambda *_: None)
    drafted = draft(folder, Checked(results, found.reports), None)
    catalogue = load_catalogue("one", drafted.records, drafted.passages)
    retriever = Retriever(entries_of(catalogue), None, None, vocabulary=vocabulary_of(catalogue))
    return Answerer(catalogue, retriever.search, retriever.correct)

"""What becomes of one file: what is taken from it and the report for staff."""

from dataclasses import dataclass

from bot.catalogue.models import AnyRecord, GoldenQuestion, Operation, Passage, Term
from ingest.problems import FileReport, Place

VocabularyRow = Operation | Term | GoldenQuestion
KIND_OF_VOCABULARY = {Operation: "operation", Term: "terme", GoldenQuestion: "question"}


@dataclass(frozen=True)
class TakenRecord:
    """A record, its passages in reading order and where it stands in its file."""

    record: AnyRecord
    passages: tuple[Passage, ...]
    place: Place


@dataclass(frozen=True)
class FileResult:
    """The outcome of one file."""

    report: FileReport
    records: tuple[TakenRecord, ...] = ()
    vocabulary: tuple[VocabularyRow, ...] = ()

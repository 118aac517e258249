"""One release as the talking side knows it: its records, its passages and its vocabularies, all in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.catalogue.models import AnyRecord, GoldenQuestion, Operation, Page, Partner, Passage, Scheme, Term


@dataclass(frozen=True)
class Catalogue:
    """Immutable; `release` is the identifier shown in every answer."""

    release: str
    records: Mapping[str, AnyRecord]
    passages: Mapping[str, Passage]
    operations: tuple[Operation, ...] = ()
    terms: tuple[Term, ...] = ()
    golden: tuple[GoldenQuestion, ...] = ()

    @cached_property
    def schemes(self) -> tuple[Scheme, ...]:
        """In the order of the files."""
        return tuple(record for record in self.records.values() if isinstance(record, Scheme))

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """In the order of the files."""
        return tuple(record for record in self.records.values() if isinstance(record, Partner))

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """In the order of the files."""
        return tuple(record for record in self.records.values() if isinstance(record, Page))

    @cached_property
    def _passages_by_record(self) -> dict[tuple[str, bool], tuple[Passage, ...]]:
        """Keyed by the record and whether they are English."""
        grouped: dict[tuple[str, bool], list[Passage]] = {}
        for passage in self.passages.values():
            grouped.setdefault((passage.record, passage.is_english), []).append(passage)
        return {key: tuple(passages) for key, passages in grouped.items()}

    def passages_of(self, record: str) -> tuple[Passage, ...]:
        """The French passages of one record, in reading order; empty when it has none."""
        return self._passages_by_record.get((record, False), ())

    def english_of(self, record: str) -> tuple[Passage, ...]:
        """The passages of one record that are written in English, in reading order; most have none."""
        return self._passages_by_record.get((record, True), ())

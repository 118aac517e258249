"""Stored rows to a catalogue; the only place that knows the JSON of records and passages."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Protocol

from pydantic import BaseModel

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import (
    AnyRecord,
    GoldenQuestion,
    Operation,
    Origin,
    Page,
    Partner,
    Passage,
    PassageKind,
    Scheme,
    Term,
)

_RECORDS: dict[str, type[AnyRecord]] = {"page": Page, "financement": Scheme, "partenaire": Partner}


class RecordRow(Protocol):
    """A stored record or vocabulary row."""

    @property
    def kind(self) -> str: ...
    @property
    def body(self) -> dict[str, Any]: ...


class PassageRow(Protocol):
    """A stored passage."""

    @property
    def body(self) -> dict[str, Any]: ...


def load_catalogue(release_id: str, record_rows: Iterable[RecordRow], passage_rows: Iterable[PassageRow]) -> Catalogue:
    """The catalogue of a release, in the order of its rows."""
    rows = list(record_rows)
    records = [_RECORDS[row.kind].model_validate(row.body) for row in rows if row.kind in _RECORDS]
    passages = [passage_from_json(row.body) for row in passage_rows]
    return Catalogue(
        release=release_id,
        records={record.id: record for record in records},
        passages={passage.id: passage for passage in passages},
        operations=tuple(Operation.model_validate(row.body) for row in rows if row.kind == "operation"),
        terms=tuple(Term.model_validate(row.body) for row in rows if row.kind == "terme"),
        golden=tuple(GoldenQuestion.model_validate(row.body) for row in rows if row.kind == "question"),
    )


def model_to_json(model: BaseModel) -> dict[str, Any]:
    """A record or vocabulary row as it is stored; what is not filled in is left out."""
    return model.model_dump(mode="json", exclude_defaults=True)


def passage_to_json(passage: Passage) -> dict[str, Any]:
    """A passage as it is stored."""
    return asdict(passage)


def passage_from_json(body: dict[str, Any]) -> Passage:
    """A stored passage."""
    return Passage(**{**body, "kind": PassageKind(body["kind"]), "origin": Origin(**body["origin"])})

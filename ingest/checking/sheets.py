"""CSV and XLSX files outside the vocabularies: one record a row, or a plain table whose rows are quoted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from bot.catalogue.models import Page
from ingest.checking import fields as contract
from ingest.checking import records, tables
from ingest.checking.results import TakenRecord
from ingest.checking.tables import Headed
from ingest.checking.values import Wrong
from ingest.chunking import passages_of
from ingest.problems import Place, Problems, Unreadable, quoted
from ingest.reading.content import Block, Content, Row, Value
from ingest.reading.rows_as_text import row_lines


@dataclass(frozen=True)
class _Source:
    path: str
    today: date
    problems: Problems

    @property
    def stem(self) -> str:
        return self.path.rpartition(".")[0]

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name


def take(path: str, content: Content, today: date, problems: Problems) -> tuple[TakenRecord, ...]:
    """The records of all sheets; Unreadable when nothing at all can be taken for want of headings or rows."""
    source = _Source(path, today, problems)
    if not any(table.rows for table in content.tables):
        raise Unreadable(f"« {source.name} » ne contient aucun texte lisible (tableau vide) : complétez-le.")
    taken: list[TakenRecord] = []
    for position, table in enumerate(content.tables):
        found = tables.headed(table, contract.ALL_NAMES) if table.rows else None
        kind = _kind(source, found)
        if found and kind:
            taken += _records(source, found, kind, is_first=position == 0)
        elif contract.type_of_folder(path):
            _tell_headings(source, table.name)
        else:
            taken += _plain(source, tables.under_first_row(table), table.name, position)
    if not taken and not problems.has_errors:
        raise Unreadable(f"« {source.name} » n'a que des titres de colonnes : ajoutez au moins une ligne.")
    return tuple(taken)


def _kind(source: _Source, found: Headed | None) -> str | None:
    """The type of the rows; `type` when each row says its own; None for a plain table."""
    if found is None or not found.canonical_names & set(contract.TITLES):
        return None
    if "type" in found.canonical_names:
        return "type"
    return contract.type_of_folder(source.path) or contract.type_of_names(found.canonical_names)


def _tell_headings(source: _Source, sheet: str | None) -> None:
    source.problems.error(
        "les titres de colonnes ne sont pas reconnus : la première ligne doit porter « titre » (ou « nom ») et les "
        "rubriques de la fiche (voir README.md).",
        Place(sheet=sheet, row=1),
    )


def _records(source: _Source, found: Headed, kind: str, *, is_first: bool) -> Iterator[TakenRecord]:
    tables.check_headings(found, source.problems)
    sheet = found.table.name
    for row, cells in tables.rows_of(found, source.problems):
        place = Place(sheet=sheet, row=row.number)
        mark = str(row.number) if is_first else f"{sheet}!{row.number}"
        identity = {"id": f"{source.stem}#{mark}", "file": source.path, "sheet": sheet, "row": row.number}
        row_kind = _row_kind(source, cells, place) if kind == "type" else kind
        if row_kind is None or not _has_title(cells, place, source.problems):
            continue
        record = records.build(row_kind, cells, identity, source.problems)
        if record is not None:
            records.remark(record, source.today, place, source.problems)
            yield TakenRecord(record, passages_of(record, ()), place)


def _row_kind(source: _Source, cells: Mapping[str, Value], place: Place) -> str | None:
    said = next((value for name, value in cells.items() if contract.canonical(name) == "type"), None)
    kind = contract.type_of_folder(source.path)
    if said is None and kind is None:
        source.problems.error("« type » est vide : écrivez page, financement ou partenaire.", place)
    if said is None:
        return kind
    try:
        return contract.type_of_word(said.text)
    except Wrong as wrong:
        source.problems.error(str(wrong), said.place)
        return None


def _has_title(cells: Mapping[str, Value], place: Place, problems: Problems) -> bool:
    if any(contract.canonical(name) in contract.TITLES for name in cells):
        return True
    problems.error("« titre » (ou « nom ») est vide : complétez-le ou supprimez la ligne.", place)
    return False


def _plain(source: _Source, found: Headed | None, sheet: str | None, position: int) -> Iterator[TakenRecord]:
    if found is None or not found.rows:
        return
    name = PurePosixPath(source.path).stem.replace("-", " ").replace("_", " ").strip().capitalize()
    title = f"{name} – {sheet}" if sheet and position else name
    identifier = f"{source.stem}#{sheet}" if position else source.stem
    record = Page(id=identifier, file=source.path, sheet=sheet, title=title[:200] or quoted(source.name))
    rows = tables.rows_of(found, source.problems)
    blocks = [block for row, _cells in rows if (block := _row_block(found, row))]
    if blocks:
        yield TakenRecord(record, passages_of(record, blocks), Place(sheet=sheet))


def _row_block(found: Headed, row: Row) -> Block | None:
    text = row_lines(found.names, row.cells)
    return Block(text=text, item=True, place=Place(sheet=found.table.name, row=row.number)) if text else None

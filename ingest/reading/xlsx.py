"""Excel workbooks: the visible cells of the visible sheets, streamed and bounded, as a person would type them."""

import io
import warnings
from collections.abc import Iterator
from typing import Any

from ingest.problems import Place, Problems, Unreadable
from ingest.reading.archive import open_archive
from ingest.reading.cells import cell_text
from ingest.reading.content import Content, Row, Table
from ingest.reading.office_xml import refuse_entities
from ingest.reading.sheet_facts import MAX_COLUMNS, MAX_ROWS, SheetFacts, facts_of, letters

_MAIN = "xl/workbook.xml"
_WHITE = frozenset({"FFFFFFFF", "00FFFFFF"})


def read(content: bytes, name: str, problems: Problems) -> Content:
    """Hidden sheets, rows and columns are left out and told; too large a sheet refuses the file."""
    import openpyxl

    archive = open_archive(content, _MAIN, name)
    refuse_entities(archive, name)
    with warnings.catch_warnings(action="ignore"):  # openpyxl tells in English what it does not keep (styles, charts)
        workbook: Any = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        _tell_hidden_sheets(workbook, problems)
        tables = []
        for sheet in workbook.worksheets:
            if sheet.sheet_state == "visible":
                with archive.open(sheet._worksheet_path) as part:
                    facts = facts_of(part, name, sheet.title)
                _tell(facts, sheet.title, problems)
                tables.append(Table(sheet.title, tuple(_rows(sheet, facts, problems))))
    if not tables:
        raise Unreadable(f"« {name} » n'a aucune feuille visible : affichez celle à publier.")
    return Content(tables=tuple(table for table in tables if table.rows) or tuple(tables[:1]))


def _tell_hidden_sheets(workbook: Any, problems: Problems) -> None:
    hidden = [sheet.title for sheet in workbook.worksheets if sheet.sheet_state != "visible"]
    if hidden:
        names = ", ".join(f"« {title} »" for title in hidden)
        problems.warn(f"Feuilles masquées non reprises : {names} ; affichez-les si elles doivent être publiées.")


def _tell(facts: SheetFacts, sheet: str, problems: Problems) -> None:
    place = Place(sheet=sheet)
    if facts.hidden_columns:
        problems.warn("colonnes masquées non reprises : affichez-les si elles doivent être publiées.", place)
    if facts.hidden_rows and not facts.is_filtered:
        problems.warn("lignes masquées non reprises : affichez-les si elles doivent être publiées.", place)
    if facts.hidden_rows and facts.is_filtered:
        problems.warn("un filtre cache des lignes ; elles sont reprises quand même.", place)
    for merged in facts.merged:
        problems.warn(
            f"cellules fusionnées {merged.reference} : la valeur est reprise dans chacune, défusionnez-les.",
            Place(sheet=sheet, row=merged.first_row),
        )


def _rows(sheet: Any, facts: SheetFacts, problems: Problems) -> Iterator[Row]:
    sheet.reset_dimensions()
    above: dict[int, str] = {}
    for number, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS), 1):
        if number in facts.hidden_rows and not facts.is_filtered:
            continue
        broken = _tell_broken(cells, number, sheet.title, facts, problems)
        texts = [
            "" if column in facts.hidden_columns else _text(cell, Place(sheet=sheet.title, row=number), problems)
            for column, cell in enumerate(cells, 1)
        ]
        if any(texts) or broken:
            _fill_merged(texts, number, facts, above)
            yield Row(number, tuple(texts), broken)


def _tell_broken(cells: Any, row: int, sheet: str, facts: SheetFacts, problems: Problems) -> bool:
    """Whether a cell of the row cannot be read: its emptiness would be taken for a value."""
    broken = False
    for column, cell in enumerate(cells, 1):
        if column in facts.hidden_columns:
            continue
        place = Place(sheet=sheet, row=row, column=letters(column))
        if (row, column) in facts.not_calculated:
            problems.error("formule non calculée : ouvrez le classeur dans Excel et enregistrez-le.", place)
            broken = True
        elif cell.value is not None and cell.data_type == "e":
            problems.error(f"la cellule contient l'erreur {cell.value} : corrigez la formule.", place)
            broken = True
    return broken


def _text(cell: Any, place: Place, problems: Problems) -> str:
    if cell.value is None:
        return ""
    if _is_unseen(cell):
        problems.warn("texte blanc ou masqué non repris : rendez-le visible ou supprimez-le.", place)
        return ""
    return cell_text(cell.value, str(cell.number_format))


def _is_unseen(cell: Any) -> bool:
    """White on white, or the format `;;;`."""
    if cell.number_format == ";;;":
        return True
    color = cell.font.color if cell.font else None
    return color is not None and color.rgb in _WHITE and (cell.fill is None or cell.fill.fill_type is None)


def _fill_merged(texts: list[str], row: int, facts: SheetFacts, above: dict[int, str]) -> None:
    """Repeat the value of merged cells in each of them."""
    for position, merged in enumerate(facts.merged):
        if merged.first_row <= row <= merged.last_row:
            if row == merged.first_row:
                above[position] = texts[merged.first_column - 1] if merged.first_column <= len(texts) else ""
            for column in range(merged.first_column, min(merged.last_column, len(texts)) + 1):
                texts[column - 1] = texts[column - 1] or above.get(position, "")

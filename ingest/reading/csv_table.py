"""CSV files: `;` or `,` found from the first line, rows numbered as a text editor numbers their first line."""

import csv
from collections.abc import Iterator

from ingest.problems import Place, Problems, Unreadable
from ingest.reading.content import Row, Table

MAX_ROWS = 5_000
MAX_COLUMNS = 64
MAX_CELL = 20_000
MAX_MISTAKES = 20


def read(text: str, name: str, problems: Problems) -> Table:
    """The rows that hold something; too many rows or columns refuse the file."""
    lines = text.split("\n")
    separator = _separator(lines)
    if separator == "\t":
        problems.warn("les colonnes sont séparées par des tabulations : employez « ; ».", Place(row=1))
    return Table(None, tuple(_rows(lines, separator, name, problems)))


def _separator(lines: list[str]) -> str:
    first = next((line for line in lines if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(";,\t", key=lambda sign: (outside.count(sign), sign == ";"))


def _rows(lines: list[str], separator: str, name: str, problems: Problems) -> Iterator[Row]:
    """After a quotation mark that spoils its line, reading goes on with the next line."""
    start = count = mistakes = 0
    while start < len(lines):
        try:
            for row in _read_from(lines, start, separator):
                count += 1
                yield _bounded(row, count, name, problems)
            return
        except _OpenQuote as mistake:
            mistakes += 1
            if mistakes > MAX_MISTAKES:
                raise Unreadable(f"« {name} » a trop de guillemets mal placés : exportez-le à nouveau.") from mistake
            problems.error(
                'un guillemet (") n\'est pas refermé ou est suivi de texte : doublez-le ("") dans le texte.',
                Place(row=mistake.line),
            )
            yield Row(mistake.line, (), broken=True)
            start = mistake.line


class _OpenQuote(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _read_from(lines: list[str], start: int, separator: str) -> Iterator[Row]:
    csv.field_size_limit(10_000_000)
    reader = csv.reader((f"{line}\n" for line in lines[start:]), delimiter=separator, strict=True)
    number, width = start + 1, 0
    try:
        for cells in reader:
            if any("\n" in cell and cell.count(separator) >= max(2, width - 1) for cell in cells):
                raise _OpenQuote(number)  # it swallowed the lines that follow
            if any(cell.strip() for cell in cells):
                width = width or len(cells)
                yield Row(number, tuple(cell.strip() for cell in cells))
            number = start + reader.line_num + 1
    except csv.Error as error:
        raise _OpenQuote(number) from error


def _bounded(row: Row, count: int, name: str, problems: Problems) -> Row:
    if count > MAX_ROWS + 1:
        raise Unreadable(f"« {name} » compte plus de {MAX_ROWS} lignes : coupez-le en plusieurs fichiers.")
    if len(row.cells) > MAX_COLUMNS:
        if any(row.cells[MAX_COLUMNS:]):
            raise Unreadable(f"« {name} » compte plus de {MAX_COLUMNS} colonnes (ligne {row.number}) : retirez-en.")
        row = Row(row.number, row.cells[:MAX_COLUMNS])
    if any(len(cell) > MAX_CELL for cell in row.cells):
        place = Place(row=row.number)
        problems.error(f"une cellule dépasse {MAX_CELL} caractères (guillemet oublié ?) : raccourcissez-la.", place)
        return Row(row.number, tuple(cell[:MAX_CELL] for cell in row.cells), broken=True)
    return row

"""Tables: which row holds the headings, what each cell is called, which rows cannot be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingest.checking import fields as contract
from ingest.problems import Place, Problems, quoted
from ingest.reading.content import Row, Table, Value

HEADER_WITHIN = 10


@dataclass(frozen=True)
class Headed:
    """A table whose row of headings is known; `names` are as written."""

    table: Table
    names: tuple[str, ...]
    header_row: int
    rows: tuple[Row, ...]

    @property
    def canonical_names(self) -> frozenset[str]:
        """The headings as the contract writes them."""
        return frozenset(contract.canonical(name) for name in self.names if name)


def headed(table: Table, wanted: frozenset[str], at_least: int = 2) -> Headed | None:
    """The table under the first of its ten first rows that holds enough wanted headings."""
    for index, row in enumerate(table.rows[:HEADER_WITHIN]):
        found = {contract.canonical(cell) for cell in row.cells} & wanted
        if len(found) >= at_least:
            return Headed(table, row.cells, row.number, table.rows[index + 1 :])
    return None


def under_first_row(table: Table) -> Headed | None:
    """A plain table under its first row of two filled cells or more."""
    for index, row in enumerate(table.rows[:HEADER_WITHIN]):
        if sum(bool(cell) for cell in row.cells) >= 2:
            return Headed(table, row.cells, row.number, table.rows[index + 1 :])
    return None


def check_headings(found: Headed, problems: Problems) -> None:
    """Tell double and missing headings, and a heading row that is not the first one."""
    place = Place(sheet=found.table.name, row=found.header_row)
    if found.header_row != found.table.rows[0].number:
        problems.warn("les titres des colonnes sont lus ici ; les lignes au-dessus ne sont pas reprises.", place)
    seen: set[str] = set()
    for name in filter(None, found.names):
        alias = contract.canonical(name)
        if alias in seen:
            problems.error(f"la colonne {quoted(name)} est en double : gardez-en une, la première est lue.", place)
        seen.add(alias)
    unnamed = [index for index, name in enumerate(found.names) if not name]
    if any(index < len(row.cells) and row.cells[index] for row in found.rows for index in unnamed):
        problems.warn("une colonne sans titre n'est pas reprise : donnez-lui un titre.", place)


def rows_of(found: Headed, problems: Problems) -> Iterator[tuple[Row, Mapping[str, Value]]]:
    """The filled cells of each row by heading; rows with cells beyond the headings are told and left out."""
    width = max((index for index, name in enumerate(found.names, 1) if name), default=0)
    for row in found.rows:
        if row.broken or row.cells == found.names:
            continue
        if any(row.cells[len(found.names) :]):
            place = Place(sheet=found.table.name, row=row.number)
            problems.error(
                f"cette ligne a {len(row.cells)} cellules pour {width} titres : "
                "une valeur contient sans doute le séparateur, entourez-la de guillemets.",
                place,
            )
            continue
        yield row, _by_name(found, row)


def _by_name(found: Headed, row: Row) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    for name, cell in zip(found.names, row.cells, strict=False):
        if name and cell and name not in cells:
            cells[name] = Value((cell,), Place(sheet=found.table.name, row=row.number, column=name))
    return cells

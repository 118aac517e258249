"""Ruled tables of a PDF, found by pdfplumber on the few pages that have rules (it is slow)."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.reading.pdf_layout import PageLines
from ingest.reading.rows_as_text import row_line

MAX_RULED_PAGES = 12

TableRow = tuple[str, str]  # as written out, and its bare letters to recognise it among the lines


def rows_by_page(content: bytes, pages: Sequence[int]) -> Mapping[int, Sequence[TableRow]]:
    """The rows of the tables of these pages."""
    if not pages:
        return {}
    import pdfplumber

    with pdfplumber.open(io.BytesIO(content)) as document:
        return {number: _rows(document.pages[number - 1].extract_tables()) for number in pages[:MAX_RULED_PAGES]}


def _rows(tables: Sequence[Sequence[Sequence[str | None]]]) -> list[TableRow]:
    rows: list[TableRow] = []
    for table in tables:
        cells = [[" ".join((cell or "").split()) for cell in row] for row in table]
        filled = [row for row in cells if any(row)]
        if len(filled) < 2 or len(filled[0]) < 2:
            continue
        rows.append(("", _bare(filled[0])))
        rows += [(row_line(filled[0], row), _bare(row)) for row in filled[1:]]
    return rows


def _bare(cells: Sequence[str]) -> str:
    return "".join("".join(cells).split())


def with_rows(page: PageLines, rows: Sequence[TableRow]) -> PageLines:
    """The page with its table rows, and without the lines that they come from."""
    if not rows:
        return page
    letters = "\n".join(bare for _, bare in rows)
    lines = tuple(line for line in page.lines if _bare([line.text]) not in letters)
    return replace(page, lines=lines, rows=tuple(text for text, _ in rows if text))

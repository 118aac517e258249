"""The row of a table written out, so that it can be found and quoted alone."""

from collections.abc import Sequence


def row_line(header: Sequence[str], cells: Sequence[str]) -> str:
    """`Aide : Prêt vert ; Montant : 3 M€`; empty cells are left out."""
    return " ; ".join(_pairs(header, cells))


def row_lines(header: Sequence[str], cells: Sequence[str]) -> str:
    """The same, one cell a line."""
    return "\n".join(_pairs(header, cells))


def _pairs(header: Sequence[str], cells: Sequence[str]) -> list[str]:
    names = [*header, *[""] * (len(cells) - len(header))]
    return [f"{name} : {cell}" if name else cell for name, cell in zip(names, cells, strict=False) if cell]

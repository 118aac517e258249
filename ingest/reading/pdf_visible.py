"""A PDF page without the text that nobody sees: invisible mode, white letters, letters too small to read."""

from dataclasses import dataclass
from typing import Any

_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_INVISIBLE_MODES = frozenset({3, 7})
_RULES_FROM = 4
_TINY = 1.0


@dataclass
class _Look:
    """The part of the graphics state that hides text."""

    mode: int = 0
    white: bool = False
    size: float = 12.0
    scale: float = 1.0


@dataclass(frozen=True)
class Looked:
    """What was seen while looking at a page."""

    hides_text: bool
    is_ruled: bool


def visible_page(page: Any) -> Looked:
    """Take the hidden text out of the page, in place."""
    from pypdf.generic import ContentStream, NameObject

    if page.get("/Contents") is None:
        return Looked(hides_text=False, is_ruled=False)
    content = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
    kept, look, saved = [], _Look(), list[_Look]()
    rules, on_dark = 0, False
    for operands, operator in content.operations:
        if operator == b"q":
            saved.append(_Look(**vars(look)))
        elif operator == b"Q" and saved:
            look = saved.pop()
        rules += operator in (b"re", b"l")
        on_dark = on_dark or (operator in (b"f", b"f*", b"B") and not look.white)
        _follow(look, operands, operator)
        if operator not in _SHOWS or not _hides(look, on_dark):
            kept.append((operands, operator))
    hides_text = len(kept) < len(content.operations)
    content.operations = kept
    page[NameObject("/Contents")] = content
    return Looked(hides_text, rules >= _RULES_FROM)


def _hides(look: _Look, on_dark: bool) -> bool:
    """White letters are told hidden only where nothing dark was painted before them."""
    return look.mode in _INVISIBLE_MODES or (look.white and not on_dark) or 0 < look.size * look.scale < _TINY


def _follow(look: _Look, operands: Any, operator: bytes) -> None:
    try:
        numbers = [float(operand) for operand in operands]
    except (TypeError, ValueError):
        numbers = [float(operands[1])] if operator == b"Tf" and len(operands) == 2 else []
    match operator, numbers:
        case b"Tr", [mode]:
            look.mode = int(mode)
        case b"Tf", [size]:
            look.size = abs(size)
        case b"Tm", [_, _, _, scale, _, _]:
            look.scale = abs(scale) or look.scale
        case ((b"g" | b"sc" | b"scn"), [gray]):
            look.white = gray > 0.97
        case ((b"rg" | b"sc" | b"scn"), [red, green, blue]):
            look.white = min(red, green, blue) > 0.97
        case ((b"k" | b"sc" | b"scn"), [cyan, magenta, yellow, black]):
            look.white = max(cyan, magenta, yellow, black) < 0.03

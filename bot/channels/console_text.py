"""Replies as a terminal shows them: wrapped lines, bold where there is a terminal, numbers before buttons."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from textwrap import wrap

from bot.channels.typography import nonbreaking
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, Run, Style

WIDEST = 88  # columns; longer lines are hard to read
RESET = "\x1b[0m"
CODES = {Style.BOLD: "\x1b[1m", Style.ITALIC: "\x1b[3m", Style.CODE: "\x1b[36m"}
MARGINS = {Layout.BULLET: ("• ", "  "), Layout.QUOTE: ("│ ", "│ ")}

_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, kw_only=True)
class Look:
    """How the terminal is: how wide, and whether it understands escape codes."""

    width: int = WIDEST
    styled: bool = False


def render(reply: Reply, look: Look, numbers: Collection[str] = ()) -> str:
    """The reply as lines; buttons whose rank is among `numbers` bear it, the others are answered by their label."""
    lines: list[str] = []
    for index, block in enumerate(reply.paragraphs):
        together = index and block.layout is Layout.BULLET and reply.paragraphs[index - 1].layout is Layout.BULLET
        if index and not together:
            lines.append("")
        lines += _paragraph(block, look)
    buttons = [button for row in reply.buttons for button in row]
    if buttons:
        lines += ["", *(_button(rank, button, numbers) for rank, button in enumerate(buttons, 1))]
    if reply.document:
        lines += ["", f"--- {_clean(reply.document.name)} ---", _clean(reply.document.content), "---"]
    return "\n".join(lines)


def _button(rank: int, button: Button, numbers: Collection[str]) -> str:
    label = nonbreaking(_clean(button.label))
    if button.link:
        return f"  ↗ {label} : {_clean(button.link)}"
    return f"  {rank}. {label}" if str(rank) in numbers else f"  « {label} »"


def _paragraph(block: Paragraph, look: Look) -> Iterator[str]:
    first, others = MARGINS.get(block.layout, ("", ""))
    heading = block.layout is Layout.HEADING
    styled = [(char, Style.BOLD if heading else run.style) for run in block.runs for char in _text(run)]
    text = "".join(char for char, _ in styled)
    width = max(20, min(look.width, WIDEST) - len(first))
    lines = [line for part in text.split("\n") for line in wrap(part, width, break_long_words=False) or [""]]
    remaining = iter(styled)
    for number, line in enumerate(lines):
        margin = others if number else first
        yield margin + (_painted(line, remaining) if look.styled else line)


def _painted(line: str, remaining: Iterator[tuple[str, Style]]) -> str:
    """The line with the styles its characters had; spaces that wrapping dropped are passed over."""
    painted, current = "", Style.PLAIN
    for char in line:
        style = next(style for kept, style in remaining if kept == char)
        if style is not current:
            painted += (RESET if current is not Style.PLAIN else "") + CODES.get(style, "")
            current = style
        painted += char
    return painted + (RESET if current is not Style.PLAIN else "")


def _text(run: Run) -> str:
    text = nonbreaking(_clean(run.text))
    return f"{text} ({_clean(run.link)})" if run.link and run.link not in run.text else text


def _clean(text: str) -> str:
    """Without the control characters by which a text could take the terminal over."""
    return _CONTROLS.sub("", text.replace("\t", " "))

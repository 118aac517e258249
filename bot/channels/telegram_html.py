"""Replies as Telegram takes them: escaped HTML, split on paragraph borders, buttons under the last part.

https://core.telegram.org/bots/api#html-style: `code` holds nothing else, only four named entities exist.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Any

from bot.channels.sending import Part
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, Run, Style, plain_text

LIMIT = 4096  # UTF-16 units; Telegram counts without the tags, we count with them and are never over
QUOTE_TAGS = len("<blockquote></blockquote>")  # the longest that a layout adds
PRESS_BYTES = 64
TAGS = {Style.BOLD: "b", Style.ITALIC: "i", Style.CODE: "code"}


def render(reply: Reply, limit: int = LIMIT) -> Sequence[Part]:
    """The messages that a reply becomes: its text in parts, then its document; buttons under the last."""
    keyboard = _keyboard(reply.buttons)
    texts = [_part(group) for group in _groups(reply.paragraphs, limit)]
    if keyboard and not texts and not reply.document:
        texts = [Part(formatted="…", plain="…")]
    documents = [Part(document=reply.document)] if reply.document else []
    parts = [*texts, *documents]
    if not parts or not keyboard:
        return parts
    return [*parts[:-1], replace(parts[-1], keyboard=keyboard)]


def units(text: str) -> int:
    """Length as Telegram counts: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_html(paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs as one text, parted by blank lines, bullets by single ones."""
    pieces: list[str] = []
    for index, block in enumerate(paragraphs):
        if index:
            together = block.layout is Layout.BULLET and paragraphs[index - 1].layout is Layout.BULLET
            pieces.append("\n" if together else "\n\n")
        pieces.append(_paragraph(block))
    return "".join(pieces)


def _part(paragraphs: Sequence[Paragraph]) -> Part:
    return Part(formatted=to_html(paragraphs), plain=_clean(plain_text(Reply(paragraphs=tuple(paragraphs)))))


def _paragraph(block: Paragraph) -> str:
    if block.layout is Layout.HEADING:
        return f"<b>{''.join(_run(run, bold=True) for run in block.runs)}</b>"
    text = "".join(_run(run) for run in block.runs)
    if block.layout is Layout.QUOTE:
        return f"<blockquote>{text}</blockquote>"
    return f"• {text}" if block.layout is Layout.BULLET else text


def _run(run: Run, *, bold: bool = False) -> str:
    text = escape(_clean(run.text), quote=False)
    tag = TAGS.get(run.style)
    if tag and not (bold and run.style is not Style.ITALIC) and not (run.link and run.style is Style.CODE):
        text = f"<{tag}>{text}</{tag}>"
    if run.link and run.link.startswith("https://"):
        return f'<a href="{escape(_clean(run.link), quote=True)}">{text}</a>'
    return text


def _clean(text: str) -> str:
    """Halves of surrogate pairs cannot be sent."""
    return text.encode("utf-8", "replace").decode()


def _groups(paragraphs: Sequence[Paragraph], limit: int) -> list[list[Paragraph]]:
    groups: list[list[Paragraph]] = []
    for block in paragraphs:
        for piece in _pieces(block, limit):
            if groups and units(to_html([*groups[-1], piece])) <= limit:
                groups[-1].append(piece)
            else:
                groups.append([piece])
    return groups


def _pieces(block: Paragraph, limit: int) -> Iterator[Paragraph]:
    """The paragraph itself, or several where it alone is too long; nothing for an empty one."""
    if not any(run.text.strip() for run in block.runs):
        return
    if units(_paragraph(block)) <= limit:
        yield block
        return
    taken: list[Run] = []
    room = limit - QUOTE_TAGS
    for word in _words(block.runs, limit):
        room -= units(_run(word))
        if room < 0 and taken:
            yield Paragraph(_joined(taken), block.layout)
            taken, room = [], limit - QUOTE_TAGS - units(_run(word))
        taken.append(word)
    yield Paragraph(_joined(taken), block.layout)


def _words(runs: Sequence[Run], limit: int) -> Iterator[Run]:
    """One run a word; endless words are cut so that even `&amp;` for each letter fits."""
    longest = max(limit // 16, 1)
    for run in runs:
        for word in re.findall(r"\S+\s*|\s+", run.text):
            for start in range(0, len(word), longest):
                yield replace(run, text=word[start : start + longest])


def _joined(words: Sequence[Run]) -> tuple[Run, ...]:
    """Neighbours of the same look become one run again."""
    looks = groupby(words, key=lambda run: (run.style, run.link))
    return tuple(Run("".join(run.text for run in group), style, link) for (style, link), group in looks)


def _keyboard(rows: Sequence[Sequence[Button]]) -> tuple[tuple[dict[str, Any], ...], ...]:
    """Buttons that Telegram would refuse are left out: each has a typed equivalent, the message must arrive."""
    keyboard = (tuple(_button(button) for button in row if _is_sendable(button)) for row in rows)
    return tuple(row for row in keyboard if row)


def _button(button: Button) -> dict[str, Any]:
    target = {"url": button.link} if button.link else {"callback_data": button.press}
    return {"text": _clean(button.label), **target}


def _is_sendable(button: Button) -> bool:
    if button.link:
        return button.link.startswith("https://") and bool(button.label.strip())
    return bool(button.label.strip()) and 0 < len(button.press.encode("utf-8", "replace")) <= PRESS_BYTES

"""Cuts passages into the sentences that an answer may quote."""

import re

_ABBREVIATIONS = re.compile(r"\b(?:M|MM|Mme|env|ex|art|cf|etc|min|max|n°|no|St|Ste|p)\.$")
_END = re.compile(r"(?<=[.!?…])[\"»”)]?\s+(?=[«\"“(]?[A-ZÀ-ÖØ-Þ0-9])")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s+")


def sentences_of(text: str) -> list[str]:
    """The sentences of a passage in reading order, bullets and table lines as sentences, without their marks."""
    found: list[str] = []
    for line in text.splitlines():
        bare = _BULLET.sub("", line).strip()
        if bare:
            found.extend(_split(bare))
    return found


def _split(line: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for border in _END.finditer(line):
        piece = line[start : border.start()]
        if _ABBREVIATIONS.search(piece):
            continue
        pieces.append(line[start : border.end()].strip())
        start = border.end()
    pieces.append(line[start:].strip())
    return [piece for piece in pieces if piece]

"""Corrections at any time: « non, 45 salariés », « en fait c'est à Dijon », « corrige l'e-mail : x@y.example »."""

import re
from dataclasses import dataclass

from bot.intake.mentions import aligned
from bot.intake.names import field_named, named_and_rest

_CORRECT = re.compile(
    r"(?:(?:peux[- ]tu|pouvez[- ]vous|je veux|je voudrais|je souhaite|il faut|on peut|please|can you|i want to) )?"
    r"(?:corrige[rz]?|modifie[rz]?|change[rz]?|rectifie[rz]?|remplace[rz]?|mets|mettez|correct|edit|fix|update)\b[ :]*"
)
_MARKS = re.compile(
    r"(?:(?P<sure>en fait|finalement|pardon|oups?|oops|erreur|desolee?|sorry|actually|attention"
    r"|(?:je me suis|me suis) trompee?"
    r"|correction|c'est faux|rectification|i mean|i meant)|(?P<no>non|no|nan|plutot|mais))\b[ ,.:;!-]*"
)


@dataclass(frozen=True)
class Repair:
    """What is corrected (a key, when it was named) and by what (empty: it is to be asked again)."""

    key: str | None
    said: str
    asked: bool = False  # a correction was plainly asked for, whatever of it was understood
    sure: bool = False  # « en fait », « pardon »: more than a « non » that may answer the question


def repair_in(text: str) -> Repair | None:
    """The correction that a text is; None when it begins like none."""
    said = aligned(text)
    if match := _CORRECT.match(said):
        rest = text[match.end() :].strip()
        if key := field_named(rest):
            return Repair(key, "", asked=True)
        named = named_and_rest(rest)
        return Repair(named[0] if named else None, named[1] if named else rest, asked=True)
    at, sure = 0, False
    while match := _MARKS.match(said, at):
        at, sure = match.end(), sure or match["sure"] is not None
    rest = text[at:].strip()
    if not at or not rest:
        return None
    named = named_and_rest(rest)
    return Repair(named[0], named[1], sure=sure) if named else Repair(None, rest, sure=sure)

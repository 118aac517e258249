"""Corrections at any time: « non, 45 salariés », « on est 9 en fait », « corrige l'e-mail : x@y.example »."""

import re
from dataclasses import dataclass, replace

from bot.catalogue.folding import flat
from bot.intake.mentions import aligned
from bot.intake.names import field_named, named_and_rest, stated

_CORRECT = re.compile(
    r"(?:(?:peux[- ]tu|pouvez[- ]vous|je veux|je voudrais|je souhaite|il faut|on peut|please|can you|i want to) )?"
    r"(?:corrige[rz]?|modifie[rz]?|change[rz]?|rectifie[rz]?|remplace[rz]?|mets|mettez|correct|edit|fix|update)\b[ :]*"
)
_SURE = (
    r"en fait|finalement|pardon|oups?|oops|erreur|desolee?|sorry|actually|attention"
    r"|(?:je me suis|me suis) trompee?|j'ai fait une erreur|je rectifie|c'est une erreur"
    r"|correction|c'est faux|rectification|i mean|i meant|my mistake"
)
_WRONG = re.compile(r"tromp|erreur|faux|rectif|correction|mistake")  # alone, it is to be asked what is wrong
_WRONG_LINE = re.compile(
    r"(?:(?:ah|oups|non|pardon|bon)[ ,]+)*(?:(?:je me suis trompee?|j'ai fait une erreur)"
    r" (?:d'|(?:de|dans|sur|pour|a) )(?P<line>.{3,40})"
    r"|(?P<other>.{3,40}) (?:(?:n'est|est) pas (?:bone?|bonne|juste|correcte?)"
    r"|(?:est|is) (?:faux|fausse|mauvaise?|wrong)))[ .!]*"
)
_MARKS = re.compile(rf"(?:(?P<sure>{_SURE})|(?P<no>non|no|nan|plutot|mais))\b[ ,.:;!-]*")
_LEADS = re.compile(
    r"(?:(?:ah|oh|euh|heu|hum|bon|ok|alors|attend(?:s|ez)?|wait|mince|zut|bah|ben|du coup|et)\b[ ,.:;!-]*)*"
)
_AFTER = re.compile(rf"[ ,.;:!-]+(?:{_SURE}|corrige[rz]?(?: (?:svp|stp|ca))?)[ .!]*$")
_NOT_THAT = re.compile(
    r"[ ,]+(?:et )?(?:non )?(?:pas|not) (?:(?:a|en|au|aux|chez|in|at) )?"
    r"(?:ca|cela|celui[- ]la|celle[- ]la|this|that|\d[\d ]*|[A-Z][^,.;:!?]*)[ .!]*$"
)
_NOT_BUT = re.compile(
    r"(?P<who>c'est|ce n'est|on (?:n')?est|nous (?:ne )?sommes|it'?s|we are)? ?(?:pas|not) [^,.;:!?]{1,40}?"
    r"(?:,? (?:mais|but) (?:plutot )?|,? (?:c'est|on est|nous sommes|it'?s|we are) )(?P<but>\S.*)"
)
_LONGEST = 16  # words; a longer text tells something
_TOLD = 10  # words of a statement that only names its line
_CLAUSES = re.compile(r"[,.;!?]\s+\w")


@dataclass(frozen=True)
class Repair:
    """What is corrected (a key, when it was named) and by what (empty: it is to be asked again)."""

    key: str | None
    said: str
    asked: bool = False  # a correction was plainly asked for, whatever of it was understood
    sure: bool = False  # « en fait », « pardon »: more than a « non » that may answer the question
    told: bool = False  # only a statement that names its line: « le produit c'est des hélices »
    after: bool = False  # its marks only follow: « on est 9 en fait », « Duval pas Dubois »
    name_only: bool = False  # « le nom »: of the company or of the person


def repair_in(text: str) -> Repair | None:
    """The correction that a text is; None when it is none."""
    said = aligned(text)
    if match := _CORRECT.match(said):
        rest = text[match.end() :].strip()
        if key := field_named(rest):
            return Repair(key, "", asked=True)
        named = named_and_rest(rest)
        return Repair(named[0] if named else None, named[1] if named else rest, asked=True)
    if (wrong := _WRONG_LINE.fullmatch(said)) and (key := field_named(wrong["line"] or wrong["other"])):
        return Repair(key, "", asked=True)
    at, sure = _begun(said)
    rest = text[at:].strip()
    short = len(text.split()) <= _LONGEST
    ended = False
    while short and (match := _AFTER.search(aligned(rest))):
        rest, ended = rest[: match.start()].strip(), True
    if short and (bare := _without_the_former(rest)) != rest:
        rest, ended = bare, True
    if not rest:
        return Repair(None, "", asked=True) if sure and _WRONG.search(said) else None
    if at or ended:
        return replace(_marked(rest, sure=sure), after=not at)
    start = _LEADS.match(said)
    bare = text[start.end() :].strip() if start else text
    told = stated(bare) if len(bare.split()) <= _TOLD and not _CLAUSES.search(bare) else None
    return _with_name(Repair(*told, told=True), rest) if told else None


def _begun(said: str) -> tuple[int, bool]:
    """Where what follows the marks begins, 0 without any, and whether one of them is sure."""
    at, sure, found = 0, False, False
    if start := _LEADS.match(said):
        at = start.end()
    while match := _MARKS.match(said, at):
        at, sure, found = match.end(), sure or match["sure"] is not None, True
    return (at, sure) if found else (0, False)


def _marked(rest: str, *, sure: bool) -> Repair:
    named = stated(rest) or named_and_rest(rest)
    return _with_name(Repair(named[0], named[1], sure=sure), rest) if named else Repair(None, rest, sure=sure)


def _with_name(repair: Repair, text: str) -> Repair:
    return replace(repair, name_only=re.search(r"\b(?:le|the) (?:nom|name) (?!d)", flat(text)) is not None)


def _without_the_former(text: str) -> str:
    """« on est 9 pas 7 », « c'est pas Duval mais Dubois »: the new value only."""
    said = aligned(text)
    if match := _NOT_BUT.fullmatch(said):
        people = match["who"] and re.match(r"on|nous|we", match["who"]) and match["but"][0].isdigit()
        return ("on est " if people else "c'est ") + text[match.start("but") :]
    match = _NOT_THAT.search(_folded_but_capitals(text))
    return text[: match.start()].strip() if match and match.start() else text


def _folded_but_capitals(text: str) -> str:
    return "".join(new.upper() if old.isupper() else new for old, new in zip(text, aligned(text), strict=True))

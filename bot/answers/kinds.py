"""Kinds of partners asked for in everyday words (« quel pôle », « vers quel réseau », « which agency »)."""

import re
from collections.abc import Iterable

from bot.catalogue.folding import flat
from bot.search.analysis import stems

_KINDS: tuple[tuple[str, str], ...] = (
    (r"poles?", "pôle cluster"),
    (r"reseaux?|clusters?|grappes?|filieres?|networks?", "pôle cluster réseau grappe association fédération"),
    (r"agences?|agency|agencies", "agence"),
    (r"ecoles?|universites?|schools?|university|universities", "école université"),
    (r"labos?|laboratoires?|labs?|laborator(?:y|ies)", "laboratoire centre technique"),
    (r"centres? techniques?|technical cent(?:re|er)s?", "centre technique"),
)
_ASKED = r"\b(?:quel(?:le)?s?|which|what|kel(?:le)?s?) (?:est (?:le |la |l )?|sont (?:les )?|autres? )?(?:{kind})\b"


def kinds_in(question: str, categories: Iterable[str]) -> tuple[str, ...]:
    """The categories of partners that a question asks for by such a word; `categories` are those of the release."""
    said = flat(question)
    names = [name for pattern, name in _KINDS if re.search(_ASKED.format(kind=pattern), said)]
    wanted = [frozenset(stems(name)) for name in names]
    held = {category: set(stems(category)) for category in categories}
    return tuple(category for category, kind in held.items() if any(kind & one for one in wanted))


def kind_words_in(question: str) -> frozenset[str]:
    """The words by which kinds of partners are asked for."""
    found = (re.findall(rf"\b(?:{pattern})\b", flat(question)) for pattern, _ in _KINDS)
    return frozenset(word for words in found for match in words for word in match.split())

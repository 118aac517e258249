"""English sentences put into French word by word, to compare them with French passages; never shown to anybody."""

import re
from functools import cache

from bot.catalogue.folding import fold
from bot.catalogue.formats import MONTHS_EN, MONTHS_FR
from bot.search.languages import english_terms, is_everyday

_KEPT = frozenset("not no never without before after must".split())  # everyday words that turn a sentence round


def in_french(text: str) -> str:
    """An English sentence, folded, with its known terms in French and its everyday words left out."""
    pattern, french = _terms()

    def put(found: re.Match[str]) -> str:
        word = found[0]
        return french.get(word) or ("" if word not in _KEPT and is_everyday(word) else word)

    return pattern.sub(put, fold(text))


@cache
def _terms() -> tuple[re.Pattern[str], dict[str, str]]:
    """Known English terms, longest first, else any word; and what the terms are in French."""
    french = {fold(english): fold(name) for english, name in zip(MONTHS_EN, MONTHS_FR, strict=True) if english != "May"}
    french |= {fold(english): fold(term) for english, term in english_terms()}
    ordered = sorted(french, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))}|[a-z]+)\b"), french

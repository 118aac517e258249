"""One analyser for index and query: fold, cut into words, drop stop words, stem.

Folding comes before stemming, else « éligibilité » and « eligibilite » would get different stems.
"""

import re
from functools import lru_cache

import Stemmer

from bot.catalogue.folding import REMEMBERED, fold

STOP_WORDS = frozenset(
    "a au aux avec ce ces cet cette d dans de des du elle elles en et eux il ils j je l la le les leur leurs lui m ma"
    " mais me mes moi mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses si son sur t ta te tes toi ton"
    " tu un une vos votre vous y c est ete etre sont suis es sommes etes ai as avons avez ont".split()
)  # fmt: skip
FRAMING = frozenset(
    "quel quels quelle quelles comment combien quand quoi pourquoi lequel laquelle lesquels lesquelles dont si y"
    " lors peut peuvent peux faut doit doivent dois fait font faire etait etaient fut furent sera seront avoir ca"
    " cela".split()
)  # fmt: skip
"""Words that make a text a question: indexed, but left out of a query that holds others."""
_WORD = re.compile(r"[a-z0-9]+")
_stemmer = Stemmer.Stemmer("french")


def words(text: str) -> list[str]:
    """Folded words in order, elisions cut (`l'aide` is `l`, `aide`)."""
    return _WORD.findall(fold(text))


def content_words(text: str) -> list[str]:
    """Folded words that are no stop words, in order."""
    return [word for word in words(text) if word not in STOP_WORDS]


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """French Snowball stem of a folded word."""
    return str(_stemmer.stemWord(word))


def stems(text: str) -> list[str]:
    """Stems of the words that are no stop words, in order."""
    return [*_stems(text)]


@lru_cache(REMEMBERED)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem_of(word) for word in content_words(text))

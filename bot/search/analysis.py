"""One analyser for index and query: fold, cut into words, drop stop words, stem (folding first keeps accents optional)."""

import re
import unicodedata
from functools import lru_cache

import Stemmer

_STOP = frozenset(
    "a au aux avec ce ces cet cette d dans de des du elle elles en et eux il ils j je l la le les leur leurs lui m ma mais me"
    " mes moi mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses si son sur t ta te tes toi ton tu un une vos"
    " votre vous y c est ete etre sont suis es sommes etes ai as avons avez ont".split()
)
_WORD = re.compile(r"[a-z0-9]+")
_stemmer = Stemmer.Stemmer("french")


def fold(text: str) -> str:
    """Lower case without accents; ligatures opened."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """Folded words in order, elisions cut (`l'aide` is `l`, `aide`)."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return str(_stemmer.stemWord(word))


def stems(text: str) -> list[str]:
    """French Snowball stems of the words that are no stop words, in order."""
    return [_stem(word) for word in words(text) if word not in _STOP]

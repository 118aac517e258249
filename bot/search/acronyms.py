"""The acronyms of a passage spelt out from `lexique.csv`: « crédit d'impôt industrie verte » where it says C3IV.

The other direction, and the names of operations, are looked up from the question: a passage with all its everyday
synonyms would hold more of them than of itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.catalogue.models import Term
from bot.search.analysis import words

FEW, SHARE = 3, 0.02  # passages, and share of them, that may hold an acronym that is spelt out


class Acronyms:
    """Those of a release, each with the first expression that the lexicon gives for it."""

    def __init__(self, terms: Iterable[Term], texts: Sequence[str]) -> None:
        """Acronyms that many of the texts hold (« PME ») tell none of them from the others and are left out."""
        held = Counter(word for text in texts for word in set(words(text)))
        self._spelt_out: dict[str, str] = {}
        for term in terms:
            acronym = words(term.term)
            long = next((long for long in term.equivalents if len(words(long)) > 1), None)
            if term.term.isupper() and len(acronym) == 1 and long and held[acronym[0]] <= max(FEW, SHARE * len(texts)):
                self._spelt_out[acronym[0]] = long

    def spelt_out(self, text: str) -> str:
        """The acronyms of a text at length, as far as it does not say so itself."""
        said = words(text)
        known = set(said)
        found = dict.fromkeys(self._spelt_out[word] for word in said if word in self._spelt_out)
        return ", ".join(long for long in found if not known.issuperset(words(long)))

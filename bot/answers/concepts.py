"""What a question is about, word by word: each concept with the other ways in which the knowledge may say it.

`lexique.csv` leads from what people type to what the knowledge says; `operations.csv` makes the names of one
operation equal.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.catalogue.models import Operation, Term
from bot.catalogue.places import REGIONS
from bot.search.analysis import stems, words

_LONGEST = 6  # words in the longest entry that is looked for


@dataclass(frozen=True)
class Concept:
    """One word or expression of a question and its alternatives, each a set of stems that must stand together."""

    said: tuple[str, ...]
    alternatives: tuple[frozenset[str], ...]

    def stands_in(self, text_stems: frozenset[str] | set[str]) -> bool:
        """Whether the text says it in one of its ways."""
        return any(alternative <= text_stems for alternative in self.alternatives)


class Thesaurus:
    """The two vocabularies of a release, looked up by the words of a question."""

    def __init__(self, terms: Iterable[Term], operations: Iterable[Operation]) -> None:
        self._equivalents: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._operations: dict[tuple[str, ...], str] = {}
        for term in terms:
            self._equivalents[tuple(words(term.term))] = term.equivalents
        for region in REGIONS:
            self._equivalents.setdefault(tuple(words(region.name)), ())
        for operation in operations:
            names = (operation.name, *operation.synonyms)
            for name in names:
                key = tuple(words(name))
                self._operations.setdefault(key, operation.name)
                others = tuple(other for other in names if other != name)
                self._equivalents[key] = (*self._equivalents.get(key, ()), *others)

    def concepts(self, question: str) -> tuple[Concept, ...]:
        """The content words of the question in order, known expressions kept whole."""
        return tuple(self._concepts(words(question)))

    def _concepts(self, said: list[str]) -> Iterator[Concept]:
        position = 0
        while position < len(said):
            size = self._match(said, position, self._equivalents)
            expression = tuple(said[position : position + max(size, 1)])
            alternatives = [frozenset(stems(" ".join(expression)))]
            alternatives += [frozenset(stems(other)) for other in self._equivalents.get(expression, ()) if size]
            kept = tuple(dict.fromkeys(alternative for alternative in alternatives if alternative))
            if kept and (size or alternatives[0]):
                yield Concept(expression, kept)
            position += max(size, 1)

    @staticmethod
    def _match(said: list[str], position: int, entries: Mapping[tuple[str, ...], object]) -> int:
        """Length of the longest entry that starts here, 0 if none."""
        for size in range(min(_LONGEST, len(said) - position), 0, -1):
            if tuple(said[position : position + size]) in entries:
                return size
        return 0

    def expansions(self, question: str) -> tuple[str, ...]:
        """What the knowledge may say instead of the expressions of the question, the first two of each."""
        said = words(question)
        found: list[str] = []
        position = 0
        while position < len(said):
            size = self._match(said, position, self._equivalents)
            found.extend(self._equivalents[tuple(said[position : position + size])][:2] if size else ())
            position += max(size, 1)
        return tuple(dict.fromkeys(found))

    def operations_in(self, question: str) -> tuple[str, ...]:
        """Names of the operations that the question mentions, in order."""
        said = words(question)
        found: list[str] = []
        position = 0
        while position < len(said):
            size = self._match(said, position, self._operations)
            if size:
                found.append(self._operations[tuple(said[position : position + size])])
            position += max(size, 1)
        return tuple(dict.fromkeys(found))

"""What a question is about, word by word: each concept with the other ways in which the knowledge may say it.

`lexique.csv` leads from what people type to what the knowledge says; `operations.csv` makes the names of one
operation equal; a list shipped with the code gives the everyday English of any such knowledge in French.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from bot.catalogue.models import Operation, Term
from bot.catalogue.places import REGIONS, Region, regions_in
from bot.search.analysis import STOP_WORDS, stem_of, stems, words
from bot.search.languages import english_terms, is_common, is_everyday, synonyms

_INFLECTED = re.compile(r"(?P<root>[a-z]{3,}(?:e|it))(?:s|e|es)?")
IN_OTHER_WORDS = 0.8  # what a synonym counts beside the word itself
_LONGEST_ACRONYM = 4  # letters
_LONGEST = 6  # words in the longest entry that is looked for

_Key = tuple[str, ...]
_TRADE = re.compile(r"(?P<root>[a-z]{4,})(?:eur|euse|ier|iere|iste)s?")
_WORK = re.compile(r"(?:age|er|erie|ement)")
_WORK_SAID = re.compile(r"[a-z]{3,}(?:age|ure|ement|tion|ing|ique)|controle|essai|test")


@dataclass(frozen=True, eq=False)
class Concept:
    """One word or expression of a question and its alternatives, each a set of stems that must stand together."""

    said: tuple[str, ...]
    alternatives: tuple[frozenset[str], ...]
    framing: bool = False  # says nothing on what the question is about
    own: int = 1  # how many of the alternatives are the expression itself, with other endings
    term: bool = False  # an entry of the lexicon of the release

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The regions that it names, if it is a place."""
        return regions_in(" ".join(self.said).title())

    def stands_in(self, text_stems: frozenset[str] | set[str]) -> bool:
        """Whether the text says it in one of its ways."""
        return any(alternative <= text_stems for alternative in self.alternatives)

    def held_by(self, text_stems: frozenset[str]) -> float:
        """How far the text says it: 1 in its own words, less in other words for it, 0 not at all."""
        place = next((place for place, way in enumerate(self.alternatives) if way <= text_stems), None)
        return 0.0 if place is None else 1.0 if place < self.own else IN_OTHER_WORDS


class Thesaurus:
    """The vocabularies of a release, looked up by the words of a question, in the singular or the plural."""

    def __init__(self, terms: Iterable[Term], operations: Iterable[Operation]) -> None:
        self._equivalents: dict[_Key, tuple[str, ...]] = {}
        self._operations: dict[_Key, str] = {}
        self._near = dict(_synonyms())
        self._terms: set[_Key] = set()
        for term in terms:
            self._add(term.term, term.equivalents)
            self._terms.add(_key(term.term))
        for region in REGIONS:
            self._add(region.name, ())
        operations = tuple(operations)
        for operation in operations:
            names = (operation.name, *operation.synonyms)
            for name in names:
                if not STOP_WORDS.issuperset(words(name)):  # « mes machines » speaks of no MES
                    self._operations.setdefault(_key(name), operation.name)
                self._add(name, tuple(other for other in names if other != name))
        for english, french in english_terms():
            self._add(english, (french,))
            key = _key(english)
            self._near[key] = (*self._near.get(key, ()), *self._near.get(_key(french), ()))
        self._beginnings = _Beginnings(operations)
        self._known = self._equivalents.keys() | self._near.keys()
        self._inflected = {
            stem_of(key[0]): key for key in self._near if len(key) == 1 and len(key[0]) > _LONGEST_ACRONYM
        }

    def _add(self, name: str, equivalents: tuple[str, ...]) -> None:
        key = _key(name)
        self._equivalents[key] = (*self._equivalents.get(key, ()), *equivalents)

    def concepts(self, question: str) -> tuple[Concept, ...]:
        """The words of the question in order, known expressions kept whole; no stop words."""
        return tuple(self._concepts(words(question)))

    def _concepts(self, said: list[str]) -> Iterator[Concept]:
        for expression, known in _expressions(said, self._known):
            key = _key_of(expression)
            others = (*self._equivalents.get(key, ()), *self._near.get(key, ())) if known else self._near_by_stem(key)
            itself = _forms(expression[0]) if len(expression) == 1 and stems(expression[0]) else (" ".join(expression),)
            ways = (*itself, *(form for other in others for form in _numbers(other)))
            alternatives = dict.fromkeys(frozenset(stems(text)) for text in ways)
            kept = tuple(alternative for alternative in alternatives if alternative)
            own = len({frozenset(stems(text)) for text in itself} - {frozenset()})
            if kept:
                framing = all(is_everyday(word) for word in expression)
                yield Concept(expression, kept, framing, own, term=key in self._terms)

    def _near_by_stem(self, key: _Key) -> tuple[str, ...]:
        """What is said for another form of a word: « achète » for « acheter »."""
        return self._near[self._inflected[stem_of(key[0])]] if stem_of(key[0]) in self._inflected else ()

    def expansions(self, question: str) -> tuple[str, ...]:
        """What the knowledge may say instead of the expressions of the question, the first two of each."""
        expressions = _expressions(words(question), self._equivalents)
        found = (self._equivalents[_key_of(expression)][:2] for expression, known in expressions if known)
        return tuple(dict.fromkeys(other for others in found for other in others))

    def operations_in(self, question: str) -> tuple[str, ...]:
        """Names of the operations that the question mentions, in order."""
        expressions = _expressions(words(question), self._operations)
        return tuple(dict.fromkeys(filter(None, (self._operation(said, known) for said, known in expressions))))

    def operation_words_in(self, question: str) -> frozenset[str]:
        """The words by which the question mentions operations."""
        expressions = _expressions(words(question), self._operations)
        return frozenset(word for said, known in expressions if self._operation(said, known) for word in said)

    def operations_begun_in(self, question: str) -> tuple[str, ...]:
        """The operations of which a question says the first word only: « peinture », « montage »."""
        expressions = _expressions(words(question), self._operations)
        found = (self._beginnings.operation(said[0]) for said, known in expressions if not known)
        return tuple(dict.fromkeys(filter(None, found)))

    def operations_scattered_in(self, question: str) -> dict[str, set[str]]:
        """The operations whose whole name is said here and there, with its stems: « tester la tenue d'une roue »."""
        said = set(stems(question))
        verbs = ((key, name) for key, name in self._operations.items() if key[0].endswith(("er", "ir")))
        named = ((set(stems(" ".join(key))), name) for key, name in verbs)
        return {name: key for key, name in named if len(key) > 1 and key <= said}

    def begins_operation(self, word: str) -> bool:
        """Whether the name of some operation begins with that word."""
        return self._beginnings.has(word)

    def _operation(self, expression: _Key, known: bool) -> str:
        """The operation of that name, else that of the trade: a « bobineur » does « bobinage »; else empty.

        A common word is no trade: « couleurs » are not those who do « coulage ».
        """
        if known:
            return self._operations[_key_of(expression)]
        trade = _TRADE.fullmatch(expression[0])
        if trade is None or is_common(expression[0]):
            return ""
        root, names = trade["root"], self._operations.items()
        named = [
            (key, name) for key, name in names if _is_work_of(key[0], root) and (len(key) == 1 or key[0][-2:] != "er")
        ]
        found = {name for key, name in named if len(key) == 1} or {name for _, name in named}
        return found.pop() if len(found) == 1 else ""


class _Beginnings:
    """The first words of names of operations, each with the one family of operations that it begins, if it is one."""

    def __init__(self, operations: Collection[Operation]) -> None:
        self._parents = {operation.name: operation.parent for operation in operations}
        self._named: dict[_Key, list[str]] = {}
        self._called: dict[_Key, list[str]] = {}
        for operation in operations:
            for held, names in ((self._named, (operation.name,)), (self._called, operation.synonyms)):
                for key in map(_key, names):
                    if len(key) > 1 and _WORK_SAID.fullmatch(key[0]):
                        held.setdefault(key[:1], []).append(operation.name)

    def has(self, word: str) -> bool:
        return bool({_key_of([word])} & {*self._named, *self._called})

    def operation(self, word: str) -> str:
        """The operation above most of those that it begins; empty when their own names are of several families."""
        key = _key_of([word])
        named, called = self._named.get(key, []), self._called.get(key, [])
        begun = [*named, *called]
        share, best = max(((self._above(name, begun), name) for name in begun), default=(0, ""))
        whole = self._above(best, named) == len(named)
        return best if whole and 2 * share > len(begun) else ""

    def _above(self, name: str, others: Iterable[str]) -> int:
        """How many of the others are that operation or stand right below it."""
        return sum(name in (other, self._parents.get(other, "")) for other in others)


def _expressions(said: list[str], entries: Collection[_Key]) -> Iterator[tuple[_Key, bool]]:
    """The words cut into the longest known expressions and single words, with whether each is known."""
    position = 0
    while position < len(said):
        longest = min(_LONGEST, len(said) - position)
        ends = (position + size for size in range(longest, 0, -1))
        end = next((end for end in ends if _key_of(said[position:end]) in entries), 0)
        yield tuple(said[position : end or position + 1]), bool(end)
        position = end or position + 1


def _is_work_of(operation: str, root: str) -> bool:
    """« bobinage » is the work of a « bobin-eur »."""
    return operation.startswith(root) and _WORK.fullmatch(operation[len(root) :]) is not None


@cache
def _synonyms() -> dict[_Key, tuple[str, ...]]:
    """What is said for each word of everyday business French: enough to be understood, too vague to search by."""
    found: dict[_Key, tuple[str, ...]] = {}
    for group in synonyms():
        for word in group:
            key = _key(word)
            found[key] = (*found.get(key, ()), *(other for other in group if other != word))
    return found


def _numbers(text: str) -> tuple[str, ...]:
    """One word in the singular and the plural, whose stems may differ: « emploi », « emplois »; more as they are."""
    return (text, f"{text}s") if text.isalpha() and text[-1] not in "sxz" else (text,)


def _forms(word: str) -> tuple[str, ...]:
    """The word and its other endings whose stems differ once accents are gone, or that sound alike.

    « aidé », « aidées »; « crédits »; « conseillés » for « conseillers ».
    """
    match = _INFLECTED.fullmatch(word)
    if word in STOP_WORDS:
        return (word,)
    if match is None:
        return (word, word[:-1]) if word.endswith("s") else (word, f"{word}s")
    return (word, *(f"{match['root']}{ending}" for ending in ("", "s", "e", "es", "r", "rs")))


def _key(name: str) -> _Key:
    return _key_of(words(name))


def _key_of(said: Iterable[str]) -> _Key:
    """Words without their plural; short ones are mostly acronyms and stay whole."""
    return tuple(word[:-1] if len(word) > _LONGEST_ACRONYM and word[-1] in "sx" else word for word in said)

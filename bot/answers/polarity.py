"""Does a clause affirm or deny, and on which side of a pair (before, after…) does it stand? By words, without grammar.

A clause is compared with the clause of the source that speaks of the same things; words that only carry the polarity
do not count in that.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.figures import MONTHS, NUMBER_WORDS
from bot.answers.measures import UNITS, Quantity, dates, quantities
from bot.catalogue.folding import flat, fold
from bot.search.analysis import content_words, stem_of

_DENIAL = re.compile(r"\b(?:pas|jamais|aucune?|ni|non|not|never|no|cannot|neither|nor|\w+n t)\b")
_ELIDED = re.compile(r"\b(?:ne|n)\b(?!.*\b(?:que|qu)\b)")  # « ne … plus »; « ne … que » only restricts
_NEGATIVE = re.compile(
    r"\b(?:exclu\w*|ineligib\w*|interdi\w*|refus\w*|clos|close|closes|closed|fermee?s?|ferment|terminee?s?|expire\w*"
    r"|forbidden|prohibited|except\w*|sauf|hors|hormis|sans|without|facultati\w*|optional|optionne\w*|gratui\w*|free"
    r"|impossible|incompatib\w*|inferieur\w*|suppri\w*)\b"
)
_POSITIVE = re.compile(
    r"\b(?:admis\w*|admet\w*|accept\w*|inclu\w*|compri\w*|autoris\w*|eligib\w*|ouverte?s?|open|obligatoire\w*|mandatory"
    r"|exige\w*|payan\w*|possib\w*|compatib\w*|superieur\w*|allowed|required|avec|with)\b"
)
_PAIRS = (
    (re.compile(r"\b(?:avant|before|prior)\b"), re.compile(r"\b(?:apres|after|once)\b")),
    (
        re.compile(r"\b(?:augment\w*|hausse\w*|releve\w*|increas\w*)\b"),
        re.compile(r"\b(?:bais\w*|redui\w*|diminu\w*|decreas\w*)\b"),
    ),
    (re.compile(r"\b(?:toujours|always|systemati\w*)\b"), re.compile(r"\b(?:parfois|sometimes|rarement)\b")),
    (re.compile(r"\b(?:obligatoire\w*|doit|doivent|must)\b"), re.compile(r"\b(?:peut|peuvent|may|can)\b")),
)  # fmt: skip
_TOPICS = {
    "§open": re.compile(r"\b(?:clos|close|closes|closed|ferme\w*|termine\w*|expire\w*|ouver\w*|ouvr\w*|open\w*)\b"),
    "§admitted": re.compile(
        r"\b(?:exclu\w*|ineligib\w*|eligib\w*|refus\w*|interdi\w*|admis\w*|admet\w*|accept\w*|inclu\w*|autoris\w*)\b"
    ),
    "§required": re.compile(r"\b(?:facultati\w*|optional|optionne\w*|obligatoire\w*|mandatory|exig\w*|required)\b"),
    "§free": re.compile(r"\b(?:gratui\w*|free|payan\w*)\b"),
}  # fmt: skip
"""What a word that carries the polarity is about: « close » and « ouverte » speak of the same thing."""

_VERB = re.compile(
    r"\b(?:est|sont|etait|sera|seront|a|ont|peut|peuvent|doit|doivent|va|vont|faut|reste|ne|n|prend|prennent|is|are|has"
    r"|have|can|must|may|will|does|do|was|were|finance|financent|couvre|couvrent|ouvre|ferme|concerne|permet|donne"
    r"|verse|aide|aident|soutient|dure|demande|donnent)\b"
)
_CUT = re.compile(
    r"[;:!?()•|\n]+|(?<!\d),|,(?!\d)|\.(?=\s|$)|\s(?:mais|et|ou|car|tandis que|alors que|and|but|or|while)\s"
)
_MONTHS = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_REMEMBERED = 2_000  # sentences whose clauses are kept
_FIGURE = 0.5  # what a figure in common adds to the likeness
_TITLE = 0.05  # weight of a word of the title
_NEAR = 0.95  # of the best likeness, to count as alike


@dataclass(frozen=True)
class Clause:
    """A piece of a sentence: what it speaks of, whether it denies, the pairs it takes sides in, its figures."""

    about: frozenset[str]
    denies: bool
    sides: tuple[int, ...]  # for each pair -1, 0 or 1
    figures: frozenset[Quantity]

    @property
    def values(self) -> frozenset[str]:
        """The figures without their units."""
        return frozenset(figure.value for figure in self.figures)


class Source:
    """The clauses of passages, to find the one that speaks of the same things as a written one."""

    def __init__(self, sentences: Sequence[str], titles: Collection[str] = ()) -> None:
        """`titles` are stems of what the passages are about as a whole: they tell no clause from another."""
        self.clauses = [clause for sentence in sentences for clause in clauses_of(sentence)]
        spread = Counter(stem for clause in self.clauses for stem in clause.about)
        self._weight = {stem: math.log(1 + len(self.clauses) / count) for stem, count in spread.items()}
        self._weight |= dict.fromkeys(titles, _TITLE)

    def likeness(self, written: Clause, clause: Clause) -> float:
        """In 0…1, by the words that they share; rare ones count more."""
        both = self._mass(written.about & clause.about)
        return both / (self._mass(written.about) + 0.5 * self._mass(clause.about - written.about) or 1.0)

    def nearest(self, written: Clause) -> list[Clause]:
        """The clauses that speak of the same things, and hold the same figures, as nearly as any."""
        rated = [
            (self.likeness(written, clause) + _FIGURE * len(written.values & clause.values), clause)
            for clause in self.clauses
        ]
        best = max((likeness for likeness, _ in rated), default=0.0)
        return [clause for likeness, clause in rated if best and likeness >= _NEAR * best]

    def _mass(self, about: frozenset[str]) -> float:
        return sum(self._weight.get(stem, 1.0) for stem in about)


def agrees(written: str, source: Source) -> bool:
    """Each clause of a written sentence affirms or denies as the source does, and takes no side against it."""
    return all(_clause_agrees(clause, source) for clause in clauses_of(written))


def _clause_agrees(written: Clause, source: Source) -> bool:
    nearest = source.nearest(written)
    return not nearest or any(
        written.denies is clause.denies and not _opposed(written.sides, clause.sides) for clause in nearest
    )


def _opposed(left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    return any(one * other < 0 for one, other in zip(left, right, strict=True))


@lru_cache(_REMEMBERED)
def clauses_of(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in order; one that has no verb denies as the one that it belongs to."""
    pieces: list[str] = []
    for piece in _CUT.split(fold(sentence)):
        bare = " ".join((piece or "").split())
        if bare and pieces and not (_about(pieces[-1]) and _about(bare)):
            pieces[-1] += f" {bare}"
        elif bare:
            pieces.append(bare)
    return tuple(
        Clause(
            _about(piece) | _shared(pieces, index),
            _denies(pieces[_ruling(pieces, index)]),
            _sides(piece),
            quantities(piece),
        )
        for index, piece in enumerate(pieces)
    )


def _shared(pieces: Sequence[str], index: int) -> frozenset[str]:
    """What stands before the first figure also holds for the next: « le taux est de 20 % pour… et de 30 % pour… »."""
    if index == 0 or _VERB.search(flat(pieces[index])) or not re.search(r"\d", pieces[index]):
        return frozenset()
    head = next((piece for piece in reversed(pieces[:index]) if _VERB.search(flat(piece))), "")
    return _about(re.split(r"\d", head)[0]) if re.search(r"\d", head) else frozenset()


def _ruling(pieces: Sequence[str], index: int) -> int:
    """Which piece says for this one whether it is affirmed: itself, the next one with a verb, else the last before."""
    order = [*range(index, len(pieces)), *range(index - 1, -1, -1)]
    return next((other for other in order if _says(flat(pieces[other]))), index)


def _says(words: str) -> bool:
    return any(pattern.search(words) for pattern in (_VERB, _DENIAL, _NEGATIVE, _POSITIVE))


def _denies(piece: str) -> bool:
    """Two denials affirm: « ne sont pas exclues »."""
    words = flat(piece)
    denied = bool(_DENIAL.search(words) or _ELIDED.search(words))
    return (denied + len(_NEGATIVE.findall(words))) % 2 == 1


def _sides(piece: str) -> tuple[int, ...]:
    words = flat(piece)
    return tuple(bool(one.search(words)) - bool(other.search(words)) for one, other in _PAIRS)


def _about(piece: str) -> frozenset[str]:
    words = flat(piece)
    topics = {topic for topic, pattern in _TOPICS.items() if pattern.search(words)}
    days = {day for day in dates(piece) if len(day) > 5}
    bare = _MONTHS.sub(" ", _POSITIVE.sub(" ", _NEGATIVE.sub(" ", _DENIAL.sub(" ", words))))
    return frozenset(topics | days | {stem_of(word) for word in content_words(bare) if not _counts(word)})


def _counts(word: str) -> bool:
    return word.isdigit() or word in NUMBER_WORDS or word in UNITS

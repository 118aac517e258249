"""The knowledge says that it does not know: the sentence that says so of the very side that is asked."""

from collections.abc import Sequence
from itertools import pairwise

from bot.answers.aspects import Aspect
from bot.answers.counting import counted_in
from bot.answers.evidence import Evidence
from bot.answers.expecting import Kind, expected, names_in
from bot.answers.quoting import Quote, Scored
from bot.answers.refusing import admits, says_unknown
from bot.answers.signals import Sought
from bot.catalogue.folding import flat

_TOLD_WHERE = frozenset({Aspect.CONTACT, Aspect.PHONE, Aspect.EMAIL, Aspect.LINK, Aspect.HOW, Aspect.OPEN})
"""« Demandez à la Région » answers who asks for one of these."""
_SAME: tuple[frozenset[Kind], ...] = (
    frozenset({Kind.AMOUNT, Kind.CAP}),
    frozenset({Kind.RATE, Kind.INTEREST}),
    frozenset({Kind.DATE, Kind.COMING}),
)
"""Kinds that one word asks for as well as the other."""
_DETERMINERS = frozenset("le la les l un une des du quel quelle quels quelles the which what sont est".split())
_AS_GOOD = 1.0  # points that two sentences may lie apart and be as good as each other
_ABOUT = 0.5  # share of what is wanted that it must speak of


def admitted(
    ranked: Sequence[Scored], sought: Sought, evidence: Evidence, *, told: float, about: float = _ABOUT
) -> Quote | None:
    """That sentence, unless another one tells; `told` is how far the best one that does speaks of it, in 0…1,
    or -1 when none shows a thing of the asked kind. `about` is the share of what is wanted that it must speak of.
    """
    if not ranked or _TOLD_WHERE.intersection(sought.aspects[:1]):
        return None
    if not sought.kinds:
        told_so = (one for one in _best(ranked) if admits(one.line.text) and _names_side(one, sought))
        return next((one.quote for one in told_so if _about(one, sought, evidence) > 0), None)
    said = [one for one in ranked if admits(one.line.text) and _is_asked(one.line.text, sought)]
    best = max(
        said,
        key=lambda one: (_about(one, sought, evidence), says_unknown(one.line.text), -one.line.place),
        default=None,
    )
    if best is None:
        return None
    needed = told if best is ranked[0] or told < 0 else max(about, told + 0.01)
    return best.quote if _about(best, sought, evidence) >= needed else None


def _best(ranked: Sequence[Scored]) -> list[Scored]:
    return [one for one in ranked if one.score >= ranked[0].score - _AS_GOOD]


def _is_asked(text: str, sought: Sought) -> bool:
    """Whether it is of the same kind of thing, in a word of its own."""
    kinds = expected(text, counted=bool(counted_in(text)))
    first = sought.kinds[0]
    if first is Kind.NAMES and not says_unknown(text) and names_in(text, sought.said):
        return False  # a name that is to be checked is a name
    alike = next((group for group in _SAME if first in group), frozenset({first}))
    return bool(alike.intersection(kinds))


def _about(one: Scored, sought: Sought, evidence: Evidence) -> float:
    return evidence.share(sought.wanted, one.line.held) if sought.wanted else 1.0


def _names_side(one: Scored, sought: Sought) -> bool:
    """Whether it holds the nouns by which the side is asked for: « les critères », not « demander »."""
    spoken = flat(sought.said).split()
    nouns = {word for before, word in pairwise(spoken) if before in _DETERMINERS}
    side = [concept for concept in sought.side if nouns.intersection(concept.said)]
    return bool(side) and all(concept.stands_in(one.line.held) for concept in side)

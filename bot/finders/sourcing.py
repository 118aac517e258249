"""Partners by industrial operation, place, kind, certification and field."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bot.catalogue.folding import flat, fold
from bot.catalogue.models import Operation, Partner
from bot.finders.wish import PartnerWish

NATIONAL = "France"
_MATERIALS = re.compile(r"matieres?(?: premieres?)?|materiaux?|(?:raw )?materials?")
"""The root of the operations that say of what a piece is made, not how."""


class Relation(IntEnum):
    """How an operation of a partner stands to one that is wanted, the best first."""

    ITSELF = 0
    NARROWER = 1
    WIDER = 2
    BESIDE = 3  # under the same parent


class Far(IntEnum):
    """How far a partner is from the place that is wanted."""

    THERE = 0
    SAME_REGION = 1
    NATIONAL = 2
    ELSEWHERE = 3


@dataclass(frozen=True)
class Cover:
    """An operation that is wanted, and the operation of the partner's own row that comes nearest."""

    wanted: str
    own: str
    relation: Relation
    steps: int = 0

    @property
    def is_done(self) -> bool:
        """Whether the partner's row carries the wanted operation or a narrower one."""
        return self.relation <= Relation.NARROWER


@dataclass(frozen=True)
class Match:
    """A partner, what it covers of the operations that are wanted in their order, and how far it is."""

    partner: Partner
    covers: tuple[Cover, ...]
    far: Far = Far.THERE
    share: float = 0.0  # of all that the partner does

    @property
    def done(self) -> tuple[Cover, ...]:
        """The wanted operations that its own row carries."""
        return tuple(cover for cover in self.covers if cover.is_done)


@dataclass(frozen=True)
class Sourced:
    """Partners that do what is wanted; the operations that nobody does; and the nearest for these, which do not."""

    matches: tuple[Match, ...]
    wanted: tuple[str, ...] = ()  # the operations that count: no family of another one, no material when it is worked
    missing: tuple[str, ...] = ()
    nearest: tuple[Match, ...] = ()


def find_partners(partners: Iterable[Partner], tree: Iterable[Operation], wish: PartnerWish) -> Sourced:
    """For each operation the nearest partners that do it; where nobody does any, those that come closest to one."""
    operations = Tree(tree)
    wanted = operations.asked(wish.operations)
    such = [(partner, _far(partner, wish)) for partner in partners if _is_such(partner, wish)]
    if not wish.operations:
        matches = [Match(partner, (), far) for partner, far in such]
        nearest = min((match.far for match in matches), default=Far.THERE)
        kept = _near(matches) if wish.sectors else [match for match in matches if match.far is nearest]
        return Sourced(tuple(sorted(kept, key=lambda match: match.far)))
    found = [operations.match(partner, wanted, far) for partner, far in such]
    missing = tuple(name for name in wanted if not any(name == c.wanted for match in found for c in match.done))
    if doing := _ranked(_doing(found, wanted), wanted):
        return Sourced(doing, wanted, missing, _ranked(_covering(found, missing, Relation.WIDER), missing))
    made_of = [operations.match(partner, wish.operations, far) for partner, far in such]
    near = (
        _covering(found, wanted, Relation.WIDER)
        or _covering(made_of, wish.operations, Relation.ITSELF)
        or _covering(found, wanted, Relation.BESIDE)
    )
    return Sourced((), wanted, missing, _ranked(near, wanted))


class Tree:
    """The operations of a release, each with the one above it."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._parents = {fold(operation.name): fold(operation.parent) for operation in operations}

    def asked(self, wanted: Sequence[str]) -> tuple[str, ...]:
        """Without what is only the family of another one, nor the material when it is told how to work it."""
        chains = {name: self._chain(fold(name)) for name in wanted}
        fine = [name for name in wanted if not any(fold(name) in chain[1:] for chain in chains.values())]
        worked = [name for name in fine if not _is_material(chains[name])]
        return tuple(worked or fine)

    def match(self, partner: Partner, wanted: Sequence[str], far: Far) -> Match:
        """For each operation the one of the partner that comes nearest, if any does."""
        related = [list(self._related(name, partner)) for name in wanted]
        covers = tuple(min(found, key=_closeness) for found in related if found)
        near = {cover.own for found in related for cover in found if cover.relation is not Relation.BESIDE}
        return Match(partner, covers, far, len(near) / (len(partner.operations) or 1))

    def _related(self, wanted: str, partner: Partner) -> Iterable[Cover]:
        above = self._chain(fold(wanted))
        for own in partner.operations:
            chain = self._chain(fold(own))
            if chain[0] == above[0]:
                yield Cover(wanted, own, Relation.ITSELF)
            elif above[0] in chain:
                yield Cover(wanted, own, Relation.NARROWER, chain.index(above[0]))
            elif chain[0] in above:
                yield Cover(wanted, own, Relation.WIDER, above.index(chain[0]))
            elif len(chain) > 1 and len(above) > 1 and chain[1] == above[1] and not _is_material(above):
                yield Cover(wanted, own, Relation.BESIDE)

    def _chain(self, name: str) -> list[str]:
        """The operation and all above it, to the root."""
        chain = [name]
        while (parent := self._parents.get(chain[-1], "")) and parent not in chain:
            chain.append(parent)
        return chain


def _is_material(chain: Sequence[str]) -> bool:
    return bool(_MATERIALS.fullmatch(flat(chain[-1])))


def _closeness(cover: Cover) -> tuple[Relation, int]:
    return cover.relation, cover.steps


def _doing(found: Sequence[Match], wanted: Sequence[str]) -> list[Match]:
    """For each operation the nearest that do it itself, and when it is the only one those that do a part of it."""
    kept: list[Match] = []
    for name in wanted:
        itself = _covering(found, (name,), Relation.ITSELF)
        partly = () if itself and len(wanted) > 1 else _covering(found, (name,), Relation.NARROWER)
        both = (*itself, *partly)
        there = any(match.far is Far.THERE for match in both)
        kept += [match for match in both if not there or match.far in (Far.THERE, Far.NATIONAL)]
    return list(_once(kept))


def _covering(found: Sequence[Match], wanted: Sequence[str], relation: Relation) -> tuple[Match, ...]:
    """For each operation the nearest of those that stand to it in that way, each once."""
    groups = (
        [m for m in found if any((c.wanted, c.relation) == (name, relation) for c in m.covers)] for name in wanted
    )
    return _once(match for group in groups for match in _near(group))


def _once(matches: Iterable[Match]) -> tuple[Match, ...]:
    return tuple({match.partner.id: match for match in matches}.values())


def _near(matches: Sequence[Match]) -> list[Match]:
    """Those there, else in the same region, else elsewhere; with them those who serve all of France."""
    nearest = min((match.far for match in matches), default=Far.THERE)
    kept = {nearest} if nearest is Far.ELSEWHERE else {nearest, Far.NATIONAL}
    return [match for match in matches if match.far in kept]


def _ranked(matches: Sequence[Match], wanted: Sequence[str]) -> tuple[Match, ...]:
    """Those that cover the most first, then what was named first, then the nearest, then those that do little else."""

    def rank(match: Match) -> tuple[int, int, int, int, float]:
        covered = match.done or match.covers
        first = min((wanted.index(c.wanted) for c in covered if c.wanted in wanted), default=len(wanted))
        return -len(match.done), first, match.far, min((c.relation for c in covered), default=0), -match.share

    return tuple(sorted(matches, key=rank))


def _is_such(partner: Partner, wish: PartnerWish) -> bool:
    return (
        partner.id not in wish.without
        and (not wish.categories or partner.category in wish.categories)
        and (not wish.certifications or bool(set(wish.certifications) & set(partner.certifications)))
        and (not wish.sectors or bool(set(wish.sectors) & set(partner.sectors)))
    )


def _far(partner: Partner, wish: PartnerWish) -> Far:
    if not (wish.regions or wish.departments or wish.towns):
        return Far.THERE
    towns = {flat(town) for town in partner.town.split("|")}
    there = bool(towns & set(wish.towns)) if wish.towns else bool({*wish.departments} & {*partner.departments})
    in_region = bool({*wish.regions} & {*partner.regions})
    if there or (in_region and not (wish.departments or wish.towns)):
        return Far.THERE
    if in_region:
        return Far.SAME_REGION
    return Far.NATIONAL if NATIONAL in partner.regions or not partner.regions else Far.ELSEWHERE

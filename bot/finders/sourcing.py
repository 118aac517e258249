"""Partners by industrial operation, place, kind, certification and field."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.catalogue.folding import flat, fold
from bot.catalogue.models import Operation, Partner
from bot.finders.wish import PartnerWish

NATIONAL = "France"


@dataclass(frozen=True)
class Match:
    """A partner, the operation asked for that it serves, how near it is in the tree (0 = the very operation), and how
    near the place (0 = there, 1 = same region, 2 = all of France, 3 = elsewhere)."""

    partner: Partner
    operation: str
    distance: int
    far: int = 0


def find_partners(partners: Iterable[Partner], tree: Iterable[Operation], wish: PartnerWish) -> tuple[Match, ...]:
    """Partners that carry a wanted operation or one above or below it and all else that is wished, the nearest first;
    those elsewhere come last."""
    parents = {fold(operation.name): fold(operation.parent) for operation in tree}
    matches = (_match(partner, wish, parents) for partner in partners if _is_such(partner, wish))
    return tuple(sorted((match for match in matches if match), key=lambda match: (match.far, match.distance)))


def _match(partner: Partner, wish: PartnerWish, parents: dict[str, str]) -> Match | None:
    far = _far(partner, wish)
    if not wish.operations:
        return Match(partner, "", 0, far)
    found = [
        (distance, operation)
        for operation in wish.operations
        for own in partner.operations
        if (distance := _distance(fold(own), fold(operation), parents)) is not None
    ]
    if not found:
        return None
    distance, operation = min(found, key=lambda pair: pair[0])
    return Match(partner, operation, distance, far)


def _is_such(partner: Partner, wish: PartnerWish) -> bool:
    return (
        (not wish.categories or partner.category in wish.categories)
        and (not wish.certifications or bool(set(wish.certifications) & set(partner.certifications)))
        and (not wish.sectors or bool(set(wish.sectors) & set(partner.sectors)))
    )


def _far(partner: Partner, wish: PartnerWish) -> int:
    if not (wish.regions or wish.departments or wish.towns):
        return 0
    towns = {flat(town) for town in partner.town.split("|")}
    there = bool(towns & set(wish.towns)) if wish.towns else bool({*wish.departments} & {*partner.departments})
    in_region = bool({*wish.regions} & {*partner.regions})
    if there or (in_region and not (wish.departments or wish.towns)):
        return 0
    return 1 if in_region else 2 if NATIONAL in partner.regions or not partner.regions else 3


def _distance(own: str, wanted: str, parents: dict[str, str]) -> int | None:
    """Steps between two operations when one stands above the other, else None."""
    for low, high in ((own, wanted), (wanted, own)):
        steps, current, seen = 0, low, set[str]()
        while current and current not in seen:
            if current == high:
                return steps
            seen.add(current)
            current, steps = parents.get(current, ""), steps + 1
    return None

"""Partners by industrial operation and place."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.catalogue.folding import fold
from bot.catalogue.models import Operation, Partner


@dataclass(frozen=True)
class Match:
    """A partner, the operation asked for that it serves, and how near it is in the tree (0 = the very operation)."""

    partner: Partner
    operation: str
    distance: int


def find_partners(
    partners: Iterable[Partner], tree: Iterable[Operation], wanted: tuple[str, ...], regions: tuple[str, ...] = ()
) -> tuple[Match, ...]:
    """Partners that carry a wanted operation or one above or below it; regions asked for first, then the nearest."""
    parents = {fold(operation.name): fold(operation.parent) for operation in tree}
    found: dict[str, Match] = {}
    for partner in partners:
        for operation in wanted:
            distances = [
                d for own in partner.operations if (d := _distance(fold(own), fold(operation), parents)) is not None
            ]
            if distances and (partner.id not in found or min(distances) < found[partner.id].distance):
                found[partner.id] = Match(partner, operation, min(distances))
    near = set(regions)
    return tuple(
        sorted(
            found.values(),
            key=lambda match: (bool(near) and not near & {*match.partner.regions, "France"}, match.distance),
        )
    )


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

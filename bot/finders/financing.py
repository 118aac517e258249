"""Schemes by their fields: lists and counts come from records, never from passages."""

from collections.abc import Iterable
from datetime import date

from bot.catalogue.models import Availability, Scheme
from bot.finders.wish import Wish
from bot.search.analysis import stems

NATIONAL = "France"
_ORDER = (Availability.OPEN, Availability.NOT_YET, Availability.TO_CHECK, Availability.CLOSED)


def find_schemes(schemes: Iterable[Scheme], wish: Wish, today: date) -> tuple[Scheme, ...]:
    """Schemes that one can ask for today or may (to be checked), the best fitting first; closed ones when asked for.

    `traits` and `spoken` are not looked at: fields do not hold them.
    """
    fitting = [scheme for scheme in schemes if _fits(scheme, wish, today)]
    scores = {scheme.id: topic_score(scheme, wish.topics) for scheme in fitting}
    enough = (
        1 if wish.any_topic or not any(score == len(wish.topics) for score in scores.values()) else len(wish.topics)
    )
    found = [scheme for scheme in fitting if scores[scheme.id] >= min(enough, len(wish.topics))]
    return tuple(
        sorted(
            found,
            key=lambda scheme: (
                -scores[scheme.id],
                _breadth(scheme, wish.regions),
                _ORDER.index(scheme.availability(today)),
            ),
        )
    )


def _breadth(scheme: Scheme, regions: tuple[str, ...]) -> int:
    """0 for a scheme of these very regions, 1 for one of others too, 2 for a national one."""
    if not regions:
        return 0
    if not scheme.regions or NATIONAL in scheme.regions:
        return 2
    return 0 if set(scheme.regions) <= set(regions) else 1


def _fits(scheme: Scheme, wish: Wish, today: date) -> bool:
    return (
        _available(scheme, wish.availability, today)
        and (not wish.natures or bool(set(wish.natures) & set(scheme.natures)))
        and _runs_in(scheme, wish.regions)
        and (not wish.funders or any(funder in scheme.funder for funder in wish.funders))
        and _pays(scheme, wish)
        and _takes(scheme, wish.heads)
    )


def _available(scheme: Scheme, wanted: Availability | None, today: date) -> bool:
    available = scheme.availability(today)
    return available is wanted if wanted else available is not Availability.CLOSED


def _runs_in(scheme: Scheme, regions: tuple[str, ...]) -> bool:
    if regions == (NATIONAL,):
        return NATIONAL in scheme.regions
    return not regions or not scheme.regions or NATIONAL in scheme.regions or bool(set(regions) & set(scheme.regions))


def _pays(scheme: Scheme, wish: Wish) -> bool:
    """A scheme without a stated amount fits no wish for one; one without a stated floor of spending fits any."""
    if wish.spending is not None and (scheme.base_min or 0.0) > wish.spending:
        return False
    low, high = scheme.amount_min or 0.0, scheme.amount_max
    if high is None:
        return wish.amount is wish.amount_from is wish.amount_to is None
    return (
        (wish.amount is None or low <= wish.amount <= high)
        and (wish.amount_from is None or high >= wish.amount_from)
        and (wish.amount_to is None or high <= wish.amount_to)
    )


def _takes(scheme: Scheme, heads: tuple[int, int] | None) -> bool:
    if heads is None:
        return True
    fewest, most = heads
    reaches = scheme.headcount_max is None or scheme.headcount_max >= fewest
    return reaches and (scheme.headcount_min is None or scheme.headcount_min <= most)


def topic_score(scheme: Scheme, topics: tuple[tuple[str, ...], ...]) -> int:
    """Of how many groups of topics the scheme's own lists or names hold one."""
    if not topics:
        return 0
    fields = (*scheme.expenses, *scheme.stages, *scheme.sectors, *scheme.natures, *scheme.names)
    held = {stem for text in fields for stem in stems(text)}
    return sum(any((wanted := set(stems(topic))) and wanted <= held for topic in group) for group in topics)

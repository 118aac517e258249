"""Schemes by their fields: lists and counts come from records, never from passages."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from bot.catalogue.folding import flat
from bot.catalogue.models import Availability, Nature, Scheme
from bot.finders.wish import Wish
from bot.search.analysis import stems

NATIONAL = "France"
_ANYBODY = 10**9  # employees
_INVESTING = "investissement"
_BOUGHT = ("machines", "équipement", "matériel", "outillage")  # what is invested in unless more is said
THEMES = ("énergie", "innovation")  # stages that say what a project must be about, not only what it pays
_ANY_INDUSTRY = ("industri", "interindustri", "production")
STAGES = frozenset(
    "étude innovation investissement implantation recrutement formation trésorerie énergie international".split()
) | {"transmission"}
_NO_MONEY = (Nature.ZONING, Nature.SUPPORT, Nature.STUDY, Nature.TRAINING, Nature.EXEMPTION)
_ORDER = (Availability.OPEN, Availability.NOT_YET, Availability.TO_CHECK, Availability.CLOSED)


def find_schemes(schemes: Iterable[Scheme], wish: Wish, today: date) -> tuple[Scheme, ...]:
    """Schemes that one can ask for today or may (to be checked), the best fitting first; closed ones when asked for.

    `traits` and `spoken` are not looked at: fields do not hold them.
    """
    fitting = [scheme for scheme in schemes if _fits(scheme, wish, today)]
    scores = {scheme.id: topic_score(scheme, wish.topics) for scheme in fitting}
    whole = any(scores[scheme.id] == len(wish.topics) and not _is_zone(scheme) for scheme in fitting)
    enough = len(wish.topics) if whole and not wish.any_topic else min(1, len(wish.topics))
    found = [scheme for scheme in fitting if scores[scheme.id] >= enough]
    found.sort(
        key=lambda scheme: (
            -scores[scheme.id],
            *_distance(scheme, wish, today),
            _ORDER.index(scheme.availability(today)),
        )
    )
    return tuple(_in_turn(found, wish) if wish.any_topic else found)


def _distance(scheme: Scheme, wish: Wish, today: date) -> tuple[int, ...]:
    """How far it is from what is sought: another theme, another place, another size, less of what is to be paid for."""
    if not (wish.topics or wish.regions or wish.heads):
        return ()
    if not wish.topics:
        return _farness(scheme, wish.regions), strangeness(scheme, wish), _INVESTING not in scheme.stages
    sought = [topic for group in wish.topics for topic in group]
    return (
        strangeness(scheme, wish),
        _farness(scheme, wish.regions),
        bool(wish.natures) and not scheme.natures,
        -sum(_is_told(scheme, topics) for topics in wish.favoured),
        (scheme.headcount_max or _ANYBODY) if wish.heads else 0,
        -any(_holds([expense], topic) for expense in scheme.expenses for topic in _names(wish)),
        _ORDER.index(scheme.availability(today)),
        sum(not _holds(sought, stage) for stage in scheme.stages),
    )


def _in_turn(schemes: Sequence[Scheme], wish: Wish) -> Iterator[Scheme]:
    """Those of several needs first, then one of each need after the other, so that none hides below another."""
    each = [[scheme for scheme in schemes if topics_held(scheme, wish.topics) == (topics,)] for topics in wish.topics]
    several = [scheme for scheme in schemes if not any(scheme in group for group in each)]
    yield from several
    yield from (scheme for turn in zip_longest(*each) for scheme in turn if scheme)


def _names(wish: Wish) -> Iterator[str]:
    """What each thing to be paid for is called first, as an expense or a stage."""
    for group in wish.topics:
        yield from group[:1] if group[0] in STAGES else group[:2]


def strangeness(scheme: Scheme, wish: Wish) -> int:
    """How many things that nobody spoke of it asks for: a theme, a trade, other expenses, a help that pays nothing."""
    sought = [topic for group in (*wish.topics, *wish.favoured) for topic in group]
    if wish.topics and not STAGES.intersection(sought):
        return 0
    themes = sum(theme in scheme.stages and not _holds(sought, theme) for theme in THEMES)
    trades = bool(scheme.sectors) and not any(
        _holds(sought, sector) or flat(sector).startswith(_ANY_INDUSTRY) for sector in scheme.sectors
    )
    own = [expense for expense in scheme.expenses if expense not in scheme.stages]
    bought = (*sought, *_BOUGHT) if _INVESTING in sought else sought
    others = bool(wish.topics and own) and not any(_holds(bought, expense) for expense in scheme.expenses)
    helps = [nature for nature in scheme.natures if nature not in _NO_MONEY or nature.value in sought]
    return themes + trades + others + (bool(scheme.natures) and not helps)


def _is_told(scheme: Scheme, topics: Iterable[str]) -> bool:
    """Whether one of its lists names one of the topics and nothing narrower."""
    values = (*scheme.expenses, *scheme.sectors, *scheme.stages)
    return any(_holds([value], topic) for value in values for topic in topics)


def _holds(sought: Iterable[str], value: str) -> bool:
    return any(set(stems(topic)) <= set(stems(value)) for topic in sought)


def _is_zone(scheme: Scheme) -> bool:
    return Nature.ZONING in scheme.natures


def _farness(scheme: Scheme, regions: tuple[str, ...]) -> int:
    """0 for a scheme of these very regions, 1 for one of others too, 2 for a national one, which is first when no place
    is told."""
    if not regions:
        return NATIONAL not in scheme.regions
    if not scheme.regions or NATIONAL in scheme.regions:
        return 2
    return 0 if set(scheme.regions) <= set(regions) else 1


def _fits(scheme: Scheme, wish: Wish, today: date) -> bool:
    return (
        _available(scheme, wish.availability, today)
        and (
            not wish.natures
            or bool(set(wish.natures) & set(scheme.natures))
            or (bool(wish.topics) and not scheme.natures)
        )
        and _runs_in(scheme, wish.regions)
        and covers(scheme, wish.departments)
        and (not wish.funders or any(funder in scheme.funder for funder in wish.funders))
        and _pays(scheme, wish)
        and _takes(scheme, wish.heads)
        and is_old_enough(scheme, wish)
    )


def _available(scheme: Scheme, wanted: Availability | None, today: date) -> bool:
    available = scheme.availability(today)
    return available is wanted if wanted else available is not Availability.CLOSED


def _runs_in(scheme: Scheme, regions: tuple[str, ...]) -> bool:
    if regions == (NATIONAL,):
        return NATIONAL in scheme.regions
    return not regions or not scheme.regions or NATIONAL in scheme.regions or bool(set(regions) & set(scheme.regions))


def covers(scheme: Scheme, departments: Collection[str]) -> bool:
    """Whether a scheme holds in one of these departments of its region, as far as its file tells."""
    return not departments or not scheme.departments or not set(departments).isdisjoint(scheme.departments)


def is_old_enough(scheme: Scheme, wish: Wish) -> bool:
    """Whether a company of that age may have it; one that is yet to be created has none."""
    age = 0 if wish.unfounded else wish.age
    return age is None or (scheme.age_min or 0) <= age


def _pays(scheme: Scheme, wish: Wish) -> bool:
    """A scheme without a stated amount fits no wish for one; one without a stated floor of spending fits any."""
    if wish.spending is not None and max(scheme.base_min or 0.0, scheme.amount_min or 0.0) > wish.spending:
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
    return len(topics_held(scheme, topics))


def topics_held(scheme: Scheme, topics: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The groups of topics of which the scheme's own lists or names hold one."""
    if not topics:
        return ()
    fields = (*scheme.expenses, *scheme.stages, *scheme.sectors, *scheme.natures, *scheme.names)
    held = {stem for text in fields for stem in stems(text)}
    return tuple(group for group in topics if any((wanted := set(stems(topic))) and wanted <= held for topic in group))

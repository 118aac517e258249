"""Schemes by their fields: lists and counts come from records, never from passages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.catalogue.models import Availability, Nature, Scheme
from bot.search.analysis import stems

NATIONAL = "France"
_ORDER = (Availability.OPEN, Availability.NOT_YET, Availability.TO_CHECK)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is looked for; empty means any. `topics` are words for what is to be paid for or done."""

    regions: tuple[str, ...] = ()
    natures: tuple[Nature, ...] = ()
    topics: tuple[str, ...] = ()
    funder: str = ""


def find_schemes(schemes: Iterable[Scheme], wish: Wish, today: date) -> tuple[Scheme, ...]:
    """Schemes that one can ask for today or may (to be checked), the best fitting first; no closed ones."""
    found = [
        scheme
        for scheme in schemes
        if scheme.availability(today) is not Availability.CLOSED
        and (not wish.natures or set(wish.natures) & set(scheme.natures))
        and _runs_in(scheme, wish.regions)
        and (not wish.topics or _topic_score(scheme, wish.topics))
    ]
    return tuple(
        sorted(
            found,
            key=lambda scheme: (
                -_topic_score(scheme, wish.topics),
                _ORDER.index(scheme.availability(today)),
                NATIONAL in scheme.regions if wish.regions else False,
            ),
        )
    )


def _runs_in(scheme: Scheme, regions: tuple[str, ...]) -> bool:
    return not regions or not scheme.regions or NATIONAL in scheme.regions or bool(set(regions) & set(scheme.regions))


def _topic_score(scheme: Scheme, topics: tuple[str, ...]) -> int:
    """How many topics the scheme's own lists or names hold."""
    fields = (*scheme.expenses, *scheme.stages, *scheme.sectors, *scheme.natures, *scheme.names)
    held = {stem for text in fields for stem in stems(text)}
    return sum(bool(wanted := set(stems(topic))) and wanted <= held for topic in topics)

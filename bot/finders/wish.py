"""What is looked for in a list of schemes or of partners: plain values, so that a talk can keep them between turns."""

from dataclasses import dataclass
from enum import StrEnum

from bot.catalogue.models import Availability, Nature


class Trait(StrEnum):
    """What only the prose of a scheme says of it."""

    NO_GUARANTEE = "no_guarantee"
    NO_INTEREST = "no_interest"
    FREE = "free"
    SECOND_HAND = "second_hand"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Schemes looked for; empty means any. Amounts in €, `heads` the least and most persons a company may have.

    `departments` are codes. `topics` are groups of words for what is to be paid for or done; a scheme holds one of
    each group, or of one group when `any_topic`. `favoured` are such groups that only put a scheme before the others.
    `spoken` are words that the scheme's own file must speak of. `age` is that of the company in years; `unfounded`:
    there is none yet.
    """

    regions: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    natures: tuple[Nature, ...] = ()
    topics: tuple[tuple[str, ...], ...] = ()
    any_topic: bool = False
    favoured: tuple[tuple[str, ...], ...] = ()
    funders: tuple[str, ...] = ()
    availability: Availability | None = None
    amount: float | None = None  # wanted from one scheme
    amount_from: float | None = None  # the most that a scheme gives is at least this
    amount_to: float | None = None  # … is at most this
    spending: float | None = None  # size of the project
    heads: tuple[int, int] | None = None
    age: float | None = None
    unfounded: bool = False
    traits: tuple[Trait, ...] = ()
    spoken: tuple[str, ...] = ()
    everything: bool = False  # all schemes are asked for


@dataclass(frozen=True, kw_only=True)
class PartnerWish:
    """Partners looked for; empty means any. `departments` are codes; `regions` those around them too; `without` are ids
    of those that were shown and are not wanted."""

    operations: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    certifications: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

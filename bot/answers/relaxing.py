"""A wish that no scheme meets, without the part of it that may be given up."""

from collections.abc import Iterator
from dataclasses import replace

from bot.finders.wish import Wish


def relaxed(wish: Wish) -> Iterator[Wish]:
    """The nearest wishes, the nearest first; something of what is sought always remains."""
    about = bool(wish.topics or wish.spoken)
    if wish.traits:
        yield replace(wish, traits=())
    if wish.amount is not None or wish.amount_from is not None or wish.amount_to is not None:
        yield replace(wish, amount=None, amount_from=None, amount_to=None)
    if wish.natures and about:
        yield replace(wish, natures=())
    if wish.funders and about:
        yield replace(wish, natures=(), funders=())
    if wish.heads and (about or wish.natures):
        yield replace(wish, heads=None)
    if about and (wish.natures or wish.heads or wish.spending is not None):
        asking = Wish(regions=wish.regions, departments=wish.departments, age=wish.age, unfounded=wish.unfounded)
        yield replace(asking, topics=wish.topics, any_topic=wish.any_topic, spoken=wish.spoken)

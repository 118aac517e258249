"""A long list of schemes told at a glance: how many of each nature, and the one detail that would shorten it."""

from collections import Counter
from collections.abc import Sequence

from bot.answers.types import Language
from bot.answers.wording import say
from bot.catalogue.formats import listed, number
from bot.catalogue.models import Nature, Scheme
from bot.finders.wish import Wish

LONG = 10  # schemes from which a list is surveyed
_NATURES, _OFFERED = 4, 2  # the most common natures: told, and offered as lists of their own
_ASKED_FOR = frozenset({Nature.GRANT, Nature.LOAN, Nature.REPAYABLE_ADVANCE, Nature.GUARANTEE, Nature.TAX_CREDIT})


def survey(found: Sequence[Scheme], wish: Wish, language: Language) -> str:
    """« On y trouve 15 subventions, 10 prêts… Dites-moi votre région et je raccourcis la liste. »"""
    counts = () if wish.natures or len(found) <= LONG else _common(found)[:_NATURES]
    told = [f"{number(count, language.value)} {_plural(nature, language)}" for nature, count in counts]
    detail = _missing(found, wish)
    sentences = [say("by_nature", language, counts=listed(told, say("and", language)))] if told else []
    return " ".join((*sentences, say(detail, language)) if detail else sentences)


def _missing(found: Sequence[Scheme], wish: Wish) -> str:
    """The one detail that would shorten a list most."""
    if not wish.regions and len({region for scheme in found for region in scheme.regions}) > 1:
        return "tell_region"
    if len(found) <= LONG:
        return ""
    return "tell_purpose" if not (wish.topics or wish.spoken) else "tell_heads" if wish.heads is None else ""


def shorter(found: Sequence[Scheme], wish: Wish, place: str, language: Language) -> tuple[str, ...]:
    """Questions for the most common natures alone, when nothing but a place narrows a long list."""
    if len(found) <= LONG or wish != Wish(regions=wish.regions, departments=wish.departments):
        return ()
    offered = [nature for nature, _ in _common(found) if nature in _ASKED_FOR][:_OFFERED]
    return tuple(say("only_of_nature", language, natures=_plural(nature, language), place=place) for nature in offered)


def _common(found: Sequence[Scheme]) -> list[tuple[Nature, int]]:
    counted = Counter(nature for scheme in found for nature in scheme.natures)
    return [(nature, count) for nature, count in counted.most_common() if count > 1]


def _plural(nature: Nature, language: Language) -> str:
    return say(f"natures_{nature.name.lower()}", language)

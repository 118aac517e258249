"""Schemes that their own file keeps for companies that are new, young or come from abroad: not first for the others."""

import re
from collections.abc import Iterable

from bot.answers.sentences import sentences_of
from bot.catalogue.folding import flat
from bot.catalogue.models import Passage, PassageKind
from bot.finders.wish import Wish

_VERBS = "est|sont|concerne|aide|soutien|destine|finance|accompagne|allege"
_FOR = (
    rf"\b(?:s adresse\w*|reserve\w*|(?:{_VERBS})\w* (?:aux?|a|pour|des|les|une?)"
    r"|is (?:only )?(?:for|reserved))\b"
)
_FIRMS = "(?:entreprises?|societes?|structures?)"
_NEW = (
    rf"(?:{_FIRMS} (?:toutes? )?(?:nouvelles?|neuves?|naissantes?|en (?:cours de )?creation|etrangeres?)"
    rf"|nouvelles? {_FIRMS}|jeunes? (?:{_FIRMS}|pme|tpe)|createurs? d entreprises?|start ?ups?"
    rf"|{_FIRMS} (?:creees? )?(?:depuis|il y a|de) moins de \w+ (?:ans|mois)"
    r"|(?:new|young|foreign) (?:companies|businesses|firms))\b"
)
_OTHERS = re.compile(
    r"(?<!jeune )(?<!jeunes )\b(?:tpe|pme|eti|grandes? entreprises?|toutes? (?:les )?entreprises?|smes?|mid sized"
    r"|any company|existant\w*)\b"
)
_ONLY_NEW = re.compile(rf"{_FOR}(?: \w+){{0,3}}? {_NEW}")
_YEARS, _HEADS = 5, 10  # age, or people where no age is told, from which a company is no longer new
_SETTLING = "implantation"


def is_settled(wish: Wish) -> bool:
    """Whether a company speaks that exists, and does not ask for a new site."""
    aged = wish.age is not None and wish.age >= _YEARS
    exists = aged or (wish.age is None and wish.heads is not None and wish.heads[0] >= _HEADS)
    return exists and not wish.unfounded and not any(_SETTLING in group for group in wish.topics)


def kept_for_newcomers(passages: Iterable[Passage], *, english: bool = False) -> str:
    """The sentence of a file that keeps the scheme for new, young or foreign companies; empty when none does."""
    texts = (passage.text for passage in passages if passage.kind is PassageKind.TEXT and passage.is_english is english)
    said = (sentence for text in texts for sentence in sentences_of(text))
    return next((one for one in said if _ONLY_NEW.search(flat(one)) and not _OTHERS.search(flat(one))), "")

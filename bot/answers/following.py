"""Messages that lean on the talk: « et le taux ? », « le deuxième », « les suivants », « et en Normandie ? », « lui ? »."""

import re
from dataclasses import fields, replace
from typing import TypeVar

from bot.catalogue.folding import flat
from bot.catalogue.places import (
    Region,
    find_departments,
    find_region,
    place_words_in,
    region_of,
    region_resembling,
    regions_in,
)
from bot.finders.wish import PartnerWish, Wish

_ORDINALS = (
    r"premiere?s?|1er|1ere|first|1st",
    r"deuxiemes?|seconde?s?|2e|2eme|second|2nd",
    r"troisiemes?|3e|3eme|third|3rd",
    r"quatriemes?|4e|4eme|fourth|4th",
    r"cinquiemes?|5e|5eme|fifth|5th",
)
_LAST = r"dernier(?:e)?|last"
_NUMBERED = re.compile(
    r"(?:^|\b(?:le|la|numero|no|n|number|the|option)) ?(?P<number>[1-9]|10)\b(?! (?:salarie|million|an|mois|jour|euro|k\b|m\b|pour cent))"
)
_LEADS = re.compile(
    r"^(?:et|and|ok|d accord|alors|sinon|mais|ou|plutot|pareil|idem|meme chose|meme question|same|what about|how about|(?:and )?only|just"
    r"|seulement|uniquement)(?: (?:et|alors|sinon|si|aussi|pour|plutot|seulement|la meme(?: chose)?|what about|for|in))*\b"
)
_WITHIN = re.compile(
    r"\bla dedans\b|\b(?:dans|de|parmi) (?:la|cette|ta|votre|ces?|celles?|ceux)(?: (?:ci|la))?(?: (?:liste|aides?|dispositifs?))?$|\bparmi\b"
    r"|^(?:et |ok |mais |sinon )*(?:lesquel(?:le)?s?|laquelle|lequel|which ones?|which of (?:them|these))\b"
    r"|\b(?:qu est ce|c est quoi|quoi|ce) qu?i (?:est|reste|sont) (?:encore )?(?:ouvert|dispo)|^(?:et )?(?:toutes|tous) (?:les|tes|vos) (?:aides|dispositifs|financements)"
    r"|\by (?:a|en a) (?:t il )?(?:rien d |quelque chose d )?autres?(?: chose)?\b|\bwhat(?: s| is) (?:still )?open\b"
)
_PRONOUN = re.compile(
    r"(?:et |and |what about |how about )?(?:lui|elle|eux|elles|celui (?:ci|la)|celle (?:ci|la)|ceux (?:ci|la)|cela|ca|it|him|her|them|this one|that one|this|that)"
)
FILLERS = frozenset(
    "a au aux en dans le la les l du de des d chez from in near around pres autour je j suis on est sommes nous notre mon ma"
    " region departement ville commune code postal cest c moi ici habite base basee bases situe situee usine entreprise the"
    " my our is i am m we re are based et and".split()
)
_Wished = TypeVar("_Wished", Wish, PartnerWish)
_LONGEST_PLACE = 8  # words
_TYPED = 3  # words of a place that may be misspelt


def ordinal_in(message: str, count: int) -> int | None:
    """Place (from 0) in a list of `count` that a message points at, or None."""
    said = flat(message)
    for place, pattern in enumerate(_ORDINALS):
        if place < count and re.search(rf"\b(?:le|la|les|the|du|au|celui|number|numero)? ?(?:{pattern})\b", said):
            return place
    if count and re.search(rf"\b(?:le|la|the|du) (?:{_LAST})\b", said):
        return count - 1
    match = _NUMBERED.search(said)
    return int(match["number"]) - 1 if match and int(match["number"]) <= count else None


def place_in_list(message: str, count: int, shown: int, page: int) -> int | None:
    """The same in a list of which `shown` were shown, `page` at a time: of those on the screen first."""
    first = max(0, (shown - 1) // page * page)
    place = ordinal_in(message, shown - first)
    return first + place if place is not None else ordinal_in(message, count)


def without_ordinal(message: str) -> str:
    """What is asked of the thing that an ordinal points at; empty when nothing else is said."""
    every = "|".join((*_ORDINALS, _LAST))
    rest = re.sub(
        rf"\b(?:(?:le|la|les|the|du|de la|of the|au|celui|numero|number|option) )?(?:{every})\b(?: one)?(?: (?:de|dans|of|in) (?:la|ta|votre|the|your) (?:liste|list))?",
        " ",
        flat(message),
    )
    return re.sub(r"\s+", " ", _NUMBERED.sub(" ", rest)).strip()


def leads_on(message: str) -> bool:
    """Whether a message begins by going on from the last one."""
    return bool(_LEADS.match(flat(message)))


def points_within(message: str) -> bool:
    """« laquelle est une vraie subvention là-dedans ? », « qu'est-ce qui est ouvert ? »: a part of the list just given."""
    return bool(_WITHIN.search(flat(message)))


def is_addition(message: str) -> bool:
    """« pour une PME ? », « en Normandie ? »: a few words that only complete what was asked."""
    return is_short(message) and bool(
        re.match(r"(?:pour|en|dans|a|avec|sans|chez|for|in|with|without|near)\b", flat(message))
    )


def without_lead(message: str) -> str:
    """What follows « et », « what about »…, in the person's own letters."""
    lead = re.match(
        r"\s*(?:(?:et|and|ok|alors|sinon|mais|d'accord|what about|how about)\b[\s,]*)+", message, re.IGNORECASE
    )
    return message[lead.end() :] if lead else message


def is_pronoun(message: str) -> bool:
    """« et lui ? », « this one? »: nothing but the thing talked about."""
    return bool(_PRONOUN.fullmatch(flat(message)))


def place_told(message: str) -> Region | None:
    """The region of a message that is a place, rightly spelt, and words that lead to it: « je suis dans le Doubs »."""
    kept = [word for word in flat(message).split() if word not in FILLERS]
    bare = " ".join(kept)
    places = place_words_in(message) | place_words_in(bare.title())
    if not kept or len(flat(message).split()) > _LONGEST_PLACE or not set(kept) <= places:
        return None
    return next(iter((*regions_in(message), *regions_in(bare.title()))), None)


def region_told(message: str) -> Region | None:
    """The region of a message that tells a place and nothing else, as an answer to « où êtes-vous ? »."""
    if region := place_told(message):
        return region
    words = flat(message).split()
    if not words or len(words) > _LONGEST_PLACE:
        return None
    kept = [word for word in words if word not in FILLERS]
    bare = " ".join(kept)
    if kept and (region := find_region(bare) or region_resembling(bare)):
        return region
    departments = find_departments(bare) if kept and len(kept) <= _TYPED else ()
    return region_of(departments[0].region_code) if len(departments) == 1 else None


def is_elsewhere(message: str) -> bool:
    """« autre région »: none of the choices."""
    return bool(
        re.fullmatch(
            r"(?:une )?autres?(?: region)?|ailleurs|(?:an)?other(?: region)?|elsewhere|aucune|none", flat(message)
        )
    )


def merged(former: _Wished, wished: _Wished) -> _Wished:
    """The wish of before with all that is newly said in its place."""
    said = {field.name: getattr(wished, field.name) for field in fields(wished)}
    changes = {name: value for name, value in said.items() if value not in ((), None, False)}
    places = {"regions", "departments", "towns"} & said.keys()
    if places & changes.keys():
        changes = dict.fromkeys(places, ()) | changes
    return replace(former, **changes)


def narrows(wish: Wish | PartnerWish) -> bool:
    """Whether a wish holds any filter."""
    return any(
        getattr(wish, field.name) not in ((), None, False) for field in fields(wish) if field.name != "any_topic"
    )


def is_short(message: str, most: int = 6) -> bool:
    """Few enough words to be an addition to what was asked."""
    return len(flat(message).split()) <= most

"""What a person tells of their own company in a talk: where it is or is to be, how many they are, how old it is."""

import re
from dataclasses import dataclass, replace

from bot.answers.ages import age_in, age_words, is_unfounded
from bot.answers.following import FILLERS, place_told
from bot.answers.quantities import heads_in, quantity_words
from bot.answers.towns import communes_told_in, departments_told_in, places_said_in, regions_around
from bot.catalogue.folding import flat
from bot.catalogue.places import towns_in

_SPEAKER = re.compile(r"\b(?:on|nous|je|j|me|m|mon|ma|mes|notre|nos|moi|ici|we|i|us|me|our|my)\b")
_BEING = re.compile(
    r"\b(?:je suis|j habite|on est|nous sommes|on a (?:une?|l|notre) \w+|i am|i m|we are|we re|based|located"
    r"|(?:mon|ma|mes|notre|nos|my|our) \w+|basee?s?|situee?s?|installee?s?|implantee?s?|siege|chez (?:moi|nous))\b"
)
"""Being somewhere, rather than only speaking of it."""
_COMPANY = re.compile(
    r"\b(?:daf|pme|tpe|eti|boite|entreprise|societe|usine|atelier|site|start ?up|salarie[es]*|personnes|pers|employees)\b"
)
_NOT_OURS = re.compile(
    r"\b(?:cherch\w*|trouv\w*|qui|fournisseu\w*|sous traitan\w*|prestatair\w*|fabricants?|partenaires?|clients?|concurrents?|vend\w*"
    r"|livr\w*|export\w*|salons?|conseill\w*|contact\w*|accelerateurs?|ccis?|regions?|aides? d\w*|poles?|clusters?|banques?|lycees?|ecoles?"
    r"|look\w*|find\w*|suppliers?|makers?|partners?|customers?|competitors?|sell\w*|accelerator|chambers?|advisers?|difference|meme)\b"
)
"""What is looked for, sold to or compared with somewhere: that place is not the company's."""
_OTHER = re.compile(
    r"\b(?:une?|des|les|l|d une|an?|the) (?:\w+ ){0,2}(?:entreprise|boite|societe|pme|tpe|eti|usine|company|firm|sme|business)s?\b"
)
"""A company in general: how many it has is said of nobody in particular."""
_OTHERS_HEADS = re.compile(
    r"[^\d]*\b(?:cibles?|cedants?|rach\w+|repren\w+|reprise|acquer\w+|acqui[st]\w*|takeover|tak\w+ over|buy\w*"
    r"|(?:mon|notre|nos|mes|un|une|le|la|les|des|chez|our|my|a|the) (?:\w+ )?(?:clients?|fournisseurs?|concurrents?|sous traitants?|partenaires?|customers?|suppliers?|competitors?|target)"
    r"|ser(?:ons|ai|a|ez|ont)|passer\w*|attei\w+|monter\w*|objectif|prev\w+|(?:will|ll) (?:be|have|employ|reach|grow)|reach|grow\w* to|plan\w* to)\b"
    r"|.*\b(?:groupes?|group|holding|maison mere|societe mere|parent company|que (?:\w+ ){1,3}(?:racheter|reprendre|acquerir)"
    r"|d ici|a terme|plus tard|dans (?:\w+ ){1,2}(?:ans?|mois)|futur\w*|by 20\d\d|in (?:\w+ ){1,2}(?:years?|months?)|future)\b"
)
"""Of a group, of whoever supplies, buys or is taken over, or yet to come: that head count is not the company's."""
_OURSELVES = re.compile(
    r"\b(?:nous sommes|on est|je suis|we are|we re|notre|i am) (?:un|a|the|le) (?:\w+ )?group(?:e)?\b"
)
_NEAR_US = re.compile(
    r"\b(?:chez|autour de|pres de|a cote de|vers|loin de) (?:moi|nous|chez (?:moi|nous)|notre \w+|mon \w+|ma \w+)\b"
    r"|\b(?:dans|de) (?:le|mon|notre) (?:coin|secteur|departement|bassin)\b|\bdu coin\b|\bdans les (?:parages|environs|alentours)\b"
    r"|\ba proximite\b|\b(?:pas|non) (?:trop )?loin\b|\ba cote\b|\bproches?\b|\b(?:locale?s?|locaux)\b"
    r"|\b(?:near|close to|around) (?:me|us|here|our|my)\b|\bnearby\b|\blocal(?:ly)?\b"
)
_TALK = frozenset(
    "bonjour bonsoir salut hello hi bjr slt coucou merci un une petite petit pme tpe eti boite entreprise societe usine atelier"
    " start up company firm small sme salaries salarie pers personnes employes people employees effectif avec y a ya with has have"
    " ans annees existe years old voila donc alors of ok oui non".split()
)
"""Words around what somebody tells of their company, which ask for nothing."""
_CLAUSE = re.compile(r"[,;:.!?\n()]+|\s(?:et|mais|car|and|but)\s")
_COUNTED = re.compile(
    r"[;:!?\n()]+|[,.](?!\d)|\s(?:et|mais|car|and|but|qui|dont|appartenant|belonging|owned|which)\s"
    r"|\s(?=d['’]un\s|(?:of|in|within|part of) an?\s|pour (?:en|passer|atteindre)\s)",
    re.IGNORECASE,
)
"""Parts a message: « une PME de 90 salariés | d'un groupe de 310 »."""


@dataclass(frozen=True, kw_only=True)
class Company:
    """What is known of who speaks; empty means untold. `region` is a name, `departments` are codes, `towns` folded."""

    region: str = ""
    departments: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    heads: tuple[int, int] | None = None
    age: float | None = None  # years
    unfounded: bool = False  # there is no company yet


UNKNOWN = Company()


def company_told(message: str, known: Company) -> Company:
    """What is known once a message is read; only who says where they are changes a place that was told before."""
    placed = _placed(message, sure=bool(known.region))
    heads = _heads(message)
    age = age_in(message) if _SPEAKER.search(flat(message)) else None
    return replace(
        placed or known,
        heads=heads or known.heads,
        age=known.age if age is None else age,
        unfounded=is_unfounded(message) or (known.unfounded and not heads and age is None),
    )


def only_tells(message: str) -> bool:
    """Whether a message tells where a company is or how many it has, and asks for nothing: « 12 salariés à Dole »."""
    told = company_told(message, UNKNOWN)
    if "?" in message or not (told.region or told.heads):
        return False
    beside = places_said_in(message) | quantity_words(message) | age_words(message) | _TALK | FILLERS
    return all(word in beside or word.isdigit() for word in flat(message).split())


def seeks_nearby(message: str) -> bool:
    """Whether what is looked for is to be near the company."""
    return bool(_NEAR_US.search(flat(message)))


def at_region(company: Company, region: str) -> Company:
    """The same company in a region of another name: the narrower places of before no longer hold."""
    return company if company.region == region else replace(company, region=region, departments=(), towns=())


def _placed(message: str, *, sure: bool) -> Company | None:
    """The one place that somebody tells of themselves or of their project."""
    if place := place_told(message):
        return _at(message, place.name)
    said = flat(message)
    if not (_BEING.search(said) if sure else _SPEAKER.search(said) or _COMPANY.search(said)):
        return None
    clauses = [clause for clause in _CLAUSE.split(message) if regions_around(clause)]
    own = [clause for clause in clauses if _is_own(flat(clause), sure=sure)]
    regions = {region.name for clause in own for region in regions_around(clause)}
    return _at(" , ".join(own), *regions) if len(regions) == 1 else None


def _is_own(clause: str, *, sure: bool) -> bool:
    if _BEING.search(clause):
        return True
    return not sure and not _NOT_OURS.search(clause)


def _at(text: str, region: str) -> Company:
    return Company(
        region=region,
        departments=departments_told_in(text),
        towns=tuple(dict.fromkeys((*towns_in(text), *(flat(commune.name) for commune in communes_told_in(text))))),
    )


def _heads(message: str) -> tuple[int, int] | None:
    """A number of people that is told of the company itself, not « une PME de 40 salariés », « un groupe de 310 »."""
    said = flat(message)
    if _OTHER.search(said) and not _SPEAKER.search(said):
        return None
    counts = (heads_in(part) for part in _COUNTED.split(message) if _are_ours(flat(part)))
    return next((heads for heads in counts if heads is not None and heads[0] == heads[1]), None)


def _are_ours(part: str) -> bool:
    return bool(_OURSELVES.search(part)) or not _OTHERS_HEADS.match(part)

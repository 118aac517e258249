"""How long the company of the person has existed, in their own words; or that there is none yet."""

import re

from bot.answers.figures import NUMBER_WORDS
from bot.catalogue.folding import flat

_VALUES = {**NUMBER_WORDS, "un": 1, "une": 1, "one": 1, "six": 6}
_LENGTH = rf"(?P<number>\d{{1,3}}|{'|'.join(_VALUES)}) (?P<unit>ans?|mois|years?|months?)\b"
_CREATED = re.compile(
    rf"\b(?:cree{{1,2}}s?|creation|lancee?s?|existe|founded|started|created|set up)\b (?:\w+ ){{0,3}}?{_LENGTH}"
)
_AGED = re.compile(
    r"\b(?:a|ont?|avons|ai|has|is|have|de|fait) (?:que |moins de |a peine |only |just )?"
    rf"{_LENGTH}(?: d (?:existence|activite|age|anciennete)| old)?(?! (?:de|d|a|of|pour|to|plus|max\w*)\b)"
)
_FIRM = re.compile(
    r"\b(?:boite|entreprise|societe|start ?up|sarl|sas|structure|company|firm|business|pme|tpe)s?\b|\b(?:on|nous|j ai|ai) \w* ?cree"
)
_NONE_YET = re.compile(
    r"\b(?:pas|jamais) (?:encore )?(?:de |d |cree (?:de |la |ma |l )?|une? |ma |d une )?(?:societe|entreprise|boite|structure|sarl|sas|statut|siren|siret)\b"
    r"|\b(?:societe|entreprise|boite)\b (?:\w+ ){0,2}pas (?:encore )?(?:cree|immatricule)\w*|\bsans (?:societe|entreprise|boite|structure)\b"
    r"|\b(?:je suis|en tant que) (?:une? )?(?:simple )?(?:particulier|inventeur|inventrice|porteu(?:r|se) de projet|etudiante?|salariee?|au chomage)\b"
    r"|\b(?:no|not have a|without a|don t have a) company\b|\bcompany (?:is not|isn t|does not|doesn t) (?:yet )?(?:exist|created|set up)"
)


def age_in(message: str) -> float | None:
    """Years since the company was created: « créée il y a 8 mois »; None when it is not told."""
    said = flat(message)
    match = (_CREATED.search(said) or _AGED.search(said)) if _FIRM.search(said) else None
    if match is None:
        return None
    value = float(_VALUES.get(match["number"]) or match["number"])
    return value / 12 if match["unit"].startswith("mo") else value


def is_unfounded(message: str) -> bool:
    """Whether the person tells that there is no company yet."""
    return bool(_NONE_YET.search(flat(message)))


def age_words(message: str) -> frozenset[str]:
    """The words by which an age, or that there is no company yet, is told."""
    said = flat(message)
    spans = [match[0] for one in (_CREATED, _AGED, _NONE_YET) for match in one.finditer(said)]
    return frozenset(" ".join(spans).split()) if age_in(message) is not None or is_unfounded(message) else frozenset()

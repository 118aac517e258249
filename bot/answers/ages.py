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
_STRUCTURE = r"(?:societe|entreprise|boite|structure|filiale|sarl|sas|sasu|start ?up|statut|siren|siret|company|subsidiary|business|firm)"
_NONE_YET = re.compile(
    rf"\b(?:pas|jamais) (?:encore )?(?:de |d |cree (?:de |la |ma |notre |l )?|monte (?:de |la |ma |notre |l )?|une? |ma |d une )?{_STRUCTURE}\b"
    rf"|\b{_STRUCTURE}\b (?:\w+ ){{0,2}}pas (?:encore )?(?:cree|montee?|immatricule|exist)\w*|\bsans {_STRUCTURE}\b"
    rf"|\b{_STRUCTURE} (?:\w+ ){{0,2}}(?:existe|est) pas encore\b|\bpas encore (?:immatricule|cree|lance|monte)\w*"
    rf"|\b(?:cree[rz]?|creons|creons|cree|creation|monter|monte|montons|lancer|lance|lancons|fonder|immatriculer) (?:de )?(?:une?|la|ma|notre|l|d une|sa)"
    rf" (?:\w+ )?{_STRUCTURE}\b(?! (?:il y a|en (?:19|20)\d\d|depuis|voila))"
    rf"|\b{_STRUCTURE} (?:\w+ ){{0,2}}en (?:cours de )?(?:creation|formation|constitution)\b|\b(?:tout|toute) (?:nouvelle|jeune) {_STRUCTURE}\b"
    r"|\b(?:je suis|en tant que) (?:une? )?(?:simple )?(?:particulier|inventeur|inventrice|porteu(?:r|se) de projet|etudiante?|salariee?|au chomage)\b"
    rf"|\b(?:no|not have an?|without an?|don t have an?) {_STRUCTURE}\b"
    rf"|\b{_STRUCTURE} (?:is not|isn t|does not|doesn t|not|has not been|hasn t been) (?:yet )?(?:exist|creat|set up|incorporat|found|register)\w*"
    rf"|\b(?:set(?:ting)? up|start(?:ing)?|creat(?:e|ing)|incorporat(?:e|ing)|found(?:ing)?|register(?:ing)?) (?:an?|our|my|the) (?:\w+ ){{0,2}}?{_STRUCTURE}\b"
    rf"|\bbrand new {_STRUCTURE}\b|\bnot (?:yet )?(?:incorporated|registered|set up)\b"
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

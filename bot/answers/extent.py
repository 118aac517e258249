"""How far a record reaches: a whole department taken for a zone, something taken to pay or to be covered.

What is so claimed is put beside the sentences that say how far it does; they may not deny it word for word.
"""

import re
from collections.abc import Sequence

from bot.catalogue.communes import communes_named
from bot.catalogue.folding import flat, fold
from bot.catalogue.models import AnyRecord, Nature, Scheme
from bot.catalogue.places import departments_in, regions_in, towns_in

_MOST = 2  # sentences on how far it reaches
_WHOLE = re.compile(
    r"\b(?:tou(?:t|te|s|tes)|entier\w*|entierement|totalement|integralement|en totalite|whole|entire|entirely|all|completely|fully|tt)\b"
)
_ZONED = re.compile(r"\b(?:class\w+|zon(?:e|es|ee|ees|ing|age)|carte|map)\b")
_PARTS = re.compile(
    r"\bcertaine?s? (?:parties|communes|zones)\b|\bseule?s?(?:ment)?\b.{0,30}\b(?:parties?|communes?)\b|\bdans \d+ communes\b"
    r"|\bonly (?:certain )?parts?\b|\bin \d+ towns\b"
)
_BY_TOWN = re.compile(
    r"\b(?:verifi\w*|consult\w*|demande\w*|liste|carte)\b.{0,40}\bcommunes?\b|\bcommunes?\b.{0,60}\b(?:verifi\w*|consult\w*|demande\w*)"
    r"|\btowns?\b.{0,60}\b(?:check|ask)\w*|\b(?:check\w*|list|ask)\b.{0,40}\btowns?\b"
)
_PAYING = re.compile(
    r"\b(?:vers|donn|pa[iy]e|prete|accord|attribu|octroi|touch|rapport|recoi|pays?\b|gives?\b|lends?\b|brings?\b)\w*"
)
_MONEY = re.compile(
    r"\d ?(?:€|%|k\b|euros?)|\d{4,}|€ ?\d|\b(?:subventions?|aides?|primes?|argent|cash|money|grants?|cheques?|sous)\b"
)
_PAYS_NOTHING = re.compile(
    r"\bne (?:\w+ )?(?:verse|donne|paie|paye|prete|accorde)\w* (?:rien|pas d'argent|aucun\w*)|\bpas une aide en soi\b"
    r"|\bne parlent? pas d'une aide en argent\b|\bnot an aid in itself\b|\b(?:pays|gives) (?:no (?:money|grant)|nothing)\b"
    r"|\bdoes not (?:pay|give)\b|\bno money paid\b"
)
_COVERING = re.compile(
    r"\b(?:couvr\w+|financ\w+\b(?! par\b)|concern\w+|s'adress\w+|ouverte? a|accept\w+|pren\w+ en charge|marche pour|vaut pour"
    r"|covers?|funds?|pays for|appl(?:y|ies) to|open to|is for)\b"
)


def claims_whole_place(text: str) -> bool:
    """Whether a whole department or region is said to be a zone."""
    said = fold(text)
    return bool(_WHOLE.search(said) and _ZONED.search(said) and (regions_in(text) or departments_in(text)))


def claims_to_cover(clause: str) -> bool:
    """Whether something is said to be covered, financed or accepted."""
    return bool(_COVERING.search(_plain(clause)))


def covering_words(clause: str) -> frozenset[str]:
    """The words by which that is said."""
    return frozenset(word for match in _COVERING.finditer(_plain(clause)) for word in match[0].split())


def reach_told(clause: str, record: AnyRecord, told: Sequence[str]) -> tuple[str, ...]:
    """The sentences that say how far a record reaches, when a clause claims a place to be in it or that it pays."""
    zone = isinstance(record, Scheme) and Nature.ZONING in record.natures
    if zone and _names_place(clause):
        parts = [sentence for sentence in told if _PARTS.search(fold(sentence))]
        towns = [sentence for sentence in told if _BY_TOWN.search(fold(sentence)) and sentence not in parts]
        return (*parts[:1], *towns[:1]) if claims_whole_place(clause) or _WHOLE.search(fold(clause)) else (*towns[:1],)
    said = _plain(clause)
    if _PAYING.search(said) and _MONEY.search(said):
        return tuple(sentence for sentence in told if _PAYS_NOTHING.search(_plain(sentence)))[:_MOST]
    return ()


def _names_place(clause: str) -> bool:
    if regions_in(clause) or departments_in(clause) or towns_in(clause):
        return True
    return any(word[:1].isupper() and len(word) > 3 and communes_named(flat(word)) for word in clause.split())


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("’", "'").split())

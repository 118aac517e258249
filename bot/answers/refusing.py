"""When there is no answer: decided by evidence in code, never by asking a model."""

import re
from datetime import date
from functools import lru_cache

from bot.answers.figures import figures
from bot.catalogue.folding import REMEMBERED, flat, fold
from bot.catalogue.formats import MONTHS_EN, MONTHS_FR

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNKNOWN = re.compile(
    r"(?:n'est|ne sont|n'a|n'ont|n'est donc) (?:pas|plus) ?(?:encore )?(?:été )?"
    r"(?:connu|publi|communiqu|indiqu|précis|annonc|donn|disponib|relev|détaill|renseign)"
    r"|(?:pas|aucune?) (?:\w+ ){0,2}(?:information|source|chiffre|date|prix|montant|liste|tarif)\w* (?:\w+ ){0,3}"
    r"(?:trouv|connu|publi|disponib|indiqu|annonc)"
    r"|(?:fiche|sources?|page)s?(?: \w+)? ne (?:la |le |les )?(?:donne|dit|indique|précise|liste)(?:nt)? (?:ni|pas)\b"
    r"|cette fiche ne (?:la |le |les )?(?:donne|dit|indique|précise)"
    r"|sans (?:donner|préciser|indiquer) (?:cette|sa|la|le|de|d')"
    r"|ne (?:figurent?|connaît|connait|sait) pas|est inconnue?\b|sont inconnue?s\b|reste(?:nt)? inconnu"
    r"|Relais ne (?:connaît|donne|sait)|n'en connaît pas|pas (?:de|d')(?: \w+){1,3} dans (?:les|la|nos)"
    r"|\b(?:is|are|was|were|has|have) not (?:yet )?(?:been )?(?:known|publi|given|stated|announced|listed|available)"
    r"|\bdo(?:es)? not (?:say|state|give|know|list)\b|\b(?:is|are) unknown\b",
    re.IGNORECASE,
)
_TO_CHECK = re.compile(
    r"\ba (?:verifier|confirmer|demander)\b|\bverifiez\b|\bdemandez\b|renseigne\w*\b.*aupres"
    r"|\b(?:to|must) be (?:checked|confirmed)\b|\bcheck (?:it |this |them )?with\b|\bask (?:the|your)\b"
)
_ASK_ELSEWHERE = re.compile(r"^pour (?:savoir|connaitre)\b.*\b(?:consultez|demandez|regardez|contactez)\b")
_WHOM = re.compile(
    r"\b(?:aupres d|demande[zr]|contacte[zr]|consulte[zr]|adresse[zr]"
    r"|check(?:ed)? (?:it |this |them )?with|(?:ask|contact) (?:the|your|an?)\b)"
)
_MONTHS = "|".join(fold(month) for month in (*MONTHS_FR, *MONTHS_EN))
_MONTH = re.compile(rf"\b({_MONTHS}) ((?:19|20)\d\d)\b")


def foreign_years(question: str, record_text: str, today: date) -> bool:
    """A named year, other than the current one, or a named month of which the record says nothing."""
    if any(year not in record_text and year != str(today.year) for year in _YEAR.findall(question)):
        return True
    return any(" ".join(month) not in flat(record_text) for month in _MONTH.findall(flat(question)))


@lru_cache(REMEMBERED)
def says_unknown(sentence: str) -> bool:
    """The knowledge itself says that this is not known."""
    return bool(_UNKNOWN.search(sentence))


@lru_cache(REMEMBERED)
def is_to_check(sentence: str) -> bool:
    """The knowledge says that something of this must be checked."""
    return bool(_TO_CHECK.search(fold(sentence)))


def says_to_check(sentence: str) -> bool:
    """The knowledge only says where to check this."""
    return is_to_check(sentence) and not figures(sentence)


def tells_whom_to_ask(sentence: str) -> bool:
    """Whether it says itself who knows."""
    return bool(_WHOM.search(fold(sentence)))


@lru_cache(REMEMBERED)
def admits(sentence: str) -> bool:
    """The knowledge says that it does not know, or only where to ask; a year is no answer."""
    bare = _YEAR.sub(" ", sentence)
    return says_unknown(sentence) or says_to_check(bare) or bool(_ASK_ELSEWHERE.search(fold(sentence)))

"""When there is no answer: decided by evidence in code, never by asking a model."""

import re
from dataclasses import dataclass
from datetime import date

from bot.answers.concepts import Concept
from bot.answers.evidence import Support
from bot.answers.types import Reason
from bot.catalogue.folding import flat, fold
from bot.catalogue.formats import MONTHS_EN, MONTHS_FR

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNKNOWN = re.compile(
    r"(?:n'est|ne sont|n'a|n'ont|n'est donc) (?:pas|encore|plus) ?(?:été )?"
    r"(?:connu|publi|communiqu|indiqu|précis|annonc|donn|disponib)"
    r"|(?:pas|aucune?) (?:\w+ ){0,2}(?:information|source|chiffre|date|prix|montant|liste|tarif)\w* (?:\w+ ){0,3}"
    r"(?:trouv|connu|publi|disponib|indiqu|annonc)"
    r"|ne (?:figurent?|connaît|connait|sait) pas|est inconnue?\b|sont inconnue?s\b|reste(?:nt)? inconnu"
    r"|Relais ne (?:connaît|donne|sait)|n'en connaît pas|pas (?:de|d')(?: \w+){1,3} dans (?:les|la|nos)",
    re.IGNORECASE,
)
_MONTHS = "|".join(fold(month) for month in (*MONTHS_FR, *MONTHS_EN))
_MONTH = re.compile(rf"\b({_MONTHS}) ((?:19|20)\d\d)\b")
_PERSONAL = re.compile(
    r"quel age|date de naissance|(?:adresse|telephone|numero|mail|email|portable) (?:perso|prive|domicile)|ou habite"
    r"|situation familiale|salaire de [a-z]+ [a-z]+|combien gagne|vie privee|how old is|home address"
    r"|personal (?:phone|address|number|email)"
    r"|(?:candidature|dossier|coordonnees) (?:de|d) (?:l entreprise|la societe|la boite|monsieur|madame|mr|mme) \w"
)
_ORDERS = re.compile(
    r"ignor\w* (?:tes|vos|les|toutes|all|your|previous|the)[\w ]{0,30}(?:instruction|consigne|regle|rule)"
    r"|(?:system|systeme) prompt|prompt systeme|tes instructions|your instructions|jailbreak"
    r"|mode developpeur|developer mode"
)
ENOUGH = 0.5
"""Share of the question's weight that the best record must hold; set on the development questions."""

FAR_OFF = 0.34
"""Below this share, or with hardly a known word, the question is not about this field at all."""


@dataclass(frozen=True)
class Doubt:
    """Why a question is refused; `missing` says which concepts no chosen record holds."""

    reason: Reason
    missing: tuple[Concept, ...] = ()


def doubt(support: Support, known: float, *, foreign_years: bool) -> Doubt | None:
    """Whether the evidence is too thin to answer."""
    if foreign_years:
        return Doubt(Reason.NOT_IN_KNOWLEDGE)
    if support.share >= ENOUGH:
        return None
    far_off = support.share < FAR_OFF or known < 0.5
    return Doubt(Reason.OUT_OF_SCOPE if far_off else Reason.NOT_IN_KNOWLEDGE, support.missing)


def foreign_years(question: str, record_text: str, today: date) -> bool:
    """A named year, other than the current one, or a named month of which the record says nothing."""
    if any(year not in record_text and year != str(today.year) for year in _YEAR.findall(question)):
        return True
    return any(" ".join(month) not in flat(record_text) for month in _MONTH.findall(flat(question)))


def says_unknown(sentence: str) -> bool:
    """The knowledge itself says that this is not known."""
    return bool(_UNKNOWN.search(sentence))


def asks_personal(question: str) -> bool:
    """Private things about a named person or somebody else's file: never looked up, whatever the knowledge holds."""
    return bool(_PERSONAL.search(flat(question)))


def injects(question: str) -> bool:
    """Orders to the assistant hidden in a question; what they ask for is never looked up."""
    return bool(_ORDERS.search(flat(question)))

"""Questions that tell who asks and for what, then ask for help: what is told narrows a list and is not asked about."""

import re

from bot.answers.concepts import Concept
from bot.answers.listing import wants_schemes
from bot.answers.understanding import Question
from bot.catalogue.folding import flat

_HELPING = (
    r"(?:\w{1,4} )?(?:aide\w*|finance\w*|pai[et]\w*|paye\w*|subvention\w*|prete\w*|participe\w*"
    r"|donne\w*|prend\w* en charge|soutenir|soutient|accompagne\w*)"
)
_REGION_HELPS = re.compile(
    rf"\bregion (?:(?:peut|pourrait|va|pourra) (?:t )?(?:elle )?)?{_HELPING}\b"
    r"|\b(?:can|could|will|does) the region (?:\w+ )?(?:help|pay|fund|finance|lend|support|contribute)"
)
_WHICH = re.compile(
    r"\b(?:prets?|subventions?|aides?|avances?|garanties?|financements?|loans?|grants?)\b.*"
    r"\b(?:lequel|laquelle|lesquel(?:le)?s|which ones?|ou (?:autre(?: chose)?|quoi)|or (?:what|something else))$"
)
_WHO_ASKS = re.compile(
    r"\b(?:pour|for|dans|chez) (?:une?|mon|ma|notre|l|an?|my|our|small)? ?(?:petite? |small |jeune )?"
    r"(?:atelier|usine|entreprise|boite|pme|tpe|eti|societe|fabricant|industriel|fabrique|start ?up|sous traitant"
    r"|factory|workshop|company|firm|sme|plant)"
    r"s?(?: (?:de|d|du|des|dans|en|la|le|l|les|qui|a|and|et|francais\w*))* \w+"
)
_PIECES = re.compile(r"[,;:.!?\n]+|\s(?:et|and)\s(?=(?:je|j'|j’|nous|on|i|we)\b)", re.IGNORECASE)
_ARTICLES = "un|une|des|du|de|d|le|la|les|l|mes|mon|ma|nos|notre|an?|the|my|our|some|of"


def asks_the_region(question: str) -> bool:
    """« la Région peut-elle payer ? »: the regional council of the place is meant."""
    return bool(_REGION_HELPS.search(flat(question)))


def wants_help(question: str) -> bool:
    """« la Région peut-elle payer une partie ? », « j'ai besoin d'un prêt, lequel ? »: several schemes may be meant."""
    return asks_the_region(question) or bool(_WHICH.search(flat(question)))


def told_only(asked: Question, concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """Those of the concepts that stand only in what is told of the company, beside what is asked."""
    pieces = [piece for piece in _PIECES.split(asked.text) if piece.strip()]
    asking = [piece for piece in pieces if wants_schemes(piece) or wants_help(piece)] or pieces[-1:]
    questioned = set(flat(" ".join(asking)).split())
    told = (set(flat(" ".join(pieces)).split()) - questioned) | _told_of_who_asks(asked.text)
    return tuple(concept for concept in concepts if told.issuperset(concept.said))


def _told_of_who_asks(question: str) -> set[str]:
    """« pour un atelier textile », « pour une PME de l'automobile »: the trade of who asks."""
    return {word for match in _WHO_ASKS.finditer(flat(question)) for word in match[0].split()}


def is_kind_of_aid(asked: Question, concept: Concept) -> bool:
    """« une aide douane », « l'aide de l'Agefiph »: it says which aid is meant."""
    said = re.escape(" ".join(concept.said))
    return bool(
        re.search(
            rf"\b(?:aides?|subventions?|prets?|dispositifs?|grants?|loans?) (?:(?:{_ARTICLES}) )*{said}\b",
            flat(asked.text),
        )
    )


def is_thing(asked: Question, concept: Concept) -> bool:
    """Whether it is said as a thing (« des flûtes »): not what it does (« explosent »), no name (« le Maghreb »)."""
    said = " ".join(concept.said)
    after_article = re.search(rf"\b(?:{_ARTICLES}) {re.escape(said)}\b", flat(asked.text))
    return bool(after_article) and not as_typed(asked, concept)[:1].isupper()


def as_typed(asked: Question, concept: Concept) -> str:
    """A thing asked for in the person's own letters."""
    typed = {flat(word): word for word in re.findall(r"[^\W_]+", asked.text)}
    return " ".join(typed.get(word, word) for word in concept.said)

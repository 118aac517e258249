"""The reply to « cherchez-vous une aide, un partenaire ou l'accélérateur ? »: which of them, and for what."""

import re

from bot.answers.focusing import asks_more_than_yes
from bot.answers.purposes import purposes_in
from bot.answers.service import names_service
from bot.answers.types import Language, Thread
from bot.answers.wording import say
from bot.catalogue.folding import flat

_LEAD = (
    r"(?:(?:oui|ben|bah|bon|euh|ok|alors|plutot|d abord|juste|je|on|nous|j|moi|c est"
    r"|cherch\w*|recherch\w*|veu[xt]|voulons|voudr\w+|trouver|avoir|pour"
    r"|une?|des|du|de|d|l|le|la|les"
    r"|yes|well|just|rather|i|we|am|are|want|need|looking|look|would like|to|find|get|for|a|an|the|some) )*"
)
_SCHEME = (
    r"(?:aides?|subventions?|financements?|argent|sous|prets?|schemes?|grants?|funding|money|aid|loans?|dispositifs?)"
)
_PARTNER = (
    r"(?:partenaires?|sous traitants?|fabricants?|fournisseurs?|ateliers?|partners?|suppliers?|makers?|subcontractors?)"
)
_WHAT_FOR = r"(?: (?:pour|afin|qui|capables?|en|dans|for|to|in|who|that)\b.*)?"
_SCHEMES, _PARTNERS = (re.compile(f"{_LEAD}{thing}{_WHAT_FOR}") for thing in (_SCHEME, _PARTNER))
_OTHERWISE = re.compile(
    r"\b(?:on|nous|je|we|i) (?:fai[st]|faisons|fabriqu\w+|produi\w+|vend\w*|make|produce|manufacture|sell)\b"
    r"|\b(?:ai|avons|a|have|we ve|i ve) (?:deja |already )?(?:achet|command|pay|invest"
    r"|recrut|embauch|form|bought|paid|hired)\w*"
    r"|\b(?:l an|annee) derniere?\b"
)
"""What is made or was paid for already, which nobody is to pay."""
_LONGEST = 14  # words
_BARE = 6  # words that only say which


def awaits_purpose(thread: Thread | None) -> bool:
    """Whether the talk waits to be told what is sought."""
    return thread is not None and thread.awaiting in {say("schemes_there", told, place="") for told in Language}


def sought_by(message: str, place: str, language: Language) -> str:
    """The question that a reply stands for: « l'accélérateur », « un partenaire pour du moulage »; empty for none."""
    said = flat(message)
    if len(said.split()) > _LONGEST or "?" in message or asks_more_than_yes(message):
        return ""
    bare = len(said.split()) <= _BARE
    if bare and names_service(message):
        return say("service_what", language)
    told = f" : {message.rstrip(' .!')}"
    for key, pattern in (("schemes_there", _SCHEMES), ("partners_there", _PARTNERS)):
        if pattern.fullmatch(said):
            only = re.fullmatch(f"{_LEAD}(?:{_SCHEME}|{_PARTNER})", said)
            return say(key, language, place=place if only else told)
    return ""


def tells_purpose(message: str) -> bool:
    """Whether a message only tells what is to be paid for: « une machine, genre 400k », « je te réponds : un four »."""
    told = message.rsplit(":", 1)[-1]
    other = "?" in message or asks_more_than_yes(told) or _OTHERWISE.search(flat(told))
    return not other and len(flat(told).split()) <= _LONGEST and bool(purposes_in(told))

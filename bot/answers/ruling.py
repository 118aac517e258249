"""Questions on what holds of aids in general, which no list answers: does it exclude us, when is it paid."""

import re
from functools import lru_cache

from bot.catalogue.folding import REMEMBERED, flat

_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_THIS = r"(?:est ce que|ca|cela|ce|nous|me|m|sommes nous|suis je|it|this|that|does|do|will|would|are we|am i)"
_KEPT_OUT = (
    r"(?:exclu\w*|empech\w*|bloqu\w*|prive|privent|penalis\w*|disqualif\w*|interdi\w*|elimin\w*|excluded?|excludes"
    r"|prevents?|rules? (?:\w+ )?out|ruled out|blocks?)"
)
_MONEY = (
    r"(?:elles?|ils?|ca|l argent|l aide|la subvention|le pret|l avance|les sous|les fonds"
    r"|it|they|the (?:money|grant|loan|aid|funds?))"
)
_PAID = r"(?:tomb\w+|arriv\w+|vers\w+|pay\w+|touch\w+|debloqu\w+|paid|comes?)"
_SETTLED = (
    r"(?:eligibles?|compris\w*|inclus\w*|prise?s? en charge|financables?|couvert\w*|accepte\w*|autorise\w*|deductibles?"
    r"|imposables?|covered|included|allowed|taxable|refundable)"
)
_OWED = (
    r"(?:cautions?|garanties?|hypotheque|rembours\w*|rendre|declarer|apport|fonds propres"
    r"|collateral|guarantees?|repay|pay (?:it )?back)"
)
_NEEDED = r"(?:faut|faudra|doit on|dois je|devons nous|(?:on|je) doi[st]|do (?:we|i) need|must (?:we|i)|have to)"
_WHEN_PAID = re.compile(
    rf"\b{_MONEY}\b(?: \w+){{0,3}} {_PAID}\b.{{0,25}}\b(?:quand|avant|apres|when|before|after)\b"
    rf"|\b(?:quand|when)\b(?! faut| doi| do (?:i|we))(?: \w+){{0,2}} {_MONEY} (?:\w+ )?{_PAID}\b"
)
_RULE = re.compile(
    rf"\b{_THIS}\b(?: \w+){{0,5}} {_KEPT_OUT}\b|\bavant ou apres\b|\bbefore or after\b"
    r"|\b(?:quelle|la|une) differences?\b|\bdifferences? (?:entre|avec|between|with)\b|\b(?:the|a) difference\b"
    rf"|\b{_SETTLED} (?:\w+ ){{0,4}}(?:ou (?:pas|non)|or not)\b"
    rf"|\b{_NEEDED}(?: \w{{1,3}}| une?| des)* {_OWED}(?: \w+){{0,2}}$"
    r"|\b(?:pose\w*|est ce|c est|cause\w*|is (?:that|it|this)) (?:\w+ )?(?:un |a )?(?:probleme|problem)\b"
    r"|\bca change (?:quoi|quelque chose)\b"
)
_LIST = re.compile(
    r"\b(?:quel(?:le)?s?|which|what) (?:\w+ ){0,2}(?:aides?|subventions?|prets?|financements?|dispositifs?|avances?"
    r"|garanties?|schemes?|grants?|loans?)\b|\bliste\w*\b"
)


@lru_cache(REMEMBERED)
def asks_rule(question: str) -> bool:
    """Whether a rule is asked for and no schemes beside."""
    asking = _asking(question)
    ruled = any(_RULE.search(said) or _WHEN_PAID.search(said) for said in asking)
    return ruled and not any(map(_LIST.search, asking))


def asks_when_paid(question: str) -> bool:
    """Whether it is asked at which moment the money comes."""
    return any(map(_WHEN_PAID.search, _asking(question)))


def _asking(question: str) -> list[str]:
    """The sentences that ask, folded; all of it when none has a question mark."""
    pieces = [piece for piece in _SENTENCES.split(question.strip()) if piece.strip()]
    return [flat(piece) for piece in pieces if piece.rstrip().endswith("?")] or [flat(question)]

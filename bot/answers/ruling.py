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
_SME = r"(?:pme|eti|(?:petite|moyenne|grande) entreprise|smes?|(?:small|medium|large)(?: sized)? (?:company|business|enterprise))"
_STATUS = re.compile(
    r"\b(?:sommes nous|suis je|restons nous|reste t on|est on|serions nous|est ce (?:que |qu )?(?:nous|on|je|mon|notre|ma)|(?:on|nous) (?:est|sommes|reste|compte)"
    rf"|are we|do we|would we|am i|is (?:my|our) company|(?:compte|compt\w+) (?:on|nous))(?: (?!les|des|aux?|pour)\w+){{0,4}}? (?:une? |a |an )?{_SME}\b"
)
_PLAINLY = re.compile(
    r"(?:\b(?:sommes nous|suis je|restons|reste t|est on|serions|est ce|are we|do we|would we|am i|is)\b)|\b(?:ou pas|ou non|or not)$|\bencore\b|\btoujours\b"
)
_THRESHOLD = re.compile(
    r"\b(?:quel(?:le)?s?|which|what|lequel|laquelle|c est quoi le)\b(?: \w+){0,2} (?:seuils?|plafonds?|planchers?|paliers?|categories?|conditions?|thresholds?|limits?|brackets?|category|tier)\b"
    r".*\b(?:nous|moi|notre (?:cas|taille)|us|me|our (?:case|size))\b|\b(?:seuil|palier|threshold|bracket)s?\b.*\b(?:s applique|applies|apply|vaut|concerne)\b.*\b(?:nous|moi|us|me)\b"
)
_UNION = (
    r"\b(?<!hors de l )(?<!outside the )(?:ue|u e|union europeenne|union|eu|e u|european union|pays europeens?|european country|eee|eea"
    r"|pologne|polonaise?s?|roumanie|roumaine?s?|bulgarie|bulgares?|hongrie|hongrois\w*|tcheque?s?|tchequie|slovaquie|slovaques?|slovenie"
    r"|croatie|portugal|portugaise?s?|espagne|espagnole?s?|italie|italien\w*|allemagne|allemand\w*|belgique|pays bas|autriche|grece"
    r"|lituanie|lettonie|estonie|poland|polish|romania\w*|bulgaria\w*|hungar\w+|czech\w*|slovak\w*|sloven\w+|croatia\w*|portug\w+"
    r"|spain|spanish|ital(?:y|ian)|german\w*|belgium|netherlands|austria|greece)\b"
)
_BEYOND = (
    r"\b(?:hors de l (?:ue|union|europe)|hors (?:ue|europe)|outside (?:the )?(?:eu|europe|european union)|chine|chinois\w*|asie|inde|vietnam\w*"
    r"|turquie|turque?s?|tunisie|tunisien\w*|maroc|marocain\w*|algerie|taiwan|bangladesh|pakistan|cambodge|malaisie|thailande|serbie"
    r"|china|chinese|asia|india|turkey|turkish|tunisia\w*|morocco|malaysia|thailand|serbia)\b"
)
_PROBLEM = r"\b(?:problemes?|problem|probl\w*|pb|souci|exclu\w*|interdi\w*|genant\w*|bloqu\w*|empech\w*|issue|allowed|forbidden|excluded?|obstacle|droit|embet\w*|ok|okay|hurts?|matters?)\b"
_MOVING = r"\b(?:relocalis\w*|rapatri\w*|ramen\w*|transf\w*|revenir|revient|rentrer|quitt\w*|vient|venons|venir|deplac\w*|delocalis\w*|reshor\w*|mov\w+|bring\w*|com(?:e|es|ing)|leav\w+|relocat\w*)\b"
_LIST = re.compile(
    r"\b(?:quel(?:le)?s?|which|what) (?:\w+ ){0,2}(?:aides?|subventions?|prets?|financements?|dispositifs?|avances?"
    r"|garanties?|schemes?|grants?|loans?)\b|\bliste\w*\b"
)


@lru_cache(REMEMBERED)
def asks_rule(question: str) -> bool:
    """Whether a rule is asked for and no schemes beside."""
    asking = _asking(question)
    ruled = any(_RULE.search(said) or _WHEN_PAID.search(said) for said in asking)
    return ruled and not _lists(question)


def asks_when_paid(question: str) -> bool:
    """Whether it is asked at which moment the money comes."""
    return any(map(_WHEN_PAID.search, _asking(question)))


def asks_whether_sme(question: str) -> bool:
    """Whether somebody asks if their company is of a size: « sommes-nous encore une PME ? »."""
    return any(_STATUS.search(said) and _PLAINLY.search(said) for said in _asking(question)) and not _lists(question)


def asks_threshold(question: str) -> bool:
    """Whether it is asked which of several limits holds for the company: « which threshold is it for us? »."""
    return any(map(_THRESHOLD.search, _asking(question)))


def asks_from_union(question: str) -> bool:
    """Whether it is asked if an aid minds that the work comes from a country of the Union."""
    said = flat(question)
    asks = any(re.search(_PROBLEM, each) for each in _asking(question)) and not _lists(question)
    return bool(asks and re.search(_UNION, said) and re.search(_MOVING, said))


def asks_from_beyond(question: str) -> bool:
    """Whether it is asked if an aid minds that the work comes from a country outside of the Union."""
    said = flat(question)
    asks = any(re.search(_PROBLEM, each) for each in _asking(question)) and not _lists(question)
    told = re.search(_MOVING, said) or re.search(
        r"\b(?:aides?|subventions?|aid|grants?|production|usine|plant|factory)\b", said
    )
    return bool(asks and told and re.search(_BEYOND, said) and not re.search(_UNION, said))


def _lists(question: str) -> bool:
    return any(map(_LIST.search, _asking(question)))


def _asking(question: str) -> list[str]:
    """The sentences that ask, folded; all of it when none has a question mark."""
    pieces = [piece for piece in _SENTENCES.split(question.strip()) if piece.strip()]
    return [flat(piece) for piece in pieces if piece.rstrip().endswith("?")] or [flat(question)]

"""The sentence that a message asserts or wants checked: « X est à 30 %, c'est ça ? », « X est clos, où écrire ? », « X est-il un prêt ? »."""

import re
from dataclasses import dataclass

from bot.answers.premises import premise_of
from bot.catalogue.folding import fold

_TAG = re.compile(
    r"[,;.…\s]+(?:donc |alors |mais )?(?:non|n'est[- ]ce pas|(?:c'? ?est|est ce) (?:bien )?(?:[çcs]a|cela|juste|exact|vrai|correct)|pas vrai|hein|exact|vrai|correct"
    r"|si|j'?ai bien (?:lu|compris|not[eé])|je ?crois|j'?crois|il me semble|il parait|on est d'?accord|oui|right|true|isn'?t it|doesn'?t it|am i right|is that (?:right|correct|true)|yes|no)\s*[?.…!]*\s*$",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"^\s*(?:(?:(?:j'?ai|on m'a|jai|on nous a|j'ai) (?:lu|dit|entendu|vu)(?: dire)?(?: (?:que?|qu'))?|il para[iî]t (?:que|qu')|je (?:crois|pense) (?:que|qu')"
    r"|(?:vous )?(?:confirmez|pouvez)(?:[- ]vous)?(?: me)?(?: confirmer)?(?: (?:que|qu'))?|est[- ](?:ce|il) (?:bien )?(?:vrai|exact) (?:que|qu')|est[- ]ce (?:bien )?(?:que|qu')"
    r"|i (?:read|heard|think|believe)(?: that)?|is it (?:true|right|correct) that|can you confirm(?: that)?)\s*)",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"\b(est|a|ont|sont|donne|couvre|va|dure|finance|finit|ferme|pr[eê]te|rembourse|exige|demande|monte|paie|paye)[- ](?:t[- ])?(?:ils?|elles?)\b",
    re.IGNORECASE,
)
_ENGLISH_CHECK = re.compile(
    r"^\s*(?P<verb>is|are)\s+(?P<subject>.+?)\s+(?P<rest>(?:an?|the|only|reserved|open|closed|still|funded|paid|run|offered|really|\d).*)$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:quel(?:le)?s?|combien|comment|pourquoi|qui|quand|ou (?:ecrire|puis|dois|faut|se|est|sont|deposer)|qu est|quoi|y a t il|y aura|aura t|prochaine?s?|a venir|will|next|what|how|who|when|where|which|why)\b"
)
_OF_ONESELF = re.compile(
    r"^(?:je|j'|jai|nous|on a|on est|mon|ma|mes|notre|nos|my|our|we|i|i'm|si|if|pour|avec|with|for|bonjour|hello|salut|dans|chez)\b"
)
_TO_ONESELF = re.compile(
    r"\b(?:nous|moi)\b(?! (?:vers|donn|pa[iy]|prete|financ|rembours|rend|couvr|accord))|(?<!pays )(?<!gives )(?<!lends )(?<!grants )\bus\b|\bm'"
)
"""What is given to oneself is claimed of who gives: « le CIR nous rend 30 % »."""
_GOING_ON = re.compile(r"(?:je|j'|puis|on|peut|est|can|may|should|so|donc)\b")
_SAYING = re.compile(
    r"\b(?:est|sont|etait|c'est|cest|ont|donne|verse|couvre|finance|va|dure|paie|paye|demande|exige|prete|rembourse|monte|prend|reste"
    r"|accueill\w+|subvention\w*|plafonne\w*|interdit|permet|impose|devient|compte|coute|s'adresse|concerne|comptai\w+|is|are|was|has|covers"
    r"|gives|pays|lasts|funds|lends|requires|offers|takes|runs|ends|ended)\b"
)
_FEWEST = 3  # words of a sentence that asserts something


@dataclass(frozen=True)
class Assertion:
    """A clause in the person's own letters.

    `alone` when nothing is asked beside whether it is true; `sure` when a word says that it is taken for true.
    """

    clause: str
    alone: bool
    sure: bool = True


def assertion_in(question: str) -> Assertion | None:
    """What the message asserts, or None when it only asks."""
    text = " ".join(question.replace("’", "'").split())
    heard = _HEARD.match(text)
    tagged = _TAG.search(text)
    bare = _TAG.sub("", text[heard.end() :] if heard else text).strip(" ?!.…")
    if heard or tagged:
        return _kept(bare, alone=not _ASKS.search(_plain(bare)))
    if re.match(r"(?:donc |alors )?c ?'?est (?:bien )?.+ qui ", _plain(bare)):
        return _kept(bare, alone=True)
    if premise := premise_of(question):
        return _kept(_as_typed(premise, text), alone=False)
    clause, comma, rest = bare.partition(", ")
    going_on = _ASKS.search(_plain(rest)) or _GOING_ON.match(_plain(rest))
    if comma and going_on and not _ASKS.search(_plain(clause)):
        return _kept(clause, alone=False, sure=False)
    if _ASKS.search(_plain(bare)):
        return None
    straight = _INVERTED.sub(r"\1", bare)
    english = _ENGLISH_CHECK.match(straight)
    if english:
        straight = f"{english['subject']} {english['verb']} {english['rest']}"
    return _kept(straight, alone=True, sure=straight != bare)


def _kept(clause: str, *, alone: bool, sure: bool = True) -> Assertion | None:
    clause = clause.strip(" ,;.")
    plain = _plain(clause)
    if (
        len(clause.split()) < _FEWEST
        or _OF_ONESELF.match(plain)
        or _TO_ONESELF.search(plain)
        or not (sure or _SAYING.search(plain))
    ):
        return None
    return Assertion(clause, alone, sure)


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("-", " ").split())


def _as_typed(premise: str, text: str) -> str:
    """The premise, which comes folded, in the person's own letters where they can be found."""
    at = " ".join(fold(text).split()).find(premise)
    return text[at : at + len(premise)] if at >= 0 and len(fold(text)) == len(text) else premise

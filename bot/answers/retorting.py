"""What people say to an answer: « d'où ça sort ? », « non, je parlais du prêt, pas de la garantie »."""

import re
from collections.abc import Sequence

from bot.answers.towns import without_places
from bot.catalogue.folding import flat
from bot.catalogue.places import place_words_in
from bot.search.analysis import stems

_SOURCE = re.compile(
    r"(?:(?:et|ok|mais|oui|non|hum|tu|vous|inventez?s?|n|pas|hein|c est|ca|sur) )*"
    r"(?:(?:ta|votre|la|les|vos|tes|quelle?s?|the|your|which|what)? ?(?:est |sont |is |are )?(?:ta |votre |la |the |your )?sources?"
    r"|(?:c est )?ecrit (?:ou|quelque part)|(?:ou )?(?:c est|est ce) (?:ecrit|marque)(?: ou)?|d ou (?:ca|cela|c est|tu|vous|est ce que) .{1,20}"
    r"|(?:tu|vous) (?:tiens|tenez|sors|sortez|trouve\w*) (?:ca|cela) (?:d )?ou|qui (?:le )?dit(?: ca)?|where (?:does|did|do) (?:it|this|that|you) .{1,20}"
    r"|says who|t es sure?s?|(?:vous etes|tu es|are you) sure?s?)"
    r"(?: (?:stp|svp|please|de ca|exactement|au juste|alors|ca|pour ca))*"
)
_RETORT = re.compile(
    r"^\s*(?:(?:non+|nan|no+|mais|pardon|desolée?|sorry|oups|ah|euh)\b[\s,.!]*)+"
    r"(?:(?:je|j'|moi je)\s*(?:parl\w+|voulais? (?:dire|parler|savoir)|demand\w+|disais|pensais)(?:\s+pas)?|i (?:meant?|was (?:talking|asking)|asked|mean)"
    r"(?: about)?(?: not)?|c'?\s?(?:est|était) pas(?: ça)?|(?=pas\b|not\b))",
    re.IGNORECASE,
)
_DENIED_FIRST = re.compile(r"(?:\bpas|\bnot|\bc'?\s?(?:est|était) pas(?: ça)?)\s*$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:et )?(?:pas|not|non)\b\s+[^,;.!?]*", re.IGNORECASE)
_WISH = re.compile(r"\b(?:je (?:veux|voudrais|cherche)|il me faut|i (?:want|need)|quel\w*|combien|comment|how|what)\b")
_CONTEST = re.compile(
    r"^\s*(?:(?:mais|eh|euh|ben|bah|but|well|hein|ah)[\s,]+)*(?:comment (?:[çc]a|cela)[\s,]*(?:non|oui|nan)|pourquoi (?:dites[- ]vous |tu dis )?non|(?:non|nan)(?= ?\?)"
    r"|how come[\s,]*(?:no|yes)|why (?:do you say )?no|what do you mean[\s,]*[\"“']?(?:no|yes))\b[\s\"”'?!.,]*"
    r"|^\s*(?:(?:mais|ben|but)[\s,]+)*(?=(?:vous venez|tu viens) (?:d'|de )|you(?:'ve| have)? just (?:said|told|wrote))",
    re.IGNORECASE,
)
"""« comment ça, non ? », « vous venez d'écrire 25 % »: said to an answer that was held against what one knows."""
_YOU_SAID = re.compile(
    r"^(?:(?:vous|tu) (?:venez|viens|avez|as) (?:d'|de |juste |bien )?(?:[ée]crire|[ée]crit|dire|dit|m'[ée]crire|me dire)(?: que| qu')?"
    r"|you(?:'ve| have)? just (?:said|told me|wrote|written)(?: that)?)\s*",
    re.IGNORECASE,
)
_REPEAT = re.compile(r"\b(?:repet\w+|redi\w+|rappel\w+|encore une fois|again|repeat|pardon|comment ca)\b")
_POINT = re.compile(
    r"(?:(?:et|ok|alors|mais|dis moi|c est quoi|quoi|what|about|is) )*(?:pour )?(?:le|la|celui|celle|the) "
    r"(?:premiere?|1er|1ere|deuxieme|seconde?|2e|2eme|troisieme|3e|3eme|derniere?|first|second|third|last)(?: one)?"
    r"(?: (?:(?:c est|il|elle|ca|ils|que|qui|quoi|combien|where|what|how|is|does|it|you|vous|tu|de la liste|on the list|fait|est|a|peut|on).*))?"
)


def asks_source(message: str) -> bool:
    """Whether a message only asks where the last answer comes from."""
    return bool(_SOURCE.fullmatch(flat(message)))


def contested(message: str) -> str | None:
    """What a message says beside contesting the no (or the yes) it was given; None when it contests none."""
    match = _CONTEST.match(message)
    if match is None:
        return None
    return _YOU_SAID.sub("", message[match.end() :].strip(" ?!.,:;"))


def asks_again(message: str) -> bool:
    """Whether a message asks for what was said to be said once more."""
    return bool(_REPEAT.search(flat(message)))


def points_at_one(message: str) -> bool:
    """« le deuxième, c'est quoi ? »: one of things that were listed."""
    return bool(_POINT.fullmatch(flat(message)))


def rectified(message: str, asked: str) -> str:
    """The question asked before, as a message corrects it (« non, je parlais du prêt, pas de la garantie »); empty when
    it corrects nothing."""
    retort = _RETORT.match(message)
    if retort is None or not asked:
        return ""
    rest = message[retort.end() :].strip(" ,.!")
    if _DENIED_FIRST.search(retort[0]):
        denied, _, meant = rest.partition(",")
    else:
        denied, meant = " ".join(_DENIED.findall(rest)), _DENIED.sub(" ", rest)
    meant = re.sub(r"^(?:mais|but|plutôt|rather|juste|just)\b\s*", "", meant.strip(" ,.!?"), flags=re.IGNORECASE)
    if not meant or _WISH.search(flat(meant)):
        return f"{meant} ?" if meant else ""
    kept = without_places(asked) if place_words_in(meant) else asked
    return f"{_without(kept, stems(denied))} {meant} ?"


def _without(asked: str, denied: Sequence[str]) -> str:
    """A question without the words that were taken back."""
    words = asked.rstrip(" ?").split()
    return " ".join(word for word in words if not stems(word) or not set(stems(word)) <= set(denied))

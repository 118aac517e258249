"""What a question takes for granted (« puisque le taux est de 30 %… », « c'est gratuit, non ? »), to be checked first."""

import re

from bot.catalogue.folding import fold

_OPENING = re.compile(
    r"\b(?:puisque?|vu que|comme|sachant que|etant donne que|maintenant que|since|given that|as|because)\b(?P<said>[^,?]+)[,?]"
)
_PARTICIPLE = re.compile(r"^(?P<said>[^,?]*\b(?:\w{3,}ant|ayant)\b[^,?]*),")
_CLOSING = re.compile(
    r"^(?P<said>.+?),? ?(?:\bnon\b|n'est[- ]ce pas|c'?est (?:bien )?(?:ca|cela|ça)|c'?est bien (?:ca|cela)|pas vrai|hein|right|isn'?t it"
    r"|correct|donc j.{0,40})\s*\?*$"
)
_BIEN = re.compile(
    r"^(?P<said>.*\b(?:est|a|sont|ont|donne|finance|couvre|va|dure|finit|ferme)\b(?:-\w+)? bien\b.*)\?*$"
)


def premise_of(question: str) -> str:
    """The clause that is taken for granted, folded; empty when nothing is."""
    folded = " ".join(fold(question).replace("’", "'").split())
    for pattern in (_OPENING, _PARTICIPLE, _CLOSING, _BIEN):
        match = pattern.search(folded)
        if match:
            return match["said"].strip()
    return ""

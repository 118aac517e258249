"""Short messages word by word: the parts of one, and whether a part says one thing and nothing else.

A wish is recognised when a part holds a word for it and all its other words only go along with that.
"""

import re
from collections.abc import Iterator

from bot.catalogue.folding import flat
from bot.dialogue.interrogative import ends_with_mark, plain

LONGEST = 22  # words; a longer message tells something
_PARTS = re.compile(r"[,.;:!?\n()]+(?=\s|$)|\s[-–—]+\s|\b(?:et|mais|and|but|car|parce que|because)\b", re.IGNORECASE)


def words_of(text: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(text.split())


_POLITE = words_of(
    "ok okay oui ouais non no yes bon ben bah bien merci thanks thank svp stp please s il te vous plait desole desolee"
    " sorry pardon bonjour bonsoir salut hello hi hey alors donc quand meme mais et and but finalement euh allez"
)
_PERSONS = words_of("je j on nous moi me m tu te t vous toi il ca c ce cela i we you us it me my")
_LINKS = words_of(
    "le la l les un une des du de d en a au y ici la ma mon mes votre vos the this that to of at n ne pas plus ci"
)
WANTS = words_of(
    "veux veut voudrais voudrait souhaite aimerais aimerait prefere prefererais vais va dois doit peux peut puis pouvez"
    " pourriez faut est suis want wanna would like d ll can could let lets need do prefer rather"
)
_NOW = words_of(
    "maintenant now la moment instant pour l aujourd hui today ce soir tout suite plus tard later demain tomorrow"
)
APPLYING = words_of(
    "candidature candidatures dossier formulaire form demande questionnaire inscription procedure application truc"
)
ANYBODY = _POLITE | _PERSONS | _LINKS | WANTS | _NOW


def parts(text: str) -> Iterator[str]:
    """The message as a whole, then its parts, folded."""
    yield flat(text)
    for part in _PARTS.split(text):
        if said := flat(part):
            yield said


def is_of(part: str, cores: re.Pattern[str], along: frozenset[str]) -> bool:
    """A word is one of the cores, and every other goes along with them."""
    words = part.split()
    found = [word for word in words if cores.fullmatch(word)]
    return bool(found) and all(word in along or word in found for word in words)


def only_asks(text: str) -> bool:
    """« comment effacer », « je peux tout effacer ? »: wants to know, not to have it done."""
    said = plain(text)
    how = re.match(
        r"(?:comment|how|puis je|peut on|can (?:i|we)|est ce (?:que|qu)|quand|si|pourquoi|what|que se)\b", said
    )
    return how is not None or (ends_with_mark(text) and re.match(r"(?:je|j|on|i|we|si|et si)\b", said) is not None)

"""What somebody makes, by its own noun: « on fabrique des lampes de chevet », « our umbrella factory »."""

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile

from bot.answers.forms import is_country
from bot.answers.types import Language
from bot.catalogue.folding import flat
from bot.search.languages import is_common, is_everyday

_PIECES = re.compile(r"[,;:.!?()\n]+")
_ARTICLES = {
    Language.FRENCH: frozenset("un une des du de d le la les l mes mon ma nos notre votre vos".split()),
    Language.ENGLISH: frozenset("a an the my our your some of".split()),
}
_WORKS = r"(?:production|fabrication|assemblage|montage|confection|assembly|manufacture|manufacturing|making)"
_MAKING = (
    r"(?:fabriqu(?:e|es|ons|ent|er|ait|ions|aient)|produi(?:s|t|sons|sent|re|sait)|assembl(?:e|es|ons|ent|er)"
    r"|confectionn\w+|con[cs]oi\w*|concev\w+|vend(?:s|ons|re|ent)?|cousons|coud(?:s|re)?"
    r"|(?:je|on|nous) (?:ne )?(?:fais|fait|faisons|monte|montons)|rapatri\w+|relocalis\w+|ramen\w+|importe|importons"
    r"|makes?|making|produc(?:e|es|ing)|manufactur(?:e|es|ing)|sells?|selling|sews?|builds?|assembles?|assembling"
    r"|reshor(?:e|ing)|(?:moi|nous) c est)"
)
_FIRMS = r"(?:usine|atelier|fabrique|fabricante?|gamme|ligne|marque|manufacture|maker|manufacturer|producer|factory)s?"
_MAKES = re.compile(rf"\b(?:{_MAKING}|(?:{_FIRMS}|{_WORKS})(?= (?:d|de|des|du|of)\b))\b")
_ENGLISH_MAKER = re.compile(r"\b(?P<thing>[a-z]{3,}) (?:makers?|manufacturers?|factory|factories|workshops?|brand)\b")
_ENDING = frozenset(
    "en a au aux pour avec sans dans chez depuis sur par qui que dont et ou mais donc car ici la bas est sont on je"
    " nous il elle ils y in at from for to with without and or on by here there that which but is are we i it they"
    " today now abroad back made".split()
)
"""Words at which the name of a thing ends."""
_JOINING = frozenset(("et", "ou", "and", "or"))


def things_made(text: str, language: Language) -> frozenset[str]:
    """The nouns, folded, of what somebody makes or sells; no verb, no adjective, no word that everybody says."""
    pieces = [flat(piece) for piece in _PIECES.split(text)]
    found = {noun for said in pieces for phrase in _phrases(said, language) if (noun := _noun(phrase, language))}
    if language is Language.ENGLISH:
        found |= {match["thing"] for said in pieces for match in _ENGLISH_MAKER.finditer(said)}
    return frozenset(noun for noun in found if not (is_everyday(noun) or is_common(noun) or is_country(noun)))


def _phrases(said: str, language: Language) -> Iterator[list[str]]:
    """What follows each word of making, and what is joined to it: in French a thing is named after an article."""
    articles = _ARTICLES[language]
    for match in _MAKES.finditer(said):
        rest = re.sub(rf"^(?:(?:la|the|une?|de|d|du) )*{_WORKS}\b", " ", said[match.end() :].strip())
        words = [word for word in rest.split() if not (is_everyday(word) and word not in articles | _ENDING)]
        while words and (words[0] in articles or language is Language.ENGLISH):
            words = list(dropwhile(articles.__contains__, words))
            phrase = list(takewhile(lambda word: word not in _ENDING, words))
            yield phrase
            words = words[len(phrase) :]
            words = words[1:] if words[:1] and words[0] in _JOINING else []


def _noun(phrase: list[str], language: Language) -> str:
    """The last word of an English name (« bedside lamps »), the first of a French one (« lampes de chevet »)."""
    return phrase[-1 if language is Language.ENGLISH else 0] if phrase else ""

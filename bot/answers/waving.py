"""What somebody waves away before they say what they want: « une salle blanche ?? moi c'est des lampes »."""

import re

from bot.catalogue.folding import flat

_SPEAKER = r"(?=\s*(?:mais |et |but |and )?(?:moi|nous|je|j['’]|on|mon|notre|non|i|we|my|our|mine|ours|no)\b)"
_ARTICLE = r"(?:de |d['’]|des |du |la |le |les |l['’]|the |a |an |any )"
_CLAUSE = r"[^.?!;,\n]+[.?!;,]*"
_WAVED = re.compile(
    rf"^\s*(?:et |mais |euh |quoi,? )?(?:une? |{_ARTICLE})(?![^?!]*\b(?:est|sont|quoi|qui|que|is|are|who|what)\b)"
    rf"[^?!.\n]{{3,50}}(?:\?\s?[?!]|!\s?\?)[?!\s]*{_SPEAKER}"
    rf"|\b(?:j['’ ]?ai|je|i|i['’]ve)\s(?:di[st]|said|told you)\s(?:que\s)?(?:pas|not|no)\s{_ARTICLE}?{_CLAUSE}"
    rf"|\b(?:laisse[rz]?\stomber|oublie[rz]?|forget(?:\sabout)?|never\smind)\s{_ARTICLE}{_CLAUSE}"
    rf"|(?:^|(?<=[.!?,;]))\s*(?:non,?\s)?(?:pas|not)\s{_ARTICLE}[^.?!;,\n]{{2,40}}?[,;]?\s(?:mais|but)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"(?:^|(?<=[.!?,;]))[^.?!,;\n]*\b(?:c['’ ]?est|c|is|are|it['’]?s|that['’]?s)\s(?:\w+\s){0,2}?"
    rf"(?:pour|que|for|only|just)\b[^.?!,;\n]{{2,40}},?\s(?:non|nan|pas|hein|right|no|isn['’]t it)\s*[?!]+{_SPEAKER}",
    re.IGNORECASE,
)
"""« c'est pour les voitures non ? »: waved away when all that follows is what the speaker makes."""
_THING = r"(?:des |du |de la |de l )(?:[a-z]+ ?){1,4}"
_CONTRAST = re.compile(
    rf"(?:mais |et |non |ok |merci )*(?:(?:moi|nous) (?:c est|c|on fait|je fais|on fabrique|je fabrique)) {_THING}"
    r"|(?:but |no )*(?:mine|ours) (?:are|is) (?:[a-z]+ ?){1,3}"
)
_MAKES = re.compile(
    rf"(?:mais |et |non )*(?:je|on|nous) (?:fais|fait|faisons|fabrique|fabriquons) {_THING}"
    r"|(?:but |no )*(?:i|we) (?:only |just )?(?:make|sell|produce) (?:[a-z]+ ?){1,3}"
)
_ASKS = re.compile(r"\b(?:qui|quel\w*|ou|combien|comment|besoin|cherche\w*|who|which|where|how|need|want)\b")


def without_the_rejected(message: str) -> str:
    """The message without what is waved away in it; as it was when nothing else is said."""
    rest = _WAVED.sub(" ", message)
    others = _OF_OTHERS.sub(" ", rest)
    rest = (others if only_says_what_is_made(others) else rest).strip(" ,;")
    return rest if flat(rest) else message


def only_says_what_is_made(message: str) -> bool:
    """« on fait des lampes »: who makes what, and nothing asked of it."""
    return contrasts_what_is_made(message) or _is_all(_MAKES, message)


def contrasts_what_is_made(message: str) -> bool:
    """« moi c'est des lampes »: something else than what was spoken of."""
    return _is_all(_CONTRAST, message)


def _is_all(pattern: re.Pattern[str], message: str) -> bool:
    said = flat(message)
    return "?" not in message and not _ASKS.search(said) and bool(pattern.fullmatch(said))

"""What somebody turns down by its name: « pas Maugis », « enlève le premier », "anything but the CIR"."""

import re
from collections.abc import Iterator

from bot.catalogue.folding import fold

_CLAUSE = r"(?:^|[,;.!?:(]\s*|\b(?:mais|et|but|and|non|nan|no|ok|dit|dis|said|surtout|donc|alors|bon|so|les autres|the others?)\s+)"
_ARTICLE = r"(?:[dl]'|(?:de|du|des|le|la|les|avec|sur|the|about|with|from|on|of|encore|plus|again)\s+)*"
_REJECTED = re.compile(
    rf"(?:{_CLAUSE}(?:(?:surtout |vraiment )?(?:pas|not)|(?:toujours |still )?(?:encore|again|stop|arret\w*|assez)|sans|without)\b"
    r"|\b(?:(?:tu |vous )?(?:enlev|retir|vir|supprim|ecart|elimin|exclu|zapp)\w*(?: moi)?|laisse[rz]? tomber|(?<!vous )(?<!tu )oublie[rz]?(?! pas)|autres? (?:choses? )?que|autrement que"
    r"|(?:hors(?! (?:tax\w+|ht|tva)\b)|hormis|sauf|excepte|a part|en dehors)\b|(?:ne )?(?:veux|voulons|veut) (?:plus|pas)(?: entendre parler)?|(?:pas|not) interess?ee?d? ?(?:par|in)?"
    r"|remove|drop|skip|leave out|exclude|forget(?: about)?|(?:anything|something|everything|all|anyone|somebody|others?) (?:but|except|other than|else than)|other than"
    r"|(?:don't|do not|dont) want|no more|apart from|outside|except)\b"
    rf"|\b(?:sans|without|no)(?= (?:(?:les?|la|the|any|aucune?) )*(?:prets?|loans?|subventions?|grants?|avances?)\s*(?:$|[,;.!?]|please|stp|svp|et |and )))"
    rf"\s*{_ARTICLE}(?P<what>[^,;.?!:]+)"
)
_REFUSED_AFTER = re.compile(
    r"(?:^|[,;.!?:]\s*)(?P<what>[^,;.?!:]+?),? (?:(?:ca )?(?:ne |n')?(?:m'|nous |me )?(?:interesse|convient|concerne|va) (?:pas|plus)|(?:j'en|je n'en|on n'en|on en) veu[xt] (?:pas|plus)"
    r"|non merci|c'est pas pour (?:moi|nous)|is not for (?:me|us)|no thanks"
    r"|(?:(?:nous |m'|me )?(?:parai\w*|semble\w*|a l'air|ont l'air)|seems?|looks?) (?:etre |to be |bien |plutot )*"
    r"(?:reserv|destin|limited to|only for|meant for|prevue? pour (?:les|des)|faite? pour (?:les|des))[^,;.?!]*"
    r"|(?:est|sont|is|are) (?:bien |plutot |only )*(?:reserv|destin|for|meant|limited)[^,;.?!]*(?=, (?:pas|not)\b|[.;,!] ?(?:pourquoi|why)\b)"
    r"|(?:(?:n'|ne )?(?:est|sont)|(?:ne )?semble\w*) (?:pas|plus) (?:(?:fait\w*|prevue?s?|destinee?s?|adaptee?s?) )?(?:pour|a) "
    r"(?:moi|nous|notre \w+|mon \w+)|(?:ne )?nous correspond\w* (?:pas|plus)"
    r"|(?:does not|doesn't|do not|don't) (?:suit|fit|concern|interest|work for) (?:me|us)|(?:is not|isn't|are not|aren't) (?:meant |made |right )?for (?:me|us|companies like \w+))(?![^.!]*\?)"
    r"(?!.*\b(?:exacte?|vrai|juste|correct|right|true|quand meme|confirm\w*|malgre|still)\b)"
)
_ENDS = re.compile(
    r"\s(?:et|mais|qui|que|car|pour|and|but|which|because|garde|keep)\s.*|\s(?:stp|svp|please)\b.*", re.DOTALL
)


def turned_down(message: str) -> Iterator[tuple[str, str]]:
    """Each phrase that turns something down, and what stands in it for the thing; as typed where the letters allow."""
    folded = fold(message)
    typed = message if len(folded) == len(message) else folded
    for pattern in (_REJECTED, _REFUSED_AFTER):
        for match in pattern.finditer(folded):
            start, end = match.span("what")
            what = _ENDS.sub("", typed[start:end])
            after = start + len(what) if pattern is _REJECTED else match.end()
            yield typed[match.start() : after], what.strip()


def without_turned_down(message: str) -> str:
    """What else a message says."""
    for phrase, _ in turned_down(message):
        message = message.replace(phrase, " ")
    return " ".join(message.split())

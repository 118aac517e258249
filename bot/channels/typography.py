"""French spaces that must not break across lines; texts are stored and compared with ordinary ones."""

import re

NO_BREAK = "\u00a0"
NARROW = "\u202f"

_GROUPS = re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)")
_PHONE = re.compile(r"(?<!\d)0\d(?: \d\d){4}(?!\d)")
_UNIT = re.compile(r"(?<=\d) (?=[€%°]|[kM]€|Md€|(?:ans?|mois|millions?|milliards?)\b)")
_BEFORE_HIGH = re.compile(r" (?=[;!?])")
_BEFORE_WIDE = re.compile(r" (?=[:»])")
_AFTER_GUILLEMET = re.compile(r"(?<=«) ")


def nonbreaking(text: str) -> str:
    """The same text with the spaces inside numbers, before units and around French punctuation made non-breaking."""
    text = _GROUPS.sub(lambda found: found[0].replace(" ", NARROW), text)
    text = _PHONE.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
    text = _BEFORE_HIGH.sub(NARROW, text)
    for places in (_UNIT, _BEFORE_WIDE, _AFTER_GUILLEMET):
        text = places.sub(NO_BREAK, text)
    return text

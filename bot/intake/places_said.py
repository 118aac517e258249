"""The place that a free sentence names: where the project is, not where the goods are made today."""

import re
from itertools import islice

from bot.catalogue.communes import communes_named, meant
from bot.catalogue.folding import flat
from bot.catalogue.places import DEPARTMENTS
from bot.search.languages import is_common

_PLACE = re.compile(
    r"(?:(?<!\w)(?i:dans (?:le |la |l['’]|les )|en |[àa] |au |aux |pr[èe]s de |pr[èe]s d['’]|vers |sur |from |in |near |de |d['’])|\()"
    r"(?=(?P<name>[\w'’-]+(?:[ -][\w'’-]+){0,5}))"
)
_POSTCODE = re.compile(
    r"(?<!\d)(?<!\d )(?P<code>\d{5})(?=\)|,? [A-ZÀ-Þ]| *$|[,.])|(?i:code postal|cp|postcode)\s*:?\s*(?P<coded>\d{5})\b"
)
_CODE = re.compile(
    r"(?i:dans le|d[ée]partement|dept|\()\s*(?P<code>\d{2,3}|2[AaBb])(?=\)|\b(?! ?(?:€|%|sal|pers|emp|mars|mai)))"
)
_MADE_THERE = re.compile(
    r"(?:fabrique\w*|produit\w*|faite?s?|assemble\w*|sous traite\w*|made|produced|importe\w*|achete\w*|usine|fournisseur\w*)\b[^,.;]{0,25}$"
)
_DENIED = re.compile(r"\b(?:pas|plus|non|not|no longer)\s*$")
_IN_A_DEPARTMENT = re.compile(
    r"(?i)\b(?:c['’ ]?est|c|on est|plut[oô]t)(?: dans| plut[oô]t)? (?:le |la |les |l['’])(?P<name>[^\W\d][\w'’ -]*?)"
    r"(?: ?\(?(?:\d{2,3}|2[ab])\)?)?\s*(?=$|[,.;:!?])"
)
_SAINTS = ("saint", "sainte", "st", "ste")
_EVERYDAY = frozenset("france tours sens mer plus lens production terme usine die auto".split())
_DEPARTMENT_NAMES = frozenset(flat(department.name) for department in DEPARTMENTS)
_LONGEST_NAME = 6  # words
_MOST_PLACES = 40  # words after which a place may stand that are looked at


def place_in(text: str) -> str | None:
    """A postcode with its town, a town after a preposition, a department by its name or code."""
    if match := _POSTCODE.search(text):
        return text[match.start() : match.end() + 40].split(",")[0].strip(" ()") if match["code"] else match["coded"]
    code, written = _CODE.search(text), _written_out(text)
    for match in islice(_PLACE.finditer(text), _MOST_PLACES):
        before = flat(text[max(0, match.start() - 40) : match.start()])
        if _MADE_THERE.search(before) or _DENIED.search(before):
            continue
        if town := _town(match["name"], text[match.start()] == "(", code["code"] if code else None):
            town = written if written and f" {flat(town)} " in f" {flat(written)} " else town
            return f"{town} ({code['code']})" if code else town
    if code:
        return f"{written} ({code['code']})" if written else code["code"]
    return _between_commas(text) or written or _department(text)


def before_place(text: str) -> str:
    """What stands before a commune of a long name, unless that is a part of it: « plastilum moirans en montagne »."""
    place = _written_out(text)
    before = re.split(r"[\W_]+".join(map(re.escape, place.split())), text)[0] if place else text
    return (
        text if re.search(r"\b(?:de|du|des|of)\s*$|d['’]$|^\s*$", before) else re.sub(r"\s(?:[àa]|in)\s*$", "", before)
    )


def _between_commas(text: str) -> str | None:
    """« Duval Sièges, Vesoul, 42 salariés »: a town that stands alone."""
    pieces = [piece.strip() for piece in re.split(r"[,;/\n]|\s-\s", text)]
    return next((piece for piece in pieces[1:] if _stands_alone(piece)), None)


def _stands_alone(piece: str) -> bool:
    if flat(piece) in _EVERYDAY:
        return False
    inhabitants = max((commune.inhabitants for commune in communes_named(piece)), default=0)
    if piece[:1].isupper():
        return inhabitants >= 2_000
    return bool(inhabitants) and (_is_unmistakable(piece) or (inhabitants >= 5_000 and not is_common(flat(piece))))


def _written_out(text: str) -> str | None:
    """A commune of a long name anywhere: « plastilum moirans en montagne 35 pers »."""
    words = re.findall(r"[^\W_]+", text)
    for count in range(_LONGEST_NAME, 1, -1):
        for at in range(len(words) - count + 1):
            run = words[at : at + count]
            long = count > 2 or (flat(run[0]) in _SAINTS and any(word.isdigit() for word in words))
            if long and not (at and _DENIED.search(flat(words[at - 1]))) and _is_unmistakable(name := " ".join(run)):
                return name
    return None


def _department(text: str) -> str | None:
    """« c'est le Jura 39 »."""
    said = (match["name"] for match in _IN_A_DEPARTMENT.finditer(text))
    return next((name for name in said if flat(name) in _DEPARTMENT_NAMES), None)


def _is_unmistakable(name: str) -> bool:
    """A commune whose name has several words, of which one is no common word."""
    words = re.sub(r"^(?:le|la|les|l) ", "", flat(name)).split()
    saint = words[:1] and words[0] in _SAINTS
    known = len(words) > 1 and communes_named(name)
    return bool(known) and bool(saint or not all(len(word) < 3 or is_common(word) for word in words))


def _town(words: str, bracketed: bool, code: str | None) -> str | None:
    """The longest run of words that names a commune or a department; lower case only for what nothing else is.

    A village whose name is a single word is believed only beside the code of its department.
    """
    pieces = re.split(r"[ ]", words)
    for count in range(len(pieces), 0, -1):
        name = " ".join(pieces[:count]).strip(" ,.;")
        if len(name) < 2 or name.isdigit():
            continue
        capital = name[0].isupper()
        named = communes_named(name)
        here = [commune for commune in named if commune.department.code == code]
        commune = meant(here or named) or next(iter(named), None)
        sure = bool(here) or re.search(r"\w[- '’]\w{2}", name) or (commune and commune.inhabitants >= 200)
        large = commune is not None and commune.inhabitants >= 5_000 and len(name) > 4
        if commune and ((capital and sure) or large or _is_unmistakable(name)):
            return name if capital or flat(name) not in _EVERYDAY else None
        if flat(name) in _DEPARTMENT_NAMES and not bracketed and (capital or not is_common(flat(name))):
            return name
    return None

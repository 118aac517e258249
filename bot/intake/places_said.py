"""The place that a free sentence names: where the project is, not where the goods are made today."""

import re
from itertools import islice

from bot.catalogue.communes import communes_named, meant
from bot.catalogue.folding import flat
from bot.catalogue.places import DEPARTMENTS

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
_EVERYDAY = frozenset("france tours sens mer plus lens production terme usine die auto".split())
_DEPARTMENT_NAMES = frozenset(flat(department.name) for department in DEPARTMENTS)
_MOST_PLACES = 40  # words after which a place may stand that are looked at


def place_in(text: str) -> str | None:
    """A postcode with its town, a town after a preposition, a department by its name or code."""
    if match := _POSTCODE.search(text):
        return text[match.start() : match.end() + 40].split(",")[0].strip(" ()") if match["code"] else match["coded"]
    code = _CODE.search(text)
    for match in islice(_PLACE.finditer(text), _MOST_PLACES):
        if _MADE_THERE.search(flat(text[max(0, match.start() - 40) : match.start()])):
            continue
        if town := _town(match["name"], text[match.start()] == "(", code["code"] if code else None):
            return f"{town} ({code['code']})" if code else town
    return code["code"] if code else _between_commas(text)


def _between_commas(text: str) -> str | None:
    """« Duval Sièges, Vesoul, 42 salariés »: a town that stands alone."""
    pieces = [piece.strip() for piece in re.split(r"[,;\n]|\s-\s", text)]
    towns = [piece for piece in pieces[1:] if piece[:1].isupper() and flat(piece) not in _EVERYDAY]
    large = [town for town in towns if any(commune.inhabitants >= 2_000 for commune in communes_named(town))]
    return large[0] if large else None


def _town(words: str, bracketed: bool, code: str | None) -> str | None:
    """The longest run of words that names a commune or a department; lower case only for larger towns.

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
        if commune and ((capital and sure) or (commune.inhabitants >= 5_000 and len(name) > 4)):
            return name if capital or flat(name) not in _EVERYDAY else None
        if capital and not bracketed and flat(name) in _DEPARTMENT_NAMES:
            return name
    return None

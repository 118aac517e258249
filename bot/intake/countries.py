"""Countries other than France as a sentence names them; the names are those of the Unicode CLDR, by babel."""

import re
from functools import cache

from bot.catalogue.folding import flat

_OTHERS = {
    "angleterre": "Angleterre", "england": "England", "republique tcheque": "République tchèque",
    "birmanie": "Birmanie", "hollande": "Hollande", "asie": "Asie", "asia": "Asia", "maghreb": "Maghreb",
    "europe de l est": "Europe de l'Est", "eastern europe": "Eastern Europe", "usa": "USA", "etats unis": "États-Unis",
    "uk": "UK", "royaume uni": "Royaume-Uni", "coree": "Corée", "korea": "Korea", "bangladesh": "Bangladesh",
    "amerique du sud": "Amérique du Sud", "afrique du nord": "Afrique du Nord",
}  # fmt: skip
_PEOPLES = {
    "chinois": "Chine", "polonais": "Pologne", "roumain": "Roumanie", "turc": "Turquie", "tunisien": "Tunisie",
    "marocain": "Maroc", "indien": "Inde", "vietnamien": "Viêt Nam", "tcheque": "Tchéquie", "portugais": "Portugal",
    "espagnol": "Espagne", "italien": "Italie", "allemand": "Allemagne", "hongrois": "Hongrie", "slovaque": "Slovaquie",
    "bulgare": "Bulgarie", "taiwanais": "Taïwan", "thailandais": "Thaïlande", "bangladais": "Bangladesh",
}  # fmt: skip
_NO_COUNTRY = (
    "FR",
    "GP",
    "MQ",
    "GF",
    "RE",
    "YT",
    "PM",
    "BL",
    "MF",
    "NC",
    "PF",
    "TF",
    "WF",
    "QO",
    "ZZ",
    "EU",
    "EZ",
    "SH",
    "LC",
)
_EVERYDAY = {"tour", "man", "jersey", "niger", "oman", "nations unies", "united nations"}  # other things more often


def countries_in(text: str) -> tuple[str, ...]:
    """Countries that a text names, as it would be written, in their order there; France is none of them."""
    said = f" {flat(_joined(text))} "
    found = {match.start(): _names()[match[1]] for match in _pattern().finditer(said)}
    for match in re.finditer(rf"\b({'|'.join(_PEOPLES)})(?:e?s?)\b", said):
        found.setdefault(match.start(), _PEOPLES[match[1]])
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))


def _joined(text: str) -> str:
    """« Saint-Maurice-sur-Vingeanne » is one word, in which no country stands."""
    return re.sub(r"(?<=\w)-(?=\w)", "", text)


@cache
def _names() -> dict[str, str]:
    from babel import Locale  # loads its tables: not before a sentence is read

    named = {
        key: name
        for language in ("en", "fr")
        for code, name in Locale(language).territories.items()
        if code.isalpha() and code not in _NO_COUNTRY
        for key in (flat(name), flat(_joined(name)))
    }
    return {name: shown for name, shown in (named | _OTHERS).items() if name not in _EVERYDAY}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?<= )({'|'.join(map(re.escape, names))})(?= )")

"""The industrial operations that a text names, by the vocabulary of the live release, which is handed in."""

import re
from collections.abc import Callable, Iterable, Iterator

from bot.catalogue.folding import flat

NamesIn = Callable[[str], tuple[str, ...]]
"""Canonical names of the operations that a text mentions, in order."""

MOST = 8  # operations of one application
_LONGEST = 80  # characters of one; facets are that long
_ADDRESS = re.compile(r"\S+@\S+|\S+://\S+")
_ITEM = re.compile(r"[,;/\n•]")
_AND = re.compile(r"\s(?:et|and|ou|or|puis|then|\+|&)\s")
_LEAD = re.compile(r"^(?:de |du |des |d['’]|de la |de l['’]|la |le |les |l['’]|some |the )+", re.IGNORECASE)
_NOT_MEANT = re.compile(
    r"\b(?:pas|sans|ni|aucune?|no|not|without)(?: besoin)?(?: de la| de l| de| du| des| d)? \w+"
    r"|\b(?:un|une|le|notre|nos|a|the|our) (?:proto|prototype|maquette)s?\b"  # how far the project is
)
_WANTED = re.compile(
    r"^(?:(?:oui|alors|et|en fait|bonjour|and|also) )*(?:il (?:nous|me) (?:faut|faudrait|faudra)"
    r"|(?:on|nous|je|j|we|i) (?:a|ai|avons|aurons|aura|have)? ?(?:besoin|cherche|cherchons|recherche|recherchons"
    r"|need|look for|are looking for|am looking for)|besoin)\b"
)


def no_names(_text: str) -> tuple[str, ...]:
    """The vocabulary of an empty knowledge folder."""
    return ()


def mentioned(text: str, names: Iterable[str], names_in: NamesIn) -> tuple[str, ...]:
    """The operations of a free sentence: none in a name, an address or a negation."""
    said = f" {flat(_ADDRESS.sub(' ', text))} "
    for name in filter(None, map(flat, names)):
        said = said.replace(f" {name} ", " . ")
    return names_in(_NOT_MEANT.sub(" . ", said))[:MOST]


def wants(text: str) -> bool:
    """« il nous faut de l'usinage »: a need and no answer, whatever was asked."""
    return _WANTED.match(flat(text)) is not None


def read(text: str, names_in: NamesIn) -> tuple[list[str], bool]:
    """A typed list: the vocabulary's names, what it does not know as typed, and whether there is any of that."""
    found: list[str] = []
    typed: list[str] = []
    for part in (part for item in _parts(_ITEM, text) for part in _cut(item, names_in)):
        if known := names_in(part):
            found += known
        else:
            word = _LEAD.sub("", part)[:_LONGEST]
            found.append(word)
            typed.append(word)
    kept = list(dict.fromkeys(found))[:MOST]
    return kept, any(word in kept for word in typed)


def _cut(item: str, names_in: NamesIn) -> Iterable[str]:
    """« usinage et fonderie » in two, but « perçage et taraudage » whole where that is a name."""
    whole = any(flat(name) == flat(item) for name in names_in(item))
    return (item,) if whole else _parts(_AND, item)


def _parts(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return filter(None, (" ".join(part.split()).strip(" .-«»\"'") for part in pattern.split(text)))

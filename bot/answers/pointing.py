"""What « l'autre », « le prêt », « cette aide » stand for in a talk, put by its name."""

import re
from collections.abc import Iterator

from bot.answers.aspects import aspects_of
from bot.answers.following import is_short, leads_on, ordinal_in, place_in_list, without_lead, without_ordinal
from bot.answers.listing import SHOWN, wants_schemes
from bot.answers.relisting import page_of
from bot.answers.retorting import asks_source, asks_when, points_at_the_other, recalled, rectified, with_the_other
from bot.answers.types import Context, Language, Thread
from bot.answers.understanding import Reader
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat, fold
from bot.catalogue.models import AnyRecord, Partner, Scheme

_FEWEST = 3  # words of a message that asks something by itself
_POINTER = r"(?:(?:de |pour |avec |for |of |with )?(?:ce|cet|cette|le|la|l'|du|au|the|this|that)\s*)"
_SCHEME = ("aide", "dispositif", "financement", "scheme", "aid", "funding")
_PARTNER = ("partenaire", "structure", "organisme", "partner")
_NEXT = (
    r"(?=\s*(?:$|[,?!.;]|(?:il|elle|ca|c'|est|se|s'|faut|peut|dure|a|on|je|nous|pour|avec|et"
    r"|is|does|can|how|do|need|last|require)\b))"
)
"""What may follow a noun which nothing narrows: « le prêt, il faut… », not « le prêt vert »."""

_LONGEST = 20  # words of a message that points at one of a list
_CLAUSES = re.compile(r"\s*[,;?!]+\s*(?:et\s|and\s)?|\s+(?:et|and)\s+(?=(?:il|elle|c['’]?est|on|is|it|are|we)\b)")
_NEAR = re.compile(
    r"\b(?:loin|pres|proches?|a cote|(?:bon|dans le|dans ce|notre|mon) (?:coin|secteur)"
    r"|bonne (?:zone|region)|(?:dans la|notre) (?:zone|region)|far|close|near|nearby"
    r"|right (?:area|place|region)|around here)\b(?! (?:de (?:la )?fin)\b)"
)
"""Whether something is where one is."""
_WHAT = re.compile(
    r"(?:c (?:est )?quoi|kesako|qu est ce que c est|what s that|what is it|what is that|what s it|is what)"
)
_ENUMERATED = re.compile(r":\s*(?P<items>[^:.]+,[^:.]+)")
_BETWEEN = re.compile(r",?\s+(?:puis|et|and|then|ou|or)\s+|,\s+")


class Pointing:
    """Reads pointers for one release."""

    def __init__(self, catalogue: Catalogue, reader: Reader) -> None:
        self._catalogue, self._reader = catalogue, reader

    def meant(self, message: str, context: Context) -> str:
        """What a message means that corrects the one before or points at what was talked about; empty for another."""
        if context.thread is None:
            return ""
        pending = _pending(context)
        if rectified(message, pending):
            return rectified(message, self._reader.without_names(pending) if self._reader.names(message) else pending)
        return (
            self._the_other(message, context)
            or self._of_a_list(message, context)
            or of_an_enumeration(message, context.thread)
            or self._told_before(recalled(message))
            or self._by_its_name(message, context)
        )

    def _the_other(self, message: str, context: Context) -> str:
        """« l'autre »: of two listed or compared, else what was talked about before."""
        thread = context.thread
        if thread is None or not points_at_the_other(message):
            return ""
        subject = thread.subjects if len(thread.subjects) == 1 else ()
        two = thread.listed if len(thread.listed) == 2 else context.subjects[-2:]
        others = [record for name in two if name not in subject and (record := self._catalogue.records.get(name))]
        if not others:
            return ""
        name = others[-1].title
        asked = without_lead(with_the_other(message, name)).strip()
        return f"et {name} ?" if flat(asked) == flat(name) else asked

    def _of_a_list(self, message: str, context: Context) -> str:
        """« la 3 c'est quoi, on est dans le bon coin ? »: each clause of it by the name of the third one."""
        thread = context.thread
        clauses = [clause for clause in _CLAUSES.split(message) if flat(clause)]
        if thread is None or not is_short(message, _LONGEST) or not any(_NEAR.search(flat(one)) for one in clauses):
            return ""
        place = place_in_list(clauses[0], len(thread.listed), thread.shown, SHOWN)
        record = self._catalogue.records.get(thread.listed[place]) if place is not None else None
        if not isinstance(record, Scheme | Partner) or self._reader.names(clauses[0]):
            return ""
        return " ".join(dict.fromkeys(filter(None, (self._asked_of(record, clause) for clause in clauses))))

    def _told_before(self, what: str) -> str:
        """« tu m'avais donné quoi pour la soudure ? »: asked anew, of those who do it or of what pays for it."""
        if not what or self._reader.names(what):
            return f"{what} ?" if what else ""
        return f"qui fait {what} ?" if self._reader.thesaurus.operations_in(what) else f"quelles aides pour {what} ?"

    def _asked_of(self, record: Scheme | Partner, clause: str) -> str:
        """A clause as a question on that record; empty when it asks nothing."""
        rest = without_lead(without_ordinal(clause))
        if self._reader.names(clause):
            return f"{clause} ?"
        if isinstance(record, Partner) and _NEAR.search(rest):
            return f"où est {record.title} ?"
        if _NEAR.search(rest) or _WHAT.search(rest):
            return (
                f"c'est quoi {record.title} chez nous ?"
                if isinstance(record, Scheme)
                else f"c'est quoi {record.title} ?"
            )
        return f"{rest} {record.title} ?" if aspects_of(rest) else ""

    def _by_its_name(self, message: str, context: Context) -> str:
        """« le prêt, il faut une garantie ? »: of the one such thing that was talked about or listed."""
        folded = fold(message)
        if len(folded) != len(message) or wants_schemes(message) or self._reader.names(message):
            return ""
        for record in self._talked_about(context):
            words = "|".join(map(re.escape, _called(record)))
            if found := re.search(rf"\b{_POINTER}(?:{words})\b{_NEXT}", folded):
                return f"{message[: found.start()]}{_joint(found[0])}{record.title}{message[found.end() :]}".strip()
        return ""

    def _talked_about(self, context: Context) -> Iterator[Scheme | Partner]:
        """The one subject; else each of a list that alone is of its kind there."""
        thread = context.thread
        names = thread.subjects if thread and len(thread.subjects) == 1 else page_of(thread) if thread else ()
        records = [r for name in names if isinstance(r := self._catalogue.records.get(name), Scheme | Partner)]
        for record in records:
            if sum(bool(_own(one) & _own(record)) for one in records) == 1:
                yield record


def of_an_enumeration(message: str, thread: Thread) -> str:
    """« cinq étapes : les études, les ateliers… », « et la 1ère ? »: with its name for the rank."""
    if len(thread.listed) > 1 or not is_short(message, _LONGEST):
        return ""
    for found in filter(None, map(_ENUMERATED.search, thread.said)):
        items = [item.strip(" ,") for item in _BETWEEN.split(found["items"])]
        place = ordinal_in(message, len(items))
        if len(items) > 2 and place is not None:
            clauses = (without_lead(without_ordinal(one)) for one in _CLAUSES.split(message))
            return " ".join(f"{clause} {items[place]} ?" for clause in clauses if flat(clause)) or f"{items[place]} ?"
    return ""


def _own(record: AnyRecord) -> set[str]:
    """What a record is called by its kind."""
    if isinstance(record, Scheme):
        kinds = (f"nature_{nature.name.lower()}" for nature in record.natures)
        return {fold(say(kind, language)) for kind in kinds for language in Language}
    return {fold(record.category)} if isinstance(record, Partner) else set()


def _called(record: Scheme | Partner) -> tuple[str, ...]:
    return (*sorted(_own(record)), *(_SCHEME if isinstance(record, Scheme) else _PARTNER))


def _joint(pointed: str) -> str:
    """« pour cette aide » stays « pour »."""
    first = pointed.split()[0]
    return f"{first} " if first in {"de", "pour", "avec", "for", "of", "with"} else ""


def _pending(context: Context) -> str:
    """The question that a correction is of: the last message when it asked something by itself."""
    last, thread = context.last_question, context.thread
    alone = len(last.split()) >= _FEWEST and not leads_on(last) and not rectified(last, last)
    if alone and not (asks_source(last) or asks_when(last)):
        return last
    return thread.asked if thread else last

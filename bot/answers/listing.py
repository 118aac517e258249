"""Lists and counts (« combien de prêts en Normandie ? », « qui fait du bobinage ? »): from records, never from passages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.answers.aspects import Aspect
from bot.answers.bearing import bears, says_so
from bot.answers.concepts import Thesaurus
from bot.answers.evidence import Evidence
from bot.answers.fields import stated
from bot.answers.labels import topic_told
from bot.answers.newcomers import is_settled, kept_for_newcomers
from bot.answers.quoting import Quote
from bot.answers.sentences import sentences_of
from bot.answers.surveying import shorter, survey
from bot.answers.types import Language
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import REMEMBERED, flat, fold
from bot.catalogue.formats import day, listed, money, number, percent, spelled
from bot.catalogue.models import AnyRecord, Availability, Passage, PassageKind, Scheme
from bot.finders.financing import NATIONAL, STAGES, covers, find_schemes, is_old_enough, strangeness, topics_held
from bot.finders.wish import Trait, Wish
from bot.search.analysis import stems

SHOWN = 5  # lines on a phone's screen
_KINDS = (
    r"(?:aides?|subventions?|prets?|financements?|dispositifs?|credits? d.?impots?|garanties?|exonerations?|fonds|avances?"
    r"|diag(?:nostic)?s?|etudes?|schemes?|grants?|loans?|funding|tax credits?|subsid(?:y|ies)|diagnostics?|aid|support|money|argent)"
)
_ALL = r"(?:(?:les|des|toutes|tous|vos|all|the|of|open|closed|public|aux|mes|nos) )*"
_SCHEMES = re.compile(
    rf"quel(?:le)?s? (?:sont |est |genre d |type d |types d )?{_ALL}(?:la |autres? )?{_KINDS}|^(?:(?:ok|oui|bon|bien|alors|donc|et|du coup) )*{_ALL}{_KINDS} |^{_ALL}{_KINDS}$"
    rf"|liste\w* (?:(?:des|les|moi|complete|de|d) )*{_ALL}{_KINDS}|(?:which|what|any|list|show me) (?:\w+ )?{_KINDS}|[kq]u?oi (?:comme |en )?{_KINDS}"
    rf"|(?:combien|nombre) (?:y a t il |il y a |existe t il )?(?:de |d.?|des )?{_KINDS}|how many {_KINDS}"
    rf"|(?:cherche|besoin|trouver|existe t il|y a t il|avoir|obtenir|looking for|droit a|pretendre a|beneficier d?)"
    rf" (?:\w+ ){{0,2}}{_KINDS}"
    r"|\bfinancer\b|\bqui (?:peut |pourrait |va )?(?:(?:nous|me|m) )?(?:financer?|finance(?:nt)?|subventionne\w*|aide(?:nt)?|paie\w*|paye\w*|prete(?:r|nt)?)"
    r"\s*$|\bqui (?:peut |pourrait |va )?(?:(?:nous|me|m) )?(?:financer?|finance(?:nt)?|subventionne\w*|aide(?:nt)?|paie\w*|paye\w*|prete(?:r|nt)?)"
    r" (?!le\b|la\b|l\b|ce\b|cette\b|ca\b)|who (?:funds|finances|pays for|subsidi[sz]es) (?!the\b|this\b|it\b)"
    r"|\bpour l argent\b|\by a quoi (?:comme|pour) (?:aides?|l argent)|droit a quoi|can (?:i|we) get (?:any )?(?:help|money|funding|financing)|finance(?:r)? (?:mon|notre|my|our) projet"
)
_PARTNERS = re.compile(
    r"\bqui\b|partenaire|fournisseur|sous traitant|prestataire|fabricant|atelier|trouver|cherche|faire faire"
    r"|entreprises? (?:de|d|qui|pour)|supplier|partner|\bwho\b|find|make"
)
_ALL_PARTNERS = re.compile(
    r"(?:quel(?:le)?s? (?:sont )?(?:les )?|liste\w* (?:des |les )?|combien (?:de |d )|y a t il (?:des |un |une )?|which |list (?:of )?|how many"
    r" |any |cherche (?:un |une |des )?|trouver (?:un |une |des )?|^(?:les |des )?)(?P<noun>[a-z]+)"
)
_PARTNER_NOUNS = frozenset(
    "partenaire partenaires fournisseur fournisseurs industriel industriels prestataire prestataires supplier suppliers"
    " partner partners acteurs sous".split()
)
_COUNTED = re.compile(r"\bcombien\b|\bhow many\b|\bnombre d\w*\b")
_MORE = re.compile(
    r"(?:et )?(?:les |la |le )?(?:suivante?s?|suite|autres?|prochaine?s?|reste)(?: de la liste)?|(?:en )?(?:voir|montre\w*|affiche\w*|donne\w*)"
    r" (?:moi |m en )?(?:plus|la suite|les (?:suivants|autres)|d autres)|encore(?: plus)?|d autres|(?:y en a|il y en a|il en existe) d autres"
    r"|(?:the )?(?:next|more|others?|rest|next ones?)(?: please)?|show (?:me )?(?:more|the (?:next|others?|rest))|page suivante|plus"
)
_SAID: dict[Trait, re.Pattern[str]] = {
    Trait.NO_GUARANTEE: re.compile(
        r"sans (?:\w+ )?(?:garantie|caution|surete|gage)|aucune (?:garantie|caution|surete)"
    ),
    Trait.NO_INTEREST: re.compile(r"taux (?:zero|0|nul)|sans interet|(?:a|taux de) 0 ?%"),
    Trait.FREE: re.compile(r"gratuit|sans frais|100 % pris en charge"),
    Trait.SECOND_HAND: re.compile(r"d.occasion|reconditionn|seconde main"),
}


_EXCLUDED = re.compile(
    r"\bn[e'’] ?\w+ (?:\w+ )?(?:pas|plus|jamais)\b|\bexclu|\bsauf\b|\bhors\b|\bsans\b|uniquement neuf"
)
_IN = {"Grand": "in_the_region", "Hauts": "in_the_regions", "Pays": "in_the_regions"}


@dataclass(frozen=True)
class Listed:
    """A list: what is said above it, one line a record with its source, and ids of all that fit."""

    heading: str
    quotes: tuple[Quote, ...]
    ids: tuple[str, ...]
    note: str = ""
    shorter: tuple[str, ...] = ()  # questions for a part of it
    doubtful: bool = False  # nothing in it is what was asked: it is shown beside a refusal


@lru_cache(REMEMBERED)
def wants_schemes(question: str) -> bool:
    """Whether several schemes are asked for rather than one."""
    return bool(_SCHEMES.search(flat(question)))


@lru_cache(REMEMBERED)
def wants_partners(question: str) -> bool:
    """Whether somebody who can do an operation is asked for."""
    return bool(_PARTNERS.search(flat(question)))


def wants_all_partners(question: str, kinds: frozenset[str]) -> bool:
    """Whether all partners of a kind or place are asked for; `kinds` are stems of their categories."""
    nouns = {match["noun"] for match in _ALL_PARTNERS.finditer(flat(question))}
    return bool(nouns & _PARTNER_NOUNS) or any(
        kinds.intersection(stems(f"{noun} {noun.rstrip('sx')}")) for noun in nouns
    )


def wants_more(message: str) -> bool:
    """Whether the rest of the list just given is asked for."""
    return bool(_MORE.fullmatch(flat(message)))


def counts_asked(question: str) -> bool:
    """Whether a number is asked for first."""
    return bool(_COUNTED.search(flat(question)))


@dataclass(frozen=True, kw_only=True)
class View:
    """How a list is shown: from which place on, and whether its count is asked for (then in figures)."""

    language: Language
    today: date
    start: int = 0
    counted: bool = False
    sides: tuple[Aspect, ...] = ()
    left_out: tuple[str, ...] = ()  # ids of the records that were turned down


class Lister:
    """Makes lists of the records of one release."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, thesaurus: Thesaurus) -> None:
        self._catalogue, self._evidence, self._thesaurus = catalogue, evidence, thesaurus

    def schemes(self, wish: Wish, view: View) -> Listed:
        """The schemes that fit, from a place in the list on."""
        language, today, start = view.language, view.today, view.start
        schemes = [scheme for scheme in self._catalogue.schemes if scheme.id not in view.left_out]
        borne = {scheme.id: self._borne(scheme, wish) for scheme in schemes} if wish.traits else {}
        fit = [
            scheme
            for scheme in find_schemes(schemes, wish, today)
            if (not wish.traits or borne[scheme.id]) and self._speaks(scheme.id, wish)
        ]
        found = [scheme for scheme in fit if not (wish.topics and strangeness(scheme, wish))] or fit
        if is_settled(wish):
            found = sorted(found, key=lambda scheme: bool(self._for_newcomers(scheme)))
        quotes = [
            Quote(self._line(scheme, wish, view, borne.get(scheme.id, [])), source, 1.0, typed=True)
            for scheme in found[start : start + SHOWN]
            if (source := next(iter(borne.get(scheme.id, ())), None) or fields_of(self._catalogue, scheme))
        ]
        heading = heading_of(
            "later" if wish.unfounded and found else "schemes",
            (len(found), len(quotes)),
            scheme_criteria(wish, language),
            view,
        )
        notes = (
            ()
            if start or not found
            else (
                survey(found, wish, language),
                self._left_out(wish, language, today),
                _conditional(fit, found, wish, language),
            )
        )
        parts = () if start else shorter(found, wish, place_of(wish.regions, language), language)
        return Listed(heading, tuple(quotes), tuple(s.id for s in found), " ".join(filter(None, notes)), parts)

    def _line(self, scheme: Scheme, wish: Wish, view: View, borne: Sequence[Passage]) -> str:
        """Its line, with the sentence of its file that says what is bought second hand."""
        told = [stated(scheme, side, view.today, view.language) for side in view.sides if not borne]
        told += [_needs(scheme, wish, view.language)]
        dated = borne or Aspect.DEADLINE not in view.sides
        line = scheme_line(scheme, view.language, view.today, borne, dated=bool(dated))
        line = " ".join(filter(None, (line if dated or scheme.natures else "", *told)))
        if is_settled(wish) and self._for_newcomers(scheme):
            english = view.language is Language.ENGLISH
            return f"{line} {kept_for_newcomers(self._catalogue.passages_of(scheme.id), english=english)}".strip()
        if Trait.SECOND_HAND not in wish.traits or not borne:
            return line
        return f"{line} {_saying(Trait.SECOND_HAND, borne)}"

    def _left_out(self, wish: Wish, language: Language, today: date) -> str:
        """How many more may fit, of which the files do not say enough."""
        told = []
        if wish.availability is Availability.OPEN:
            doubtful = find_schemes(self._catalogue.schemes, replace(wish, availability=Availability.TO_CHECK), today)
            told.append(("more_to_check", sum(self._speaks(scheme.id, wish) for scheme in doubtful)))
        if not wish.amount is wish.amount_from is wish.amount_to is None:
            any_amount = find_schemes(
                self._catalogue.schemes, replace(wish, amount=None, amount_from=None, amount_to=None), today
            )
            told.append(("more_without_amount", sum(scheme.amount_max is None for scheme in any_amount)))
        anywhere = find_schemes(
            self._catalogue.schemes, replace(wish, departments=(), age=None, unfounded=False), today
        )
        fitting = [s for s in anywhere if self._speaks(s.id, wish) and not (wish.topics and strangeness(s, wish))]
        there = [scheme for scheme in fitting if covers(scheme, wish.departments)]
        told.append(("held_elsewhere", len(fitting) - len(there)))
        told.append(("too_young", sum(not is_old_enough(scheme, wish) for scheme in there)))
        if Trait.SECOND_HAND in wish.traits:
            others = find_schemes(self._catalogue.schemes, wish, today)
            told.append(("unsaid", sum(not self._speaks_of(Trait.SECOND_HAND, scheme) for scheme in others)))
        said = (
            say(
                key if count > 1 else f"{key}_one",
                language,
                count=spelled(count, language.value),
                trait=say("trait_second_hand", language),
            )
            for key, count in told
            if count
        )
        return " ".join(sentence[:1].upper() + sentence[1:] for sentence in said)

    def _speaks(self, record: str, wish: Wish) -> bool:
        concepts = (concept for text in wish.spoken for concept in self._thesaurus.concepts(text))
        spoken = [concept.stands_in(self._evidence.stems_of[record]) for concept in concepts]
        return any(spoken) or not spoken if wish.any_topic else all(spoken)

    def _borne(self, scheme: Scheme, wish: Wish) -> list[Passage]:
        """The passages that say each trait where it is asked, the first the best source; empty unless all are said."""
        passages = self._catalogue.passages_of(scheme.id)
        if Trait.SECOND_HAND in wish.traits:
            passages = tuple(sorted(passages, key=lambda passage: passage.kind is PassageKind.FIELDS))
        said = [sentence for passage in passages for sentence in sentences_of(passage.text)]
        there = () if NATIONAL in wish.regions else wish.regions
        if any(_refuses(trait, passages) or not bears(_SAID[trait], said, there) for trait in wish.traits):
            return []
        found = [
            next((p for p in passages if any(says_so(_SAID[trait], s, there) for s in sentences_of(p.text))), None)
            for trait in wish.traits
        ]
        return [passage for passage in found if passage]

    def _for_newcomers(self, scheme: Scheme) -> str:
        return kept_for_newcomers(self._catalogue.passages_of(scheme.id))

    def _speaks_of(self, trait: Trait, scheme: Scheme) -> bool:
        """Whether its file says it or the contrary."""
        passages = self._catalogue.passages_of(scheme.id)
        return any(_SAID[trait].search(fold(sentence)) for p in passages for sentence in sentences_of(p.text))


def _needs(scheme: Scheme, wish: Wish, language: Language) -> str:
    """Which of several needs it is for."""
    if not (wish.any_topic and len(wish.topics) > 1):
        return ""
    needs = [_topics_told(group, language) for group in topics_held(scheme, wish.topics)]
    return say("line_for", language, needs=listed(needs, say("and", language))) if needs else ""


def _topics_told(group: tuple[str, ...], language: Language) -> str:
    """« machines/équipement », « formation »: what a thing to be paid for is called."""
    return "/".join(topic_told(topic, language) for topic in (group[:1] if STAGES & {*group[:2]} else group[:2]))


def _conditional(fit: Sequence[Scheme], found: Sequence[Scheme], wish: Wish, language: Language) -> str:
    """That more schemes, or all of them, are for something else too."""
    left = len(fit) - len(found)
    if left:
        key = "more_conditional" if left > 1 else "more_conditional_one"
        told = say(key, language, count=spelled(left, language.value))
        return told[:1].upper() + told[1:]
    return say("all_conditional", language) if wish.topics and all(strangeness(s, wish) for s in found) else ""


def _refuses(trait: Trait, passages: Iterable[Passage]) -> bool:
    """Whether a sentence says the contrary: « le matériel d'occasion est exclu »."""
    said = (fold(sentence) for passage in passages for sentence in sentences_of(passage.text))
    return trait is Trait.SECOND_HAND and any(_SAID[trait].search(one) and _EXCLUDED.search(one) for one in said)


def _saying(trait: Trait, passages: Iterable[Passage]) -> str:
    """The first sentence that says it."""
    said = (sentence for passage in passages for sentence in sentences_of(passage.text))
    return next((sentence for sentence in said if _SAID[trait].search(fold(sentence))), "")


def heading_of(kind: str, sizes: tuple[int, int], criteria: str, view: View) -> str:
    """« Douze dispositifs correspondent en Normandie (prêt) ; les cinq premiers : »; `sizes` are all and those shown."""
    (count, shown), language = sizes, view.language
    if count == 0:
        return say(f"{kind}_none", language, criteria=criteria)
    if view.start:
        places = {"first": view.start + 1, "last": view.start + shown, "count": count}
        return say("list_next", language, **{key: number(value, language.value) for key, value in places.items()})
    key = "one" if count == 1 else "all" if shown == count else "some"
    told = number(count, language.value) if view.counted else spelled(count, language.value).capitalize()
    return say(f"{kind}_{key}", language, criteria=criteria, count=told, shown=spelled(shown, language.value))


def scheme_criteria(wish: Wish, language: Language) -> str:
    """« en Normandie (prêt, machines) »: what the list was narrowed to."""
    told = [say(f"nature_{nature.name.lower()}", language) for nature in wish.natures]
    topics = tuple(dict.fromkeys(_topics_told(group, language) for group in wish.topics))
    told += [listed(topics, say("or", language))] if topics and wish.any_topic else topics
    told += [f"« {word} »" for word in wish.spoken]
    told += [say(f"trait_{trait.value}", language) for trait in wish.traits]
    told += [say("of_funder", language, name=name) for name in wish.funders]
    for key in ("amount", "amount_from", "amount_to", "spending"):
        value = getattr(wish, key)
        if value is not None:
            told.append(say(f"with_{key}", language, amount=money(value, language.value)))
    if wish.heads:
        told.append(_heads(wish.heads, language))
    status = say(f"status_{wish.availability.value}", language) if wish.availability else ""
    place = place_of(wish.regions, language)
    return place + (f" ({', '.join(filter(None, [status, *told]))})" if told or status else "")


def _heads(heads: tuple[int, int], language: Language) -> str:
    fewest, most = heads
    if fewest == most:
        return say("heads_exactly", language, low=number(fewest, language.value))
    if most >= 10**9:
        return say("heads_min", language, low=number(fewest, language.value))
    if not fewest:
        return say("heads_max", language, high=number(most, language.value))
    return say("heads_range", language, low=number(fewest, language.value), high=number(most, language.value))


def place_of(regions: tuple[str, ...], language: Language) -> str:
    """« en Normandie », « dans les Hauts-de-France ou en Normandie »."""
    if regions == (NATIONAL,):
        return say("in_france", language)
    keys = (_IN.get(region.split()[0].split("-")[0], "in_region") for region in regions)
    told = [say(key, language, region=region).strip() for key, region in zip(keys, regions, strict=True)]
    return f" {listed(told, 'or' if language is Language.ENGLISH else 'ou')}" if told else ""


def listed_name(record: AnyRecord) -> str:
    """The title by which a line is told from the others: without the explanation in brackets at its end."""
    name = record.title.split(" (")[0].strip()
    return name if name.count("«") == name.count("»") else name.replace("«", "").replace("»", "").strip()


def scheme_line(
    scheme: Scheme, language: Language, today: date, borne: Sequence[Passage] | None = None, *, dated: bool = True
) -> str:
    """« Prêt Vert (Bpifrance) : prêt, ≤ 5 M€. »; no figure when it is cited by a passage of its own.

    Whether it is open is left out unless `dated`.
    """
    parts = (
        [listed([say(f"nature_{nature.name.lower()}", language) for nature in scheme.natures], say("and", language))]
        if scheme.natures
        else []
    )
    if not borne:
        parts += _figures(scheme, language)
    if dated:
        parts += _opening(scheme, language, today, borne=borne)
    name, funder = listed_name(scheme), scheme.funder.split(" (")[0]
    told = "" if funder in name else f" ({funder})"
    return say("scheme_line", language, name=f"{name}{told}", text=", ".join(parts) + ".")


def _opening(scheme: Scheme, language: Language, today: date, *, borne: Sequence[Passage] | None) -> list[str]:
    """Why it may not be asked for today; no day when it is cited by a passage of its own."""
    available = scheme.availability(today)
    if available is Availability.TO_CHECK:
        return [say("status_to_check", language)]
    if available is Availability.CLOSED:
        return [_closed(scheme, language, dated=not borne)]
    if available is Availability.NOT_YET and scheme.valid_from and not borne:
        return [say("opens_on", language, day=day(scheme.valid_from, language.value))]
    return []


def _figures(scheme: Scheme, language: Language) -> list[str]:
    if scheme.amount_max is not None:
        return [f"≤ {money(scheme.amount_max, language.value)}"]
    return [f"≤ {percent(scheme.rate_max, language.value)}"] if scheme.rate_max is not None else []


def _closed(scheme: Scheme, language: Language, *, dated: bool) -> str:
    if scheme.valid_until and dated:
        return say("line_closed_on", language, day=day(scheme.valid_until, language.value))
    return say("status_closed", language)


def fields_of(catalogue: Catalogue, record: AnyRecord) -> Passage | None:
    """The typed fields of a record written out, else its first passage."""
    passages = catalogue.passages_of(record.id)
    return next(
        (passage for passage in passages if passage.kind is PassageKind.FIELDS), passages[0] if passages else None
    )

"""A list of partners: what is said above it, a line for each with what it covers of what was asked, what is missing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.answers.kinds import kind_told
from bot.answers.labels import operations_told, topic_told
from bot.answers.listing import SHOWN, Listed, View, heading_of, listed_name, place_of
from bot.answers.quoting import Quote
from bot.answers.sentences import sentences_of
from bot.answers.types import Language
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.formats import listed
from bot.catalogue.models import Partner, PassageKind
from bot.catalogue.places import department_of, town_name
from bot.finders.sourcing import Cover, Far, Match, Relation, Sourced, find_partners
from bot.finders.wish import PartnerWish
from bot.search.analysis import stems

_DOES = 6  # operations of a partner that stand for a sentence on it
_NEAREST = 2  # partners named for what nobody does, beside those that do the rest
_KINDS_TOLD = 2  # more names of kinds would hide what was asked
_WHERE = {Far.SAME_REGION: "nobody_there", Far.NATIONAL: "nobody_but_national", Far.ELSEWHERE: "nobody_near"}
_ITSELF_AT_WORK = re.compile(r"\b(?:laborato\w+|centres? techniques?|instituts?|ecoles?|universites?|lycees?)\b")
"""Kinds that do the work themselves when they are asked for: that they work in the field at large is no answer."""
_NO_WORKSHOP = re.compile(
    r"\b(?:poles?|clusters?|reseaux?|grappes?|federations?|associations?|syndicats?|centres? techniques?|laborato\w+"
    r"|instituts?|ecoles?|universites?|chambres?|agences?|technopoles?|services? publics?|financeurs?|networks?|opco"
    r"|amenageurs?)\b"
)


class PartnerLister:
    """Makes lists of the partners of one release."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._labels = {language: operations_told(catalogue.operations, language) for language in Language}
        self._names = {
            told[o.name]: (o.name, *o.synonyms) for told in self._labels.values() for o in catalogue.operations
        }

    def partners(self, wish: PartnerWish, view: View) -> Listed:
        """Those that do what is wished; for want of any, those that come nearest, and never as if they did it."""
        found, dropped = self._sourced(wish, view)
        found = _labelled(found, self._labels[view.language])
        kept = found.matches or found.nearest
        shown = kept[view.start : view.start + SHOWN]
        told = replace(wish, operations=found.wanted)
        quotes = tuple(line for match in shown if (line := self._line(match, told, view.language)))
        heading = self._heading(found, told, dropped, (len(kept), len(quotes)), view)
        note = "" if view.start else " ".join(_notes(found, told, shown, view.language))
        ids = tuple(match.partner.id for match in kept)
        return Listed(heading, quotes, ids, note, doubtful=_is_doubtful(found, wish))

    def _sourced(self, wish: PartnerWish, view: View) -> tuple[Sourced, tuple[str, ...]]:
        """What is found, and the kinds of partners that were asked for in vain."""
        today = view.today
        partners = (partner for partner in self._catalogue.partners if partner.id not in view.left_out)
        open_ones = [partner for partner in partners if not (partner.valid_until and partner.valid_until < today)]
        found = find_partners(open_ones, self._catalogue.operations, wish)
        if not (wish.categories and wish.operations):
            return found, ()
        any_kind = find_partners(open_ones, self._catalogue.operations, replace(wish, categories=()))
        if _is_at_work(wish):
            found, any_kind = _doing_the_main_one(found), _doing_the_main_one(any_kind)
        if any_kind.matches and not found.matches:
            return any_kind, wish.categories
        return replace(found, nearest=found.nearest or any_kind.nearest), ()

    def _heading(
        self, found: Sourced, wish: PartnerWish, dropped: tuple[str, ...], sizes: tuple[int, int], view: View
    ) -> str:
        language = view.language
        if view.start:
            return heading_of("partners", sizes, "", view)
        if found.matches:
            return " ".join((*_without_kind(dropped, wish, language), *_matching(found, wish, dropped, sizes, view)))
        if not wish.operations:
            return say("partners_none", language, criteria=partner_criteria(wish, language))
        place = place_told(wish, language)
        nobody = say("nobody_does", language, operations=_named(found.missing, language), place=place and f" ({place})")
        ending = "ask_an_adviser" if not found.nearest else "nearest_one" if sizes[0] == 1 else "nearest_some"
        return f"{nobody} {say(ending, language)}"

    def _line(self, match: Match, wish: PartnerWish, language: Language) -> Quote | None:
        """« Polymeris (pôle de compétitivité, Oyonnax), pour plasturgie : … » with the sentence that speaks of it."""
        passages = self._catalogue.passages_of(match.partner.id)
        if not passages:
            return None
        lead = f"{listed_name(match.partner)}{what_and_where(match.partner, language)}{_covered(match, wish, language)}"
        english = language is Language.ENGLISH
        texts = [passage for passage in passages if passage.kind is PassageKind.TEXT and passage.is_english is english]
        sentences = [(sentence, passage) for passage in texts for sentence in sentences_of(passage.text)]
        if not sentences:
            does = [self._labels[language].get(name, name) for name in match.partner.operations[:_DOES]]
            told = listed(does, say("and", language)) or kind_told(match.partner.category, language)
            return Quote(say("partner_line", language, name=lead, text=f"{told}."), passages[0], 1.0, typed=True)
        sentence, source = max(sentences, key=lambda pair: self._spoken(pair[0], match, wish))
        return Quote(say("partner_line", language, name=lead, text=sentence), source, 1.0, typed=True)

    def _spoken(self, sentence: str, match: Match, wish: PartnerWish) -> tuple[float, int, bool, float]:
        """How far a sentence speaks of what the partner covers: by name, then of the place, then of little else."""
        said = set(stems(sentence))
        covers = match.done or match.covers
        names = [name for cover in covers for name in self._names_of(cover)] or list(wish.sectors)
        named = [cover for cover in covers if any(_holds(said, name) for name in self._names_of(cover))]
        partly = max((len(said & set(stems(name))) / len(set(stems(name)) or {""}) for name in names), default=0.0)
        placed = any(flat(town) in flat(sentence) for town in wish.towns)
        focused = 1 / len(said) if said and named else 0.0
        dated = any(letter.isdigit() for letter in sentence)
        return len(named) + partly / 2, int(placed), not dated, focused

    def _names_of(self, cover: Cover) -> Iterable[str]:
        return (name for one in (cover.wanted, cover.own) for name in self._names.get(one, (one,)))


def _labelled(found: Sourced, labels: Mapping[str, str]) -> Sourced:
    """With each operation as the reader's language has it."""

    def told(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(labels.get(name, name) for name in names)

    def matched(matches: Iterable[Match]) -> tuple[Match, ...]:
        return tuple(replace(match, covers=tuple(map(covered, match.covers))) for match in matches)

    def covered(cover: Cover) -> Cover:
        return replace(cover, wanted=labels.get(cover.wanted, cover.wanted), own=labels.get(cover.own, cover.own))

    return Sourced(matched(found.matches), told(found.wanted), told(found.missing), matched(found.nearest))


def _matching(
    found: Sourced, wish: PartnerWish, dropped: tuple[str, ...], sizes: tuple[int, int], view: View
) -> Iterable[str]:
    """How many match, and for what; or that nobody does there, and where those are that do."""
    done = {cover.wanted for match in found.matches for cover in match.done}
    told = replace(wish, operations=tuple(name for name in wish.operations if name in done))
    criteria = partner_criteria(replace(told, categories=()) if dropped else told, view.language)
    fars = {match.far for match in found.matches}
    if min(fars) is Far.THERE:
        yield heading_of("partners", sizes, criteria, view)
        return
    yield say("nobody_but_these" if len(fars) > 1 else _WHERE[min(fars)], view.language, criteria=criteria)
    if sizes[0] > sizes[1]:
        yield heading_of("partners_far", sizes, criteria, view)


def _holds(said: set[str], name: str) -> bool:
    wanted = set(stems(name))
    return bool(wanted) and wanted <= said


def _is_doubtful(found: Sourced, wish: PartnerWish) -> bool:
    """Whether nobody does it, not even as part of a wider operation of which they can tell the makers."""
    wider = any(cover.relation is Relation.WIDER for match in found.nearest for cover in match.covers)
    return not found.matches and (not wider or _is_at_work(wish))


def _doing_the_main_one(found: Sourced) -> Sourced:
    """What is found, unless nobody does what was named first."""
    return replace(found, matches=()) if found.wanted and found.wanted[0] in found.missing else found


def _is_at_work(wish: PartnerWish) -> bool:
    """Whether a kind is asked for that does the work itself: a lab, a school."""
    return any(_ITSELF_AT_WORK.search(flat(kind)) for kind in wish.categories)


def _without_kind(dropped: Sequence[str], wish: PartnerWish, language: Language) -> Iterable[str]:
    """« Aucun centre technique de ma base n'indique fabrication textile. » before the others."""
    if dropped:
        kinds = listed(tuple(kind_told(kind, language) for kind in dropped), say("or", language))
        yield say("none_of_kind", language, kind=kinds, operations=_named(wish.operations, language))


def _covered(match: Match, wish: PartnerWish, language: Language) -> str:
    """What it covers of several operations, or under which other name it covers the one that is asked."""
    covers = match.done or match.covers
    if not covers or (len(wish.operations) == 1 and covers[0].relation is Relation.ITSELF):
        return ""
    if match.done:
        told = tuple(c.wanted if c.relation is Relation.ITSELF else f"{c.wanted} (« {c.own} »)" for c in covers)
        return say("covers", language, operations=listed(told, say("and", language)))
    own: dict[str, list[str]] = {}
    for cover in covers:
        own.setdefault(cover.own, []).append(cover.wanted)
    several = len(wish.operations) > 1
    told = tuple(
        f"« {name} »" + (f" ({say('for_operations', language, operations=listed(wanted))})" if several else "")
        for name, wanted in own.items()
    )
    return say("only_states", language, operations=listed(told, say("and", language)))


def what_and_where(partner: Partner, language: Language) -> str:
    """« (pôle de compétitivité, Étupes et Mulhouse) »."""
    towns = listed([town.strip() for town in partner.town.split("|") if town.strip()], say("and", language))
    told = (kind_told(partner.category, language), towns or listed(partner.regions, say("and", language)))
    return f" ({', '.join(filter(None, told))})" if any(told) else ""


def _notes(found: Sourced, wish: PartnerWish, shown: Sequence[Match], language: Language) -> Iterable[str]:
    """Which operations nobody covers, and that networks and centres take no orders."""
    if found.matches and found.missing:
        yield say("nobody_does", language, operations=_named(found.missing, language), place="")
        if near := tuple(_wider(match, found.missing, language) for match in found.nearest[:_NEAREST]):
            yield say("nearest_named", language, names=listed(near, say("and", language)))
    kinds = [flat(match.partner.category) for match in shown]
    if wish.operations and not wish.categories and kinds and all(map(_NO_WORKSHOP.search, kinds)):
        yield say("no_workshop" if len(kinds) == 1 else "no_workshops", language)


def _wider(match: Match, missing: Sequence[str], language: Language) -> str:
    """« Pôle Airain (cluster, Dole), qui indique « traitement de surface » »."""
    own = tuple(dict.fromkeys(f"« {cover.own} »" for cover in match.covers if cover.wanted in missing))
    states = say("only_states", language, operations=listed(own, say("and", language)))
    return f"{listed_name(match.partner)}{what_and_where(match.partner, language)}{states}"


def _named(operations: Sequence[str], language: Language) -> str:
    return listed(tuple(operations), say("or", language))


def place_told(wish: PartnerWish, language: Language) -> str:
    """« à Belfort », « département Doubs », « en Normandie »: the place wished, the narrowest way it was told."""
    if wish.towns:
        return say("in_place", language, place=listed(tuple(map(town_name, wish.towns)), say("or", language)))
    names = tuple(d.name for code in wish.departments if (d := department_of(code)))
    return say("in_department", language, place=listed(names)) if names else place_of(wish.regions, language).strip()


def partner_criteria(wish: PartnerWish, language: Language) -> str:
    """« (pour bobinage, à Belfort) »: what the list was narrowed to."""
    named = listed(wish.operations, say("and", language))
    told = [say("for_operations", language, operations=named)] if wish.operations else []
    kinds = tuple(kind_told(kind, language) for kind in wish.categories)
    told += [listed(kinds, say("or", language))] if len(kinds) <= _KINDS_TOLD else []
    told += [*wish.certifications, *(topic_told(sector, language) for sector in wish.sectors)]
    place = place_told(wish, language)
    return f" ({', '.join(filter(None, [*told, place]))})" if told or place else ""

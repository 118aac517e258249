"""Questions that are answered by a list: what is wished is read, narrowed, counted; a missing detail is asked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.answers.aspects import Aspect
from bot.answers.assembling import Assembler
from bot.answers.company import Company
from bot.answers.concepts import Concept, Thesaurus
from bot.answers.evidence import Evidence
from bot.answers.following import narrows
from bot.answers.listing import (
    SHOWN,
    Listed,
    Lister,
    View,
    counts_asked,
    place_of,
    scheme_criteria,
    wants_schemes,
)
from bot.answers.making import things_made
from bot.answers.partners import Partners
from bot.answers.profiles import as_typed, asks_the_region, is_kind_of_aid, is_thing, told_only, wants_help
from bot.answers.purposes import wants_it_paid
from bot.answers.ranking import NATIONAL, SURELY
from bot.answers.relaxing import relaxed
from bot.answers.ruling import asks_rule
from bot.answers.seeking import seeks_who_trains
from bot.answers.types import Answer, Context, Language, Reason, Sentence, Thread
from bot.answers.understanding import Question
from bot.answers.verdicts import asks_own_amount, asks_verdict
from bot.answers.wishing import Read, WishReader, wants_national
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import fold
from bot.catalogue.formats import listed, number
from bot.catalogue.models import Scheme
from bot.finders.financing import covers
from bot.finders.wish import PartnerWish, Wish
from bot.search.languages import is_common

_SIDES = frozenset(
    {Aspect.AMOUNT, Aspect.RATE, Aspect.BASE, Aspect.REPAYMENT, Aspect.CUMULATION, Aspect.COMMITMENT}
    | {Aspect.DIFFERENCE, Aspect.DEADLINE, Aspect.UPCOMING}
)
"""Sides of an aid that one has in mind already, never asked of what is yet to be found."""

_TOLD_BESIDE = (Aspect.BASE, Aspect.DEADLINE)
"""Sides that a line of a list tells when they are asked for."""


class Lists:
    """Answers by lists from the records of one release."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, thesaurus: Thesaurus, assembler: Assembler) -> None:
        self._catalogue, self._evidence, self._thesaurus = catalogue, evidence, thesaurus
        self._assembler = assembler
        self._lister = Lister(catalogue, evidence, thesaurus)
        self.reader = WishReader(catalogue, evidence)
        self.partners = Partners(catalogue, evidence, thesaurus, assembler)
        self.covered = tuple(
            dict.fromkeys(region for scheme in catalogue.schemes for region in scheme.regions if region != NATIONAL)
        )

    def answer(self, asked: Question, context: Context) -> Answer | None:
        """The list that a question wants, or None when it wants none."""
        if asks_rule(asked.text):
            return None
        if seeks_who_trains(asked.text):
            return self.partners.answer(asked, context)
        schemes = wants_schemes(asked.text) or wants_help(asked.text) or self._wonders_what_they_get(asked, context)
        schemes = schemes or self._wants_it_paid(asked)
        if not schemes:
            return self.partners.answer(asked, context)
        return (
            None if _is_named(asked) and self._names_scheme(asked, surely=True) else self._schemes_asked(asked, context)
        )

    @staticmethod
    def _wonders_what_they_get(asked: Question, context: Context) -> bool:
        """« combien je peux toucher ? » from a place, of no scheme in particular."""
        placed = bool(asked.regions or context.company.region)
        return placed and not asked.named and asks_verdict(asked.text) and asks_own_amount(asked.text)

    @staticmethod
    def _wants_it_paid(asked: Question) -> bool:
        """« une presse neuve, 400k, qui peut nous aider ? »: what is to be paid for is told, no side of it is asked."""
        return wants_it_paid(asked.text) and not _SIDES & asked.spelled_out

    def _names_scheme(self, asked: Question, *, surely: bool = False) -> bool:
        records = (record for record, sure in asked.named.items() if sure >= SURELY or not surely)
        return any(isinstance(self._catalogue.records[record], Scheme) for record in records)

    # schemes

    def _schemes_asked(self, asked: Question, context: Context) -> Answer | None:
        foreign = self.foreign(asked.regions or ((context.company.region,) if context.company.region else ()))
        if foreign and not wants_national(asked.text):
            return self._national_instead(asked, foreign, context)
        if asks_the_region(asked.text) and not asked.regions:
            if not context.company.region:
                return self.needs_region(asked)
            asked = replace(asked, regions=(context.company.region,))
        read = self.reader.schemes(asked)
        told = self._told(asked, read, context)
        if any(is_kind_of_aid(asked, one) and not self._is_said(one) for one in read.unread if one not in told):
            return None
        read = Read(read.wish, tuple(concept for concept in read.unread if concept not in told))
        if not narrows(_sought(read.wish)):
            spoken = all(map(self._is_spoken, read.unread)) and self._is_placed(read.wish, context)
            if read.unread and not spoken:
                return None
            if not (
                read.wish.regions or context.company.region or read.wish.everything or _is_counted(read.wish.heads)
            ):
                return self.needs_region(asked)
        wish = self.placed(read.wish, context)
        return self._narrowed(asked, Read(wish, read.unread), told)

    def _told(self, asked: Question, read: Read[Wish], context: Context) -> tuple[Concept, ...]:
        """What is told of the company or of its project beside what is sought: it narrows nothing."""
        if read.purposed:
            beside = told_only(asked, read.unread)
            return tuple(
                concept
                for concept in read.unread
                if (concept in beside or self._evidence.is_known(concept)) and not is_kind_of_aid(asked, concept)
            )
        told = read.unread if wants_help(asked.text) else told_only(asked, read.unread)
        return told if self._is_placed(read.wish, context) else ()

    def _national_instead(self, asked: Question, region: str, context: Context) -> Answer:
        """What holds everywhere, below the word that nothing is known of the region itself."""
        read = self.reader.schemes(asked)
        told = self._told(asked, read, context)
        beside = tuple(concept for concept in read.unread if concept not in told)
        if any(is_thing(asked, concept) and not self._is_spoken(concept) for concept in beside):
            return self.unknown_region(asked, region)
        known = tuple(" ".join(concept.said) for concept in beside if self._is_spoken(concept))
        return self.unknown_region(asked, region, _of_whom(replace(read.wish, spoken=known), context.company))

    @staticmethod
    def _is_placed(wish: Wish, context: Context) -> bool:
        """Whether enough is told of the company for a list of what it may ask for."""
        return bool(wish.regions or context.company.region or wish.heads or wish.topics)

    def _narrowed(self, asked: Question, read: Read[Wish], told: Sequence[Concept] = ()) -> Answer | None:
        """With each thing that no filter holds either spoken of by a scheme's file, or said to be left aside."""
        unknown = [concept for concept in read.unread if not self._is_spoken(concept)]
        narrow = read.wish.topics or read.wish.funders or read.wish.traits
        if unknown and (not narrow or len(unknown) > 1 or _names_somebody(unknown, asked.text)):
            return None
        spoken = tuple(" ".join(concept.said) for concept in read.unread if concept not in unknown)
        wish = replace(read.wish, spoken=spoken)
        found = self._lister.schemes(wish, _view(asked))
        if spoken and not found.ids:
            wish, unknown = replace(wish, spoken=()), list(read.unread)
            if not narrows(_sought(wish)):
                return None
        if told and wish.topics and not self._lister.schemes(replace(wish, traits=()), _view(asked)).ids:
            wish = replace(wish, topics=())
        return self.of_schemes(asked, wish, unknown=unknown, before=tuple(self._cautions(asked, told)))

    def _cautions(self, asked: Question, told: Sequence[Concept]) -> Iterator[str]:
        """What is said before a list: that nothing is promised, and which product no scheme is meant for."""
        if asks_own_amount(asked.text) and asks_verdict(asked.text):
            yield say("no_promise", asked.language)
        made = things_made(asked.text, asked.language)
        aimed = [concept for concept in told if made.intersection(concept.said) and not self._is_spoken(concept)]
        if aimed:
            words = listed([f"« {as_typed(asked, concept)} »" for concept in aimed], say("or", asked.language))
            yield say("none_aims", asked.language, words=words)

    def unknown_words(self, asked: Question) -> str:
        """What a list was asked for, of which no scheme speaks; empty when no list was asked for."""
        if not wants_schemes(asked.text) or asks_rule(asked.text) or _is_named(asked):
            return ""
        unread = self.reader.schemes(asked).unread
        filling = [one for one in unread if all(map(is_common, one.said)) and not is_thing(asked, one)]
        unknown = [one for one in unread if not self._is_spoken(one) and one not in filling]
        return listed([f"« {as_typed(asked, concept)} »" for concept in unknown], say("or", asked.language))

    def is_beside(self, asked: Question, records: Sequence[str]) -> bool:
        """Whether aids for something were asked for, of which neither a scheme nor the records found speak."""
        if not wants_schemes(asked.text) or _is_named(asked):
            return False
        unread = self.reader.schemes(asked).unread
        spoken = (self._is_spoken(one) or any(self.reader.speaks(one, record) for record in records) for one in unread)
        return bool(unread) and not any(spoken)

    def wants_verdict_only(self, asked: Question) -> bool:
        """A verdict on nothing in particular: no scheme is named and nothing else is asked."""
        return asks_verdict(asked.text) and not asked.named and not self.reader.asks_of_something(asked)

    def _is_spoken(self, concept: Concept) -> bool:
        return any(self.reader.speaks(concept, scheme.id) for scheme in self._catalogue.schemes)

    def _is_said(self, concept: Concept) -> bool:
        """Whether some scheme says it in its very words."""
        return any(concept.held_by(self._evidence.stems_of[scheme.id]) == 1 for scheme in self._catalogue.schemes)

    def placed(self, wish: Wish, context: Context) -> Wish:
        """A wish with what the talk knows of the company: where it is (unless another place is told), size, age."""
        company = context.company
        here = bool(company.region) and not wish.departments and wish.regions in ((), (company.region,))
        placed = replace(wish, regions=(company.region,), departments=company.departments) if here else wish
        return _of_whom(placed, company)

    def of_schemes(
        self,
        asked: Question,
        wish: Wish,
        *,
        start: int = 0,
        before: tuple[str, ...] = (),
        unknown: Sequence[Concept] = (),
    ) -> Answer:
        """The schemes of a wish from a place in the list on; for want of any, a refusal with the nearest."""
        found = self._lister.schemes(wish, _view(asked, start))
        if not found.ids and (nearest := self._nearest(asked, wish)):
            none = say("none_so", asked.language, criteria=scheme_criteria(wish, asked.language))
            near, found = nearest
            answer = self._said(asked, found, start, (*before, none), unknown, Thread(wish=near))
            return replace(answer, abstained=True, reason=Reason.NOT_IN_KNOWLEDGE)
        return self._said(asked, found, start, before, unknown, Thread(wish=wish))

    def _nearest(self, asked: Question, wish: Wish) -> tuple[Wish, Listed] | None:
        lists = ((near, self._lister.schemes(near, _view(asked))) for near in relaxed(wish))
        return next(((near, found) for near, found in lists if found.ids), None)

    def needs_region(self, asked: Question) -> Answer:
        """Ask where the person is before listing."""
        text = say("needs_region", asked.language, regions=listed(self.covered, say("or", asked.language)))
        answer = self._assembler.said(asked.text, asked.language, Reason.NEEDS_DETAIL, text)
        return replace(answer, choices=self.choices(asked.language), thread=Thread(awaiting=asked.text))

    def needs_purpose(self, asked: Question, company: Company, thread: Thread | None = None) -> Answer:
        """Ask what is sought, when only the company was told of; the talk stands where it was."""
        if company.region and self.foreign((company.region,)):
            return self.unknown_region(asked, company.region)
        place = place_of((company.region,), asked.language) if company.region else ""
        heads = (
            say("heads_exactly", asked.language, low=number(company.heads[0], asked.language.value))
            if company.heads
            else ""
        )
        told = ", ".join(filter(None, (place.strip(), heads)))
        text = say("needs_purpose", asked.language, told=told)
        offered = tuple(say(key, asked.language, place=place) for key in ("schemes_there", "partners_there"))
        awaiting = say("schemes_there", asked.language, place="")
        answer = self._assembler.said(asked.text, asked.language, Reason.NEEDS_DETAIL, text, offered)
        return replace(answer, thread=replace(thread or Thread(), awaiting=awaiting))

    def choices(self, language: Language) -> tuple[str, ...]:
        """Short answers to « which region? »."""
        return (*self.covered, say("other_region", language))

    # partners

    def partners_wished(self, asked: Question) -> PartnerWish:
        """What a message wishes of partners, whether or not it wants a list."""
        return self.partners.wished(asked)

    def of_partners(self, asked: Question, wish: PartnerWish, *, start: int = 0) -> Answer | None:
        """The partners of a wish from a place in the list on; None when nobody is known for it."""
        return self.partners.of_partners(asked, wish, start=start)

    # both

    def _said(
        self,
        asked: Question,
        found: Listed,
        start: int,
        before: tuple[str, ...],
        unknown: Sequence[Concept],
        thread: Thread,
    ) -> Answer:
        if not found.ids:
            answer = self._assembler.said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, found.heading)
            return replace(answer, thread=thread)
        left = listed([f"« {as_typed(asked, concept)} »" for concept in unknown], say("and", asked.language))
        aside = (say("left_aside", asked.language, words=left),) if left else ()
        shown = found.ids[start : start + SHOWN]
        more = (say("list_more", asked.language),) if start + SHOWN < len(found.ids) else ()
        answer = self._assembler.answered(
            asked,
            found.quotes,
            before=(*before, *aside, found.heading),
            subjects=shown,
            suggestions=(*more, *found.shorter),
            bullets=len(found.quotes) > 1,
        )
        if found.note:
            answer = replace(answer, sentences=(*answer.sentences, Sentence(found.note, apart=True)))
        alone = found.ids if len(found.ids) == 1 else ()
        return replace(
            answer,
            thread=replace(thread, subjects=alone, asked=asked.text, listed=found.ids, shown=start + len(shown)),
        )

    # regions

    def foreign(self, regions: Sequence[str]) -> str:
        """The first region of which the knowledge says nothing; empty when it knows another of them."""
        if any(region in self.covered for region in regions):
            return ""
        return next(iter(regions), "")

    def runs_elsewhere(self, scheme: Scheme, regions: Sequence[str], departments: Sequence[str] = ()) -> bool:
        """Whether a scheme holds good in none of these regions, or in other departments of them."""
        if not regions or not scheme.regions or NATIONAL in scheme.regions:
            return False
        return not set(regions) & set(scheme.regions) or not covers(scheme, departments)

    def unknown_region(self, asked: Question, region: str, wish: Wish | None = None) -> Answer:
        """What is covered instead; of a wish, the schemes that hold everywhere."""
        covered = listed(self.covered, say("and", asked.language))
        national = replace(wish, regions=(NATIONAL,)) if wish else None
        found = self._lister.schemes(national, _view(asked)) if national else None
        if national and found and found.ids:
            beside = (
                say("unknown_region", asked.language, region=region, covered=covered),
                say("only_national", asked.language),
            )
            answer = self._said(asked, found, 0, beside, (), Thread(wish=national))
            return replace(answer, abstained=True, reason=Reason.NOT_IN_KNOWLEDGE)
        text = say("unknown_region", asked.language, region=region, covered=covered)
        offered = (say("national_ones", asked.language),) if wants_schemes(asked.text) else ()
        return self._assembler.said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, text, offered)

    def next_page(self, asked: Question, thread: Thread, today: date) -> Answer:
        """The rest of the list just given."""
        page: Answer | None = None
        if thread.shown < len(thread.listed):
            if thread.wish:
                page = self.of_schemes(asked, thread.wish, start=thread.shown)
            elif thread.partner_wish:
                page = self.of_partners(asked, thread.partner_wish, start=thread.shown)
        over = say("list_over", asked.language)
        return page or self._assembler.said(asked.text, asked.language, Reason.SMALL_TALK, over)


def _is_named(asked: Question) -> bool:
    """Whether a scheme or a partner is surely named."""
    return any(sure >= SURELY for sure in asked.named.values())


def _sought(wish: Wish) -> Wish:
    """Without what only tells who asks and where."""
    return replace(wish, regions=(), departments=(), heads=None, spending=None, age=None, unfounded=False, favoured=())


def _is_counted(heads: tuple[int, int] | None) -> bool:
    """Whether a number of employees is told, not only « une PME »."""
    return heads is not None and heads[0] == heads[1]


def _of_whom(wish: Wish, company: Company) -> Wish:
    """With what the talk knows of the company: its size, its age, or that there is none yet."""
    return replace(
        wish,
        heads=wish.heads or company.heads,
        age=company.age if wish.age is None else wish.age,
        unfounded=wish.unfounded or company.unfounded,
    )


def _names_somebody(concepts: Sequence[Concept], text: str) -> bool:
    """Whether one of the things is written as a name: « l'aide de l'Agefiph »."""
    written = re.findall(r"(?<!^)\b[A-ZÀ-Ý][\w-]+", text)
    return any(fold(word) in concept.said for concept in concepts for word in written)


def _view(asked: Question, start: int = 0) -> View:
    sides = tuple(side for side in _TOLD_BESIDE if side in asked.spelled_out)
    return View(
        language=asked.language,
        today=asked.today,
        start=start,
        counted=counts_asked(asked.text),
        sides=sides,
        left_out=asked.left_out,
    )

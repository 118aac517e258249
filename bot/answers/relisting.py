"""The list just given once more: as it was, without what is turned down, those that are nearest first."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bot.answers.aspects import Aspect
from bot.answers.assembling import Assembler
from bot.answers.fields import short_name, stated
from bot.answers.following import merged, narrows
from bot.answers.listing import SHOWN, fields_of, listed_name, scheme_line, wants_schemes
from bot.answers.lists import Lists
from bot.answers.partner_listing import what_and_where
from bot.answers.quoting import Quote
from bot.answers.ranking import SURELY
from bot.answers.refusing import says_to_check
from bot.answers.retorting import asks_list_again, asks_nearest, asks_recap, asks_somebody_else
from bot.answers.sentences import sentences_of
from bot.answers.types import Answer, Context, Sentence, Thread
from bot.answers.understanding import Question
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.formats import listed
from bot.catalogue.models import Partner, Scheme
from bot.finders.wish import PartnerWish, Wish

WishBefore = Callable[[Thread, Question], Wish | None]
"""What was wished of schemes when a page answered instead of a list."""

_REMAINING = re.compile(
    r"\b(?:rest(?:e|ent|erai\w*)|(?:is|are) left|remain\w*|encore|d autres?|autre chose|other|else"
    r"|convien\w*|a la place|instead)\b"
)
"""« que reste-t-il ? »: the list just given goes on."""
_WHY = re.compile(
    r"\bpourquoi (?:(?:est ce que|l|la|le|les|me|nous|vous|tu|ne|y|a|avoir|avez|as) )*"
    r"(?:propos|list|cit|conseill|donn|montr|recommand)\w*"
    r"|\bwhy (?:(?:did|do|you|is|was|it|them|that|us|me) )*"
    r"(?:propos|list|suggest|recommend|show|there|offer|gave|give)\w*"
)


class Relisting:
    """Gives lists again for one release."""

    def __init__(self, catalogue: Catalogue, lists: Lists, assembler: Assembler, wish_before: WishBefore) -> None:
        self._catalogue, self._lists, self._assembler, self._wish_before = catalogue, lists, assembler, wish_before

    def answer(self, asked: Question, rest: Question, context: Context) -> Answer | None:
        """The list that is meant; None when none is.

        `rest` is what is asked beside what is turned down; the subjects of the context are those of the whole talk.
        """
        thread = context.thread or Thread()
        if asks_nearest(asked.text):
            return self._nearest(asked, thread, context.subjects)
        if asks_recap(asked.text) and not _names(asked):
            return self._summed_up(asked, thread, context.subjects)
        if asks_list_again(asked.text):
            return self._same(asked, thread, context.subjects)
        return self._without(asked, rest, context) if asked.turned_down and not _names(asked) else None

    def _same(self, asked: Question, thread: Thread, before: tuple[str, ...]) -> Answer | None:
        start = max(0, thread.shown - 1) // SHOWN * SHOWN
        start = 0 if asked.turned_down else start
        if thread.wish:
            return self._lists.of_schemes(asked, thread.wish, start=start, before=self._said_without(asked))
        if thread.partner_wish:
            return self._lists.of_partners(asked, thread.partner_wish, start=start)
        given = thread.listed if len(thread.listed) > 1 else before
        records = (self._catalogue.records.get(name) for name in given if name not in asked.left_out)
        known = [record for record in records if isinstance(record, Scheme | Partner)]
        quotes = [quote for record in known if (quote := self._line(record, asked))]
        if not quotes:
            return None
        names = tuple(record.id for record in known)
        told = replace(thread, subjects=(), listed=names, shown=len(names), asked=asked.text)
        answer = self._assembler.answered(asked, quotes, bullets=len(quotes) > 1)
        before_it = tuple(map(Sentence, self._said_without(asked)))
        return replace(answer, sentences=(*before_it, *answer.sentences), thread=told)

    def _summed_up(self, asked: Question, thread: Thread, before: tuple[str, ...]) -> Answer | None:
        """Each scheme that was shown last, with what is to be checked of it and whom to ask."""
        shown = self._schemes(page_of(thread), asked)
        known = shown if len(shown) > 1 else self._schemes((*before, *thread.subjects), asked)[-SHOWN:]
        quotes = [quote for scheme in known for quote in self._to_report(scheme, asked)]
        if not quotes:
            return None
        told = replace(thread, subjects=(), listed=tuple(one.id for one in known), shown=len(known), asked=asked.text)
        answer = self._assembler.answered(asked, quotes, bullets=True)
        end = Sentence(say("confirm_each", asked.language), apart=True)
        return replace(answer, sentences=(*answer.sentences, end), thread=told)

    def _schemes(self, names: Sequence[str], asked: Question) -> list[Scheme]:
        kept = (self._catalogue.records.get(name) for name in dict.fromkeys(names) if name not in asked.left_out)
        return [record for record in kept if isinstance(record, Scheme)]

    def _to_report(self, scheme: Scheme, asked: Question) -> Iterator[Quote]:
        """Its line with its contact, then the first sentence of its file that leaves something to be checked."""
        if line := self._line(scheme, asked):
            contact = stated(scheme, Aspect.CONTACT, asked.today, asked.language)
            yield replace(line, text=" ".join(filter(None, (line.text, contact))))
        own = fields_of(self._catalogue, scheme)
        passages = [passage for passage in self._catalogue.passages_of(scheme.id) if passage != own]
        doubts = (Quote(s, p, 1.0) for p in passages for s in sentences_of(p.text) if says_to_check(s))
        yield from islice(doubts, 1)

    def _line(self, record: Scheme | Partner, asked: Question) -> Quote | None:
        source = fields_of(self._catalogue, record)
        if isinstance(record, Scheme):
            told = scheme_line(record, asked.language, asked.today)
        else:
            told = f"{listed_name(record)}{what_and_where(record, asked.language)}."
        return Quote(told, source, 1.0, typed=True) if source else None

    def _nearest(self, asked: Question, thread: Thread, before: tuple[str, ...]) -> Answer | None:
        """The partners that were given, those of the place first."""
        place = self._lists.partners_wished(asked)
        given = thread.listed if thread.partner_wish else before
        wish = PartnerWish(regions=place.regions, departments=place.departments, towns=place.towns)
        if thread.partner_wish and narrows(wish) and asks_somebody_else(asked.text):
            return self._lists.of_partners(asked, merged(thread.partner_wish, wish))
        kept = [name for name in given if isinstance(self._catalogue.records.get(name), Partner)]
        if not narrows(wish) or len(kept) < 2:
            return None
        others = tuple(partner.id for partner in self._catalogue.partners if partner.id not in kept)
        return self._lists.of_partners(
            replace(asked, left_out=others), merged(thread.partner_wish or PartnerWish(), wish)
        )

    def _without(self, asked: Question, rest: Question, context: Context) -> Answer | None:
        """The list that it was in, or that it would be in, without it."""
        record = self._catalogue.records[asked.turned_down[0]]
        told = replace(asked, text=rest.text)
        if isinstance(record, Partner):
            return self._partners_without(told, rest, record, context)
        if not isinstance(record, Scheme):
            return None
        thread, wished = context.thread or Thread(), self._lists.reader.schemes(rest).wish
        goes_on = any(pattern.search(flat(rest.text)) for pattern in (_REMAINING, _WHY))
        anew = wants_schemes(rest.text) and not goes_on
        wish = None if anew else thread.wish or self._wish_before(thread, rest)
        if wish is None:
            wish = Wish() if narrows(wished) else Wish(natures=record.natures)
        placed = self._lists.placed(merged(wish, wished), context)
        return self._lists.of_schemes(told, placed, before=self._said_without(asked))

    def _said_without(self, asked: Question) -> tuple[str, ...]:
        """What is turned down, said above the list; before it why it was there, when that is asked."""
        names = [short_name(self._catalogue.records[name]) for name in asked.turned_down]
        if not names:
            return ()
        why = (say("why_listed", asked.language),) if _WHY.search(flat(asked.text)) else ()
        return (*why, say("without", asked.language, names=listed(names, say("and", asked.language))))

    def _partners_without(self, told: Question, rest: Question, partner: Partner, context: Context) -> Answer | None:
        found = self._lists.partners_wished(rest)
        before = context.thread.partner_wish if context.thread else None
        if before is None and not found.operations:
            found = replace(found, operations=partner.operations)
        return self._lists.of_partners(told, merged(before, found) if before else found)


def _names(asked: Question) -> bool:
    return any(sure >= SURELY for sure in asked.named.values())


def page_of(thread: Thread) -> tuple[str, ...]:
    """The ids on the screen of the list just given."""
    return thread.listed[max(0, thread.shown - 1) // SHOWN * SHOWN : thread.shown]

"""The list just given once more: as it was, without what is turned down, those that are nearest first."""

from collections.abc import Callable
from dataclasses import replace

from bot.answers.assembling import Assembler
from bot.answers.fields import short_name
from bot.answers.following import merged, narrows
from bot.answers.listing import SHOWN, fields_of, listed_name, scheme_line, wants_schemes
from bot.answers.lists import Lists
from bot.answers.partner_listing import what_and_where
from bot.answers.quoting import Quote
from bot.answers.ranking import SURELY
from bot.answers.retorting import asks_list_again, asks_nearest, asks_somebody_else
from bot.answers.types import Answer, Context, Thread
from bot.answers.understanding import Question
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.formats import listed
from bot.catalogue.models import Partner, Scheme
from bot.finders.wish import PartnerWish, Wish

WishBefore = Callable[[Thread, Question], Wish | None]
"""What was wished of schemes when a page answered instead of a list."""


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
        if asks_list_again(asked.text):
            return self._same(asked, thread, context.subjects)
        return self._without(asked, rest, context) if asked.turned_down and not _names(asked) else None

    def _same(self, asked: Question, thread: Thread, before: tuple[str, ...]) -> Answer | None:
        start = max(0, thread.shown - 1) // SHOWN * SHOWN
        if thread.wish:
            return self._lists.of_schemes(asked, thread.wish, start=start)
        if thread.partner_wish:
            return self._lists.of_partners(asked, thread.partner_wish, start=start)
        given = thread.listed if len(thread.listed) > 1 else before
        known = [record for name in given if isinstance(record := self._catalogue.records.get(name), Scheme | Partner)]
        quotes = [quote for record in known if (quote := self._line(record, asked))]
        if not quotes:
            return None
        names = tuple(record.id for record in known)
        told = replace(thread, subjects=(), listed=names, shown=len(names), asked=asked.text)
        return replace(self._assembler.answered(asked, quotes, bullets=len(quotes) > 1), thread=told)

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
        names = [short_name(self._catalogue.records[name]) for name in asked.turned_down]
        thread, wished = context.thread or Thread(), self._lists.reader.schemes(rest).wish
        wish = None if wants_schemes(rest.text) else thread.wish or self._wish_before(thread, rest)
        if wish is None:
            wish = Wish() if narrows(wished) else Wish(natures=record.natures)
        placed = self._lists.placed(merged(wish, wished), context)
        without = say("without", asked.language, names=listed(names, say("and", asked.language)))
        return self._lists.of_schemes(told, placed, before=(without,))

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

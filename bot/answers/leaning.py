"""Follow-ups resolved against the talk: answered from the list just given, or put into words that stand alone."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.aspects import Aspect, aspects_of
from bot.answers.assembling import Assembler
from bot.answers.company import seeks_nearby
from bot.answers.fields import holds_only_in, short_name, stated
from bot.answers.following import (
    is_addition,
    is_elsewhere,
    is_pronoun,
    is_short,
    leads_on,
    merged,
    narrows,
    place_in_list,
    points_within,
    region_told,
    without_lead,
    without_ordinal,
)
from bot.answers.listing import SHOWN, fields_of, wants_more, wants_schemes
from bot.answers.lists import Lists
from bot.answers.parting import asks_by_itself
from bot.answers.quoting import Quote
from bot.answers.ranking import NATIONAL, SURELY
from bot.answers.rejecting import without_turned_down
from bot.answers.relisting import Relisting
from bot.answers.retorting import points_at_one
from bot.answers.seeking import asks_who_does_what
from bot.answers.sentences import sentences_of
from bot.answers.sides import side_of
from bot.answers.towns import departments_told_in, without_places
from bot.answers.types import Answer, Context, Language, Reason, Sentence, Thread
from bot.answers.understanding import Question, Reader, stands_beside
from bot.answers.verdicts import asks_verdict
from bot.answers.wanting import awaits_purpose, sought_by, tells_purpose
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.formats import listed
from bot.catalogue.models import AnyRecord, Availability, Page, Partner, Scheme
from bot.catalogue.places import is_mainland
from bot.finders.wish import Wish

_NEEDED = re.compile(r"\bfaut\b|\bneed")  # « faut-il une garantie ? » asks of what is listed, it wants no other list
_SEEKING = re.compile(  # a maker is sought, no list of schemes
    r"\btrouver (?:une? |des |d autres )?(?:atelier|usine|sous traitant|fournisseur|fabricant|partenaire|prestataire)"
    r"|\bqui (?:le |la |les |l |me |nous )?(?:fabriqu|fait|font|produi|usin)\w*|\bsous traitants?\b"
    r"|\bfind (?:a |some )?(?:supplier|maker|workshop|partner)"
)
_HOLDING = re.compile(
    r"\b(?:marche\w*|vaut|valent|valables?|couvr\w+|couvert\w*|concern\w+|fonctionne\w*|existe\w*|s applique\w*"
    r"|possible|dedans|droit|works?|covers?|covered|appl(?:y|ies)|holds?|valid|available)\b"
)
"""Whether something holds somewhere."""
_BARE_PLACE = 5  # words: « et en Bourgogne-Franche-Comté ? » only adds a place
_BARE = 2  # words: « les prêts » after a list are those of that list
_SHORT = 12  # words that ask whether something holds somewhere
_OF_TWO = frozenset({Aspect.CUMULATION, Aspect.DIFFERENCE})


@dataclass(frozen=True)
class Standing:
    """A message in words that stand alone, what it is about, and the sides asked for when it names none."""

    question: str
    context: Context
    aspects: tuple[Aspect, ...] = ()
    listing: bool = False  # a list is wanted, whatever page foresaw the question


class Leaning:
    """Reads messages against the thread of a talk."""

    def __init__(self, catalogue: Catalogue, reader: Reader, lists: Lists, assembler: Assembler) -> None:
        self._catalogue, self._reader, self._lists, self._assembler = catalogue, reader, lists, assembler
        self._relisting = Relisting(catalogue, lists, assembler, self._wish_before)

    def resolve(self, message: str, context: Context, language: Language, today: date) -> Answer | Standing:
        """An answer from the list just given, or the message to be answered as any other."""
        thread = context.thread
        if thread is None:
            return Standing(message, context)
        before = context.subjects
        context = replace(context, subjects=thread.subjects)
        if thread.awaiting and (told := self._detail(message, thread, context, language)):
            return told
        asked = self._reader.read(message, replace(context, subjects=()), language, today)
        if wants_more(message) and (thread.wish or thread.partner_wish):
            return self._lists.next_page(asked, thread, today)
        named = [record for record, sure in asked.named.items() if sure >= SURELY]
        rest = self._reader.read(without_turned_down(message), Context(), language, today)
        if again := self._relisting.answer(asked, rest, replace(context, subjects=before)):
            return again
        if not named and (pointed := self._pointed(message, thread, context)):
            return pointed
        if not named and points_at_one(message):
            return self._points_at_nothing(message, thread, language)
        if not named and (again := self._list_again(asked, thread) or self._of_each(asked, thread, today)):
            return again
        if not named and (here := self._whether_here(asked, thread, context)):
            return here
        return self._named_anew(self._about_the_same(asked, thread, context, named), language, today)

    # the detail that was asked for

    def _detail(self, message: str, thread: Thread, context: Context, language: Language) -> Answer | Standing | None:
        if is_elsewhere(message):
            answer = self._assembler.said(message, language, Reason.NEEDS_DETAIL, say("type_region", language))
            return replace(answer, thread=thread)
        if awaits_purpose(thread):
            known = context.company.region
            place = say("in_region", language, region=known) if known else ""
            if sought := sought_by(message, place, language):
                return Standing(sought, replace(context, subjects=()))
        if region := region_told(message):
            placed = f"{thread.awaiting.rstrip(' ?')}{say('in_region', language, region=region.name)} ?"
            return Standing(placed, context, listing=True)
        brief = is_short(message) or tells_purpose(message)
        if brief and not wants_schemes(message) and leads_on(f"et {message}"):
            asked = self._reader.read(f"{thread.awaiting} {message}", context, language, date.min)
            if narrows(self._lists.reader.schemes(asked).wish) and not asked.named:
                return Standing(f"{thread.awaiting.rstrip(' ?')} {without_lead(message)}", context, listing=True)
        return None

    # the list just given

    def _pointed(self, message: str, thread: Thread, context: Context) -> Standing | None:
        """« le deuxième », « le 3, c'est combien ? »."""
        place = place_in_list(message, len(thread.listed), thread.shown, SHOWN) if is_short(message, 14) else None
        if place is None or thread.listed[place] not in self._catalogue.records:
            return None
        record = self._catalogue.records[thread.listed[place]]
        rest = without_lead(without_ordinal(message))
        says_more = len(rest.split()) > 1 or aspects_of(rest)
        question = f"{rest} {record.title} ?" if says_more else f"c'est quoi {record.title} ?"
        return Standing(question, replace(context, subjects=(record.id,)))

    def _points_at_nothing(self, message: str, thread: Thread, language: Language) -> Answer:
        """« le deuxième ? », when there is no second one."""
        listed = self._catalogue.records.get(thread.listed[0]) if len(thread.listed) == 1 else None
        told = say("only_one_listed", language, name=short_name(listed)) if listed else say("none_listed", language)
        return replace(self._assembler.said(message, language, Reason.NEEDS_DETAIL, told), thread=thread)

    def _list_again(self, asked: Question, thread: Thread) -> Answer | None:
        """« et en Normandie ? », « et pour une PME ? », « seulement les prêts », « lesquelles sont ouvertes ? »."""
        bare = is_short(asked.text, _BARE) or not wants_schemes(asked.text)
        if thread.partner_wish and asks_who_does_what(asked.text):
            return self._lists.of_partners(asked, thread.partner_wish)
        within = points_within(asked.text)
        going_on = leads_on(asked.text) or (is_short(asked.text, 5) and bare)
        if not thread.wish and tells_purpose(asked.text):
            thread = replace(thread, wish=self._wish_before(thread, asked))
        going_on = going_on or _tells_what_was_asked(asked, thread)
        going_on = within or (going_on and not (thread.subjects and len(thread.listed) > 1))
        if not going_on or _NEEDED.search(flat(asked.text)) or (thread.wish and _SEEKING.search(flat(asked.text))):
            return None
        if within and not thread.wish:
            thread = replace(thread, wish=self._wish_before(thread, asked))
        if thread.wish:
            wished = self._lists.reader.schemes(asked).wish
            sides = set(asked.aspects) - {Aspect.WHO, Aspect.OPEN, Aspect.FREE, Aspect.WHAT_FOR, Aspect.DEFINITION}
            if not narrows(wished) or sides - ({Aspect.COST} if wished.topics else set()):
                return None
            foreign = self._lists.foreign([region for region in wished.regions if region != NATIONAL])
            if foreign:
                return self._lists.unknown_region(asked, foreign, merged(thread.wish, wished))
            return self._lists.of_schemes(asked, merged(thread.wish, wished))
        if thread.partner_wish:
            found = self._lists.partners_wished(asked)
            if narrows(found):
                return self._lists.of_partners(asked, merged(thread.partner_wish, found))
        return None

    def _wish_before(self, thread: Thread, asked: Question) -> Wish | None:
        """What was wished of schemes when a page answered instead of a list, or one scheme that is closed."""
        subject = self._catalogue.records.get(thread.subjects[-1]) if thread.subjects else None
        if isinstance(subject, Scheme) and subject.availability(asked.today) is Availability.CLOSED and subject.stages:
            return Wish(topics=tuple((stage,) for stage in subject.stages), any_topic=True)
        if not isinstance(subject, Page) or not wants_schemes(thread.asked):
            return None
        before = self._reader.read(thread.asked, Context(), asked.language, asked.today)
        wish = self._lists.reader.schemes(before).wish
        return wish if narrows(wish) else None

    def _of_each(self, asked: Question, thread: Thread, today: date) -> Answer | None:
        """« et le taux ? » after a list: of each that was shown; who says nothing of it is named."""
        if not asked.aspects or wants_schemes(asked.text) or any(map(asked.is_about, asked.concepts)):
            return None
        records = [self._catalogue.records[name] for name in self._shown(thread) if name in self._catalogue.records]
        if len(records) < 2:
            return None
        said = [(record, self._side(record, asked, today)) for record in records]
        quotes = [quote for _, quote in said if quote]
        if not quotes and asked.aspects[0] is Aspect.CUMULATION:
            return None  # the general rule answers it
        if not quotes:
            text = say("not_of_each", asked.language)
            refused = self._assembler.said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, text)
            return replace(refused, thread=thread)
        answer = self._assembler.answered(asked, quotes, bullets=len(quotes) > 1)
        silent = listed([short_name(record) for record, quote in said if not quote], say("and", asked.language))
        beside = (Sentence(say("not_said_by", asked.language, names=silent), apart=True),) if silent else ()
        return replace(answer, sentences=(*answer.sentences, *beside), thread=thread)

    def _shown(self, thread: Thread) -> tuple[str, ...]:
        """The ids on the screen: of a list, or the schemes that a page names which stood for one."""
        if thread.listed and not thread.subjects:
            return thread.listed[max(0, thread.shown - SHOWN) : thread.shown]
        page = self._catalogue.records.get(thread.subjects[-1]) if thread.subjects else None
        if not isinstance(page, Page) or not wants_schemes(thread.asked):
            return ()
        sentences = (s for passage in self._catalogue.passages_of(page.id) for s in sentences_of(passage.text))
        named = (name for s in sentences for name, sure in self._reader.named_in(s).items() if sure >= SURELY)
        return tuple(n for n in dict.fromkeys(named) if isinstance(self._catalogue.records[n], Scheme))[:SHOWN]

    def _side(self, record: AnyRecord, asked: Question, today: date) -> Quote | None:
        """What the file of one record of a list says of the side that is asked."""
        if isinstance(record, Scheme):
            passages = self._catalogue.passages_of(record.id)
            return side_of(record, asked.aspects[0], passages, today, asked.language)
        source, told = fields_of(self._catalogue, record), stated(record, asked.aspects[0], today, asked.language)
        return Quote(told, source, 1.0, typed=True) if source and told else None

    # the subject just talked about

    def _about_the_same(self, asked: Question, thread: Thread, context: Context, named: list[str]) -> Answer | Standing:
        former = tuple(Aspect(value) for value in thread.aspects)
        if len(named) == 1 and thread.subjects and _OF_TWO.intersection(asked.aspects):
            return Standing(self._with_the_other(asked, named[0], thread.subjects[-1]), context)
        if not named and not thread.subjects and thread.asked and self._only_adds(asked):
            before = without_places(thread.asked) if asked.regions else thread.asked
            return Standing(f"{before.rstrip(' ?')} {without_lead(asked.text)}", context, former)
        if named or not thread.subjects:
            return Standing(asked.text, context, former if leads_on(asked.text) else ())
        subject = self._catalogue.records.get(thread.subjects[-1])
        if subject is None:
            return Standing(asked.text, context)
        if is_pronoun(asked.text):
            return Standing(f"c'est quoi {subject.title} ?", context, former)
        adds = leads_on(asked.text) or is_addition(asked.text)
        if not self._lists.reader.knows(asked) and not stands_beside(asked.text):
            return Standing(asked.text, replace(context, subjects=()))
        if wants_schemes(asked.text):
            return Standing(asked.text, context)
        if asked.aspects and isinstance(subject, Page) and (adds or not any(map(asked.is_about, asked.concepts))):
            return Standing(self._of_the_same_matter(asked, thread), replace(context, subjects=()))
        if not adds or asked.aspects or asks_by_itself(asked.text):
            return Standing(asked.text, context)
        return self._added(asked, subject, thread, context)

    def _only_adds(self, asked: Question) -> bool:
        """« et en Normandie ? »: it completes what was asked, which had no answer."""
        adds = leads_on(asked.text) or is_addition(asked.text)
        return adds and is_short(asked.text) and not asked.aspects and not asks_by_itself(without_lead(asked.text))

    def _added(self, asked: Question, subject: AnyRecord, thread: Thread, context: Context) -> Answer | Standing:
        """« et en Normandie ? », « et pour une PME ? »: what was asked before, with this."""
        departments = departments_told_in(asked.text)
        if isinstance(subject, Scheme) and (other := self._other_ones(asked, subject, asked.regions, departments)):
            return other
        foreign = self._lists.foreign(asked.regions)
        if isinstance(subject, Scheme) and foreign and NATIONAL not in subject.regions:
            return self._lists.unknown_region(asked, foreign, Wish(natures=subject.natures))
        placed = bool(asked.regions) and all(map(is_mainland, asked.regions)) and is_short(asked.text, _BARE_PLACE)
        if placed and isinstance(subject, Scheme) and NATIONAL in subject.regions:
            return self._everywhere(asked, subject, thread)
        wished = self._lists.reader.schemes(asked).wish
        if wants_schemes(thread.asked) and narrows(wished):
            before = self._reader.read(thread.asked, Context(), asked.language, asked.today)
            return self._lists.of_schemes(asked, merged(self._lists.reader.schemes(before).wish, wished))
        former = tuple(Aspect(value) for value in thread.aspects)
        return Standing(f"{thread.asked.rstrip(' ?')} {without_lead(asked.text)}", context, former)

    def _whether_here(self, asked: Question, thread: Thread, context: Context) -> Answer | Standing | None:
        """« ça marche chez moi ? (Saint-Claude) », of the scheme talked about."""
        scheme = self._catalogue.records.get(thread.subjects[-1]) if thread.subjects else None
        brief = is_short(asked.text, _SHORT) and not wants_schemes(asked.text)
        if not isinstance(scheme, Scheme) or not brief or not _HOLDING.search(flat(asked.text)):
            return None
        regions, departments = asked.regions, departments_told_in(asked.text)
        known = context.company
        if not regions and known.region and seeks_nearby(asked.text):
            regions, departments = (known.region,), known.departments
        if other := self._other_ones(asked, scheme, regions, departments):
            return other
        everywhere = NATIONAL in scheme.regions and not asks_verdict(asked.text)
        if everywhere and regions and all(map(is_mainland, regions)):
            return self._everywhere(asked, scheme, thread)
        return Standing(f"à qui s'adresse {scheme.title} ?", context) if departments and scheme.departments else None

    def _other_ones(
        self, asked: Question, scheme: Scheme, regions: tuple[str, ...], departments: tuple[str, ...]
    ) -> Answer | None:
        """Where a scheme holds that does not hold there, and those of its kind that do."""
        if self._lists.foreign(regions) or not self._lists.runs_elsewhere(scheme, regions, departments):
            return None
        only = holds_only_in(scheme, departments, asked.language)
        wish = Wish(regions=regions, departments=departments, natures=scheme.natures)
        return self._lists.of_schemes(asked, wish, before=(only,))

    def _everywhere(self, asked: Question, scheme: Scheme, thread: Thread) -> Answer:
        """« et en Bretagne ? », of what holds good in all of France."""
        source = fields_of(self._catalogue, scheme)
        told = say("everywhere", asked.language, name=short_name(scheme))
        quotes = [Quote(told, source, 1.0, typed=True)] if source else []
        return replace(self._assembler.answered(asked, quotes, subjects=(scheme.id,)), thread=thread)

    def _with_the_other(self, asked: Question, named: str, subject: str) -> str:
        """« et cumulable avec le CIR ? » is asked of the scheme talked about too."""
        other = self._catalogue.records.get(subject)
        if not isinstance(other, Scheme) or subject == named:
            return asked.text
        return f"{without_lead(asked.text).rstrip(' ?')} {other.title} ?"

    def _of_the_same_matter(self, asked: Question, thread: Thread) -> str:
        """With what was asked about before: a page may answer more than one thing, and another one this."""
        former = self._reader.read(thread.asked, Context(), asked.language, asked.today)
        matter = [word for concept in former.concepts if former.is_about(concept) for word in concept.said]
        return f"{without_lead(asked.text).rstrip(' ?')} {' '.join(matter)} ?"

    def _named_anew(self, resolved: Answer | Standing, language: Language, today: date) -> Answer | Standing:
        """With the name of what the message leans on, so that it stands alone."""
        if isinstance(resolved, Answer) or not resolved.context.subjects:
            return resolved
        asked = self._reader.read(resolved.question, resolved.context, language, today)
        subject = self._catalogue.records.get(resolved.context.subjects[-1])
        if (
            isinstance(subject, Scheme | Partner)
            and not wants_schemes(resolved.question)
            and asked.named == {subject.id: 1.0}
            and not self._reader.names(resolved.question)
        ):
            bare = without_lead(resolved.question).rstrip(" ?")
            return replace(resolved, question=f"{bare} {subject.title} ?")
        return resolved


def _tells_what_was_asked(asked: Question, thread: Thread) -> bool:
    """« une machine, genre 400k », of a list that nothing was said to be paid for yet."""
    return thread.wish is not None and not thread.wish.topics and tells_purpose(asked.text)

"""From a question to a cited answer or an honest refusal: understand, retrieve, choose, assemble."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.answers.aspects import Aspect
from bot.answers.assembling import Assembler, Writer
from bot.answers.choosing import AS_WRITTEN, SURELY, Chooser, Draft
from bot.answers.comparing import compared, side_by_side
from bot.answers.composing import Quote
from bot.answers.concepts import Concept
from bot.answers.fields import short_name, status
from bot.answers.language import language_of
from bot.answers.listing import list_partners, list_schemes, scheme_heading, wants_partners, wants_schemes, wish_of
from bot.answers.ranking import NATIONAL, Candidate
from bot.answers.refusing import asks_personal, doubt, foreign_years, injects
from bot.answers.small_talk import small_talk
from bot.answers.types import Answer, Context, Language, Reason
from bot.answers.understanding import Question, Reader
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.formats import listed
from bot.catalogue.models import AnyRecord, Availability, Page, Scheme
from bot.catalogue.places import regions_in
from bot.finders.financing import Wish, find_schemes
from bot.finders.sourcing import find_partners
from bot.search.types import Found

_VERDICT_ASKED = re.compile(
    r"(?:suis je|sommes nous|serai je|est (?:il|elle)|mon \w+ est|ma \w+ est).{0,20}eligible"
    r"|ai je droit|avons nous droit|ai droit|on a droit"
    r"|(?:am i|are we|is my \w+) eligible|do (?:i|we) qualify|can (?:i|we) get"
)


class Answerer:
    """Answers from one release; safe to share between threads, writes nothing."""

    def __init__(self, catalogue: Catalogue, search: Callable[[str, int], Found], writer: Writer | None = None) -> None:
        self._catalogue = catalogue
        self._reader = Reader(catalogue, search)
        self._chooser = Chooser(catalogue, search)
        self._assembler = Assembler(catalogue, writer)
        self._covered = tuple(
            dict.fromkeys(region for scheme in catalogue.schemes for region in scheme.regions if region != NATIONAL)
        )

    def answer(self, question: str, context: Context, today: date) -> Answer:
        """One answer; `today` decides what is open."""
        language = language_of(question, context.language or Language.FRENCH)
        talk = small_talk(question)
        if talk:
            return self._assembler.said(question, language, Reason.SMALL_TALK, say(talk, language))
        if injects(question):
            return self._assembler.refused(question, language, Reason.OUT_OF_SCOPE)
        if asks_personal(question):
            return self._assembler.refused(question, language, Reason.NOT_IN_KNOWLEDGE)
        asked = self._reader.read(question, context, language, today)
        candidates = self._chooser.candidates(asked)
        if not candidates or candidates[0].alike < AS_WRITTEN:
            listed_answer = self._listed(asked, context)
            if listed_answer:
                return listed_answer
        return self._found(asked, candidates)

    # lists

    def _listed(self, asked: Question, context: Context) -> Answer | None:
        operations = self._reader.thesaurus.operations_in(asked.text)
        if operations and wants_partners(asked.text) and not wants_schemes(asked.text) and not asked.named:
            return self._partners(asked, operations)
        if wants_schemes(asked.text) and not self._names_one_scheme(asked):
            return self._schemes(asked, context)
        return None

    def _names_one_scheme(self, asked: Question) -> bool:
        return any(isinstance(self._catalogue.records[record], Scheme) for record in asked.named)

    def _partners(self, asked: Question, operations: tuple[str, ...]) -> Answer | None:
        matches = find_partners(self._catalogue.partners, self._catalogue.operations, operations, asked.regions)
        quotes = list_partners(self._catalogue, matches)
        if not quotes:
            return None
        key = "partners_one" if len(matches) == 1 else "partners_found"
        heading = say(key, asked.language, operations=listed(operations))
        subjects = tuple(match.partner.id for match in matches[:5])
        return self._assembler.answered(asked, quotes, before=(heading,), subjects=subjects, bullets=len(quotes) > 1)

    def _schemes(self, asked: Question, context: Context) -> Answer | None:
        foreign = [region for region in asked.regions if region not in self._covered]
        if foreign:
            return self._unknown_region(asked, foreign[0])
        if self._speaks_otherwise(asked):
            return None
        regions = asked.regions or ((context.region,) if context.region else ())
        wish = wish_of(asked.text, asked.concepts, self._catalogue.schemes, regions)
        if wish == Wish():
            return None
        found = find_schemes(self._catalogue.schemes, wish, asked.today)
        quotes = list_schemes(self._catalogue, found, wish, asked.language, asked.today)
        if not quotes:
            return None
        heading = scheme_heading(len(found), wish, asked.language)
        subjects = tuple(scheme.id for scheme in found[:5])
        return self._assembler.answered(asked, quotes, before=(heading,), subjects=subjects, bullets=len(quotes) > 1)

    def _speaks_otherwise(self, asked: Question) -> bool:
        """Whether something is asked for of which no record speaks."""
        known = self._chooser.evidence.known
        return any(asked.is_about(concept) and not known([concept]) for concept in asked.concepts)

    # one record

    def _found(self, asked: Question, candidates: Sequence[Candidate]) -> Answer:
        pair = compared(asked, candidates)
        if pair and candidates[0].alike < AS_WRITTEN:
            quotes = side_by_side(asked, pair, self._chooser)
            return self._assembler.answered(
                asked, quotes, subjects=tuple(candidate.record.id for candidate in pair), bullets=True
            )
        drafts = self._chooser.drafts(asked, candidates)
        if not drafts:
            return self._assembler.refused(asked.text, asked.language, Reason.OUT_OF_SCOPE)
        best, others = drafts[0], drafts[1:]
        return self._refusal(asked, best) or self._written(asked, best, _related(others))

    def _refusal(self, asked: Question, best: Draft) -> Answer | None:
        candidate = best.candidate
        foreign = [region for region in asked.regions if region not in self._covered]
        if foreign and foreign[0] not in candidate.record.regions:
            return self._unknown_region(asked, foreign[0])
        unknown = best.unknown
        if unknown:
            text = say("known_unknown", asked.language, text=unknown)
            return self._assembler.said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, text)
        if candidate.alike >= AS_WRITTEN:
            return None
        text = " ".join(passage.text for passage in self._catalogue.passages_of(candidate.record.id))
        known = self._chooser.evidence.known(asked.concepts)
        years = not asked.premise and foreign_years(asked.text, f"{candidate.record.title} {text}", asked.today)
        thin = doubt(candidate.support, known, foreign_years=years)
        if thin and (years or not candidate.named):
            return self._assembler.refused(asked.text, asked.language, thin.reason)
        if asked.premise and candidate.named >= SURELY and best.quotes:
            return None
        if not candidate.named and not any(map(_says_what, asked.concepts)):
            return self._assembler.refused(asked.text, asked.language, Reason.OUT_OF_SCOPE)
        return None if best.answers else self._assembler.refused(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE)

    def _written(self, asked: Question, best: Draft, related: tuple[str, ...]) -> Answer:
        record, quotes = best.candidate.record, best.quotes
        if not quotes:
            return self._assembler.refused(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE)
        before = (say("verdict", asked.language),) if _VERDICT_ASKED.search(flat(asked.text)) else ()
        if asked.premise and self._chooser.contradicts(asked, record):
            before = (say("premise_wrong", asked.language),)
        suggestions = _suggestions(record, asked) if isinstance(record, Scheme) else related
        return self._assembler.answered(
            asked,
            self._noticed(record, asked, quotes),
            before=before,
            subjects=(record.id,),
            suggestions=suggestions,
        )

    def _noticed(self, record: AnyRecord, asked: Question, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        """Closed or not yet open is said first, an opening that must be checked last."""
        passages = self._catalogue.passages_of(record.id)
        if not isinstance(record, Scheme) or record.availability(asked.today) is Availability.OPEN or not passages:
            return tuple(quotes)
        notice = Quote(status(record, asked.today, asked.language), passages[0], 100.0, typed=True)
        to_check = record.availability(asked.today) is Availability.TO_CHECK
        return (*quotes, notice) if to_check and notice not in quotes else (notice, *quotes)

    def _unknown_region(self, asked: Question, region: str) -> Answer:
        text = say("unknown_region", asked.language, region=region, covered=listed(self._covered))
        return self._assembler.said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, text)


def _says_what(concept: Concept) -> bool:
    """More than a question word or a place."""
    return not concept.framing and not regions_in(" ".join(concept.said))


def _related(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Titles of the next pages that are questions themselves."""
    candidates = (draft.candidate for draft in drafts)
    titles = (c.record.title for c in candidates if isinstance(c.record, Page) and c.support.share > 0.4)
    return tuple(title for title in titles if title.endswith("?"))[:3]


def _suggestions(scheme: Scheme, asked: Question) -> tuple[str, ...]:
    asks = {
        "ask_amount": Aspect.AMOUNT,
        "ask_who": Aspect.WHO,
        "ask_how": Aspect.HOW,
        "ask_deadline": Aspect.DEADLINE,
    }
    name = short_name(scheme)
    return tuple(say(key, asked.language, name=name) for key, aspect in asks.items() if aspect not in asked.aspects)[:3]

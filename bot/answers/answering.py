"""From a question to a cited answer or an honest refusal: understand, retrieve, write, verify."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bot.answers.aspects import Aspect, aspects_of, counted_in
from bot.answers.composing import Asked, Quote, compose, is_met, is_whole
from bot.answers.concepts import Concept, Thesaurus
from bot.answers.evidence import Evidence
from bot.answers.fields import short_name, status
from bot.answers.figures import figures
from bot.answers.language import language_of
from bot.answers.listing import list_partners, list_schemes, scheme_heading, wants_partners, wants_schemes, wish_of
from bot.answers.ranking import NATIONAL, Candidate, Clues, rank
from bot.answers.refusing import ANSWERED, asks_personal, doubt, foreign_years, injects, says_unknown, years_of
from bot.answers.small_talk import small_talk
from bot.answers.subjects import Subjects
from bot.answers.types import Answer, Citation, Context, Language, Reason, Sentence
from bot.answers.verification import figures_borne
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.formats import listed
from bot.catalogue.models import Availability, Page, Passage, Scheme
from bot.catalogue.places import regions_in
from bot.finders.financing import Wish, find_schemes
from bot.finders.sourcing import find_partners
from bot.search.analysis import stems
from bot.search.types import Found

_VERDICT_ASKED = re.compile(
    r"(?:suis je|sommes nous|serai je|est (?:il|elle)|mon \w+ est|ma \w+ est).{0,20}eligible"
    r"|ai je droit|avons nous droit|ai droit|on a droit"
    r"|(?:am i|are we|is my \w+) eligible|do (?:i|we) qualify|can (?:i|we) get"
)
_FOLLOW_UP = re.compile(r"^(?:et |and |ok |d accord )")
SEARCHED = 40  # passages looked at
CONSIDERED = 4  # records that a draft is made from
SURELY = 0.8  # how surely a record is named for others to be left aside
ALIKE_ENOUGH = 0.3  # likeness from which an author's wordings count as said
AS_WRITTEN = 0.65  # likeness from which a question counts as one that an author foresaw


class Writer(Protocol):
    """A chat model behind the verifier; None means that its text did not hold and the quotes go out."""

    def __call__(self, question: str, passages: Sequence[str], language: Language) -> tuple[Sentence, ...] | None:
        """Sentences citing `passages` by number from 1, already verified."""


@dataclass(frozen=True, kw_only=True)
class _Question:
    """A question as understood."""

    text: str
    searched: str
    language: Language
    today: date
    concepts: tuple[Concept, ...]
    aspects: tuple[Aspect, ...]
    regions: tuple[str, ...]
    named: dict[str, float]


@dataclass(frozen=True)
class _Draft:
    """What one candidate would answer; `answers` when that speaks of what is asked."""

    candidate: Candidate
    quotes: tuple[Quote, ...]
    quality: float
    answers: bool


class Answerer:
    """Answers from one release; safe to share between threads, writes nothing."""

    def __init__(self, catalogue: Catalogue, search: Callable[[str, int], Found], writer: Writer | None = None) -> None:
        self._catalogue = catalogue
        self._search = search
        self._writer = writer
        self._thesaurus = Thesaurus(catalogue.terms, catalogue.operations)
        self._subjects = Subjects(catalogue.records.values())
        self._evidence = Evidence(catalogue)
        self._covered = tuple(
            dict.fromkeys(region for scheme in catalogue.schemes for region in scheme.regions if region != NATIONAL)
        )

    def answer(self, question: str, context: Context, today: date) -> Answer:
        """One answer; `today` decides what is open."""
        language = language_of(question, context.language or Language.FRENCH)
        talk = small_talk(question)
        if talk:
            return self._said(question, language, Reason.SMALL_TALK, say(talk, language))
        if injects(question):
            return self._refused(question, language, Reason.OUT_OF_SCOPE)
        if asks_personal(question):
            return self._refused(question, language, Reason.NOT_IN_KNOWLEDGE)
        asked = self._understand(question, context, language, today)
        candidates = self._candidates(asked)
        if not candidates or candidates[0].alike < AS_WRITTEN:
            listed_answer = self._listed(asked, context)
            if listed_answer:
                return listed_answer
        return self._found(asked, candidates)

    def _understand(self, question: str, context: Context, language: Language, today: date) -> _Question:
        said = self._search(question, 1).corrected
        concepts = self._thesaurus.concepts(said)
        named = dict(self._subjects.named_in(stems(question)) or self._subjects.named_in(stems(said)))
        if not named and context.subjects and (_FOLLOW_UP.match(flat(question)) or sum(not c.framing for c in concepts) <= 1):
            named = {record: 1.0 for record in context.subjects[-1:] if record in self._catalogue.records}
        return _Question(
            text=question,
            searched=" ".join((question, *self._thesaurus.expansions(said))),
            language=language,
            today=today,
            concepts=concepts,
            aspects=aspects_of(said),
            regions=tuple(region.name for region in regions_in(question)),
            named=named,
        )

    # lists

    def _listed(self, asked: _Question, context: Context) -> Answer | None:
        operations = self._thesaurus.operations_in(asked.text)
        if operations and wants_partners(asked.text) and not wants_schemes(asked.text):
            return self._partners(asked, operations)
        if wants_schemes(asked.text) and not self._names_one_scheme(asked):
            return self._schemes(asked, context)
        return None

    def _names_one_scheme(self, asked: _Question) -> bool:
        return any(isinstance(self._catalogue.records[record], Scheme) for record in asked.named)

    def _partners(self, asked: _Question, operations: tuple[str, ...]) -> Answer | None:
        matches = find_partners(self._catalogue.partners, self._catalogue.operations, operations, asked.regions)
        quotes = list_partners(self._catalogue, matches)
        if not quotes:
            return None
        key = "partners_one" if len(matches) == 1 else "partners_found"
        heading = say(key, asked.language, count=str(len(matches)), operations=listed(operations))
        return self._assemble(
            asked, quotes, before=(heading,), subjects=tuple(match.partner.id for match in matches[:5])
        )

    def _schemes(self, asked: _Question, context: Context) -> Answer | None:
        foreign = [region for region in asked.regions if region not in self._covered]
        if foreign:
            return self._unknown_region(asked, foreign[0])
        regions = asked.regions or ((context.region,) if context.region else ())
        wish = wish_of(asked.text, asked.concepts, self._catalogue.schemes, regions)
        if wish == Wish():
            return None
        found = find_schemes(self._catalogue.schemes, wish, asked.today)
        quotes = list_schemes(self._catalogue, found, wish, asked.language, asked.today)
        if not quotes:
            return None
        heading = scheme_heading(len(found), wish, asked.language)
        return self._assemble(asked, quotes, before=(heading,), subjects=tuple(scheme.id for scheme in found[:5]))

    # one record

    def _candidates(self, asked: _Question) -> tuple[Candidate, ...]:
        found = self._search(asked.searched, SEARCHED)
        clues = Clues(
            question_stems=frozenset(stems(found.corrected)),
            concepts=asked.concepts,
            named=asked.named,
            regions=asked.regions,
        )
        return rank(self._catalogue, self._evidence, found, clues)

    def _found(self, asked: _Question, candidates: Sequence[Candidate]) -> Answer:
        if not candidates:
            return self._refused(asked.text, asked.language, Reason.OUT_OF_SCOPE)
        drafts = [self._draft(asked, candidate) for candidate in self._considered(asked, candidates)]
        best = max(drafts, key=lambda draft: draft.quality)
        refusal = self._refusal(asked, best)
        if refusal:
            return refusal
        related = self._related([draft.candidate for draft in drafts if draft is not best])
        return self._written(asked, best, related)

    def _considered(self, asked: _Question, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
        """The best few; when a scheme or partner is surely named, those that are it or speak of it."""
        sure = [candidate.record for candidate in candidates if candidate.named >= SURELY]
        if not sure:
            return candidates[:CONSIDERED]
        names = [frozenset(stems(name)) for record in sure for name in record.names]
        about = [
            candidate
            for candidate in candidates
            if candidate.named
            or candidate.alike >= AS_WRITTEN
            or any(name <= self._evidence.stems_of[candidate.record.id] for name in names)
        ]
        return about[:CONSIDERED]

    def _refusal(self, asked: _Question, best: _Draft) -> Answer | None:
        candidate = best.candidate
        if candidate.alike >= AS_WRITTEN:
            return None
        missing = [concept for concept in candidate.support.missing if regions_in(" ".join(concept.said))]
        if missing:
            return self._unknown_region(asked, regions_in(" ".join(missing[0].said))[0].name)
        text = " ".join(passage.text for passage in self._catalogue.passages_of(candidate.record.id))
        known = self._evidence.known(asked.concepts)
        years = foreign_years(asked.text, f"{candidate.record.title} {text}", asked.today)
        thin = doubt(candidate.support, known, foreign_years=years)
        if thin and (years or not candidate.named):
            return self._refused(asked.text, asked.language, thin.reason)
        return (
            None if best.quotes and best.answers else self._refused(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE)
        )

    def _draft(self, asked: _Question, candidate: Candidate) -> _Draft:
        """What one record would answer, and how well that speaks of the question."""
        record, passages = candidate.record, self._catalogue.passages_of(candidate.record.id)
        own = frozenset(stem for name in record.names for stem in stems(name)) if candidate.named else frozenset[str]()
        rest = tuple(concept for concept in asked.concepts if not concept.alternatives[0] <= own)
        brief = Asked(
            concepts=rest,
            aspects=asked.aspects,
            years=years_of(asked.text),
            counted=counted_in(asked.text),
            language=asked.language,
            today=asked.today,
        )
        quotes = compose(record, passages, brief, self._evidence)
        wanted = [concept for concept in rest if not set(aspects_of(" ".join(concept.said))) & set(asked.aspects)]
        share = max((self._evidence.share(wanted, held) for held in self._held(candidate, quotes, wanted)), default=0.0)
        counted = not brief.counted or any(
            brief.counted <= set(stems(quote.text)) and figures(quote.text) for quote in quotes
        )
        met = is_met(asked.aspects, quotes)
        answers = counted and met and share >= ANSWERED
        quality = candidate.score + 0.6 * share + 0.3 * counted + 0.3 * met + 0.3 * candidate.named
        quality += 0.15 * is_whole(record, passages)
        return _Draft(candidate, quotes, quality, answers)

    def _held(
        self, candidate: Candidate, quotes: Sequence[Quote], wanted: Sequence[Concept]
    ) -> Iterator[frozenset[str]]:
        """Stems of each quoted passage, with its titles, that holds the rarest thing asked for."""
        rarest = max(wanted, key=self._evidence.weight, default=None)
        wordings = candidate.record.questions if candidate.alike > ALIKE_ENOUGH else ()
        for passage in {quote.passage.id: quote.passage for quote in quotes}.values():
            said = (candidate.record.title, passage.origin.section or "", passage.text, *wordings)
            held = frozenset(stems(" ".join(said)))
            if rarest is None or rarest.stands_in(held):
                yield held

    def _written(self, asked: _Question, best: _Draft, related: tuple[str, ...]) -> Answer:
        record, quotes = best.candidate.record, best.quotes
        if not quotes:
            return self._refused(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE)
        if says_unknown(quotes[0].text):
            text = say("known_unknown", asked.language, text=quotes[0].text)
            return self._said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, text, related)
        notice = self._notice(record, asked, self._catalogue.passages_of(record.id))
        before = (say("verdict", asked.language),) if _VERDICT_ASKED.search(flat(asked.text)) else ()
        suggestions = self._suggestions(record, asked) if isinstance(record, Scheme) else related
        return self._assemble(asked, (*notice, *quotes), before=before, subjects=(record.id,), suggestions=suggestions)

    def _notice(self, record: object, asked: _Question, passages: Sequence[Passage]) -> tuple[Quote, ...]:
        """Closed, not yet open or unsure: said first."""
        if not isinstance(record, Scheme) or record.availability(asked.today) is Availability.OPEN or not passages:
            return ()
        return (Quote(status(record, asked.today, asked.language), passages[0], 100.0, typed=True),)

    def _related(self, candidates: Sequence[Candidate]) -> tuple[str, ...]:
        """Titles of the next pages that are questions themselves."""
        titles = (c.record.title for c in candidates if isinstance(c.record, Page) and c.support.share > 0.4)
        return tuple(title for title in titles if title.endswith("?"))[:3]

    @staticmethod
    def _suggestions(scheme: Scheme, asked: _Question) -> tuple[str, ...]:
        asks = {
            "ask_amount": Aspect.AMOUNT,
            "ask_who": Aspect.WHO,
            "ask_how": Aspect.HOW,
            "ask_deadline": Aspect.DEADLINE,
        }
        name = short_name(scheme)
        return tuple(
            say(key, asked.language, name=name) for key, aspect in asks.items() if aspect not in asked.aspects
        )[:3]

    # assembling

    def _assemble(
        self,
        asked: _Question,
        quotes: Sequence[Quote],
        *,
        before: tuple[str, ...] = (),
        subjects: tuple[str, ...] = (),
        suggestions: tuple[str, ...] = (),
    ) -> Answer:
        """Number the passages and cite them; a sentence whose figures its passage does not hold is dropped."""
        kept = [
            quote
            for quote in dict.fromkeys(quotes)
            if figures_borne(quote.text, (quote.passage.title, quote.passage.text))
        ]
        passages = list({quote.passage.id: quote.passage for quote in kept}.values())
        numbers = {passage.id: index for index, passage in enumerate(passages, 1)}
        several = len(kept) > 1 and all(quote.typed for quote in kept) and len(subjects) > 1
        sentences = [Sentence(text) for text in before]
        sentences += [Sentence(quote.text, (numbers[quote.passage.id],), bullet=several) for quote in kept]
        answer = Answer(
            question=asked.text,
            sentences=tuple(sentences),
            language=asked.language,
            release=self._catalogue.release,
            citations=tuple(self._citation(passage) for passage in passages),
            subjects=subjects,
            suggestions=suggestions,
        )
        return self._rewritten(answer, len(before)) if self._writer else _framed(answer, kept, len(before))

    def _rewritten(self, answer: Answer, before: int) -> Answer:
        assert self._writer is not None
        passages = [f"{citation.document}\n{citation.passage}" for citation in answer.citations]
        written = self._writer(answer.question, passages, answer.language)
        return replace(answer, sentences=(*answer.sentences[:before], *written)) if written else answer

    def _citation(self, passage: Passage) -> Citation:
        record = self._catalogue.records[passage.record]
        return Citation(
            document=record.title,
            origin=passage.origin,
            passage=passage.text,
            passage_id=passage.id,
            valid_until=record.valid_until,
            checked_on=record.checked_on,
            url=record.link or None,
        )

    def _unknown_region(self, asked: _Question, region: str) -> Answer:
        text = say("unknown_region", asked.language, region=region, covered=listed(self._covered))
        return self._said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, text)

    def _refused(self, question: str, language: Language, reason: Reason) -> Answer:
        return self._said(question, language, reason, say(reason.value, language))

    def _said(
        self, question: str, language: Language, reason: Reason, text: str, suggestions: tuple[str, ...] = ()
    ) -> Answer:
        return Answer(
            question=question,
            sentences=(Sentence(text),),
            language=language,
            release=self._catalogue.release,
            abstained=True,
            reason=reason,
            suggestions=suggestions,
        )


def _framed(answer: Answer, quotes: Sequence[Quote], before: int) -> Answer:
    """In an English answer, French quotes are announced as such."""
    if answer.language is Language.FRENCH or all(quote.typed for quote in quotes):
        return answer
    first = next(index for index, quote in enumerate(quotes) if not quote.typed) + before
    frame = Sentence(say("in_french", answer.language))
    return replace(answer, sentences=(*answer.sentences[:first], frame, *answer.sentences[first:]))

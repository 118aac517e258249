"""The last answer once more: where it comes from and of when that is, in one sentence, as the same list."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from bot.answers.aspects import NUMERIC, Aspect
from bot.answers.assembling import Assembler
from bot.answers.concepts import Concept
from bot.answers.evidence import Evidence
from bot.answers.listing import SHOWN, fields_of, listed_name
from bot.answers.offering import offered
from bot.answers.ranking import SURELY
from bot.answers.refusing import says_to_check, says_unknown, tells_whom_to_ask
from bot.answers.relisting import page_of
from bot.answers.retorting import asks_estimate, asks_source, asks_when, without_brevity, without_estimate
from bot.answers.rewriting import renumbered
from bot.answers.types import Answer, Context, Language, Reason, Sentence, Thread
from bot.answers.understanding import Reader
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.formats import day, listed
from bot.catalogue.models import AnyRecord, Page, Passage
from bot.search.analysis import stems

_MOST = 3  # sources of one page that are named
_UNKNOWN = 2  # sentences that say that it is not known, and whom to ask
_REALLY = 0.5  # share of what is asked about that was said
_COUNTED = NUMERIC | {Aspect.COST, Aspect.FREE}
_NAMING = 4  # words: « le CIR, donc »
_LINK = re.compile(r"https?://\S+")
_BOTH = re.compile(r"\b(?:deux|both|two|chaque|each)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNDATED = re.compile(r"\s*\(?(?:pages? )?non dat[ée]e?s?[^);]*\)?", re.IGNORECASE)


class Retelling:
    """Tells what the last answer was made of."""

    def __init__(self, catalogue: Catalogue, reader: Reader, evidence: Evidence, assembler: Assembler) -> None:
        self._catalogue, self._reader, self._evidence, self._assembler = catalogue, reader, evidence, assembler

    def answer(self, message: str, context: Context, language: Language) -> Answer | None:
        """What is asked about the last answer; None when something else is asked."""
        if asks_source(message) or asks_when(message):
            return self._sources(message, context, language)
        brief = without_brevity(message)
        if context.thread and brief is not None and self._only_names(brief, context.thread):
            return self._shorter(message, context.thread, language)
        return None

    def shortened(self, answer: Answer) -> Answer:
        """Its first sentence alone, with what is said before it and its source."""
        first = next((s for s in answer.sentences if s.citations and not s.notice), None)
        if answer.abstained or first is None or first.bullet:
            return answer
        frames = [s for s in answer.sentences[: answer.sentences.index(first)] if not s.citations]
        citation = answer.citations[first.citations[0] - 1]
        return replace(answer, sentences=(*frames, replace(first, citations=(1,))), citations=(citation,))

    def wants_estimate(self, question: str, context: Context, language: Language) -> bool:
        """« t'as pas un ordre de grandeur ? », of nothing else than what was just asked."""
        if not asks_estimate(question) or not (context.thread and context.thread.asked):
            return False
        asked = self._reader.read(without_estimate(question), replace(context, subjects=()), language, date.min)
        return not asked.named and not any(map(asked.is_about, asked.concepts))

    def again(self, question: str, answer: Answer, thread: Thread, today: date) -> Answer:
        """What was said already, in short: that which bears on a question put in other words."""
        asked = self._reader.read(question, Context(), answer.language, date.min)
        about = [concept for concept in asked.concepts if asked.is_about(concept)]
        said = [sentence for sentence in answer.sentences if sentence.citations and not sentence.notice]
        counted = asks_estimate(question) or bool(_COUNTED.intersection(asked.aspects))
        titles = [citation.document for citation in answer.citations]
        unknown = [one for one in said if counted and (says_unknown(one.text) or says_to_check(one.text))]
        kept = unknown[:_UNKNOWN] or sorted(said, key=lambda one: -self._held(about, [one.text]))[:1]
        borne = bool(unknown) or self._held(about, (*thread.said, *titles)) >= _REALLY
        near = say("nearest", answer.language, title=answer.citations[kept[0].citations[0] - 1].document)
        frame = say("said_before", answer.language) if borne else f"{say('not_sure', answer.language)} {near}"
        end = () if any(map(tells_whom_to_ask, (one.text for one in kept))) else (say("ask_adviser", answer.language),)
        before = () if unknown else (frame,)
        sentences = (*map(Sentence, before), *kept, *map(Sentence, end))
        refusal = replace(answer, question=question, sentences=sentences, abstained=True, suggestions=())
        refusal = renumbered(replace(refusal, reason=Reason.NOT_IN_KNOWLEDGE, thread=thread))
        record = self._catalogue.records.get(thread.subjects[-1]) if thread.subjects else None
        if record is None or isinstance(record, Page):
            return refusal
        more = offered(refusal, record, self._catalogue.passages_of(record.id), (), today)
        return replace(more, sentences=(*refusal.sentences, *more.sentences[1:]))

    def _held(self, about: Sequence[Concept], said: Sequence[str]) -> float:
        return self._evidence.share(about, frozenset(stem for text in said for stem in stems(text)))

    # where it comes from

    def _sources(self, message: str, context: Context, language: Language) -> Answer | None:
        named = self._named_in(message) or self._both(message, context.thread)
        pages = named or self._cited(context.thread)
        if not pages and asks_when(message):
            return self._assembler.said(message, language, Reason.SMALL_TALK, self._dated(language))
        if not pages and context.thread:
            text = say("no_source", language)
            return replace(self._assembler.said(message, language, Reason.NEEDS_DETAIL, text), thread=context.thread)
        if not pages:
            return None
        passages = [passage for page in pages for passage in page]
        titles = listed([f"« {page[0].title} »" for page in pages], say("and", language))
        lead = () if named or asks_when(message) else (Sentence(say("sources_are", language, titles=titles)),)
        told = (
            Sentence(self._sourced(page[0], language), tuple(passages.index(one) + 1 for one in page), len(pages) > 1)
            for page in pages
        )
        return replace(self._assembler.citing(message, language, passages, (*lead, *told)), thread=context.thread)

    def _both(self, message: str, thread: Thread | None) -> list[list[Passage]]:
        """« vos deux fiches »: those of the two that were listed or compared."""
        if thread is None or len(thread.listed) != 2 or not _BOTH.search(flat(message)):
            return []
        return self._fields_of(thread.listed)

    def _named_in(self, message: str) -> list[list[Passage]]:
        named = self._reader.named_in(message)
        return self._fields_of([name for name, sure in named.items() if sure >= SURELY])

    def _fields_of(self, names: Sequence[str]) -> list[list[Passage]]:
        records = (self._catalogue.records.get(name) for name in names)
        return [[passage] for record in records if record and (passage := fields_of(self._catalogue, record))]

    def _cited(self, thread: Thread | None) -> list[list[Passage]]:
        """The passages that the last answer cites, page by page; of a refusal, the subject that it names."""
        found = (self._catalogue.passages.get(name) for name in (thread.sources if thread else ()))
        pages: dict[str, list[Passage]] = {}
        for passage in filter(None, found):
            pages.setdefault(passage.record, []).append(passage)
        if not pages and thread and len(thread.subjects) == 1:
            return self._fields_of(thread.subjects)
        return list(pages.values())[:SHOWN]

    def _sourced(self, passage: Passage, language: Language) -> str:
        """« « Prêt Vert » : source bpifrance.fr (non datée) ; fiche vérifiée le 22 novembre 2026. »"""
        record = self._catalogue.records[passage.record]
        checked = record.checked_on and day(record.checked_on, language.value)
        told = say("source_from", language, source=_named_sources(record, language))
        told += say("page_checked", language, day=checked) if checked else ""
        return say("page_from", language, title=record.title, told=told)

    def _dated(self, language: Language) -> str:
        """How the pages are dated, of no answer in particular."""
        days = sorted(record.checked_on for record in self._catalogue.records.values() if record.checked_on)
        if not days:
            return say("pages_dated", language)
        first, last = (day(one, language.value) for one in (days[0], days[-1]))
        between = "pages_checked_on" if first == last else "pages_checked"
        return f"{say('pages_dated', language)} {say(between, language, first=first, last=last)}"

    # shorter

    def _shorter(self, message: str, thread: Thread, language: Language) -> Answer | None:
        """Its first sentence, or the names of its list."""
        passages = [page[0] for page in self._cited(thread)]
        told = thread.said[0] if thread.said else self._names_of(thread, language)
        if not passages or not told:
            return None
        kept = passages[:1] if thread.said else passages
        places = tuple(range(1, len(kept) + 1))
        return replace(self._assembler.citing(message, language, kept, (Sentence(told, places),)), thread=thread)

    def _names_of(self, thread: Thread, language: Language) -> str:
        """The list on the screen by its names alone."""
        shown = (self._catalogue.records.get(name) for name in page_of(thread))
        names = [listed_name(record) for record in shown if record]
        return f"{listed(names, say('and', language))}." if names else ""

    def _only_names(self, brief: str, thread: Thread) -> bool:
        """Whether nothing is left of a message, or what the last answer was about and no more."""
        named = self._reader.named_in(brief)
        known = bool(named) and set(named) <= set(thread.subjects)
        return not brief or (known and len(brief.split()) <= _NAMING)


def _named_sources(record: AnyRecord, language: Language) -> str:
    """« entreprises.gouv.fr (10 décembre 2025), les-aides.fr (non datée) »."""
    pieces = [piece.strip() for piece in record.source.split(" ; ") if piece.strip()]
    if not pieces:
        return say("source_unsaid", language)
    return ", ".join(_source(piece, language) for piece in pieces[:_MOST])


def _source(piece: str, language: Language) -> str:
    """One source by the name of its site, with its date or that it has none."""
    named = _UNDATED.sub("", _LINK.sub(lambda link: urlsplit(link[0]).netloc.removeprefix("www."), piece)).strip()
    return named if _YEAR.search(named) else f"{named} ({say('undated', language)})"

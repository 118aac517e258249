"""The answer to one question as it was understood: a list, two side by side, each of several, or one record."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.aspects import Aspect
from bot.answers.assembling import Assembler
from bot.answers.choosing import Chooser, Draft
from bot.answers.comparing import Comparer, compared, place_of_mention
from bot.answers.composing import MOST_SENTENCES
from bot.answers.confidence import confidence, gate_signals
from bot.answers.correcting import Corrector
from bot.answers.declining import Refuser
from bot.answers.fields import short_name
from bot.answers.language import language_of
from bot.answers.lists import Lists
from bot.answers.noticing import noticed, outdated
from bot.answers.offering import suggestions_of
from bot.answers.parting import joined
from bot.answers.ranking import SURELY, Candidate
from bot.answers.types import Answer, Context, Language, Reason, Sentence
from bot.answers.understanding import Question, Reader
from bot.answers.verdicts import asks_verdict, asks_whether_concerned
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.models import AnyRecord, Page, Scheme
from bot.search.analysis import stems

_RARE = 2.5  # rarity of a word from which a name that holds it is telling
_EACH = 4  # schemes of one question that are told of one after the other
_OF_ONE = frozenset(
    {
        *(Aspect.AMOUNT, Aspect.RATE, Aspect.BASE, Aspect.DURATION, Aspect.DEADLINE, Aspect.OPEN, Aspect.CONTACT),
        *(Aspect.LINK, Aspect.REPAYMENT, Aspect.FUNDER, Aspect.WHO, Aspect.COMMITMENT),
    }
)
"""Sides that are asked of each of several schemes, not of them together."""
_FORESEEN = 5  # candidates whose authored questions are looked at
_VERBATIM = 0.75  # share of words in common from which a question is one that an author foresaw, word by word


class Finder:
    """Answers questions that stand alone from the records of one release."""

    def __init__(
        self, catalogue: Catalogue, reader: Reader, chooser: Chooser, lists: Lists, assembler: Assembler
    ) -> None:
        self._catalogue, self._chooser, self._lists, self._assembler = catalogue, chooser, lists, assembler
        self._corrector = Corrector(catalogue, reader, chooser, assembler)
        self._refuser = Refuser(catalogue, lists, assembler)
        self._comparer = Comparer(catalogue, chooser, reader.named_in)

    def answer(self, asked: Question, context: Context, *, listing: bool) -> Answer:
        """The answer, or a refusal; `listing` when a list is wanted, whatever page foresaw the question."""
        asked = self._chooser.widened(asked)
        candidates = [each for each in self._chooser.candidates(asked) if each.record.id not in asked.left_out]
        pages = [candidate.record for candidate in candidates[:_FORESEEN]]
        foreseen = not listing and any(_is_foreseen(asked, page) or self._is_called(asked, page) for page in pages)
        foreign = bool(self._lists.foreign(asked.regions))  # no page foresaw what is sought there
        if (not foreseen or foreign) and (found := self._lists.answer(asked, context)):
            return found
        if not foreseen and self._lists.wants_verdict_only(asked):
            return self._which_scheme(asked)
        if (pair := compared(asked, candidates)) and not any(
            isinstance(c.record, Page) and _is_foreseen(asked, c.record) for c in candidates[:_FORESEEN]
        ):
            quotes = self._comparer.side_by_side(asked, pair, candidates)
            subjects = tuple(candidate.record.id for candidate in pair)
            return self._assembler.answered(asked, quotes, subjects=subjects)
        if told := self._of_each(asked, candidates):
            return told
        found = self._corrector.answer(asked, candidates) or self._found(asked, candidates)
        if not found.abstained and self._lists.is_beside(asked, found.subjects):
            found = self._assembler.refused(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE)
        if found.abstained and (list_of_partners := self._lists.partners.sought(asked, context)):
            return list_of_partners
        unknown = self._lists.unknown_words(asked) if found.abstained and not found.thread else ""
        if not unknown:
            return found
        return replace(
            found, sentences=(Sentence(say("no_scheme_speaks", asked.language, words=unknown)), *found.sentences)
        )

    def _of_each(self, asked: Question, candidates: Sequence[Candidate]) -> Answer | None:
        """« le CIR et le CII, quels taux ? »: a paragraph on each of several schemes that are surely named."""
        sides = [c for c in candidates if c.named >= SURELY and isinstance(c.record, Scheme)]
        if not 1 < len(sides) <= _EACH or not set(asked.aspects) & _OF_ONE or asked.premise:
            return None
        sides = sorted(sides, key=lambda side: place_of_mention(side.record, asked))
        names = {side.record.id: {stem for name in side.record.names for stem in stems(name)} for side in sides}
        answers = []
        for side in sides:
            others = frozenset().union(*(names[other] for other in names if other != side.record.id))
            others -= names[side.record.id]
            alone = replace(
                asked,
                named={side.record.id: 1.0},
                concepts=tuple(concept for concept in asked.concepts if not concept.stands_in(others)),
            )
            found = self._found(alone, self._chooser.candidates(alone))
            answers.append(replace(found, question=short_name(side.record)))
        return joined(asked.text, answers)

    def _is_called(self, asked: Question, record: AnyRecord) -> bool:
        """Whether a page is called by a telling name of it: « de minimis : on a déjà touché 180 000 € »."""
        if not isinstance(record, Page):
            return False
        said, evidence = f" {' '.join(stems(asked.said))} ", self._chooser.evidence
        names = (stems(name) for name in record.aliases)
        return any(f" {' '.join(name)} " in said and max(map(evidence.idf, name)) >= _RARE for name in names if name)

    def _which_scheme(self, asked: Question) -> Answer:
        """Nobody can be told of conditions before it is known of what."""
        text = say("which_scheme", asked.language)
        return self._assembler.said(asked.text, asked.language, Reason.NEEDS_DETAIL, text)

    def _found(self, asked: Question, candidates: Sequence[Candidate]) -> Answer:
        drafts = self._chooser.drafts(asked, candidates)
        if not drafts:
            return self._assembler.refused(asked.text, asked.language, Reason.OUT_OF_SCOPE)
        best, others = drafts[0], drafts[1:]
        sure = max(asked.named.values(), default=0.0) >= SURELY
        signals = gate_signals(asked, best, others, self._chooser.evidence, self._text_of(best.candidate.record))
        admits = next((draft.admits for draft in drafts if draft.admits and (draft.candidate.named or not sure)), None)
        if refusal := self._refuser.refusal(asked, best, signals, admits):
            return refusal
        return self._written(asked, best, _related(others, asked.language), confidence=confidence(signals))

    def _text_of(self, record: AnyRecord) -> str:
        return f"{record.title} " + " ".join(passage.text for passage in self._catalogue.passages_of(record.id))

    def _written(self, asked: Question, best: Draft, related: tuple[str, ...], *, confidence: float) -> Answer:
        record, quotes = best.candidate.record, best.quotes
        if not quotes:
            return self._assembler.refused(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE)
        before = (say("verdict", asked.language),) if asks_verdict(asked.text) else ()
        if asked.premise and self._chooser.contradicts(asked, record, [quote.text for quote in quotes]):
            before = (say("premise_wrong", asked.language),)
        if isinstance(record, Scheme) and asks_whether_concerned(asked.text):
            who = self._chooser.told_first(record, Aspect.WHO, asked.language)
            quotes = (who, *(q for q in quotes if q.text != who.text))[:MOST_SENTENCES] if who else quotes
        passages = self._catalogue.passages_of(record.id)
        offers = suggestions_of(record, passages, asked.aspects, asked.today, asked.language)
        suggestions = offers if isinstance(record, Scheme) else related
        answer = self._assembler.answered(
            asked,
            noticed(self._catalogue, record, quotes, asked.today, asked.language),
            before=before,
            subjects=(record.id,),
            suggestions=suggestions,
        )
        told = outdated(record, asked.today, asked.language)
        sentences = (*answer.sentences, Sentence(told)) if told else answer.sentences
        return replace(answer, sentences=sentences, confidence=confidence)


def _is_foreseen(asked: Question, record: AnyRecord) -> bool:
    """Whether an author wrote this very question: the author's answer then goes before a list of records."""
    said = set(stems(asked.text))
    wordings = (set(stems(text)) for text in (record.title, *record.questions))
    return any(len(said & written) >= _VERBATIM * len(said | written) for written in wordings)


def _related(drafts: Sequence[Draft], language: Language) -> tuple[str, ...]:
    """The next pages that are questions themselves, as their author asks them in the language of the question."""
    candidates = (draft.candidate for draft in drafts)
    pages = (c.record for c in candidates if isinstance(c.record, Page) and c.support.share > 0.4)
    asked = (_asked_in(page, language) for page in pages if page.title.endswith("?"))
    return tuple(filter(None, asked))[:3]


def _asked_in(page: Page, language: Language) -> str:
    """The title, which is a question, or the first English way of asking it; empty when there is none."""
    if language is Language.FRENCH:
        return page.title
    found = next((text for text in page.questions if language_of(text) is Language.ENGLISH), "")
    return found[:1].upper() + found[1:]

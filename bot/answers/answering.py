"""From a message to a cited answer or an honest refusal: read it every way that it may be meant, find, assemble."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.answers.aspects import Aspect
from bot.answers.assembling import Assembler
from bot.answers.choosing import Chooser
from bot.answers.company import Company, company_told, only_tells, seeks_nearby
from bot.answers.fields import holds_only_in
from bot.answers.finding import Finder
from bot.answers.following import ordinal_in, place_told, without_lead
from bot.answers.language import language_of, without_wish
from bot.answers.leaning import Leaning, Standing
from bot.answers.lists import Lists
from bot.answers.opening import only_introduces_itself
from bot.answers.orders import without_orders
from bot.answers.parting import joined
from bot.answers.personal import asks_personal
from bot.answers.pointing import Pointing
from bot.answers.ranking import SURELY
from bot.answers.readings import Heard, Reading, Readings
from bot.answers.retelling import Retelling
from bot.answers.retorting import asks_again, contested, left_unanswered, without_brevity
from bot.answers.several import Several
from bot.answers.sides import side_of
from bot.answers.small_talk import small_talk, without_courtesy
from bot.answers.tongues import speaks_otherwise
from bot.answers.towns import departments_told_in, without_places
from bot.answers.types import LONGEST_QUESTION, Answer, Context, Language, Reason, Sentence, Thread
from bot.answers.understanding import Correct, Question, Reader
from bot.answers.verdicts import asks_own_amount, asks_verdict
from bot.answers.wanting import awaits_purpose
from bot.answers.waving import without_the_rejected
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat, fold
from bot.catalogue.models import Scheme
from bot.catalogue.places import is_mainland, regions_in
from bot.search.types import Found

_FAR = 0.85  # least confidence asked of a part for it to count in a message that is out of this field


class Answerer:
    """Answers from one release; safe to share between threads, writes nothing."""

    def __init__(self, catalogue: Catalogue, search: Callable[[str, int], Found], correct: Correct) -> None:
        self._catalogue = catalogue
        self._reader = Reader(catalogue, correct)
        self._chooser = Chooser(catalogue, search)
        self._assembler = Assembler(catalogue)
        self._lists = Lists(catalogue, self._chooser.evidence, self._reader.thesaurus, self._assembler)
        self._finder = Finder(catalogue, self._reader, self._chooser, self._lists, self._assembler)
        self._leaning = Leaning(catalogue, self._reader, self._lists, self._assembler)
        self._readings = Readings(catalogue, self._reader, self._lists, self._chooser.evidence)
        self._retelling = Retelling(catalogue, self._reader, self._chooser.evidence, self._assembler)
        self._pointing = Pointing(catalogue, self._reader)
        self._several = Several(self._reader, self._chooser.evidence, self._assembler, self._one)

    def operations_in(self, text: str) -> tuple[str, ...]:
        """Names of the industrial operations that a text mentions, in order."""
        return self._reader.thesaurus.operations_in(text)

    def answer(self, question: str, context: Context, today: date) -> Answer:
        """One answer to all that a message asks; `today` decides what is open."""
        answer = self._to_all(question, context, today)
        more = say("list_more", answer.language)
        if context.thread is not None or more not in answer.suggestions:
            return answer
        return replace(answer, suggestions=tuple(text for text in answer.suggestions if text != more))

    def _to_all(self, question: str, context: Context, today: date) -> Answer:
        spoken = context.language or Language.FRENCH
        awaited = context.thread.awaiting if context.thread else ""
        text, wished = without_wish(question)
        language = wished or language_of(text, language_of(awaited, spoken))
        bare = without_courtesy(text)
        if refusal := self._at_first_sight(text, language) or (bare != text and self._at_first_sight(bare, language)):
            return replace(refusal, question=question)
        if told := self._retelling.answer(text, context, language):
            return replace(told, question=question)
        if context.thread and context.thread.said and (rest := contested(bare)) is not None:
            return replace(self._once_more(rest, context, context.thread, language, today), question=question)
        plain = _asked_once_more(without_orders(bare), context.thread)
        if plain != bare and not _asks_something(plain):
            return self._assembler.said(question, language, Reason.OUT_OF_SCOPE, say("order", language))
        if several := self._several.answer(plain, context, language, today):
            return replace(_as_shown(several), question=question)
        return replace(self._one(plain, context, language, today), question=question)

    def _at_first_sight(self, question: str, language: Language) -> Answer | None:
        """Small talk, another language, or far too much."""
        talk = small_talk(question)
        if talk:
            return self._assembler.said(question, language, Reason.SMALL_TALK, say(talk, language))
        if len(question) > LONGEST_QUESTION:
            told = say("too_long", language, length=str(len(question)), limit=str(LONGEST_QUESTION))
            return self._assembler.said(question, language, Reason.NEEDS_DETAIL, told)
        if speaks_otherwise(question):
            return self._assembler.said(question, language, Reason.OUT_OF_SCOPE, say("other_language", language))
        return None

    def _once_more(self, rest: str, context: Context, thread: Thread, language: Language, today: date) -> Answer:
        """What is said to contest an answer, or what was asked, answered by the source alone: no yes, no no."""
        asked, before = rest or thread.asked, replace(context, thread=None, subjects=thread.subjects)
        answer = self._read_best(asked, before, language, today)
        if answer.abstained and rest:
            answer = self._read_best(thread.asked, before, language, today)
        if answer.abstained:
            return answer
        told = tuple(sentence for sentence in answer.sentences if sentence.citations)
        return _led(replace(answer, sentences=told), "said_again")

    def _one(self, question: str, context: Context, language: Language, today: date) -> Answer:
        """The answer to one question, no longer than is wished, or what is asked about the last one."""
        if told := self._retelling.answer(question, context, language):
            return told
        if brief := without_brevity(question):
            shortened = self._retelling.shortened(self._one(brief, context, language, today))
            return replace(shortened, question=question)
        answer = self._replied(question, context, language, today)
        named = self._reader.named_in(question)
        left_out = self._reader.left_out(question, context, named)
        if answer.thread:
            return replace(answer, thread=replace(answer.thread, sources=_sources(answer), left_out=left_out))
        kept = context.thread and replace(context.thread, awaiting="", left_out=left_out)
        return replace(answer, thread=kept) if kept and left_out else answer

    def _replied(self, question: str, context: Context, language: Language, today: date) -> Answer:
        """The answer to one question; what was just said is no answer to another one."""
        if context.thread is None:
            return self._read_best(question, context, language, today)
        thread = context.thread
        if self._retelling.wants_estimate(question, context, language):
            answer = replace(self._read_best(thread.asked, context, language, today), question=question)
            return answer if answer.abstained else self._retelling.again(question, answer, thread, today)
        if meant := self._pointing.meant(question, context):
            several = self._several.answer(meant, context, language, today)
            return replace(several or self._read_best(meant, context, language, today), question=question)
        answer = self._read_best(question, context, language, today)
        if not _repeats(answer, question, thread):
            return answer
        alone = replace(context, thread=None, subjects=thread.subjects)
        other = self._read_best(without_lead(question), alone, language, today)
        if not other.abstained and not _repeats(other, question, thread):
            return replace(other, question=question)
        return self._retelling.again(question, answer, thread, today)

    def _read_best(self, question: str, context: Context, language: Language, today: date) -> Answer:
        """The answer to a question, to what it means, or to the part of it that asks."""
        if (rest := without_the_rejected(question)) != question:
            answer = self._read_best(rest, _without_the_shown(context), language, today)
            return replace(answer, question=question)
        return self._read(question, context, language, today)

    def _read(self, question: str, context: Context, language: Language, today: date) -> Answer:
        answer: Answer | None = None
        tells = only_tells(question) or (only_introduces_itself(question) and not self._reader.named_in(question))
        if tells and not _is_going_on(context):
            asked = self._reader.read(question, context, language, today)
            return self._lists.needs_purpose(asked, company_told(question, context.company))
        for reading in self._readings.of(Heard(text=question, context=context, language=language, today=today)):
            if 0 < reading.least < _FAR and answer and answer.reason is Reason.OUT_OF_SCOPE:
                continue
            found = self._single(reading.question, context, language, today)
            found = self._after_its_own(found, reading, context, today) if reading.own else found
            if not found.abstained and _is_doubtful(found, reading):
                continue
            if not found.abstained or (answer is None and not _is_lost(found)):
                return replace(_led(found, reading.lead), question=question)
            answer = found if answer is None or reading.question == question else answer
        answer = answer or self._assembler.refused(question, language, Reason.NOT_IN_KNOWLEDGE)
        return replace(answer, question=question)

    def _single(self, question: str, context: Context, language: Language, today: date) -> Answer:
        """The answer to one question, as it stands or leaning on the talk."""
        if asks_personal(question, self._is_known):
            return self._assembler.said(question, language, Reason.NOT_IN_KNOWLEDGE, say("personal", language))
        resolved = self._leaning.resolve(self._reader.mended(question), context, language, today)
        if isinstance(resolved, Answer):
            return resolved
        asked = self._reader.read(resolved.question, resolved.context, language, today)
        if place_told(resolved.question):
            told = company_told(resolved.question, resolved.context.company)
            return self._lists.needs_purpose(asked, told, context.thread)
        elsewhere = self._elsewhere(asked, resolved.context.company)
        if elsewhere:
            asked = self._reader.read(without_places(resolved.question), resolved.context, language, today)
        answer = self._finder.answer(_with_sides(asked, resolved), resolved.context, listing=resolved.listing)
        answer = answer if answer.thread else replace(answer, thread=self._thread(asked, answer, context.thread))
        if not elsewhere or answer.abstained:
            return answer
        return replace(answer, sentences=(Sentence(elsewhere), *answer.sentences))

    def _after_its_own(self, rule: Answer, reading: Reading, context: Context, today: date) -> Answer:
        """What the scheme talked about says of it, which stays the subject, then the rule that holds of the others."""
        scheme = self._catalogue.records.get(reading.own)
        if not isinstance(scheme, Scheme):
            return rule
        passages = self._catalogue.passages_of(scheme.id)
        quote = side_of(scheme, Aspect.COMMITMENT, passages, today, rule.language)
        if quote is None and rule.abstained:
            return rule
        asked = self._reader.read(reading.question, context, rule.language, today)
        own = [self._assembler.answered(asked, [quote])] if quote else []
        alone = rule.abstained or (quote and scheme.before_commitment is False)
        found = joined(reading.question, own if alone else [*own, rule])
        thread = replace(rule.thread or Thread(asked=reading.question), subjects=(scheme.id,))
        return replace(found, thread=thread, subjects=(scheme.id,))

    def _elsewhere(self, asked: Question, known: Company) -> str:
        """Where the one scheme named holds, said before its answer when that is in none of the places told."""
        sure = [record for record, named in asked.named.items() if named >= SURELY]
        record = self._catalogue.records[sure[0]] if len(sure) == 1 else None
        regions, departments = asked.regions, departments_told_in(asked.text)
        if not regions and (seeks_nearby(asked.text) or asks_verdict(asked.text)):
            regions, departments = (known.region,) if known.region else (), known.departments
        if not isinstance(record, Scheme) or not all(map(is_mainland, regions)):
            return ""
        if not self._lists.runs_elsewhere(record, regions, departments):
            return ""
        return holds_only_in(record, departments, asked.language)

    def _is_known(self, name: str) -> bool:
        return self._reader.names(name) or bool(regions_in(name))

    def _thread(self, asked: Question, answer: Answer, before: Thread | None) -> Thread | None:
        """What the next message may lean on; what is refused of a named subject still is about it.

        One scheme of a list leaves the list as it stood.
        """
        named = tuple(record for record, sure in asked.named.items() if sure >= SURELY)[:1]
        subjects = answer.subjects or named or self._admitting(answer)
        if not subjects and answer.reason is not Reason.NOT_IN_KNOWLEDGE:
            return None
        thread = before if before and len(before.listed) > 1 and set(subjects) <= set(before.listed) else Thread()
        if len(subjects) > 1:
            thread = replace(thread, listed=subjects, shown=len(subjects))
        return replace(
            thread,
            subjects=subjects,
            aspects=tuple(aspect.value for aspect in asked.aspects),
            asked=asked.text,
            said=() if answer.abstained else _cited(answer),
            awaiting="",
        )

    def _admitting(self, answer: Answer) -> tuple[str, ...]:
        """The record by which a refusal says that something is not known."""
        passages = (self._catalogue.passages[citation.passage_id] for citation in answer.citations[:1])
        return tuple(passage.record for passage in passages)


def _asked_once_more(message: str, thread: Thread | None) -> str:
    """For « vous n'avez pas répondu à ma 2e question » that question: as typed again, or of the last message."""
    if thread is None or (complaint := left_unanswered(message)) is None:
        return message
    said, rest = complaint
    if rest or not thread.parts:
        return rest or message
    place = ordinal_in(said, len(thread.parts))
    return thread.parts[place] if place is not None else thread.unanswered or thread.parts[-1]


def _cited(answer: Answer) -> tuple[str, ...]:
    """What is said with a source, the notices last."""
    return tuple(sentence.text for sentence in _leading(answer))


def _sources(answer: Answer) -> tuple[str, ...]:
    """Ids of the passages cited, in the same order."""
    numbers = dict.fromkeys(number for sentence in _leading(answer) for number in sentence.citations)
    return tuple(answer.citations[number - 1].passage_id for number in numbers)


def _as_shown(answer: Answer) -> Answer:
    """Of several answers in one not all was shown: what was left out was not said."""
    if answer.thread is None:
        return answer
    shown = set(_cited(answer))
    return replace(answer, thread=replace(answer.thread, said=tuple(filter(shown.__contains__, answer.thread.said))))


def _leading(answer: Answer) -> list[Sentence]:
    return sorted((sentence for sentence in answer.sentences if sentence.citations), key=lambda said: said.notice)


def _led(answer: Answer, lead: str) -> Answer:
    """An answer after the sentence of that key."""
    if not lead:
        return answer
    return replace(answer, sentences=(Sentence(say(lead, answer.language)), *answer.sentences))


def _repeats(answer: Answer, question: str, thread: Thread) -> bool:
    """Whether an answer to another question only says what was just said."""
    anew = not asks_again(question) and flat(question).rstrip() != flat(thread.asked)
    return anew and bool(_cited(answer)) and set(_cited(answer)) <= set(thread.said)


def _is_going_on(context: Context) -> bool:
    """Whether the talk has something that what is told may narrow or complete."""
    thread = context.thread
    awaiting = thread is not None and thread.awaiting and not awaits_purpose(thread)
    return thread is not None and bool(thread.subjects or thread.listed or thread.wish or awaiting)


def _without_the_shown(context: Context) -> Context:
    """The talk once what was shown of partners is waved away."""
    thread = context.thread
    if thread is None or thread.partner_wish is None:
        return context
    without = (*thread.partner_wish.without, *thread.listed[: thread.shown])
    return replace(
        context, thread=replace(thread, partner_wish=replace(thread.partner_wish, without=without), subjects=())
    )


def _is_doubtful(answer: Answer, reading: Reading) -> bool:
    """Whether an answer leaves out what must be said, or is none too sure of a part of what was said."""
    said = fold(answer.text)
    left_out = bool(reading.must) and not any(word in said for word in reading.must)
    return left_out or answer.confidence < reading.least


def _is_lost(answer: Answer) -> bool:
    """Whether nothing was found: no answer, no admission that it is not known, no list, no question back."""
    admits = bool(answer.sentences and answer.sentences[0].citations)
    lists = answer.thread is not None and bool(
        answer.thread.listed or (answer.thread.partner_wish and answer.citations)
    )
    return answer.abstained and not admits and not lists and answer.reason is not Reason.NEEDS_DETAIL


def _asks_something(text: str) -> bool:
    """Whether anything is left to answer."""
    return len(text.split()) > 1 and any(letter.isalpha() for letter in text)


def _with_sides(asked: Question, resolved: Standing) -> Question:
    """The sides asked for before, when a follow-up names none; who may have it, when a verdict is asked for."""
    if not asked.aspects or set(asked.aspects) <= {Aspect.DEFINITION}:
        asked = replace(asked, aspects=resolved.aspects or asked.aspects)
    if asks_verdict(asked.text) and asked.named:
        wanted = Aspect.AMOUNT if asks_own_amount(asked.text) else Aspect.WHO
        asked = replace(asked, aspects=(wanted, *(aspect for aspect in asked.aspects if aspect is not wanted)))
    return asked

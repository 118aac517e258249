"""A message that asks several things: each part answered in the light of the one before, then one answer to all."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.answers.assembling import Assembler
from bot.answers.beliefs import belief_in
from bot.answers.company import at_region, company_told
from bot.answers.comparing import IN_ROWS, asks_to_compare, asks_which
from bot.answers.evidence import Evidence
from bot.answers.focusing import asks_more_than_yes
from bot.answers.following import ordinal_in, without_lead
from bot.answers.listing import wants_schemes
from bot.answers.parting import Part, joined, lead_of, questions_in, topic_of
from bot.answers.ranking import SURELY
from bot.answers.types import Answer, Context, Language, Reason, Thread
from bot.answers.understanding import Question, Reader, stands_for
from bot.catalogue.folding import flat
from bot.search.analysis import stems, words
from bot.search.languages import is_everyday

_POINTED = 5  # places of a list that a topic may point at
_ONLY_WORRY = frozenset(
    "pose posent probleme problemes souci soucis obstacle obstacles frein genant genante gene grave bloque bloquant"
    " compte joue change changent importe important peut permis autorise problem issue matter"
    " matters allowed fine ok".split()
)
"""Words that ask whether what is told stands in the way, and say nothing else."""
_POINTS_BACK = re.compile(r"\b(?:ce|cet|cette|ces|cela|ca|this|that|these|it)\b(?! (?:n )?est\b)")

One = Callable[[str, Context, Language, date], Answer]
"""Answers one question."""


class Several:
    """Answers messages that ask several things."""

    def __init__(self, reader: Reader, evidence: Evidence, assembler: Assembler, one: One) -> None:
        self._reader, self._evidence, self._assembler, self._one = reader, evidence, assembler, one

    def answer(self, message: str, context: Context, language: Language, today: date) -> Answer | None:
        """One answer to all that is asked; None when it is one thing."""
        parts = questions_in(message)
        if len(parts) == 1:
            return None
        whole = self._reader.read(message, replace(context, subjects=()), language, today)
        if context.thread and whole.turned_down and not _is_sure(whole) and wants_schemes(message):
            return None  # the list goes on without it
        named = tuple(record for record, surely in whole.named.items() if surely >= SURELY)
        rest = list(self._read_all(parts[1:], context, language, today))
        if named[1:] and asks_to_compare(whole) and not any(map(_has_subject, rest)):
            alone = asks_to_compare(self._alone(parts[0], context, language, today))
            in_rows = alone and all(set(part.aspects) <= IN_ROWS for part in rest)
            return self._one(parts[0].text, context, language, today) if in_rows else None
        sure = named[:1]
        if belief_in(parts[0].text) and not any(map(_has_subject, rest)):
            return None  # what is asked of a thing that does not exist
        first = self._alone(parts[0], context, language, today)
        if parts[1].joined and not (sure or _leans(context) or _has_subject(first)):
            return None
        told = company_told(message, context.company)
        context = replace(context, company=at_region(told, next(iter(whole.regions), told.region)))
        topic = "" if sure else self._topic(message, context, language, today)
        answers = self._each(parts, Thread(subjects=sure) if sure else None, context, language, today, topic)
        answer = joined(message, self._without_restating(answers))
        thread = replace(
            answer.thread or context.thread or Thread(),
            parts=tuple(part.text for part in parts),
            unanswered=next((one.question for one in answers if one.abstained), ""),
        )
        return replace(answer, thread=thread)

    def _each(
        self,
        parts: Sequence[Part],
        before: Thread | None,
        context: Context,
        language: Language,
        today: date,
        topic: str,
    ) -> list[Answer]:
        """A part without a subject of its own leans on the one before, the first on what the message names.

        One that is then refused is asked of what all the message is about: its topic, what it names or the talk has.
        """
        answers: list[Answer] = []
        if topic:
            parts = (replace(parts[0], text=without_lead(parts[0].text)), *parts[1:])
            context = replace(context, thread=None, subjects=())
        start = context
        of_all = before or (None if _has_subject(self._alone(parts[0], context, language, today)) else context.thread)
        for part in parts:
            leant = (
                before if before and self._goes_on(part, self._alone(part, context, language, today), before) else None
            )
            inside = replace(context, subjects=leant.subjects, thread=leant) if leant else context
            answer = self._one(f"et {part.text}" if leant else part.text, inside, language, today)
            if other := self._chosen(part, answers, start, language, today):
                answer = other
            if leant and lead_of(answer) in map(lead_of, answers):
                answer = self._apart(part, context, language, today) or answer
            if answer.reason is Reason.NOT_IN_KNOWLEDGE and answers:
                answer = self._of_the_whole(part, topic, of_all, context, language, today) or answer
            if part.joined and answer.reason is Reason.OUT_OF_SCOPE and _in_scope(answers):
                answer = self._assembler.refused(part.text, language, Reason.NOT_IN_KNOWLEDGE)
            answers.append(replace(answer, question=part.text))
            before = answer.thread or before
            context = replace(context, thread=answer.thread or context.thread, told=(*context.told, lead_of(answer)))
        return answers

    def _apart(self, part: Part, context: Context, language: Language, today: date) -> Answer | None:
        """What a part is answered by itself, when what it leans on only says once more what was said."""
        answer = self._one(part.text, replace(context, thread=None, subjects=()), language, today)
        return None if answer.abstained else answer

    def _topic(self, message: str, context: Context, language: Language, today: date) -> str:
        """What a message names before its questions, unless it only points at something that was told."""
        topic = topic_of(message)
        points = stands_for(topic) or ordinal_in(topic, _POINTED) is not None
        return "" if points or not _has_subject(self._alone(Part(topic), context, language, today)) else topic

    def _chosen(
        self, part: Part, answers: Sequence[Answer], context: Context, language: Language, today: date
    ) -> Answer | None:
        """« lequel est payant ? » of what the message compares: the one sentence that says; None for another part."""
        compares = next((one.question for one in answers if not asks_which(one.question)), "")
        if not compares or not asks_which(part.text):
            return None
        question = f"{compares.rstrip(' ?')}, {part.text}"
        answer = self._one(question, replace(context, thread=None), language, today)
        cited = [sentence for sentence in answer.sentences if sentence.citations]
        if answer.abstained or not cited:
            return None
        asked = {stem for word in words(part.text) if not is_everyday(word) for stem in stems(word)}
        return replace(answer, sentences=(max(cited, key=lambda said: len(asked.intersection(stems(said.text)))),))

    def _of_the_whole(
        self, part: Part, topic: str, about: Thread | None, context: Context, language: Language, today: date
    ) -> Answer | None:
        """What a part without a subject is answered with what its message, or the talk, is about; None when refused."""
        alone = self._alone(part, context, language, today)
        if topic and not alone.named:
            answer = self._one(f"{topic} : {part.text}", replace(context, thread=None, subjects=()), language, today)
            if not answer.abstained:
                return answer
        if about is None or not about.subjects or not self._goes_on(part, alone, about):
            return None
        inside = replace(context, subjects=about.subjects, thread=about)
        answer = self._one(f"et {part.text}", inside, language, today)
        return None if answer.abstained else answer

    def _without_restating(self, answers: Sequence[Answer]) -> list[Answer]:
        """Without the refusal of a part that only asks the part before once more, which was answered from a page that
        speaks of all it says."""
        kept: list[Answer] = []
        for answer in answers:
            if not (kept and answer.abstained and not kept[-1].abstained and self._restates(answer.question, kept[-1])):
                kept.append(answer)
        return kept

    def _restates(self, question: str, before: Answer) -> bool:
        if asks_more_than_yes(question) or not _POINTS_BACK.search(flat(question)):
            return False
        asked = self._reader.read(question, Context(), before.language, date.min)
        about = [c for c in asked.concepts if asked.is_about(c) and not _ONLY_WORRY.issuperset(c.said)]
        told = frozenset(stems(f"{before.question} {before.text}"))
        held = told.union(*(self._evidence.stems_of.get(subject, frozenset()) for subject in before.subjects))
        return all(concept.stands_in(held) for concept in about)

    def _read_all(self, parts: Sequence[Part], context: Context, language: Language, today: date) -> Iterator[Question]:
        return (self._alone(part, context, language, today) for part in parts)

    def _alone(self, part: Part, context: Context, language: Language, today: date) -> Question:
        return self._reader.read(part.text, replace(context, subjects=()), language, today)

    def _goes_on(self, part: Part, alone: Question, before: Thread) -> bool:
        """Whether a part has no subject of its own, or speaks of what the record before it speaks of."""
        about = [concept for concept in alone.concepts if alone.is_about(concept)]
        if alone.named or alone.operations or wants_schemes(part.text):
            return False
        if not about or not part.joined or stands_for(part.text):
            return not about or stands_for(part.text)
        held = self._evidence.stems_of.get(next(iter(before.subjects[-1:]), ""), frozenset())
        return all(concept.stands_in(held) for concept in about)


def _leans(context: Context) -> bool:
    """Whether the talk has something that a message may lean on."""
    return context.thread is not None and bool(context.thread.subjects or context.thread.listed)


def _is_sure(asked: Question) -> bool:
    return any(sure >= SURELY for sure in asked.named.values())


def _has_subject(asked: Question) -> bool:
    """Whether a question says what it is about, beside where."""
    about = (concept for concept in asked.concepts if asked.is_about(concept))
    return bool(asked.named) or any(not concept.regions for concept in about)


def _in_scope(answers: Sequence[Answer]) -> bool:
    """Whether the last of the answers is one of this field."""
    return bool(answers) and answers[-1].reason is not Reason.OUT_OF_SCOPE

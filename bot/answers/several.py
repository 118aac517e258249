"""A message that asks several things: each part answered in the light of the one before, then one answer to all."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.answers.assembling import Assembler
from bot.answers.beliefs import belief_in
from bot.answers.company import at_region, company_told
from bot.answers.comparing import IN_ROWS, asks_to_compare
from bot.answers.evidence import Evidence
from bot.answers.listing import wants_schemes
from bot.answers.parting import Part, joined, lead_of, questions_in
from bot.answers.ranking import SURELY
from bot.answers.types import Answer, Context, Language, Reason, Thread
from bot.answers.understanding import Question, Reader, stands_for

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
        return joined(message, self._each(parts, Thread(subjects=sure) if sure else None, context, language, today))

    def _each(
        self, parts: Sequence[Part], before: Thread | None, context: Context, language: Language, today: date
    ) -> list[Answer]:
        """A part without a subject of its own leans on the one before, the first on what the message names."""
        answers: list[Answer] = []
        for part in parts:
            leant = (
                before if before and self._goes_on(part, self._alone(part, context, language, today), before) else None
            )
            inside = replace(context, subjects=leant.subjects, thread=leant) if leant else context
            answer = self._one(f"et {part.text}" if leant else part.text, inside, language, today)
            if leant and lead_of(answer) in map(lead_of, answers):
                answer = self._apart(part, context, language, today) or answer
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

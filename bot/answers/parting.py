"""Several questions in one message: told apart, and their answers put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.small_talk import small_talk
from bot.answers.types import Answer, Sentence, Thread
from bot.answers.wording import say

_MOST = 4  # questions of one message that are answered
EACH = 3  # sentences kept of each answer, so that all fit a phone
_ENDS = re.compile(r"(?<=[?])[\s»\")]*|\n+")
_WHO = r"qui (?:le |la |l.|les |en )?(?:peut|pourra|finance|paie|paye|verse|donne|propose|gere|gère|contacter|appeler|est|a droit|doit|dois|organise|fait)"
_ASKING = (
    rf"(?:quel(?:le)?s?|combien|comment|pourquoi|quand|jusqu.{{0,2}}[aà]? ?quand|o[uù] (?:se|est|sont|faut|trouver|d[ée]poser)|{_WHO}"
    r"|[\wà-ÿ]+-(?:t-)?(?:il|elle|on|ils|elles)"
    r"|[àa] qui|faut[- ]il|peut[- ]on|puis[- ]je|est[- ]ce qu|y a[- ]t[- ]il|c.?est quoi|qu.?est[- ]ce"
    r"|what|how|when|who|which|where|until when|is (?:it|there)|can (?:i|we)|do (?:i|we))"
)
_JOINT = re.compile(rf"[\s,;]+(?:et(?: aussi)?|puis|ainsi que|and(?: also)?|also)\s+(?={_ASKING}\b)", re.IGNORECASE)
_STARTS = re.compile(rf"(?:et |and |alors |sinon |aussi )*{_ASKING}\b", re.IGNORECASE)
_FEWEST = 3  # words of the question before a joint: « comment et quand déposer ? » is one question
_TOLD = re.compile(
    r"\b(?:puisqu|vu qu|sachant|[ée]tant donn|since|given that|entre|between|diff[ée]rence)", re.IGNORECASE
)


def questions_in(message: str) -> tuple[str, ...]:
    """The questions of a message in order, each with what was told just before it; one message, when it asks one thing."""
    pieces = [piece.strip() for piece in _ENDS.split(message) if piece.strip()]
    asked: list[str] = []
    told = ""
    for piece in pieces:
        if small_talk(piece):
            continue
        if not (piece.endswith("?") or _STARTS.match(piece)):
            told = f"{told} {piece}".strip()
            continue
        asked += _parted(f"{told} {piece}".strip())
        told = ""
    if told and asked:
        asked[-1] = f"{asked[-1]} {told}"
    return tuple(asked[:_MOST]) if len(asked) > 1 else (message,)


def _parted(piece: str) -> list[str]:
    """One sentence cut where « et » leads to another question word."""
    if _TOLD.search(piece):
        return [piece]
    parts = [part.strip(" ,;") for part in _JOINT.split(piece)]
    if any(len(part.split()) < _FEWEST for part in parts[:-1]):
        return [piece]
    return [part if part.endswith("?") else f"{part} ?" for part in parts]


def joined(message: str, answers: Sequence[Answer]) -> Answer:
    """One answer to all: citations numbered anew, a part that is refused said so; refused when all parts are."""
    told = _without_repeats(answers)
    cited = {
        citation.passage_id: citation
        for answer, sentences in zip(answers, told, strict=True)
        for number, citation in enumerate(answer.citations, 1)
        if any(number in sentence.citations for sentence in sentences)
    }
    places = {passage: place for place, passage in enumerate(cited, 1)}
    sentences = [
        replace(each, citations=tuple(places[answer.citations[number - 1].passage_id] for number in each.citations))
        for answer, kept in zip(answers, told, strict=True)
        for each in kept
    ]
    first, held = answers[0], [answer for answer in answers if not answer.abstained]
    return replace(
        first,
        question=message,
        sentences=tuple(sentences),
        citations=tuple(cited.values()),
        abstained=not held,
        reason=None if held else first.reason,
        suggestions=tuple(dict.fromkeys(text for answer in answers for text in answer.suggestions))[:3],
        subjects=tuple(dict.fromkeys(subject for answer in answers for subject in answer.subjects)),
        choices=next((answer.choices for answer in answers if answer.choices), ()),
        thread=_last_thread(answers),
        confidence=min((answer.confidence for answer in held), default=first.confidence),
    )


def _without_repeats(answers: Sequence[Answer]) -> list[list[Sentence]]:
    """What is said to each part, each sentence once; a part after the first begins a paragraph."""
    said: set[str] = set()
    told: list[list[Sentence]] = []
    for answer in answers:
        new = [sentence for sentence in _told(answer) if sentence.text not in said]
        said |= {sentence.text for sentence in new}
        told.append([replace(each, apart=at == 0 and any(told)) for at, each in enumerate(new)])
    return told


def _told(answer: Answer) -> list[Sentence]:
    if answer.abstained:
        text = say("about", answer.language, question=answer.question.strip(" ?"), text=answer.sentences[0].text)
        return [Sentence(text, answer.sentences[0].citations)]
    lists = any(sentence.bullet for sentence in answer.sentences)
    return list(answer.sentences if lists else answer.sentences[:EACH])


def _last_thread(answers: Sequence[Answer]) -> Thread | None:
    threads = [answer.thread for answer in answers if answer.thread]
    awaiting = next((thread.awaiting for thread in threads if thread.awaiting), "")
    return replace(threads[-1], awaiting=awaiting) if threads else None

"""Answers as replies: sentences with their [n] marks, a button per source, thumbs, ways on."""

from typing import Any

from pydantic import TypeAdapter

from bot.answers.types import Answer, Citation, Reason
from bot.catalogue.formats import day
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, Run, Style, paragraph
from bot.dialogue.presses import Press, data

_ANSWERS: TypeAdapter[Answer] = TypeAdapter(Answer)
_LONGEST_LABEL = 60  # characters; a phone shows no more


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """For the store."""
    dumped: dict[str, Any] = _ANSWERS.dump_python(answer, mode="json")
    return dumped


def answer_from_json(stored: dict[str, Any]) -> Answer:
    """Read a stored answer."""
    return _ANSWERS.validate_python(stored)


def answer_reply(heard: Heard, answer: Answer, answer_id: str) -> Reply:
    """The answer with its buttons: sources, thumbs, suggestions, and a person when there is no answer."""
    rows: list[tuple[Button, ...]] = [
        (_source_button(number, citation, answer_id),) for number, citation in enumerate(answer.citations, 1)
    ]
    if answer.citations:
        rows.append(_thumbs(heard, answer_id))
    for position, suggestion in enumerate(answer.suggestions):
        rows.append((Button(_shortened(suggestion), press=data(Press.SUGGESTION, answer_id, position)),))
    for position, choice in enumerate(answer.choices):
        rows.append((Button(_shortened(choice), press=data(Press.CHOICE, answer_id, position)),))
    if answer.abstained and answer.reason is not Reason.SMALL_TALK:
        rows.append((heard.command_button("conseiller"),))
    return Reply(paragraphs=_paragraphs(answer), buttons=tuple(rows))


def source_reply(heard: Heard, citation: Citation) -> Reply:
    """The cited passage as it was, where it stands, how long it holds and when it was checked."""
    said = [
        paragraph(f"**{citation.document.replace('**', '')}**"),
        Paragraph((Run(citation.passage),), Layout.QUOTE),
        Paragraph((Run(_place(heard, citation), Style.ITALIC),)),
    ]
    if citation.valid_until:
        said.append(paragraph(heard.say("source_valid", day=day(citation.valid_until, heard.language))))
    if citation.checked_on:
        said.append(paragraph(heard.say("source_checked", day=day(citation.checked_on, heard.language))))
    link = citation.url or ""
    buttons = ((Button(heard.say("button_open"), link=link),),) if link.startswith("https://") else ()
    return Reply(paragraphs=tuple(said), buttons=buttons)


def _paragraphs(answer: Answer) -> tuple[Paragraph, ...]:
    """Sentences run on in one paragraph; bullets stand alone."""
    said: list[Paragraph] = []
    for sentence in answer.sentences:
        text = sentence.text + "".join(f" [{number}]" for number in sentence.citations)
        if sentence.bullet:
            said.append(Paragraph((Run(text),), Layout.BULLET))
        elif said and said[-1].layout is Layout.TEXT and not sentence.apart:
            said[-1] = Paragraph((Run(f"{said[-1].runs[0].text} {text}"),))
        else:
            said.append(Paragraph((Run(text),)))
    return tuple(said)


def _source_button(number: int, citation: Citation, answer_id: str) -> Button:
    section = f", {citation.origin.section}" if citation.origin.section else ""
    return Button(_shortened(f"[{number}] {citation.document}{section}"), press=data(Press.SOURCE, answer_id, number))


def _thumbs(heard: Heard, answer_id: str) -> tuple[Button, ...]:
    return (
        heard.button("button_helpful", Press.FEEDBACK, answer_id, "+"),
        heard.button("button_unhelpful", Press.FEEDBACK, answer_id, "-"),
    )


def _place(heard: Heard, citation: Citation) -> str:
    origin = citation.origin
    parts = {
        "file": origin.file,
        "section": origin.section,
        "page": origin.page,
        "sheet": origin.sheet,
        "row": origin.row,
    }
    known = [heard.say(f"source_{name}", value=value) for name, value in parts.items() if value is not None]
    return ", ".join(known)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1]}…"

"""What the talk already knows: offered for the application line by line; nothing of it goes unchosen."""

import hashlib
from dataclasses import dataclass, replace

from bot.answers.types import Answer, Reason
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, Run, paragraph
from bot.dialogue.presses import FormPress, Press, data
from bot.dialogue.replies import answer_from_json
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn

MOST_QUESTIONS = 8
MOST_RECORDS = 8
_LONGEST_LABEL = 60  # characters of a button
_LONGEST_LINE = 300


@dataclass(frozen=True)
class Line:
    """One thing that the talk holds; `key` stays the same from one showing to the next."""

    key: str
    text: str


def lines(heard: Heard) -> tuple[Line, ...]:
    """The last questions asked, then the last pages that their answers cited."""
    answers = [answer_from_json(stored) for stored in heard.abilities.records.answers(heard.message.talk_id)]
    asked = [answer for answer in answers if answer.reason is not Reason.SMALL_TALK]
    questions = list(dict.fromkeys(answer.question.strip() for answer in asked))[-MOST_QUESTIONS:]
    return (
        *(_line("q", heard.say("talked_question", text=text)) for text in questions if text),
        *(_line("r", heard.say("talked_record", text=text)) for text in _looked_at(asked)),
    )


def show(heard: Heard, draft: Draft) -> Reply:
    """Every line with a button that puts it in or takes it out."""
    known = lines(heard)
    back = (Button(heard.say("button_recap"), press=data(Press.FORM, draft.id, draft.version, FormPress.RECAP)),)
    if not known:
        return heard.reply("talked_none", buttons=(back,))
    rows = tuple((Button(_ticked(line, draft), press=data(Press.TALKED, draft.id, line.key)),) for line in known)
    said = (heard.heading("talked_title"), paragraph(heard.say("talked_why")))
    return Reply(paragraphs=said, buttons=(*rows, back))


def opened(heard: Heard, draft_id: str) -> Turn:
    """Show the lines."""
    draft = heard.state.draft
    if draft is None or draft.id != draft_id:
        return Turn(state=heard.state, replies=(heard.reply("stale_form"),))
    return Turn(state=heard.state, replies=(show(heard, draft),))


def toggled(heard: Heard, draft_id: str, key: str) -> Turn:
    """One line more or less; the recap shown before can no longer be sent."""
    draft = heard.state.draft
    if draft is None or draft.id != draft_id or key not in {line.key for line in lines(heard)}:
        return Turn(state=heard.state, replies=(heard.reply("stale_form"),))
    chosen = tuple(each for each in draft.talked if each != key) if key in draft.talked else (*draft.talked, key)
    changed = replace(draft, talked=chosen, version=draft.version + 1)
    return Turn(state=replace(heard.state, draft=changed), replies=(show(heard, changed),))


def recap_line(heard: Heard, draft: Draft) -> Paragraph | None:
    """How many lines would go with the application, when there are any to choose from."""
    if not lines(heard):
        return None
    label = paragraph(heard.say("recap_line", label=heard.say("recap_talked")), Layout.BULLET)
    count = len(excerpt(heard, draft))
    value = heard.say("recap_talked_count", count=count) if count else heard.say("recap_empty")
    return Paragraph((*label.runs, Run(value)), Layout.BULLET)


def button(heard: Heard, draft: Draft) -> Button | None:
    """Opens the choice, when there is one."""
    if not lines(heard):
        return None
    count = len(excerpt(heard, draft))
    return Button(heard.say("button_talked", count=count), press=data(Press.TALKED, draft.id))


def excerpt(heard: Heard, draft: Draft) -> tuple[str, ...]:
    """The lines chosen, as the application keeps them."""
    return tuple(line.text for line in lines(heard) if line.key in draft.talked)


def _looked_at(answers: list[Answer]) -> list[str]:
    cited = [citation.document for answer in answers for citation in answer.citations]
    return list(dict.fromkeys(cited))[-MOST_RECORDS:]


def _line(kind: str, text: str) -> Line:
    shortened = text if len(text) <= _LONGEST_LINE else f"{text[: _LONGEST_LINE - 1]}…"
    return Line(kind + hashlib.sha256(text.encode()).hexdigest()[:10], shortened)


def _ticked(line: Line, draft: Draft) -> str:
    label = line.text if len(line.text) <= _LONGEST_LABEL else f"{line.text[: _LONGEST_LABEL - 1]}…"
    return f"✓ {label}" if line.key in draft.talked else label

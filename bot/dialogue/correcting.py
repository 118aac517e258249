"""Corrections that the desk asked for, answered in the talk with the checks of the form."""

from dataclasses import replace

from bot.dialogue.effects import AnswerCorrection
from bot.dialogue.heard import Heard
from bot.dialogue.meaning import Meant, is_speech, meant
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, Run, paragraph
from bot.dialogue.presses import Press, data
from bot.dialogue.state import Pending
from bot.dialogue.stopping import control
from bot.dialogue.telling import correction_button, label
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked, Problem
from bot.intake.form import FIELDS, Field, Kind, field_of
from bot.store.corrections import Correction

MOST_FAILURES = 2  # tries before the answer is taken as typed


def show(heard: Heard) -> Turn:
    """/corriger: what is awaited, a button a line."""
    awaited = _awaited(heard)
    if not awaited:
        return Turn(state=heard.state, replies=(heard.reply("correct_none", buttons=((_to_file(heard),),)),))
    if len(awaited) == 1:
        return start(heard, str(awaited[0].id))
    lines = list_of(heard, awaited)
    rows = tuple((correction_button(each, heard.language),) for each in awaited)
    return Turn(state=heard.state, replies=(Reply(paragraphs=(heard.heading("file_awaited"), *lines), buttons=rows),))


def list_of(heard: Heard, awaited: tuple[Correction, ...]) -> list[Paragraph]:
    """One bullet a correction, in the adviser's words."""
    return [
        Paragraph(
            (
                *paragraph(heard.say("file_awaited_line", field=label(each.field, heard.language), message="")).runs,
                Run(each.message),
            ),
            Layout.BULLET,
        )
        for each in awaited
    ]


def start(heard: Heard, correction_id: str) -> Turn:
    """Ask for one of them."""
    correction = _find(heard, correction_id)
    if correction is None or correction.field not in {field.key for field in FIELDS}:
        return Turn(state=heard.state, replies=(heard.reply("correct_stale", buttons=((_to_file(heard),),)),))
    return _asked(heard, correction)


def picked(heard: Heard, correction_id: str, choice: str) -> Turn:
    """A choice was pressed."""
    correction = _find(heard, correction_id)
    field = field_of(correction.field) if correction else None
    if correction is None or field is None or field.choice(choice) is None:
        return Turn(state=heard.state, replies=(heard.reply("correct_stale", buttons=((_to_file(heard),),)),))
    return _answered(heard, correction, choice)


def is_awaited(heard: Heard) -> bool:
    """Whether the text is the answer just asked for; a plain question is answered, then this is asked again."""
    if heard.state.pending is not Pending.CORRECTION:
        return False
    correction = _find(heard, heard.state.asked)
    if correction is None or control(heard.message.text) is not None:
        return correction is not None
    field = field_of(correction.field)
    holds = isinstance(heard.check(field, heard.message.text), Checked)
    return meant(field, heard.message.text, holds=holds) is not Meant.QUESTION


def ask_again(heard: Heard) -> tuple[Reply, ...]:
    """The same question again, after something else was said."""
    correction = _find(heard, heard.state.asked)
    return (_question(heard, correction),) if correction else ()


def answered(heard: Heard) -> Turn:
    """A typed answer: checked, asked for again, or taken as typed after two tries."""
    correction = _find(heard, heard.state.asked)
    if correction is None or control(heard.message.text) is not None:
        return Turn(state=replace(heard.state, pending=None), replies=(heard.reply("never_mind"),))
    field, text = field_of(correction.field), heard.message.text
    checked = heard.check(field, text)
    if isinstance(checked, Checked):
        return _answered(heard, correction, checked.value, doubtful=checked.doubtful)
    if heard.state.tries + 1 < MOST_FAILURES or is_speech(text):
        return _asked(heard, correction, checked, tries=heard.state.tries + 1)
    return _answered(heard, correction, text.strip()[: field.longest], doubtful=True)


def _asked(heard: Heard, correction: Correction, problem: Problem | None = None, tries: int = 0) -> Turn:
    state = replace(
        heard.state,
        pending=Pending.CORRECTION,
        pending_since=heard.now,
        asked=str(correction.id),
        about=correction.reference,
        tries=tries,
    )
    if problem is None:
        return Turn(state=state, replies=(_question(heard, correction),))
    longest = field_of(correction.field).longest
    return Turn(state=state, replies=(heard.reply(problem.key, longest=longest, buttons=_choices(heard, correction)),))


def _question(heard: Heard, correction: Correction) -> Reply:
    field = field_of(correction.field)
    said = [
        paragraph(heard.say("correct_asks", field=field.label.of(heard.language))),
        Paragraph((Run(correction.message),), Layout.QUOTE),
    ]
    if correction.old_value not in (None, "", []):
        shown = heard.abilities.show(field.key, correction.old_value, heard.language)
        said.append(paragraph(heard.say("correct_now", value=shown.replace("**", ""))))
    said.append(paragraph(heard.say("correct_choose" if field.choices else "correct_write")))
    if field.kind is Kind.CHOICES:
        names = [f"{rank}. {choice.label.of(heard.language)}" for rank, choice in enumerate(field.choices, 1)]
        said += [paragraph(name, Layout.BULLET) for name in names]
    return Reply(paragraphs=tuple(said), buttons=_choices(heard, correction))


def _choices(heard: Heard, correction: Correction) -> tuple[tuple[Button, ...], ...]:
    field: Field = field_of(correction.field)
    if field.kind is not Kind.CHOICE:
        return ((heard.button("button_never_mind", Press.NEVER_MIND),),)
    picks = [
        (Button(choice.label.of(heard.language), press=data(Press.CORRECTION, correction.id, choice.key)),)
        for choice in field.choices
    ]
    return (*picks, (heard.button("button_never_mind", Press.NEVER_MIND),))


def _answered(heard: Heard, correction: Correction, value: object, *, doubtful: bool = False) -> Turn:
    effect = AnswerCorrection(correction_id=correction.id, value=value, doubtful=doubtful)
    return Turn(state=replace(heard.state, pending=None, asked="", tries=0), effects=(effect,))


def _awaited(heard: Heard) -> tuple[Correction, ...]:
    return heard.abilities.records.corrections(heard.message.talk_id)


def _find(heard: Heard, correction_id: str) -> Correction | None:
    return next((each for each in _awaited(heard) if str(each.id) == correction_id), None)


def _to_file(heard: Heard) -> Button:
    return heard.command_button("dossier")

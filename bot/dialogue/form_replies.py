"""What the form says: one question, the recap, the list of lines to correct."""

from collections.abc import Sequence

from bot.catalogue.places import department_of
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, paragraph
from bot.dialogue.presses import FormPress, Press, data
from bot.dialogue.state import Draft
from bot.dialogue.steps import chosen_so_far, current, progress
from bot.intake.choices import Choice
from bot.intake.form import Field, Kind, asked_fields

_LONGEST_KEPT = 30  # characters of a value shown on a button


def ask(heard: Heard, draft: Draft, notes: Sequence[str] = (), candidates: tuple[str, ...] = ()) -> Reply:
    """The question of the current field, or the recap; `notes` come first."""
    field = current(draft)
    if field is None:
        return recap(heard, draft, notes)
    at, total = progress(draft)
    title = heard.say("form_step", at=at, total=total, field=field.label.of(heard.language))
    said = [
        *map(paragraph, notes),
        paragraph(f"**{title}**"),
        *map(paragraph, heard.say(f"ask_{field.key}").split("\n")),
    ]
    if _has_value(draft, field):
        said.append(paragraph(heard.say("form_current", value=_shown(heard, draft, field))))
    return Reply(paragraphs=tuple(said), buttons=_buttons(heard, draft, field, candidates))


def recap(heard: Heard, draft: Draft, notes: Sequence[str] = ()) -> Reply:
    """Everything that would be sent, and the ways on."""
    lines = [_line(heard, draft, field) for field in asked_fields(draft.values)]
    said = [*map(paragraph, notes), heard.heading("recap_title"), *lines, paragraph(heard.say("recap_ask"))]
    buttons = (
        (_form_button(heard, draft, "button_correct", FormPress.CORRECT),),
        (_form_button(heard, draft, "button_send", FormPress.SEND),),
        (_form_button(heard, draft, "button_stop", FormPress.STOP),),
    )
    return Reply(paragraphs=tuple(said), buttons=buttons)


def lines_to_correct(heard: Heard, draft: Draft) -> Reply:
    """One button a line."""
    fields = asked_fields(draft.values)
    buttons = [
        Button(field.label.of(heard.language), press=_press(draft, FormPress.CORRECT, field.key)) for field in fields
    ]
    back = (_form_button(heard, draft, "button_recap", FormPress.RECAP),)
    return heard.reply("correct_which", buttons=(*_rows(buttons), back))


def resume_or_restart(heard: Heard, draft: Draft) -> Reply:
    """A draft is open: go on with it, or begin anew."""
    at, total = progress(draft)
    company = heard.abilities.show("company", draft.values.get("company", "…"), heard.language)
    buttons = (
        (_form_button(heard, draft, "button_resume", FormPress.RESUME),),
        (_form_button(heard, draft, "button_restart", FormPress.RESTART),),
    )
    return heard.reply("draft_open", company=company, at=at, total=total, buttons=buttons)


def noted(heard: Heard, draft: Draft, field: Field) -> str:
    """What was understood, where understanding was needed."""
    if field.key in draft.doubtful:
        return heard.say("form_doubtful")
    if field.kind in (Kind.TEXT, Kind.NAME, Kind.CONSENT):
        return ""
    return heard.say("form_noted", value=_shown(heard, draft, field))


def _shown(heard: Heard, draft: Draft, field: Field) -> str:
    return heard.abilities.show(field.key, draft.values[field.key], heard.language)


def _has_value(draft: Draft, field: Field) -> bool:
    return field.key in draft.values and draft.values[field.key] != []


def _line(heard: Heard, draft: Draft, field: Field) -> Paragraph:
    value = _shown(heard, draft, field) if _has_value(draft, field) else heard.say("recap_empty")
    doubt = heard.say("recap_doubtful") if field.key in draft.doubtful else ""
    label = field.label.of(heard.language)
    runs = paragraph(heard.say("recap_line", label=label), Layout.BULLET).runs
    return Paragraph((*runs, *paragraph(f"{value}{doubt}".replace("**", "")).runs), Layout.BULLET)


def _buttons(heard: Heard, draft: Draft, field: Field, candidates: tuple[str, ...]) -> tuple[tuple[Button, ...], ...]:
    chosen = chosen_so_far(draft, field)
    picks = [
        Button(_ticked(choice, chosen, heard.language), press=_press(draft, FormPress.PICK, choice.key))
        for choice in field.choices
    ]
    picks += [Button(_candidate(code), press=_press(draft, FormPress.PICK, code)) for code in candidates]
    return (*_rows(picks), *_ways(heard, draft, field))


def _ways(heard: Heard, draft: Draft, field: Field) -> list[tuple[Button, ...]]:
    """Keep what is there, skip, back, stop."""
    rows: list[tuple[Button, ...]] = []
    if _has_value(draft, field) and field.kind is Kind.CHOICES:
        rows.append((_form_button(heard, draft, "button_done", FormPress.DONE),))
    elif _has_value(draft, field):
        value = _shown(heard, draft, field)
        short = value if len(value) <= _LONGEST_KEPT else f"{value[: _LONGEST_KEPT - 1]}…"
        label = heard.say("button_keep", value=" ".join(short.split()))
        rows.append((Button(label, press=_press(draft, FormPress.KEEP)),))
    skip = (_form_button(heard, draft, "button_skip", FormPress.SKIP),) if field.skippable else ()
    first = progress(draft)[0] == 1
    back = () if first else (_form_button(heard, draft, "button_back", FormPress.BACK),)
    rows.append((*skip, *back, _form_button(heard, draft, "button_stop", FormPress.STOP)))
    return rows


def _ticked(choice: Choice, chosen: list[str], language: str) -> str:
    label = choice.label.of(language)
    return f"✓ {label}" if choice.key in chosen else label


def _candidate(code: str) -> str:
    department = department_of(code)
    return f"{department.name} ({department.code})" if department else code


def _form_button(heard: Heard, draft: Draft, key: str, press: FormPress) -> Button:
    return Button(heard.say(key), press=_press(draft, press))


def _press(draft: Draft, press: FormPress, *parts: str) -> str:
    return data(Press.FORM, draft.id, draft.version, press, *parts)


def _rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    """Two buttons a row."""
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))

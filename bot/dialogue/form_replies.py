"""What the form says: one question, the recap, the list of lines to correct."""

from collections.abc import Iterable, Sequence

from bot.dialogue import attaching, recalling
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, paragraph
from bot.dialogue.presses import FormPress, Press, data
from bot.dialogue.state import Draft
from bot.dialogue.steps import chosen_so_far, current, progress
from bot.intake.checks import Checked
from bot.intake.choices import Choice
from bot.intake.form import Field, Kind, field_of, shown_fields

_LONGEST_KEPT = 30  # characters of a value shown on a button


def ask(heard: Heard, draft: Draft, notes: Sequence[str] = ()) -> Reply:
    """The question of the current field, what the register says, or the recap; `notes` come first."""
    field = current(draft)
    if draft.proposed:
        return confirm_company(heard, draft, notes)
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
        said.append(paragraph(heard.say("form_current", value=shown_value(heard, draft, field))))
    return Reply(paragraphs=tuple(said), buttons=_buttons(heard, draft, field))


def recap(heard: Heard, draft: Draft, notes: Sequence[str] = ()) -> Reply:
    """Everything that would be sent; each line has its number, which may be typed, and a button to correct it."""
    fields = shown_fields(draft.values)
    lines = [_line(heard, draft, field, number) for number, field in enumerate(fields, 1)]
    lines += [line for line in (attaching.recap_line(heard), recalling.recap_line(heard, draft)) if line]
    said = [*map(paragraph, notes), heard.heading("recap_title"), *lines, paragraph(heard.say("recap_ask"))]
    correct = [
        Button(field.label.of(heard.language), press=_press(draft, FormPress.CORRECT, field.key)) for field in fields
    ]
    ways = (
        (_form_button(heard, draft, "button_send", FormPress.SEND),),
        (_form_button(heard, draft, "button_stop", FormPress.STOP),),
    )
    return Reply(paragraphs=tuple(said), buttons=(*_rows(correct), *_additions(heard, draft), *ways))


def _additions(heard: Heard, draft: Draft) -> list[tuple[Button, ...]]:
    """What goes with the answers: documents, lines of the talk."""
    waiting = len(heard.abilities.records.waiting_documents(heard.message.talk_id))
    documents = attaching.button(heard, None, waiting) if waiting else None
    return [(button,) for button in (documents, recalling.button(heard, draft)) if button]


def lines_to_correct(heard: Heard, draft: Draft) -> Reply:
    """One button a line, for who corrects before the recap."""
    buttons = [
        Button(field.label.of(heard.language), press=_press(draft, FormPress.CORRECT, field.key))
        for field in shown_fields(draft.values)
        if field.key in draft.values or field.key in draft.skipped
    ]
    back = (_form_button(heard, draft, "button_recap", FormPress.RECAP),)
    return heard.reply("correct_which", buttons=(*_rows(buttons), back))


def confirm_company(heard: Heard, draft: Draft, notes: Sequence[str] = ()) -> Reply:
    """What the register says of the number, to be confirmed."""
    lines = [
        _named(heard, field_of(key), heard.abilities.show(key, value, heard.language))
        for key, value in draft.proposed.items()
    ]
    said = [
        *map(paragraph, notes),
        paragraph(heard.say("registry_found")),
        *lines,
        paragraph(heard.say("registry_ask")),
    ]
    buttons = (
        (_form_button(heard, draft, "button_confirm", FormPress.CONFIRM),),
        (_form_button(heard, draft, "button_deny", FormPress.DENY),),
        (_form_button(heard, draft, "button_stop", FormPress.STOP),),
    )
    return Reply(paragraphs=tuple(said), buttons=buttons)


def understood(heard: Heard, draft: Draft, keys: Iterable[str], wording: str = "form_understood") -> str:
    """What was taken from a free sentence, in one line."""
    shown = {field.key for field in shown_fields(draft.values)}
    said = [
        heard.say(
            "form_value", field=field_of(key).label.of(heard.language), value=shown_value(heard, draft, field_of(key))
        )
        for key in dict.fromkeys(keys)
        if key in shown and key in draft.values
    ]
    return heard.say(wording, values=" · ".join(said).replace("**", "")) if said else ""


def so_far(heard: Heard, draft: Draft) -> list[str]:
    """What is filled, a line each, before the recap."""
    filled = [field for field in shown_fields(draft.values) if _has_value(draft, field)]
    lines = [
        heard.say("form_value", field=field.label.of(heard.language), value=shown_value(heard, draft, field))
        for field in filled
    ]
    shown = [f"• {line}".replace("**", "") for line in lines]
    return [heard.say("form_so_far"), *shown] if shown else [heard.say("form_nothing_so_far")]


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
    value = shown_value(heard, draft, field)
    if field.kind is Kind.DEPARTMENT and "town" in draft.values:
        value = heard.abilities.show("town", draft.values["town"], heard.language)
    return heard.say("form_noted", value=value)


def shown_value(heard: Heard, draft: Draft, field: Field) -> str:
    """The value of the field in words."""
    return heard.abilities.show(field.key, draft.values[field.key], heard.language)


def _has_value(draft: Draft, field: Field) -> bool:
    return field.key in draft.values and draft.values[field.key] != []


def _line(heard: Heard, draft: Draft, field: Field, number: int) -> Paragraph:
    value = shown_value(heard, draft, field) if _has_value(draft, field) else heard.say("recap_empty")
    doubt = heard.say("recap_doubtful") if field.key in draft.doubtful else ""
    return _named(heard, field, f"{value}{doubt}", f"{number}. ")


def _named(heard: Heard, field: Field, value: str, number: str = "") -> Paragraph:
    """One line: its number, the name of the field, the value in plain style."""
    name = heard.say("recap_line", label=field.label.of(heard.language))
    runs = paragraph(f"{number}{name}", Layout.BULLET).runs
    return Paragraph((*runs, *paragraph(value.replace("**", "")).runs), Layout.BULLET)


def _buttons(heard: Heard, draft: Draft, field: Field) -> tuple[tuple[Button, ...], ...]:
    chosen = chosen_so_far(draft, field)
    picks = [
        Button(_ticked(choice, chosen, heard.language), press=_press(draft, FormPress.PICK, choice.key))
        for choice in field.choices
    ]
    for rank, candidate in enumerate(draft.candidates):
        picks.append(Button(_candidate(heard, field, candidate), press=_press(draft, FormPress.PICK, f"~{rank}")))
    return (*_rows(picks), *_ways(heard, draft, field))


def _ways(heard: Heard, draft: Draft, field: Field) -> list[tuple[Button, ...]]:
    """Keep what is there, skip, back, stop."""
    rows: list[tuple[Button, ...]] = []
    if _has_value(draft, field) and field.kind is Kind.CHOICES:
        rows.append((_form_button(heard, draft, "button_done", FormPress.DONE),))
    elif _has_value(draft, field):
        value = shown_value(heard, draft, field)
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


def _candidate(heard: Heard, field: Field, text: str) -> str:
    """What the text would be read as; a town by its own name."""
    checked = heard.check(field, text)
    if not isinstance(checked, Checked):
        return text
    town = checked.also.get("town")
    return heard.abilities.show(*(("town", town) if town else (field.key, checked.value)), heard.language)


def _form_button(heard: Heard, draft: Draft, key: str, press: FormPress) -> Button:
    return Button(heard.say(key), press=_press(draft, press))


def _press(draft: Draft, press: FormPress, *parts: str) -> str:
    return data(Press.FORM, draft.id, draft.version, press, *parts)


def _rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    """Two buttons a row."""
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))

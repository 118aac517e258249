"""The conversation of the form: what each answer, press or question in the middle does to the draft."""

import re
from dataclasses import replace

from bot.catalogue.folding import flat
from bot.catalogue.places import ACCELERATOR_REGIONS, Region, department_of, region_of
from bot.dialogue import steps
from bot.dialogue.effects import SubmitApplication
from bot.dialogue.form_replies import ask, lines_to_correct, noted, recap, resume_or_restart
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Reply
from bot.dialogue.presses import FormPress, Press
from bot.dialogue.routing import asks_plainly, control
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked, Problem
from bot.intake.form import CONSENT_VERSION, Field, Kind, asked_fields, field_of

MOST_FAILURES = 2  # tries of one field before the answer is taken as typed
UNKNOWN_REGION = "FRA"  # the department was not understood: somebody has to find out


def open_form(heard: Heard) -> Turn:
    """/candidater: a new draft, or the choice to go on with the open one."""
    draft = heard.state.draft
    if draft is not None:
        return Turn(state=heard.state, replies=(resume_or_restart(heard, draft),))
    sent = heard.abilities.applications(heard.message.talk_id)
    notes = [heard.say("form_already_sent", reference=sent[0].reference)] if sent else []
    return _begin(heard, [*notes, heard.say("form_opening")])


def ask_current(heard: Heard, note: str = "") -> Turn:
    """The same question again, after something else was said."""
    draft = _draft(heard)
    return _asked(heard, draft, [note] if note else [])


def answered_by_text(heard: Heard) -> Turn:
    """A typed answer to the current field, or a word at the recap."""
    draft = _draft(heard)
    field = steps.current(draft)
    if way := control(heard.message.text):
        return _go(heard, draft, way)
    if field is None:
        return _said_at_recap(heard, draft)
    return _tried(heard, draft, field, heard.message.text)


def corrected_by_edit(heard: Heard) -> Turn:
    """The last answer was edited: its field takes the new text, the question asked stays."""
    draft = _draft(heard)
    key = draft.answered
    if key is None or key == draft.step or key not in {field.key for field in asked_fields(draft.values)}:
        return answered_by_text(heard)
    checked = heard.abilities.check(field_of(key), heard.message.text)
    if isinstance(checked, Problem) or key == "consent":
        return ask_current(heard, heard.say("edit_not_understood"))
    changed = steps.answer(draft, field_of(key), checked.value)
    return _asked(heard, changed, [heard.say("edit_taken", label=field_of(key).label.of(heard.language))])


def pressed(heard: Heard, parts: list[str]) -> Turn:
    """A button of the form; one of an earlier step changes nothing."""
    draft = heard.state.draft
    if draft is None or len(parts) < 3 or parts[:2] != [draft.id, str(draft.version)] or parts[2] not in {*FormPress}:
        return _stale(heard, draft)
    way, argument = FormPress(parts[2]), "".join(parts[3:])
    draft = replace(draft, answered=None)
    field = steps.current(draft)
    if way is FormPress.PICK and field is not None:
        return _picked(heard, draft, field, argument)
    if way is FormPress.CORRECT:
        return _correct(heard, draft, argument)
    return _go(heard, draft, way)


def is_answer(heard: Heard) -> bool:
    """Whether the text holds for the current field as it stands (« Belfort ? » does for a department)."""
    field = steps.current(_draft(heard))
    text = heard.message.text
    if field is None or field.kind in (Kind.TEXT, Kind.NAME) or asks_plainly(text):
        return False
    return isinstance(heard.abilities.check(field, text), Checked)


def _go(heard: Heard, draft: Draft, way: FormPress) -> Turn:
    field = steps.current(draft)
    match way:
        case FormPress.SEND:
            return _send(heard, draft)
        case FormPress.STOP:
            return stop(heard)
        case FormPress.RESTART:
            return _begin(heard, [heard.say("form_opening")])
        case FormPress.RESUME:
            return _asked(heard, steps.resume(draft), [heard.say("form_resumed")])
        case FormPress.BACK:
            return _asked(heard, steps.back(draft))
        case FormPress.SKIP if field is not None:
            return _skipped(heard, draft, field)
        case FormPress.KEEP | FormPress.DONE if field is not None and field.key in draft.values:
            return _asked(heard, steps.go_on(draft))
    return _asked(heard, draft)


def _tried(heard: Heard, draft: Draft, field: Field, text: str) -> Turn:
    checked = heard.abilities.check(field, text)
    if isinstance(checked, Checked):
        return _taken(heard, draft, field, checked)
    failed = steps.fail(draft)
    if failed.failures < MOST_FAILURES or field.kind is Kind.CONSENT or not re.search(r"\w", text):
        return _asked(heard, failed, [heard.say(checked.key, longest=field.longest)], checked.candidates)
    return _after(heard, steps.answer(draft, field, text.strip()[: field.longest], doubtful=True), field)


def _taken(heard: Heard, draft: Draft, field: Field, checked: Checked) -> Turn:
    if field.kind is Kind.CONSENT and checked.value != "yes":
        return _refused(heard, draft)
    value = CONSENT_VERSION if field.kind is Kind.CONSENT else checked.value
    return _after(heard, steps.answer(draft, field, value), field)


def _after(heard: Heard, draft: Draft, field: Field) -> Turn:
    notes = [note for note in (noted(heard, draft, field),) if note]
    region = _region(draft)
    if field.kind is Kind.DEPARTMENT and region and region not in ACCELERATOR_REGIONS:
        notes.append(heard.say("form_outside", region=region.name))
    state = heard.state
    if field.kind is Kind.DEPARTMENT and region:
        state = replace(state, region=region.code)
    return _asked(heard.with_state(state), draft, notes)


def _picked(heard: Heard, draft: Draft, field: Field, key: str) -> Turn:
    if field.kind is not Kind.CHOICES:
        return _tried(heard, draft, field, key)
    if field.choice(key) is None:
        return _stale(heard, draft)
    return _asked(heard, steps.toggle(draft, field, key), [heard.say("form_more_choices")])


def _skipped(heard: Heard, draft: Draft, field: Field) -> Turn:
    if not field.skippable:
        return _asked(heard, draft, [heard.say("form_needed")])
    return _asked(heard, steps.skip(draft, field))


def stop(heard: Heard) -> Turn:
    """Keep the draft for later."""
    state = replace(heard.state, draft=steps.pause(_draft(heard)))
    buttons = ((heard.button("button_go_on", Press.COMMAND, "candidater"),),)
    return Turn(state=state, replies=(heard.reply("form_stopped", buttons=buttons),))


def _refused(heard: Heard, draft: Draft) -> Turn:
    """Without consent nothing is sent; the draft waits."""
    values = {key: value for key, value in draft.values.items() if key != "consent"}
    state = replace(heard.state, draft=replace(steps.pause(draft), values=values, step="consent"))
    buttons = ((heard.button("button_go_on", Press.COMMAND, "candidater"),), (heard.command_button("conseiller"),))
    return Turn(state=state, replies=(heard.reply("form_refused", buttons=buttons),))


def _said_at_recap(heard: Heard, draft: Draft) -> Turn:
    """« corriger le téléphone » names its line."""
    said = flat(heard.message.text)
    named = [
        field.key
        for field in asked_fields(draft.values)
        if any(flat(label) in said for label in (field.label.fr, field.label.en))
    ]
    if len(named) == 1:
        return _correct(heard, draft, named[0])
    return Turn(state=heard.state, replies=(recap(heard, draft, [heard.say("recap_not_understood")]),))


def _correct(heard: Heard, draft: Draft, key: str) -> Turn:
    if not key:
        return Turn(state=heard.state, replies=(lines_to_correct(heard, draft),))
    if key not in {field.key for field in asked_fields(draft.values)}:
        return _stale(heard, draft)
    return _asked(heard, steps.ask_again(draft, key))


def _send(heard: Heard, draft: Draft) -> Turn:
    if not steps.is_complete(draft) or draft.values.get("consent") != CONSENT_VERSION:
        return _asked(heard, steps.go_on(draft), [heard.say("form_incomplete")])
    state = replace(heard.state, draft=None)
    return Turn(state=state, effects=(_submission(heard, draft),))


def _submission(heard: Heard, draft: Draft) -> SubmitApplication:
    values = draft.values
    siren = values.get("siren", "")[:9]
    department = values.get("department", "")
    region = _region(draft)
    return SubmitApplication(
        idempotency_key=f"{draft.id}/{draft.version}",
        region=region.code if region else UNKNOWN_REGION,
        department=department if department_of(department) else None,
        company=values.get("company"),
        siren=siren if siren.isdigit() and "siren" not in draft.doubtful else None,
        fields=values,
        doubtful=draft.doubtful,
        consent=values["consent"],
        language=heard.language,
    )


def _region(draft: Draft) -> Region | None:
    department = department_of(draft.values.get("department", ""))
    return region_of(department.region_code) if department else None


def _begin(heard: Heard, notes: list[str]) -> Turn:
    return _asked(heard, steps.begin(heard.message.id), notes)


def _asked(heard: Heard, draft: Draft, notes: list[str] | None = None, candidates: tuple[str, ...] = ()) -> Turn:
    draft = replace(draft, paused=False)
    return Turn(state=replace(heard.state, draft=draft), replies=(ask(heard, draft, notes or [], candidates),))


def _stale(heard: Heard, draft: Draft | None) -> Turn:
    """An old button: said so, and the question that is really open is shown."""
    if draft is None or draft.paused:
        return Turn(state=heard.state, replies=(heard.reply("stale_form"),))
    stale: Reply = ask(heard, draft, [heard.say("stale_form_step")])
    return Turn(state=heard.state, replies=(stale,))


def _draft(heard: Heard) -> Draft:
    if heard.state.draft is None:
        raise ValueError("no draft is open")
    return heard.state.draft

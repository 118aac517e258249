"""The ways through the form: pick, keep, skip, back, stop, agree, by a button or by the word for it."""

from dataclasses import replace

from bot.dialogue import questions, registering, steps
from bot.dialogue.amending import correct, repaired
from bot.dialogue.asking import asked
from bot.dialogue.entering import failed, insisted, taken
from bot.dialogue.form_help import of_the_form
from bot.dialogue.form_replies import so_far
from bot.dialogue.heard import Heard
from bot.dialogue.presses import FormPress, Press
from bot.dialogue.sending import send
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked, Problem
from bot.intake.form import CONSENT_VERSION, Field, Kind


def pressed(heard: Heard, parts: list[str]) -> Turn:
    """A button of the form; one of an earlier step changes nothing."""
    draft = heard.state.draft
    if draft is None or len(parts) < 3 or parts[:2] != [draft.id, str(draft.version)] or parts[2] not in {*FormPress}:
        return stale(heard, draft)
    way, argument = FormPress(parts[2]), "".join(parts[3:])
    draft = replace(draft, answered=None)
    field = steps.current(draft)
    if way is FormPress.PICK and field is not None:
        return picked(heard, draft, field, argument)
    if way is FormPress.CORRECT:
        return correct(heard, draft, argument) or stale(heard, draft)
    if way in (FormPress.ANSWER, FormPress.QUESTION):
        return doubt_settled(heard, draft, way)
    return go(heard, draft, way)


def doubt_settled(heard: Heard, draft: Draft, way: FormPress) -> Turn:
    """What was typed is the answer, or is asked as a question."""
    field, text = steps.current(draft), draft.said
    if field is None or not text:
        return stale(heard, draft)
    if way is FormPress.QUESTION:
        return questions.asked(heard, of_the_form(heard, text))
    heard = heard.with_message(replace(heard.message, text=text))
    return repaired(heard, draft) or insisted(heard, draft, field, text)


def stop(heard: Heard, draft: Draft) -> Turn:
    """Keep the draft for later."""
    state = replace(heard.state, draft=steps.pause(draft))
    buttons = (
        (heard.button("button_go_on", Press.COMMAND, "candidater"),),
        (heard.button("button_share", Press.SHARE),),
    )
    return Turn(state=state, replies=(heard.reply("form_stopped", buttons=buttons),))


def go(heard: Heard, draft: Draft, way: FormPress) -> Turn:
    """Where a word or a button of the form leads."""
    field = steps.current(draft)
    match way:
        case FormPress.SEND:
            return send(heard, draft)
        case FormPress.STOP:
            return stop(heard, draft)
        case FormPress.RESTART:
            return asked(heard, steps.begin(heard.message.id), [heard.say("form_opening")])
        case FormPress.RESUME:
            return asked(heard, steps.resume(draft), [heard.say("form_resumed")])
        case FormPress.CONFIRM | FormPress.DENY if draft.proposed:
            return asked(
                heard, *(registering.confirmed if way is FormPress.CONFIRM else registering.denied)(heard, draft)
            )
        case FormPress.SHOW:
            return asked(_with_nothing_said(heard), draft, so_far(heard, draft) if field else [])
        case FormPress.BACK:
            return asked(heard, steps.back(replace(draft, proposed={})))
        case FormPress.SKIP if field is not None:
            return skipped(heard, draft, field)
        case FormPress.RECAP | FormPress.KEEP | FormPress.DONE if way is FormPress.RECAP or _has_value(draft, field):
            return asked(heard, steps.go_on(draft))
    return asked(heard, draft)


def _has_value(draft: Draft, field: Field | None) -> bool:
    return field is not None and field.key in draft.values


def _with_nothing_said(heard: Heard) -> Heard:
    return heard.with_message(replace(heard.message, text=""))


def picked(heard: Heard, draft: Draft, field: Field, argument: str) -> Turn:
    """A choice by its key, or one of the candidates by its rank."""
    if argument.startswith("~"):
        rank = argument[1:]
        if not rank.isdigit() or int(rank) >= len(draft.candidates):
            return stale(heard, draft)
        argument = draft.candidates[int(rank)]
    if field.kind is Kind.CHOICES and field.choice(argument):
        return asked(heard, steps.toggle(draft, field, argument), [heard.say("form_more_choices")])
    if field.kind is Kind.CONSENT:
        return consented(heard.with_message(replace(heard.message, text=argument)), draft, field)
    checked = heard.check(field, argument)
    if isinstance(checked, Problem):
        return stale(heard, draft)
    return taken(heard, draft, field, checked)


def skipped(heard: Heard, draft: Draft, field: Field) -> Turn:
    """A field that is needed is passed at the second wish only, and an adviser will ask."""
    if draft.proposed:
        return asked(heard, registering.dropped(draft))
    if field.skippable:
        return asked(heard, steps.skip(draft, field))
    if not draft.failures or field.kind is Kind.CONSENT or field.key in draft.values:
        return asked(heard, steps.fail(draft), [heard.say("form_needed"), heard.say(f"help_{field.key}")])
    return asked(heard, steps.skip(draft, field), [heard.say("form_passed")])


def consented(heard: Heard, draft: Draft, field: Field) -> Turn:
    """Yes or no to the consent, which is kept with the version of its wording."""
    checked = heard.check(field, heard.message.text)
    if isinstance(checked, Problem):
        return failed(heard, draft, field, heard.message.text, checked)
    if checked.value != "yes":
        return _refused(heard, draft)
    return taken(heard, draft, field, Checked(CONSENT_VERSION))


def _refused(heard: Heard, draft: Draft) -> Turn:
    """Without consent nothing is sent; the draft waits."""
    values = {key: value for key, value in draft.values.items() if key != "consent"}
    state = replace(heard.state, draft=replace(steps.pause(draft), values=values, step="consent"))
    buttons = ((heard.button("button_go_on", Press.COMMAND, "candidater"),), (heard.command_button("conseiller"),))
    return Turn(state=state, replies=(heard.reply("form_refused", buttons=buttons),))


def stale(heard: Heard, draft: Draft | None) -> Turn:
    """An old button: said so, and the question that is really open is shown."""
    if draft is None or draft.paused:
        return Turn(state=heard.state, replies=(heard.reply("stale_form"),))
    turn = asked(heard, draft, [heard.say("stale_form_step")])
    return replace(turn, state=heard.state)

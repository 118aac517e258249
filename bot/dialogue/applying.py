"""The conversation of the form: what each answer, press or question in the middle does to the draft."""

from dataclasses import replace

from bot.dialogue import at_recap, doubting, operations, registering, steps
from bot.dialogue.amending import corrected, renames, repaired
from bot.dialogue.asking import asked
from bot.dialogue.candidacy import wish_to_apply
from bot.dialogue.entering import tried
from bot.dialogue.form_help import is_about_the_form
from bot.dialogue.form_replies import resume_or_restart
from bot.dialogue.heard import Heard
from bot.dialogue.interrogative import Asking, asking, ends_with_mark, reproaches
from bot.dialogue.meaning import Meant, is_a_name, is_speech, meant, speaks
from bot.dialogue.moving import consented, go, picked, skipped
from bot.dialogue.noting import findings_in, noted_from
from bot.dialogue.presses import FormPress
from bot.dialogue.remembering import findings_told
from bot.dialogue.repairing import Repair, repair_in
from bot.dialogue.routing import declines
from bot.dialogue.state import Draft
from bot.dialogue.stopping import control, waits
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked, Problem
from bot.intake.form import WORDS, Field, Kind, asked_fields, field_of
from bot.intake.names import field_named

_NAMED = ("company", "contact")  # asked for by name
_WHO_APPLIES = frozenset({"company", "siren", "contact", "email", "phone"})
_TELLS_A_PROJECT = 4  # fields that a first message holds when it is an application without the word


def open_form(heard: Heard, text: str = "") -> Turn:
    """/candidater: a new draft, or the choice to go on with the open one; `text` is what was said along with it."""
    draft = heard.state.draft
    findings = findings_in(heard, text, helped=True) if text.strip() else ()
    if draft is not None and not findings:
        return Turn(state=heard.state, replies=(resume_or_restart(heard, draft),))
    if draft is not None:
        more = noted_from(heard, draft, findings)
        return asked(heard, steps.settle(steps.resume(more.draft), more.keys), [heard.say("form_resumed"), *more.notes])
    sent = heard.abilities.applications(heard.message.talk_id)
    notes = [heard.say("form_already_sent", reference=sent[0].reference)] if sent else []
    known = findings_told(heard.state.company)
    more = noted_from(heard, steps.begin(heard.message.id), (*findings, *known))
    return asked(heard, steps.settle(more.draft, more.keys), [*notes, heard.say("form_opening"), *more.notes])


def resumed(heard: Heard) -> Turn:
    """Go on with the draft that waits."""
    return go(heard.with_message(replace(heard.message, text="")), _draft(heard), FormPress.RESUME)


def tells_a_project(heard: Heard) -> bool:
    """Whether a text that asks for nothing holds so much of an application, with who applies, that it is one."""
    keys = {finding.key for finding in findings_in(heard, heard.message.text)}
    asks = "needs" in keys  # « on cherche des financements »: to be answered
    return len(keys) >= _TELLS_A_PROJECT and not asks and bool(keys & _WHO_APPLIES)


def ask_current(heard: Heard, note: str = "") -> Turn:
    """The same question again, after something else was said."""
    elsewhere = heard.with_message(replace(heard.message, text=""))  # what it says is no answer to the form
    return asked(elsewhere, _draft(heard), [note] if note else [])


def answered_by_text(heard: Heard) -> Turn:
    """A typed answer to the current field, a correction of another one, or a word at the recap."""
    draft, text = _draft(heard), heard.message.text
    field = steps.current(draft)
    if field and meant_by(heard) is Meant.DOUBT:
        return doubting.asked(heard, draft, field, text)
    heard, draft = heard.with_draft(replace(draft, said="")), replace(draft, said="")
    if way := _way(field, text):
        return _sure_to_restart(heard, draft) if way is FormPress.RESTART else go(heard, draft, way)
    if (wish := wish_to_apply(text)) is not None:
        return open_form(heard, wish)
    if doubting.settles(text):
        return ask_current(heard)
    if draft.proposed:
        return _about_the_company(heard, draft)
    if draft.candidates and field and (turn := _about_candidates(heard, draft, field)):
        return turn
    if not (field and _is_plain_answer(heard, draft, field)) and (turn := repaired(heard, draft)):
        return turn
    if field is None:
        return at_recap.said(heard, draft)
    if field.skippable and declines(text) and not _says_something(heard, draft, field):
        return skipped(heard, draft, field)
    return consented(heard, draft, field) if field.kind is Kind.CONSENT else tried(heard, draft, field, text)


def corrected_by_edit(heard: Heard) -> Turn:
    """The last answer was edited: its field takes the new text, the question asked stays."""
    draft = _draft(heard)
    key = draft.answered
    if key is None or key == draft.step or key not in {field.key for field in asked_fields(draft.values)}:
        return answered_by_text(heard)
    checked = heard.check(field_of(key), heard.message.text)
    if isinstance(checked, Problem) or key == "consent":
        return ask_current(heard, heard.say("edit_not_understood"))
    return corrected(heard, draft, key, checked)


def holds(heard: Heard) -> bool:
    """Whether the text is a value of the field asked for, where not any words would be."""
    field = steps.current(_draft(heard))
    return field is not None and field.kind not in WORDS and _holds(heard, field)


def meant_by(heard: Heard) -> Meant:
    """Whether the text answers the question asked, asks one, or may do either."""
    draft, text = _draft(heard), heard.message.text
    field = steps.current(draft)
    if (draft.proposed or draft.candidates) and (registering.says_yes(text) or registering.says_no(text)):
        return Meant.ANSWER
    if waits(text) or is_about_the_form(text) or reproaches(text):
        return Meant.QUESTION
    if _way(field, text) or wish_to_apply(text) is not None or doubting.settles(text):
        return Meant.ANSWER
    repair = repair_in(text)
    if repair is not None and not ends_with_mark(text) and _repairs(heard, draft, repair):
        return Meant.ANSWER
    if heard.abilities.is_small_talk(text) and not holds(heard):
        return Meant.QUESTION
    return _meant_at_recap(heard) if field is None else _meant_for(heard, field)


def _repairs(heard: Heard, draft: Draft, repair: Repair) -> bool:
    """It names its line, holds something of the form, or is said of the company just given."""
    unsaid = repair.asked and not repair.said
    return unsaid or bool(repair.key or findings_in(heard, repair.said)) or renames(draft, repair)


def _way(field: Field | None, text: str) -> FormPress | None:
    """Where a word of the form leads; a company may be called « Stop & Go »; nothing can be sent before the recap."""
    named = field is not None and field.key == "company" and " " in text.strip() and is_a_name(text)
    if field is not None and not named and field.kind is not Kind.CONSENT and at_recap.sends(text):
        return FormPress.SHOW
    return None if named else control(text)


def _meant_for(heard: Heard, field: Field) -> Meant:
    """A sentence where a name is asked for is none, unless something of the form is found in it."""
    text = heard.message.text
    said = meant(field, text, holds=_holds(heard, field))
    if said is not Meant.QUESTION and operations.says_only(heard, _draft(heard), field):
        return Meant.ANSWER
    if said is Meant.QUESTION or field.key not in _NAMED:
        return said
    checked = heard.check(field, text)
    name = str(checked.value) if isinstance(checked, Checked) and checked.value else text
    found = {finding.key for finding in findings_in(heard, text)}
    if field.key in found:
        return Meant.ANSWER
    talk = said is Meant.ANSWER and not found and (speaks(name) or (is_speech(name) and not is_a_name(text)))
    return Meant.DOUBT if talk else said


def _meant_at_recap(heard: Heard) -> Meant:
    """What names no line and holds nothing of the form may ask, however it is put."""
    text = heard.message.text
    if at_recap.sends(text) or at_recap.waits_to_send(text):
        return Meant.ANSWER
    level = asking(text)
    other = level is Asking.MAYBE and not (field_named(text) or repair_in(text) or findings_in(heard, text))
    return Meant.QUESTION if other or level is Asking.SURELY else Meant.ANSWER


def _sure_to_restart(heard: Heard, draft: Draft) -> Turn:
    """A word alone throws nothing away."""
    return Turn(state=heard.state, replies=(resume_or_restart(heard, draft),))


def _about_the_company(heard: Heard, draft: Draft) -> Turn:
    """Yes or no to what the register says; anything else is read as usual and the question comes back once."""
    text = heard.message.text
    if registering.says_yes(text):
        return asked(heard, *registering.confirmed(heard, draft))
    if registering.says_no(text):
        return asked(heard, *registering.denied(heard, draft))
    if turn := repaired(heard, draft):
        return turn
    more = noted_from(heard, draft, findings_in(heard, text))
    if more.keys:
        return asked(heard, steps.settle(more.draft, more.keys), more.notes)
    if draft.failures:
        return asked(heard, registering.dropped(draft), [heard.say("registry_dropped")])
    return asked(heard, steps.fail(draft), [heard.say("registry_yes_or_no")])


def _about_candidates(heard: Heard, draft: Draft, field: Field) -> Turn | None:
    """« oui » takes the first of what was offered, « non » the address as it was typed."""
    text = heard.message.text
    if registering.says_yes(text) and (len(draft.candidates) == 1 or field.kind is Kind.EMAIL):
        return picked(heard, draft, field, "~0")
    if registering.says_no(text) and field.kind is Kind.EMAIL and len(draft.candidates) == 2:
        return picked(heard, draft, field, "~1")
    return None


def _is_plain_answer(heard: Heard, draft: Draft, field: Field) -> bool:
    """An answer to the very question, not a correction of another one that would do as one: « non, 25 salariés »."""
    if field.kind in WORDS or not _holds(heard, field):
        return False
    repair = repair_in(heard.message.text)
    if repair is None:
        return True
    found = {finding.key for finding in findings_in(heard, repair.said)} | ({repair.key} if repair.key else set())
    return not found or field.key in found


def _says_something(heard: Heard, draft: Draft, field: Field) -> bool:
    """Any words would do for operations: « aucune » is none."""
    if field.kind is Kind.OPERATIONS:
        return bool(operations.operations_in(heard, draft))
    return _holds(heard, field)


def _holds(heard: Heard, field: Field) -> bool:
    return isinstance(heard.check(field, heard.message.text), Checked)


def _draft(heard: Heard) -> Draft:
    if heard.state.draft is None:
        raise ValueError("no draft is open")
    return heard.state.draft

"""A field that was answered takes another value; a bad one never takes the place of a good one."""

import re
from dataclasses import replace

from bot.dialogue import steps
from bot.dialogue.asking import asked
from bot.dialogue.form_replies import lines_to_correct, understood
from bot.dialogue.heard import Heard
from bot.dialogue.noting import findings_in, noted_from
from bot.dialogue.repairing import Repair, repair_in
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked, Problem
from bot.intake.form import Kind, asked_fields, field_of, shown_fields
from bot.intake.names import named_and_rest

_CHECKED_AGAIN = ("town", "operations")  # come with another field; may be corrected before it has a value


def correct(heard: Heard, draft: Draft, key: str) -> Turn | None:
    """Ask that field again; without key, show the lines; None for a field that does not apply."""
    if not key:
        return Turn(state=heard.state, replies=(lines_to_correct(heard, draft),))
    if key not in {*_CHECKED_AGAIN, *(field.key for field in shown_fields(draft.values))}:
        return None
    return asked(heard, steps.ask_again(replace(draft, proposed={}), key))


def corrected(heard: Heard, draft: Draft, key: str, checked: Checked) -> Turn:
    """The field takes its new value, which is said; the question asked stays."""
    new = {key: checked.value, **{name: value for name, value in checked.also.items() if value}}
    noted = steps.note(draft, new)
    marked = steps.note(noted, {key: checked.value}, doubtful=True) if checked.doubtful else noted
    changed = replace(marked, answered=key)
    said = understood(heard, changed, new, "form_corrected")
    return asked(heard, steps.settle(changed, new), [said] if said else [])


def repaired(heard: Heard, draft: Draft) -> Turn | None:
    """What a correction in the person's own words does; None when the text is none."""
    repair = repair_in(heard.message.text) or _listed(heard, draft)
    if repair is None or repair.key == "consent":
        return None
    if repair.key and not repair.said:
        return correct(heard, draft, repair.key)
    if repair.key and (turn := _named(heard, draft, repair.key, repair.said)):
        return turn
    findings = findings_in(heard, repair.said)
    more = noted_from(heard, draft, findings, overwrite=True, wording="form_corrected")
    if findings and not more.keys:
        same = understood(heard, draft, [finding.key for finding in findings], "form_corrected")
        return asked(heard, draft, [same] if same else [])
    if more.keys:
        key = more.keys[0] if len(more.keys) == 1 else None
        return asked(heard, steps.settle(replace(more.draft, answered=key), more.keys), more.notes)
    return _last_answer(heard, draft, repair) or (correct(heard, draft, "") if repair.asked else None)


def _listed(heard: Heard, draft: Draft) -> Repair | None:
    """« opérations : usinage, fonderie »: a line that is never asked for, named on purpose."""
    named = named_and_rest(heard.message.text) if re.search("[:=]", heard.message.text) else None
    listed = named is not None and named[0] == "operations" != draft.step
    return Repair(*named, asked=True) if named and listed else None


def _named(heard: Heard, draft: Draft, key: str, said: str) -> Turn | None:
    """« l'e-mail : x@y.example »; a value that does not hold is said so, and the old one stays."""
    if key == draft.step or key not in {
        *_CHECKED_AGAIN,
        *(each.key for each in asked_fields(draft.values)),
        *draft.values,
    }:
        return None
    field = field_of(key)
    checked = heard.abilities.check(field, said, heard.today)
    if isinstance(checked, Checked):
        return corrected(heard, draft, key, checked)
    again = steps.fail(steps.ask_again(replace(draft, proposed={}), key), checked.candidates)
    return asked(heard, again, [heard.say(checked.key, longest=field.longest)])


def _last_answer(heard: Heard, draft: Draft, repair: Repair) -> Turn | None:
    """« non, 45 »: the answer just given; words, only after a plain « en fait » or « pardon »."""
    key = draft.answered
    if key is None or key == draft.step or key not in draft.values or key == "consent":
        return None
    field = field_of(key)
    words = field.kind in (Kind.TEXT, Kind.NAME)
    if words and not (repair.sure or repair.asked or field.kind is Kind.NAME):
        return None
    checked = heard.abilities.check(field, _bare(repair.said), heard.today)
    return None if isinstance(checked, Problem) else corrected(heard, draft, key, checked)


def _bare(said: str) -> str:
    lowered = said.lower().replace("’", "'")
    return next(
        (said[len(lead) :] for lead in ("c'est ", "c'était ", "it's ", "it is ") if lowered.startswith(lead)), said
    )

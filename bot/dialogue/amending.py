"""A field that was answered takes another value; a bad one never takes the place of a good one."""

import re
from dataclasses import replace

from bot.catalogue.folding import flat
from bot.dialogue import steps
from bot.dialogue.asking import asked
from bot.dialogue.form_replies import lines_to_correct, understood
from bot.dialogue.heard import Heard
from bot.dialogue.meaning import is_speech, speaks
from bot.dialogue.noting import findings_in, noted_from
from bot.dialogue.repairing import Repair, repair_in
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked, Problem
from bot.intake.form import Kind, asked_fields, field_of, shown_fields
from bot.intake.names import named_and_rest

_TELLS_OPERATIONS = ("product", "operations", "description")  # elsewhere a word like one names none
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
    created = key == "company" and "company" in draft.values and draft.values["company"] is None
    noted = steps.note(replace(draft, skipped=(*draft.skipped, "siren")) if created else draft, new)
    marked = steps.note(noted, {key: checked.value}, doubtful=True) if checked.doubtful else noted
    changed = replace(marked, answered=key)
    said = understood(heard, changed, new, "form_corrected")
    told = heard if key in _TELLS_OPERATIONS else heard.with_message(replace(heard.message, text=""))
    return asked(told, steps.settle(changed, new), [said] if said else [])


def repaired(heard: Heard, draft: Draft) -> Turn | None:
    """What a correction in the person's own words does; None when the text is none."""
    repair = repair_in(heard.message.text) or _listed(heard, draft)
    key = key_of(repair, draft) if repair else None
    maker = repair is not None and repair.told and key == "company" and draft.step == "made_today"
    if repair is None or maker or key == "consent" or (repair.told and key == draft.step):
        return None
    if key and not repair.said:
        return correct(heard, draft, key)
    if key and (turn := _named(heard, draft, key, repair)):
        return turn
    if repair.told or (repair.after and is_speech(repair.said) and not findings_in(heard, repair.said)):
        return None
    findings = findings_in(heard, repair.said)
    more = noted_from(heard, draft, findings, overwrite=True, wording="form_corrected")
    if findings and not more.keys:
        same = understood(heard, draft, [finding.key for finding in findings], "form_corrected")
        return asked(heard, draft, [same] if same else [])
    if more.keys:
        key = more.keys[0] if len(more.keys) == 1 else None
        return asked(heard, steps.settle(replace(more.draft, answered=key), more.keys), more.notes)
    return _last_answer(heard, draft, repair) or (correct(heard, draft, "") if repair.asked else None)


def key_of(repair: Repair, draft: Draft) -> str | None:
    """The line that is corrected; « le nom » is the company's while it has none."""
    unasked = "contact" not in draft.values and draft.step in ("company", "siren")
    unnamed = unasked or draft.values.get("company") is None
    return "company" if repair.key == "contact" and repair.name_only and unnamed else repair.key


def _listed(heard: Heard, draft: Draft) -> Repair | None:
    """« opérations : usinage, fonderie »: a line that is never asked for, named on purpose."""
    named = named_and_rest(heard.message.text) if re.search("[:=]", heard.message.text) else None
    listed = named is not None and named[0] == "operations" != draft.step
    return Repair(*named, asked=True) if named and listed else None


def _named(heard: Heard, draft: Draft, key: str, repair: Repair) -> Turn | None:
    """« l'e-mail : x@y.example »; a value that does not hold is said so, and the old one stays."""
    if key == draft.step or key not in {
        *_CHECKED_AGAIN,
        *(each.key for each in asked_fields(draft.values)),
        *draft.values,
    }:
        return None
    field = field_of(key)
    checked = heard.check(field, _without_former(heard, draft, key, repair.said))
    if isinstance(checked, Checked):
        return corrected(heard, draft, key, checked)
    if repair.told and draft.step is not None:
        return None
    again = steps.fail(steps.ask_again(replace(draft, proposed={}), key), checked.candidates)
    return asked(heard, again, [heard.say(checked.key, longest=field.longest)])


def _without_former(heard: Heard, draft: Draft, key: str, said: str) -> str:
    """« morteau pas pontarlier »: what is denied is what the line holds."""
    match = re.search(r"[ ,]+(?:et )?(?:pas|plus|not) (?P<former>[^,.;:!?]+)[ .!]*$", said)
    if match is None or key not in draft.values:
        return said
    held = flat(heard.abilities.show(key, draft.values[key], heard.language))
    return said[: match.start()] if flat(match["former"]) in held else said


def _last_answer(heard: Heard, draft: Draft, repair: Repair) -> Turn | None:
    """« non, 45 »: the answer just given; words, only after a plain « en fait » or « pardon »."""
    key = draft.answered
    if key is None or key == draft.step or key not in draft.values or key == "consent":
        return None
    field = field_of(key)
    words = field.kind in (Kind.TEXT, Kind.NAME)
    anew = renames(draft, repair)
    if words and not anew and (repair.after or speaks(repair.said) or is_speech(repair.said)):
        return None
    if words and not (repair.sure or repair.asked or field.kind is Kind.NAME or anew):
        return None
    checked = heard.check(field, _bare(repair.said))
    return None if isinstance(checked, Problem) else corrected(heard, draft, key, checked)


def renames(draft: Draft, repair: Repair) -> bool:
    """« non, c'est Duval » said of the company just given; it may be the product or the place, where that is asked."""
    asks_words = draft.step is None or field_of(draft.step).kind in (Kind.TEXT, Kind.OPERATIONS)
    return draft.answered == "company" and not asks_words and _bare(repair.said) != repair.said


def _bare(said: str) -> str:
    lowered = said.lower().replace("’", "'")
    return next(
        (said[len(lead) :] for lead in ("c'est ", "c'était ", "it's ", "it is ") if lowered.startswith(lead)), said
    )

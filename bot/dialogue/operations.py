"""The operations that a message of the form names beside its answer: never asked for, noted in passing."""

from dataclasses import replace

from bot.catalogue.communes import commune_of
from bot.dialogue import steps
from bot.dialogue.form_replies import shown_value
from bot.dialogue.heard import Heard
from bot.dialogue.interrogative import looks_like_question
from bot.dialogue.state import Draft
from bot.intake.form import Field, Kind, field_of
from bot.intake.operations import MOST, mentioned, wants

OPERATIONS = "operations"
_TOLD = (Kind.TEXT, Kind.NAME, Kind.CHOICES)  # answers in the person's own words
_SENTENCE = 5  # words; fewer, where a figure or a place was asked, are that figure or place
_NAMES = ("company", "contact", "address")


def operations_in(heard: Heard, draft: Draft) -> tuple[str, ...]:
    """Those that the message names; a question names none."""
    text = heard.message.text
    if not text or looks_like_question(text):
        return ()
    commune = commune_of(str(draft.values.get("town", "")))
    names = [str(draft.values.get(key) or "") for key in _NAMES] + [commune.name if commune else ""]
    return mentioned(text, names, heard.abilities.operations_in)


def noted(heard: Heard, draft: Draft) -> tuple[Draft, list[str]]:
    """The draft with what the message adds, and the sentence that says so."""
    before = heard.state.draft
    known: list[str] = draft.values.get(OPERATIONS) or []
    changed = before is not None and before.values.get(OPERATIONS) != draft.values.get(OPERATIONS)
    if changed or not _is_told(heard, before):
        return draft, []
    new = [name for name in operations_in(heard, draft) if name not in known][: MOST - len(known)]
    if not new:
        return draft, []
    values = {OPERATIONS: [*known, *new]}
    added = steps.note(draft, values, doubtful=OPERATIONS in draft.doubtful)
    told = shown_value(heard, replace(draft, values={OPERATIONS: new}), field_of(OPERATIONS))
    return added, [heard.say("form_operations", values=told)]


def says_only(heard: Heard, draft: Draft, field: Field) -> bool:
    """« il nous faut de l'usinage » where a name, a country or a figure was asked."""
    asked_for = field.key in ("product", "description", OPERATIONS)
    return not asked_for and wants(heard.message.text) and bool(operations_in(heard, draft))


def _is_told(heard: Heard, before: Draft | None) -> bool:
    field = steps.current(before) if before else None
    sentence = len(heard.message.text.split()) >= _SENTENCE or wants(heard.message.text)
    return field is None or field.kind in _TOLD or sentence

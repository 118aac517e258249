"""Free order: what a sentence of the person holds is noted in the draft, whatever was asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.dialogue import steps
from bot.dialogue.form_replies import understood
from bot.dialogue.heard import Heard
from bot.dialogue.state import Draft
from bot.intake.extraction import Finding


def findings_in(heard: Heard, text: str, *, helped: bool = False) -> tuple[Finding, ...]:
    """What the text holds, with a chat model's help when one is set and wanted."""
    return heard.abilities.extract(text, heard.today, helped=helped, near=heard.near)


@dataclass(frozen=True)
class Noted:
    """The draft with what is new of it, the keys that are, and the sentence that says so, if any."""

    draft: Draft
    keys: tuple[str, ...]
    notes: list[str]


def noted_from(
    heard: Heard,
    draft: Draft,
    findings: Iterable[Finding],
    *,
    overwrite: bool = False,
    wording: str = "form_understood",
) -> Noted:
    """Note what the findings hold; a value already there stays unless `overwrite`."""
    keys: list[str] = []
    for finding in findings:
        new = _new_values(draft, finding, overwrite)
        if new:
            draft = steps.note(draft, new)
            keys += new
    said = understood(heard, draft, keys, wording)
    return Noted(draft, tuple(keys), [said] if said else [])


def _new_values(draft: Draft, finding: Finding, overwrite: bool) -> dict[str, Any]:
    """The value and what it implies; a town goes only with its own department."""
    taken = overwrite or _is_open(draft, finding.key)
    if not taken and draft.values.get(finding.key) != finding.value:
        return {}
    implied = {key: value for key, value in finding.also.items() if overwrite or _is_open(draft, key)}
    kept = {key: draft.values[key] for key in finding.also if key not in implied}
    if finding.key == "town" and kept.get("department", finding.also.get("department")) != finding.also.get(
        "department"
    ):
        return {}
    new = {finding.key: finding.value, **implied}
    return {key: value for key, value in new.items() if key not in draft.values or draft.values[key] != value}


def _is_open(draft: Draft, key: str) -> bool:
    """Without value, doubtful, or not said by the person: their word goes first."""
    return draft.values.get(key) in (None, [], "") or key in draft.doubtful or key in draft.origins

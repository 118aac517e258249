"""The end of every turn of the form: the operations named, the register for a new number, then the next question."""

from dataclasses import replace

from bot.answers.company import at_region
from bot.catalogue.places import ACCELERATOR_REGIONS, Region, department_of, region_of
from bot.dialogue import operations
from bot.dialogue.form_replies import ask
from bot.dialogue.heard import Heard
from bot.dialogue.registering import looked_up
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn


def asked(heard: Heard, draft: Draft, notes: list[str] | None = None) -> Turn:
    """Say the notes and ask what is next; the region of the talk follows the department."""
    draft, named = operations.noted(heard, replace(draft, paused=False))
    draft, found = looked_up(heard, draft)
    region = region_of_draft(draft)
    before = region_of_draft(heard.state.draft) if heard.state.draft else None
    outside = region is not None and region is not before and region not in ACCELERATOR_REGIONS
    told = [heard.say("form_outside", region=region.name)] if region and outside else []
    company = at_region(heard.state.company, region.name) if region else heard.state.company
    state = replace(heard.state, draft=draft, company=company)
    reply = ask(heard.with_state(state), draft, [*(notes or []), *named, *found, *told])
    return Turn(state=state, replies=(reply,))


def region_of_draft(draft: Draft) -> Region | None:
    """Where the project is, once its department is known."""
    department = department_of(str(draft.values.get("department", "")))
    return region_of(department.region_code) if department else None

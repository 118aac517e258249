"""The company register in the conversation: asked once for each number, and what it says is only proposed."""

import re
from dataclasses import replace

from bot.catalogue.folding import flat
from bot.dialogue import steps
from bot.dialogue.form_replies import understood
from bot.dialogue.heard import Heard
from bot.dialogue.state import Draft
from bot.intake.companies import Standing
from bot.store.tables import Origin

_YES = re.compile(
    r"(?:oui|ouais|ok|okay|d accord|exact(?:ement)?|tout a fait"
    r"|c est (?:ca|bien ca|bien nous|nous|juste|bon|exact|correct)"
    r"|yes|yep|right|correct|that s (?:us|right)|parfait|je confirme|confirme)"
    r"(?: (?:merci|c est (?:ca|nous|bien ca)|nous))?"
)
_NO = re.compile(
    r"(?:non|no|nope|nan|pas du tout|ce n est pas (?:ca|nous|moi)|c est pas (?:ca|nous|moi)|not us|wrong|faux)"
    r"(?: (?:merci|ce n est pas (?:ca|nous)|c est pas (?:ca|nous)|pas (?:ca|nous)))?"
)


def says_yes(text: str) -> bool:
    """A plain yes."""
    return _YES.fullmatch(flat(text)) is not None


def says_no(text: str) -> bool:
    """A plain no."""
    return _NO.fullmatch(flat(text)) is not None


def looked_up(heard: Heard, draft: Draft) -> tuple[Draft, list[str]]:
    """Ask the register for a number not yet asked for; what it says waits for a yes, nothing it does stops the form."""
    number = str(draft.values.get("siren") or "")
    if number == draft.looked_up or "siren" in draft.doubtful or not number.isdigit():
        return draft, []
    found = heard.abilities.look_up(number)
    draft = replace(draft, looked_up=number, unverified=False, proposed={})
    if found.standing is Standing.ACTIVE:
        return replace(draft, proposed=found.values, version=draft.version + 1), []
    if found.standing in (Standing.OFF, Standing.HIDDEN):
        return draft, []
    doubtful = steps.note(draft, {"siren": number}, doubtful=True)
    retried = found.standing in (Standing.UNREACHABLE, Standing.UNKNOWN)  # a new company appears some days later
    return replace(doubtful, unverified=retried), [heard.say(f"registry_{found.standing}")]


def confirmed(heard: Heard, draft: Draft) -> tuple[Draft, list[str]]:
    """Yes: what is still missing is taken from the register; what the person said stays."""
    open_keys = [key for key in draft.proposed if key not in draft.values or key in draft.doubtful]
    taken = {key: draft.proposed[key] for key in open_keys}
    noted = steps.note(replace(draft, proposed={}), taken, origin=Origin.REGISTRY)
    said = understood(heard, noted, taken, "registry_taken")
    return steps.go_on(noted), [said] if said else []


def denied(heard: Heard, draft: Draft) -> tuple[Draft, list[str]]:
    """No: the number is asked again."""
    return steps.ask_again(replace(draft, proposed={}), "siren"), [heard.say("registry_denied")]


def dropped(draft: Draft) -> Draft:
    """Neither yes nor no, twice: go on without it, the number to be checked by a person."""
    number = draft.values.get("siren")
    kept = steps.note(draft, {"siren": number}, doubtful=True) if number else draft
    return steps.go_on(replace(kept, proposed={}))

"""Sending: from the recap of the draft as it stands, with consent, under a key that makes one application of it."""

from dataclasses import replace

from bot.catalogue.places import department_of
from bot.dialogue import recalling, steps
from bot.dialogue.asking import asked, region_of_draft
from bot.dialogue.effects import SubmitApplication
from bot.dialogue.heard import Heard
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked
from bot.intake.form import CONSENT_VERSION, field_of

UNKNOWN_REGION = "FRA"  # the department was not understood: somebody has to find out


def send(heard: Heard, draft: Draft) -> Turn:
    """Send it, or say what is missing."""
    if not steps.is_complete(draft) or draft.proposed or draft.values.get("consent") != CONSENT_VERSION:
        return asked(heard, steps.go_on(draft), [heard.say("form_incomplete")])
    return Turn(state=replace(heard.state, draft=None), effects=(_submission(heard, draft),))


def _submission(heard: Heard, draft: Draft) -> SubmitApplication:
    values = draft.values
    siren, department = str(values.get("siren", "")), str(values.get("department", ""))
    region = region_of_draft(draft)
    return SubmitApplication(
        idempotency_key=f"{draft.id}/{draft.version}",
        region=region.code if region else UNKNOWN_REGION,
        department=department if department_of(department) else None,
        company=values.get("company"),
        siren=siren[:9] if isinstance(heard.check(field_of("siren"), siren), Checked) else None,
        fields=values,
        doubtful=draft.doubtful,
        origins=draft.origins,
        unverified=draft.unverified,
        consent=values["consent"],
        language=heard.language,
        talk_excerpt=recalling.excerpt(heard, draft),
    )

"""/conseiller: the chamber of the person's region, and a contact left for an adviser."""

import re
from dataclasses import replace

from bot.answers.company import at_region
from bot.catalogue.folding import flat
from bot.catalogue.models import Partner
from bot.catalogue.places import ACCELERATOR_REGIONS, Region, find_departments, find_region, region_of, regions_in
from bot.dialogue.heard import Heard
from bot.dialogue.interrogative import looks_like_question
from bot.dialogue.messages import Button, Paragraph, Reply, Run, paragraph
from bot.dialogue.passing import given_in, last_question, passed_on
from bot.dialogue.presses import FormPress, Press, data
from bot.dialogue.reaching import complains, wishes_a_person, wishes_to_be_reached
from bot.dialogue.state import Pending
from bot.dialogue.stopping import control
from bot.dialogue.turn import Turn
from bot.intake.checks import Checked
from bot.intake.form import field_of

_LONGEST_CONTACT = 200  # characters
_LONGEST_PLACE = 3  # words; a longer text that names no region is no slip of spelling
_REFUSALS = "non|no|stop|annuler|cancel|non merci|no thanks|rien"


def call(heard: Heard) -> Turn:
    """Show the chamber of the region, which is asked for when unknown."""
    region = find_region(heard.state.company.region)
    if region is None:
        state = replace(heard.state, pending=Pending.REGION)
        return Turn(state=state, replies=(heard.reply("adviser_region", buttons=_regions(heard)),))
    return _chamber(heard, region)


def own_chamber(heard: Heard) -> Turn:
    """The chamber of the company's region and that of its department, by name; the region is asked for when unknown."""
    company = heard.state.company
    region = find_region(company.region)
    chamber = heard.abilities.chamber(region.name) if region else None
    if region is None or chamber is None:
        return call(heard)
    near = [each for each in heard.abilities.local_chambers(company.departments) if each.id != chamber.id]
    said = [heard.say("adviser_chamber", region=region.name, chamber=chamber.title), _ways(chamber)]
    for each in near:
        said += [heard.say("adviser_local_chamber", chamber=each.title), _ways(each)]
    return Turn(state=heard.state, replies=(_offer(heard, list(filter(None, said))),))


def _ways(chamber: Partner) -> str:
    """How to reach it, as the knowledge says."""
    return " · ".join(filter(None, (chamber.site or chamber.link, chamber.contact)))


def is_awaited(heard: Heard) -> bool:
    """Whether the text is the region or the contact just asked for; anything else is answered as usual."""
    text, pending = heard.message.text, heard.state.pending
    if pending not in (Pending.REGION, Pending.CONTACT, Pending.CONTACT_AGAIN):
        return False
    if given_in(heard):
        return True
    if looks_like_question(text):
        return False
    if complains(text) or wishes_a_person(text):
        return False
    if control(text) is FormPress.STOP:
        return True
    if pending is Pending.REGION:
        return _region_meant(text) is not None or len(text.split()) <= _LONGEST_PLACE
    return pending is Pending.CONTACT or re.search(r"[\d@]", text) is not None


def answered(heard: Heard) -> Turn:
    """What was awaited came, or is no longer wished for."""
    if control(heard.message.text) is FormPress.STOP:
        return contact_wanted(heard, "no")
    if given := given_in(heard):
        return passed_on(heard, given.contact, given.rest)
    return _region_typed(heard) if heard.state.pending is Pending.REGION else _contact_typed(heard)


def contact_left(heard: Heard) -> Turn | None:
    """A phone number or an e-mail typed right after the offer to pass it on, or with the wish to be called."""
    draft = heard.state.draft
    if draft is not None and not draft.paused:
        return None
    offered = data(Press.CONTACT, "yes") in heard.state.offered.values()
    given = given_in(heard) if offered or wishes_to_be_reached(heard.message.text) else None
    return passed_on(heard, given.contact, given.rest) if given else None


def _region_typed(heard: Heard) -> Turn:
    region = _region_meant(heard.message.text)
    if region is None:
        state = replace(heard.state, pending=Pending.REGION)
        return Turn(state=state, replies=(heard.reply("adviser_region_unknown", buttons=_regions(heard)),))
    return _chamber(heard, region)


def _region_meant(text: str) -> Region | None:
    departments = find_departments(text)
    by_department = region_of(departments[0].region_code) if len(departments) == 1 else None
    return find_region(text) or next(iter(regions_in(text)), None) or by_department


def region_pressed(heard: Heard, code: str) -> Turn:
    """One of the four, or another."""
    region = region_of(code)
    if region is None:
        state = replace(heard.state, pending=Pending.REGION)
        return Turn(state=state, replies=(heard.reply("adviser_type_region"),))
    return _chamber(heard, region)


def contact_wanted(heard: Heard, answer: str) -> Turn:
    """Leave a contact, or not."""
    if answer != "yes":
        state = replace(heard.state, pending=None, call_wish="")
        return Turn(state=state, replies=(heard.reply("adviser_no_contact"),))
    return Turn(state=replace(heard.state, pending=Pending.CONTACT), replies=(heard.reply("adviser_ask_contact"),))


def _contact_typed(heard: Heard) -> Turn:
    """Asked for once more when it is neither a phone number nor an e-mail, then taken as it is."""
    text = heard.message.text.strip()[:_LONGEST_CONTACT]
    if re.fullmatch(_REFUSALS, flat(text)):
        return contact_wanted(heard, "no")
    if heard.state.pending is Pending.CONTACT and not _reachable(heard, text):
        state = replace(heard.state, pending=Pending.CONTACT_AGAIN)
        return Turn(state=state, replies=(heard.reply("adviser_contact_unknown", buttons=(_no(heard),)),))
    return passed_on(heard, text)


def _reachable(heard: Heard, text: str) -> bool:
    return any(isinstance(heard.check(field_of(key), text), Checked) for key in ("email", "phone"))


def _chamber(heard: Heard, region: Region) -> Turn:
    heard = heard.with_state(replace(heard.state, company=at_region(heard.state.company, region.name), pending=None))
    chamber = heard.abilities.chamber(region.name)
    if chamber is None:
        return Turn(state=heard.state, replies=(_offer(heard, [heard.say("adviser_outside", region=region.name)]),))
    said = [heard.say("adviser_chamber", region=region.name, chamber=chamber.title)]
    link = chamber.site or chamber.link
    return Turn(state=heard.state, replies=(_offer(heard, said, link),))


def _offer(heard: Heard, said: list[str], link: str = "") -> Reply:
    site = [Paragraph((Run(link, link=link if link.startswith("https://") else None),))] if link else []
    question = "adviser_offer_question" if last_question(heard) else "adviser_offer"
    paragraphs = (*map(paragraph, said), *site, paragraph(heard.say(question)))
    yes = (heard.button("button_contact", Press.CONTACT, "yes"),)
    return Reply(paragraphs=paragraphs, buttons=(yes, _no(heard)))


def _no(heard: Heard) -> tuple[Button, ...]:
    return (heard.button("button_no_contact", Press.CONTACT, "no"),)


def _regions(heard: Heard) -> tuple[tuple[Button, ...], ...]:
    four = [(Button(region.name, press=data(Press.REGION, region.code)),) for region in ACCELERATOR_REGIONS]
    return (*four, (heard.button("button_other_region", Press.REGION, "-"),))

"""A draft goes on on another device: a one-time code here, taken there; there is never a second driver."""

import re
from dataclasses import replace

from bot.answers.types import Language
from bot.catalogue.formats import moment
from bot.dialogue import steps
from bot.dialogue.applying import ask_current
from bot.dialogue.effects import DraftTaken, Shared, ShareDraft, TakeDraft, Taken
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button, Paragraph, Reply, Run, Style, paragraph
from bot.dialogue.presses import Press
from bot.dialogue.state import Draft
from bot.dialogue.turn import Turn
from bot.dialogue.wording import say

START = "r_"  # payload of a deep link: this, then the code
CODE = re.compile(r"[A-Z0-9]{8}")


def share(heard: Heard) -> Turn:
    """/continuer: a code for the draft; what came of it is announced."""
    draft = heard.state.draft
    if draft is None:
        buttons = ((heard.command_button("candidater"),),)
        return Turn(state=heard.state, replies=(heard.reply("share_none", buttons=buttons),))
    return Turn(state=heard.state, effects=(ShareDraft(draft_id=draft.id),))


def take(heard: Heard) -> Turn:
    """/reprendre CODE: the draft comes here, once it is sure that none is lost by it."""
    code = read_code(heard.message.text)
    if code is None:
        return Turn(state=heard.state, replies=(heard.reply("take_how"),))
    draft = heard.state.draft
    if draft is None:
        return Turn(state=heard.state, effects=(TakeDraft(code=code),))
    buttons = (
        (heard.button("button_take", Press.TAKE, code),),
        (heard.button("button_never_mind", Press.NEVER_MIND),),
    )
    said = heard.reply("take_replaces", company=company_of(draft), buttons=buttons)
    return Turn(state=heard.state, replies=(said,))


def take_instead(heard: Heard, code: str) -> Turn:
    """The draft here was to be replaced."""
    return Turn(state=heard.state, effects=(TakeDraft(code=code),))


def read_code(text: str) -> str | None:
    """`abcd-efgh`, `r_ABCDEFGH` or a whole link as the eight characters of the code."""
    last = text.strip().rsplit("/", 1)[-1].rsplit("=", 1)[-1]
    bare = re.sub(r"[^A-Z0-9]", "", last.removeprefix(START).upper())
    return bare if CODE.fullmatch(bare) else None


def resume(heard: Heard, draft_id: str) -> Turn:
    """A button of a reminder: to the step where the draft is, however old the button."""
    draft = heard.state.draft
    if draft is None or draft.id != draft_id:
        return Turn(state=heard.state, replies=(heard.reply("draft_gone", buttons=((_to_file(heard),),)),))
    resumed = heard.with_state(replace(heard.state, draft=steps.resume(draft)))
    return ask_current(resumed, heard.say("form_resumed"))


def taken(heard: Heard, outcome: DraftTaken) -> tuple[Reply, ...]:
    """The draft is here: its question follows; or why it is not."""
    if outcome.result is not Taken.HERE_NOW or outcome.draft is None:
        return (heard.reply(f"take_{outcome.result}"),)
    if outcome.draft.step is None:  # the recap reads what this transaction moves: it is shown by the next turn
        go_on = heard.button("button_go_on", Press.RESUME_DRAFT, outcome.draft.id)
        return (heard.reply("taken", buttons=((go_on,),)),)
    here = heard.with_state(replace(heard.state, draft=outcome.draft))
    return ask_current(here, heard.say("taken")).replies


def code_reply(language: Language, shared: Shared) -> Reply:
    """The code as a command to write, and the links that write it."""
    code = f"{shared.code[:4]}-{shared.code[4:]}"
    command = Paragraph((Run(say("share_command", language, code=code), Style.CODE),))
    said = [paragraph(say("share_code", language)), command]
    links = _links(shared)
    if links:
        said.append(paragraph(say("share_links", language)))
        said += [Paragraph((Run(link, link=link),)) for link in links]
    said.append(paragraph(say("share_expires", language, moment=moment(shared.expires_at, language))))
    return Reply(paragraphs=tuple(said))


def _links(shared: Shared) -> list[str]:
    telegram = [f"https://t.me/{shared.bot}?start={START}{shared.code}"] if shared.bot else []
    return [*telegram, *([f"{shared.web}/reprendre/{shared.code}"] if shared.web else [])]


def company_of(draft: Draft) -> str:
    """« (Duval Sièges) » with a space before it, or nothing."""
    company = draft.values.get("company")
    return f" ({company})".replace("**", "") if isinstance(company, str) and company else ""


def _to_file(heard: Heard) -> Button:
    return heard.command_button("dossier")

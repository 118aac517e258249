"""Letters to the adviser of an application, written in the talk."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.catalogue.folding import flat
from bot.dialogue.effects import WriteToAdviser
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button
from bot.dialogue.presses import Press, data
from bot.dialogue.state import Pending
from bot.dialogue.turn import Turn

LONGEST_LETTER = 4000  # characters
AWAITED_FOR = timedelta(hours=1)  # a message written much later is a question again
_REFUSALS = r"non|no|stop|annuler|cancel|non merci|no thanks|rien"


def command(heard: Heard) -> Turn:
    """/repondre, with or without the text; several applications: choose."""
    references = [each.reference for each in heard.abilities.applications(heard.message.talk_id)]
    if not references:
        buttons = ((heard.command_button("conseiller"),),)
        return Turn(state=heard.state, replies=(heard.reply("letter_none", buttons=buttons),))
    if len(references) > 1:
        rows = tuple((Button(reference, press=data(Press.LETTER, reference)),) for reference in references)
        return Turn(state=heard.state, replies=(heard.reply("file_which", buttons=rows),))
    if heard.message.text.strip():
        return _sent(heard, references[0])
    return start(heard, references[0])


def start(heard: Heard, reference: str) -> Turn:
    """Ask for the text."""
    if reference not in {each.reference for each in heard.abilities.applications(heard.message.talk_id)}:
        return Turn(state=heard.state, replies=(heard.reply("stale_button"),))
    state = replace(heard.state, pending=Pending.LETTER, pending_since=heard.now, about=reference)
    buttons = ((heard.button("button_no_letter", Press.NEVER_MIND),),)
    return Turn(state=state, replies=(heard.reply("letter_write", reference=reference, buttons=buttons),))


def is_awaited(heard: Heard) -> bool:
    """Whether the text is the letter just asked for."""
    since = heard.state.pending_since
    recent = since is not None and heard.now - since <= AWAITED_FOR
    return heard.state.pending is Pending.LETTER and recent


def written(heard: Heard) -> Turn:
    """The text came."""
    if re.fullmatch(_REFUSALS, flat(heard.message.text)):
        return Turn(state=replace(heard.state, pending=None), replies=(heard.reply("never_mind"),))
    return _sent(heard, heard.state.about)


def _sent(heard: Heard, reference: str) -> Turn:
    text = heard.message.text.strip()
    if len(text) > LONGEST_LETTER:
        return Turn(state=heard.state, replies=(heard.reply("letter_long", longest=LONGEST_LETTER),))
    effect = WriteToAdviser(reference=reference, text=text)
    said = heard.reply("letter_sent", reference=reference)
    return Turn(state=replace(heard.state, pending=None), replies=(said,), effects=(effect,))

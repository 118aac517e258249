"""Somebody comes back after hours to a form that is still open: told so in one line, whatever they say."""

from dataclasses import replace
from datetime import timedelta

from bot.dialogue import steps
from bot.dialogue.heard import Heard
from bot.dialogue.turn import Turn

AWAY = timedelta(hours=8)


def told(heard: Heard, turn: Turn) -> Turn:
    """The turn with the step where the form stands first of all, when the person was away."""
    draft, after, last = heard.state.draft, turn.state.draft, heard.state.last_at
    went_on = draft is not None and after is not None and not draft.paused and not after.paused
    if draft is None or not went_on or last is None or heard.now - last < AWAY or heard.message.press is not None:
        return turn
    field = steps.current(draft)
    at, total = steps.progress(draft)
    if field is None:
        return replace(turn, replies=(heard.reply("form_open_recap"), *turn.replies))
    label = field.label.of(heard.language)
    return replace(turn, replies=(heard.reply("form_open", at=at, total=total, field=label), *turn.replies))

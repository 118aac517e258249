"""What each pressed button does; data of no known shape is told to be stale."""

from collections.abc import Callable
from dataclasses import replace

from bot.dialogue import (
    advising,
    attaching,
    commands,
    correcting,
    corresponding,
    following,
    moving,
    questions,
    recalling,
    sharing,
)
from bot.dialogue.heard import Heard
from bot.dialogue.presses import Press, parts
from bot.dialogue.turn import Turn


def press(heard: Heard, pressed: str) -> Turn:
    """Do what the button says."""
    kind, given = parts(pressed)
    pending = heard.state.pending if kind == Press.ERASE_SURE else None
    heard = heard.with_state(replace(heard.state, last_message="", pending=pending))
    if kind == Press.FORM:
        return moving.pressed(heard, given)
    counts, act = _ACTS.get(kind, ((), _stale))
    return act(heard, *given) if len(given) in counts else _stale(heard)


def _stale(heard: Heard) -> Turn:
    return Turn(state=heard.state, replies=(heard.reply("stale_button"),))


def _never_mind(heard: Heard) -> Turn:
    return Turn(state=heard.state, replies=(heard.reply("never_mind"),))


def _correction(heard: Heard, correction_id: str, *choice: str) -> Turn:
    return correcting.picked(heard, correction_id, *choice) if choice else correcting.start(heard, correction_id)


def _talked(heard: Heard, draft_id: str, *line: str) -> Turn:
    return recalling.toggled(heard, draft_id, *line) if line else recalling.opened(heard, draft_id)


_ACTS: dict[str, tuple[tuple[int, ...], Callable[..., Turn]]] = {  # how many parts the data has, and what it does
    Press.COMMAND: ((1,), commands.run),
    Press.SOURCE: ((2,), questions.open_source),
    Press.FEEDBACK: ((2,), questions.rate),
    Press.SUGGESTION: ((2,), questions.ask_suggestion),
    Press.CHOICE: ((2,), questions.choose),
    Press.REGION: ((1,), advising.region_pressed),
    Press.CONTACT: ((1,), advising.contact_wanted),
    Press.LANGUAGE: ((1,), commands.speak),
    Press.FOLLOW: ((1,), following.open_file),
    Press.CORRECTION: ((1, 2), _correction),
    Press.LETTER: ((1,), corresponding.start),
    Press.DOCUMENTS: ((1,), attaching.show),
    Press.PLACE: ((1,), attaching.place),
    Press.TAKE_OUT: ((1,), attaching.take_out),
    Press.TALKED: ((1, 2), _talked),
    Press.SHARE: ((0,), sharing.share),
    Press.TAKE: ((1,), sharing.take_instead),
    Press.RESUME_DRAFT: ((1,), sharing.resume),
    Press.WITHDRAW: ((1,), following.confirm_withdrawal),
    Press.WITHDRAW_SURE: ((1,), following.withdraw),
    Press.ERASE_SURE: ((0,), commands.erase),
    Press.NEVER_MIND: ((0,), _never_mind),
}

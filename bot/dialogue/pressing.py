"""What each pressed button does; data of no known shape is told to be stale."""

from collections.abc import Callable
from dataclasses import replace

from bot.dialogue import advising, applying, commands, following, questions
from bot.dialogue.heard import Heard
from bot.dialogue.presses import Press, parts
from bot.dialogue.turn import Turn


def press(heard: Heard, pressed: str) -> Turn:
    """Do what the button says."""
    kind, given = parts(pressed)
    pending = heard.state.pending if kind == Press.ERASE_SURE else None
    heard = heard.with_state(replace(heard.state, last_message="", pending=pending))
    if kind == Press.FORM:
        return applying.pressed(heard, given)
    count, act = _ACTS.get(kind, (0, _stale))
    return act(heard, *given) if len(given) == count else _stale(heard)


def _stale(heard: Heard) -> Turn:
    return Turn(state=heard.state, replies=(heard.reply("stale_button"),))


def _never_mind(heard: Heard) -> Turn:
    return Turn(state=heard.state, replies=(heard.reply("never_mind"),))


_ACTS: dict[str, tuple[int, Callable[..., Turn]]] = {
    Press.COMMAND: (1, commands.run),
    Press.SOURCE: (2, questions.open_source),
    Press.FEEDBACK: (2, questions.rate),
    Press.SUGGESTION: (2, questions.ask_suggestion),
    Press.CHOICE: (2, questions.choose),
    Press.REGION: (1, advising.region_pressed),
    Press.CONTACT: (1, advising.contact_wanted),
    Press.LANGUAGE: (1, commands.speak),
    Press.WITHDRAW: (1, following.confirm_withdrawal),
    Press.WITHDRAW_SURE: (1, following.withdraw),
    Press.ERASE_SURE: (0, commands.erase),
    Press.NEVER_MIND: (0, _never_mind),
}

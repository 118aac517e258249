"""The contract of one turn, which the engine fulfils and the worker carries out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.dialogue.effects import Effect, Outcome
from bot.dialogue.messages import Message, Reply
from bot.dialogue.state import TalkState


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What one message causes: the next state, what to say, what to do."""

    state: TalkState
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()


class Engine(Protocol):
    """Both functions are pure: they may read the knowledge and the store, and write nothing."""

    def respond(self, state: TalkState, message: Message, now: datetime) -> Turn:
        """One turn; `now` is aware."""

    def announce(self, state: TalkState, outcome: Outcome) -> tuple[Reply, ...]:
        """What to say once an effect was carried out (a reference, a receipt); sent after the turn's own replies."""

    def apologise(self, state: TalkState) -> Reply:
        """What to say when a turn failed for good: plain words and a way to a person."""

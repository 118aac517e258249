"""What a channel that must be written to offers to the delivery, and what can go wrong with a send.

SendingFailed
├── RetryLater     the channel asks to wait this long
├── Unreached      surely not taken: no connection, or the server said that it failed
├── Uncertain      perhaps taken: the answer never came or made no sense
├── Refused        the channel will never take this text
├── Moved          the talk has another address now
├── Unwelcome      the person blocked us or the talk is gone: nothing will ever be taken
└── Misconfigured  the channel does not know us: the operator must act
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.dialogue.messages import Document, Reply


class SendingFailed(Exception):
    """A call to a channel did not succeed; the text is a kind for the log, never a person's words."""


class RetryLater(SendingFailed):
    """The channel asks to wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__("flood limit")
        self.seconds = seconds


class Unreached(SendingFailed):
    """Surely not taken: trying again doubles nothing."""


class Uncertain(SendingFailed):
    """Perhaps taken; `cut` when the connection broke rather than stayed silent."""

    def __init__(self, kind: str, *, cut: bool = False) -> None:
        super().__init__(kind)
        self.cut = cut


class Refused(SendingFailed):
    """The channel will never take this text as it stands."""


class Moved(SendingFailed):
    """The talk has another address now."""

    def __init__(self, address: str) -> None:
        super().__init__("moved")
        self.address = address


class Unwelcome(SendingFailed):
    """The person blocked us, or the talk is gone."""


class Misconfigured(SendingFailed):
    """The channel does not know us."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One message as the channel will take it; `plain` is the same without formatting."""

    formatted: str = ""
    plain: str = ""
    keyboard: tuple[tuple[dict[str, Any], ...], ...] = ()
    document: Document | None = None


class Sender(Protocol):
    """Sends to one channel; every error is a SendingFailed."""

    def parts(self, reply: Reply) -> Sequence[Part]:
        """The messages that this reply becomes, always the same for the same reply."""

    async def send(self, address: str, part: Part) -> str:
        """Send one part; gives the channel's own id of the message."""

    async def is_reachable(self) -> bool:
        """Ask the channel something harmless."""

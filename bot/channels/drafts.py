"""Answers while they are written: who waits for which, and how their channel shows it. Nothing of it is kept."""

from collections.abc import Callable
from typing import Protocol

import structlog

from bot.store.inbox import Claim

log = structlog.get_logger()


class Shower(Protocol):
    """How one channel shows an answer that is not there yet; called from any thread."""

    def show(self, address: str, number: int, text: str) -> None:
        """Show the text so far instead of what was shown under this number; must return at once."""

    def settle(self, address: str, number: int) -> None:
        """Return once nothing more will be shown under this number: the answer itself comes next."""


class Drafts:
    """Fulfils `worker.Watch`; drafts go by the id of the message that they answer."""

    def __init__(self) -> None:
        self._claims: dict[str, Claim] = {}
        self._showers: dict[str, Shower] = {}

    def show_on(self, channel: str, shower: Shower) -> None:
        """From now on, drafts of this channel are shown so."""
        self._showers[channel] = shower

    def begun(self, claim: Claim) -> None:
        """A turn begins."""
        self._claims[str(claim.inbox_id)] = claim

    def ended(self, claim: Claim) -> None:
        """It ended."""
        self._claims.pop(str(claim.inbox_id), None)

    def show(self, message: str, text: str) -> None:
        """Show the answer to this message as far as it is written; a draft that fails harms nothing."""
        self._tell(message, lambda shower, claim: shower.show(claim.address, claim.inbox_id, text))

    def settle(self, message: str) -> None:
        """The answer to this message is written."""
        self._tell(message, lambda shower, claim: shower.settle(claim.address, claim.inbox_id))

    def _tell(self, message: str, tell: Callable[[Shower, Claim], None]) -> None:
        claim = self._claims.get(message)
        shower = self._showers.get(claim.channel) if claim else None
        if claim is None or shower is None:
            return
        try:
            tell(shower, claim)
        except Exception as error:  # the edge: the answer itself is still to come
            log.info("draft_failed", kind=type(error).__name__)

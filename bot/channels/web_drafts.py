"""Answers while they are written, for the open pages of this process; a page elsewhere sees the answer itself."""

from bot.channels.web_wakeups import Wakeups


class WebDrafts:
    """Fulfils `drafts.Shower`."""

    def __init__(self, wakeups: Wakeups) -> None:
        self._wakeups = wakeups
        self._texts: dict[str, str] = {}

    def show(self, address: str, number: int, text: str) -> None:
        """Let the open pages of this person show it."""
        self._texts[address] = text
        self._wakeups.call_from_thread(address)

    def settle(self, address: str, number: int) -> None:
        """The answer comes next, and takes its place."""
        self._texts.pop(address, None)

    def text(self, address: str) -> str:
        """What is written so far; empty when nothing is."""
        return self._texts.get(address, "")

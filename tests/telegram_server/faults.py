"""What the fake Telegram can do wrong, once each, in the order they were asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Strikes the next `times` calls of a method (of one chat, if given); `accepted` = after the call
    took effect, `delay` = slow but right."""

    method: str
    chat: int | None = None
    times: int = 1
    status: int | None = None
    description: str = "Internal Server Error"
    retry_after: int | None = None
    migrate_to: int | None = None
    cut: bool = False
    garbage: bytes | None = None
    hang: float = 0.0
    delay: float = 0.0
    accepted: bool = False

    def strikes(self, method: str, chat: int | None) -> bool:
        """Whether it is meant for this call."""
        return self.method == method and self.chat in (None, chat)

"""Keeps secrets out of the logs, wherever they come from (the bot token stands in every URL of the Bot API)."""

import logging
from collections.abc import Iterable

REDACTED = "[redacted]"


class Redaction(logging.Filter):
    """Replaces secrets in the message and in the traceback of a record; lets every record pass."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place."""
        try:
            record.msg = self.redact(record.getMessage())
        except (TypeError, ValueError):  # a filter must not raise into the code that logs
            record.msg = f"unreadable record of {record.name}"
        record.args = None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.redact(record.exc_text)
        return True

    def redact(self, text: str) -> str:
        """The text without any secret."""
        for secret in self._secrets:
            text = text.replace(secret, REDACTED)
        return text


def keep_out_of_logs(*secrets: str) -> None:
    """Redact these in all that the root handlers write, and silence the libraries that log URLs and messages."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler())
    for handler in root.handlers:
        handler.addFilter(Redaction(secrets))
    for chatty in ("httpx", "httpcore"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # PTB logs whole bodies, people's words included, at ERROR; its errors are translated and logged by us.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)

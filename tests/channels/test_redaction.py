"""The bot token never reaches a log, whichever library writes it."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.channels.redaction import keep_out_of_logs

TOKEN = "123456789:AAFakeTokenOfTheTestServer-abcdefgh"
LOGGERS = (
    "httpx",
    "httpcore.connection",
    "telegram.Bot",
    "telegram.ext.AIORateLimiter",
    "asyncio",
    "bot",
    "uvicorn.error",
)


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the root handlers write, at the most talkative level."""
    stream, root = io.StringIO(), logging.getLogger()
    handlers, level = root.handlers, root.level
    levels = {name: logging.getLogger(name).level for name in ("httpx", "httpcore", "telegram")}
    root.handlers, root.level = [logging.StreamHandler(stream)], logging.DEBUG
    keep_out_of_logs(TOKEN, "")
    yield stream
    root.handlers, root.level = handlers, level
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.mark.parametrize("name", LOGGERS)
def test_no_logger_writes_the_token(written: io.StringIO, name: str) -> None:
    logger = logging.getLogger(name)
    logger.error("POST https://api.telegram.org/bot%s/sendMessage", TOKEN)
    try:
        raise RuntimeError(f"The token `{TOKEN}` was rejected")
    except RuntimeError:
        logger.exception("failed with %s", TOKEN)
    assert TOKEN not in written.getvalue()
    assert name.startswith("telegram") or "[redacted]" in written.getvalue()


def test_requests_are_not_logged_at_all(written: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot/getUpdates")
    assert written.getvalue() == ""


def test_other_words_are_left_as_they_are(written: io.StringIO) -> None:
    logging.getLogger("bot").warning("%d messages, %s", 3, "sent")
    assert written.getvalue() == "3 messages, sent\n"


def test_a_badly_formed_record_does_not_disturb_who_logs_it(written: io.StringIO) -> None:
    logging.getLogger("bot").warning("%d messages", "three")
    assert written.getvalue() == "unreadable record of bot\n"

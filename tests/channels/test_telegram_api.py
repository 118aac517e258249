"""Errors of python-telegram-bot, said in our words; none is forgotten."""

import inspect
import io
import zipfile
from typing import Any

import httpx
import pytest
import telegram.error
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.channels.sending import (
    Misconfigured,
    Moved,
    Refused,
    RetryLater,
    SendingFailed,
    Uncertain,
    Unreached,
    Unwelcome,
)
from bot.channels.telegram_api import AnotherPoller, as_file, translate
from bot.dialogue.messages import Document


def caused_by(error: TelegramError, cause: Exception) -> TelegramError:
    """As python-telegram-bot raises it."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (telegram.error.RetryAfter(7), RetryLater),
        (telegram.error.ChatMigrated(-1007), Moved),
        (telegram.error.Forbidden("Forbidden: bot was blocked by the user"), Unwelcome),
        (telegram.error.InvalidToken(), Misconfigured),
        (telegram.error.Conflict("Conflict"), AnotherPoller),
        (BadRequest("Chat not found"), Unwelcome),
        (BadRequest("Can't parse entities"), Refused),
        (NetworkError("Internal Server Error"), Unreached),
        (caused_by(NetworkError("Bad Gateway"), TelegramError("Invalid server response")), Unreached),
        (caused_by(NetworkError("…"), httpx.ConnectError("refused")), Unreached),
        (caused_by(TimedOut(), httpx.ConnectTimeout("…")), Unreached),
        (caused_by(TimedOut(), httpx.PoolTimeout("…")), Unreached),
        (caused_by(TimedOut(), httpx.ReadTimeout("…")), Uncertain),
        (caused_by(TimedOut(), httpx.WriteTimeout("…")), Uncertain),
        (caused_by(NetworkError("…"), httpx.ReadError("reset")), Uncertain),
        (caused_by(NetworkError("…"), httpx.RemoteProtocolError("cut")), Uncertain),
        (TelegramError("Invalid server response"), Uncertain),
    ],
)
def test_each_error_says_what_it_means_for_the_message(error: TelegramError, expected: type[SendingFailed]) -> None:
    assert type(translate(error)) is expected


def test_a_cut_is_told_from_a_silence() -> None:
    cut = translate(caused_by(NetworkError("…"), httpx.ReadError("reset")))
    silence = translate(caused_by(TimedOut(), httpx.ReadTimeout("…")))
    assert (cut.cut, silence.cut) == (True, False)  # type: ignore[attr-defined]


def test_every_error_of_the_library_is_translated() -> None:
    kinds = [kind for _, kind in inspect.getmembers(telegram.error, inspect.isclass) if issubclass(kind, TelegramError)]
    made: dict[type[TelegramError], Any] = {telegram.error.RetryAfter: 1, telegram.error.ChatMigrated: 1}
    assert len(kinds) >= 11
    for kind in kinds:
        assert isinstance(translate(kind(made.get(kind, "…"))), SendingFailed)


def test_a_document_that_telegram_would_refuse_goes_as_a_zip_file() -> None:
    small = as_file(Document(name="données.json", content="{}"))
    assert (small.filename, small.input_file_content) == ("données.json", b"{}")
    large = as_file(Document(name="données.json", content="é" * 25_000_000))
    assert large.filename == "données.json.zip"
    with zipfile.ZipFile(io.BytesIO(large.input_file_content)) as archive:
        assert archive.read("données.json") == ("é" * 25_000_000).encode()

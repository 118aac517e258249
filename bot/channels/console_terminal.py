"""The real terminal: line editing and history where there is one, plain lines in a pipe."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.channels.console import Terminal
from bot.channels.console_text import Look

MOST_REMEMBERED = 500  # lines


@contextmanager
def open_terminal(home: Path) -> Iterator[Terminal]:
    """This process' terminal; typed lines are remembered in `home/chat_history` (mode 600) between two talks."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Terminal(read=_read_piped, write=_write)
        return
    import readline  # here, not above: it takes the terminal over

    history = home / "chat_history"
    if history.exists():
        readline.read_history_file(history)
    look = Look(width=shutil.get_terminal_size().columns, styled=True)
    try:
        yield Terminal(read=_read_typed, write=_write, forget=readline.clear_history, look=look, interactive=True)
    finally:
        home.mkdir(parents=True, exist_ok=True)
        history.touch(mode=0o600)
        readline.set_history_length(MOST_REMEMBERED)
        readline.write_history_file(history)


def _read_typed(prompt: str) -> str:
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        _write("")  # what follows starts on a line of its own
        raise


def _read_piped(_prompt: str) -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _write(lines: str) -> None:
    sys.stdout.write(lines + "\n")
    sys.stdout.flush()

"""Who holds a lease: a process names itself, so that the next one on this machine can tell whether it still lives."""

import os
import secrets
from functools import cache


def new_token() -> str:
    """A token that nobody else has, and that says which process took it."""
    return f"{_this_life()}.{secrets.token_hex(6)}"


def is_dead(token: str) -> bool:
    """Whether the process that took this token is gone; one with our number is an earlier life of ours."""
    life, _, _ = token.rpartition(".")
    if life == _this_life():
        return False
    process = int(life.partition(".")[0])
    return process == os.getpid() or not _runs(process)


@cache
def _this_life() -> str:
    return f"{os.getpid()}.{secrets.token_hex(6)}"


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

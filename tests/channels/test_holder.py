"""Leases of the dead are recognised."""

import os
import subprocess
import sys

from bot.channels.holder import is_dead, new_token


def test_our_own_leases_are_alive() -> None:
    assert not is_dead(new_token())


def test_tokens_are_all_different() -> None:
    assert new_token() != new_token()


def test_a_process_that_ended_is_dead() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert is_dead(f"{ended.pid}.abc.def")


def test_an_earlier_life_with_our_number_is_dead() -> None:
    assert is_dead(f"{os.getpid()}.earlier.def")


def test_another_living_process_is_alive() -> None:
    assert not is_dead(f"{os.getppid()}.abc.def")

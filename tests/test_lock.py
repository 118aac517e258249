"""The lock files: complete, and without the gigabytes of CUDA that a careless lock brings."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def _locked(name: str) -> set[str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return {match[1] for line in lines if (match := re.match(r"([a-z0-9._-]+)==\S+$", line))}


def _wanted(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=! ]", requirement)[0].lower().replace("_", "-") for requirement in requirements}


def test_every_dependency_is_pinned() -> None:
    assert _wanted(PROJECT["dependencies"]) - _locked("requirements.lock") == set()
    assert _wanted(PROJECT["optional-dependencies"]["dev"]) - _locked("requirements-dev.lock") == set()


def test_what_develops_has_what_runs() -> None:
    assert _locked("requirements.lock") - _locked("requirements-dev.lock") == set()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_no_cuda_and_no_local_build_is_pinned(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "nvidia" not in text
    assert not re.search(r"==\S*\+", text)

"""The README is true: every setting, every command and every file stands in it."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from bot.__main__ import app
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def _commands(command: Any, path: str = "relais") -> list[str]:
    if not hasattr(command, "commands"):
        return [path]
    return [found for name, part in command.commands.items() for found in _commands(part, f"{path} {name}")]


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_each_setting_stands_in_the_readme(name: str) -> None:
    assert f"`RELAIS_{name.upper()}`" in README


@pytest.mark.parametrize("command", _commands(typer.main.get_command(app)))
def test_each_command_stands_in_the_readme(command: str) -> None:
    assert command in README


@pytest.mark.parametrize("room", ["bot", "ingest"])
def test_each_source_file_stands_in_the_tree(room: str) -> None:
    files = {
        path.stem for path in (ROOT / room).rglob("*.py") if path.name != "__init__.py" and "versions" not in path.parts
    }
    missing = {stem for stem in files if not re.search(rf"\b{stem}\b", README)}
    assert missing == set()

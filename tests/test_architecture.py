"""The house: what the talking side loads, and who may import what (import-linter holds the rest)."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ("torch", "sentence_transformers", "chromadb", "langchain", "langchain_core", "telegram", "numpy", "ingest")
DOORS = {
    "telegram": ("bot/channels/telegram_api.py", "bot/channels/telegram_sender.py"),
    "chromadb": ("bot/search/vectors.py",),
    "sentence_transformers": ("bot/search/hub.py",),
    "langchain": ("bot/answers/generation.py",),
    "alembic": ("bot/store/",),
    "sqlalchemy": ("bot/store/",),
    "starlette": ("bot/desk/", "bot/channels/web", "bot/commands/serving.py"),
    "aiosmtplib": ("bot/desk/notices/mail.py",),
    "pygal": ("bot/desk/plots.py",),
    "httpx": (
        "bot/desk/notices/webhook.py",
        "bot/intake/registry.py",
        "bot/channels/telegram_api.py",
        "bot/channels/telegram_files.py",
        "bot/search/vectors.py",
    ),  # beside two clients
    "uvicorn": ("bot/channels/web_server.py",),
    "pydantic_settings": ("bot/settings.py",),
    "openpyxl": ("ingest/reading/",),
    "pypdf": ("ingest/reading/",),
    "mammoth": ("ingest/reading/",),
}


@pytest.mark.slow
@pytest.mark.parametrize("module", ["bot.bootstrap", "bot.dialogue.engine", "bot.channels.worker", "bot.channels.web"])
def test_the_talking_side_loads_without_models_or_readers(module: str) -> None:
    code = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT).stdout)
    assert not set(HEAVY) & {name.split(".")[0] for name in loaded}


@pytest.mark.parametrize(("library", "doors"), DOORS.items())
def test_each_outside_library_has_one_door(library: str, doors: tuple[str, ...]) -> None:
    imported = re.compile(rf"^\s*(?:import|from) {library}\b", re.MULTILINE)
    sources = [path for room in ("bot", "ingest") for path in (ROOT / room).rglob("*.py")]
    importers = {path.relative_to(ROOT).as_posix() for path in sources if imported.search(path.read_text("utf-8"))}
    assert importers, f"nothing imports {library}: take it out of this list"
    assert {path for path in importers if not path.startswith(doors)} == set()


def test_packages_are_empty_at_their_door() -> None:
    filled = [path for room in ("bot", "ingest") for path in (ROOT / room).rglob("__init__.py") if path.read_text()]
    assert filled == []

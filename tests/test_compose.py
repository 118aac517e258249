"""The compose file: no container engine is here, so its shape and its commands are held against what runs outside."""

from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from bot.__main__ import app
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
SERVICE_KEYS = {
    "build", "command", "depends_on", "env_file", "environment", "healthcheck", "image", "ports", "profiles", "restart",
    "stop_grace_period", "volumes",
}  # fmt: skip
CONDITIONS = {"service_started", "service_healthy", "service_completed_successfully"}


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_has_known_keys_and_something_to_start(name: str) -> None:
    service = SERVICES[name]
    assert set(service) <= SERVICE_KEYS
    assert "image" in service or "build" in service


@pytest.mark.parametrize("name", SERVICES)
def test_what_a_service_depends_on_and_mounts_exists(name: str) -> None:
    service = SERVICES[name]
    for other, how in service.get("depends_on", {}).items():
        assert other in SERVICES
        assert how["condition"] in CONDITIONS
        assert how["condition"] != "service_healthy" or "healthcheck" in SERVICES[other]
    for volume in service.get("volumes", ()):
        source = volume.partition(":")[0]
        assert source in COMPOSE["volumes"] or (ROOT / source).exists()


@pytest.mark.parametrize("name", [name for name, service in SERVICES.items() if service.get("image") == "relais"])
def test_its_commands_are_those_of_the_product(name: str) -> None:
    program, *arguments = SERVICES[name]["command"]
    assert program == "relais"
    command: Any = typer.main.get_command(app)
    while hasattr(command, "commands"):
        command = command.commands[arguments.pop(0)]
    assert command.make_context("relais", list(arguments)).command is command


@pytest.mark.parametrize("name", [name for name, service in SERVICES.items() if service.get("image") == "relais"])
def test_its_settings_are_known(name: str) -> None:
    known = {f"RELAIS_{field.upper()}" for field in Settings.model_fields}
    named = {key for key in SERVICES[name]["environment"] if key.startswith("RELAIS_")}
    assert named <= known


def test_the_image_is_not_run_by_root_and_is_watched() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    assert "\nUSER relais\n" in dockerfile
    assert "HEALTHCHECK" in dockerfile
    assert "/healthz" in dockerfile

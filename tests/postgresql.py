"""A PostgreSQL server of our own in a temporary folder, from the binaries of the machine."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

OPTIONS = ("fsync=off", "listen_addresses=", "max_connections=60", "shared_buffers=16MB", "log_min_messages=fatal")


def find_binaries() -> Path | None:
    """The newest folder that holds `initdb`, or None."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    found = next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)
    on_path = shutil.which("initdb")
    return found or (Path(on_path).parent if on_path else None)


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: become nobody."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@contextmanager
def running_server(binaries: Path) -> Iterator[str]:
    """Start a server; gives the folder of its socket, which is all that a URL needs."""
    folder = Path(tempfile.mkdtemp(prefix="relais-pg-"))
    who = _unprivileged()
    if who:
        os.chown(folder, who["user"], who["group"])
    cluster = folder / "cluster"
    initdb = [
        binaries / "initdb",
        "-D",
        cluster,
        "-U",
        "relais",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    ]
    subprocess.run([str(word) for word in initdb], check=True, capture_output=True, cwd=folder, **who)
    options = [part for option in (*OPTIONS, f"unix_socket_directories={folder}") for part in ("-c", option)]
    with subprocess.Popen([binaries / "postgres", "-D", cluster, *options], cwd=folder, **who) as server:
        try:
            _wait_until_ready(folder)
            yield str(folder)
        finally:
            server.terminate()
            server.wait(timeout=20)
            shutil.rmtree(folder, ignore_errors=True)


def _wait_until_ready(folder: Path) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            psycopg.connect(f"host={folder} user=relais dbname=postgres").close()
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def create_database(socket_folder: str, name: str, template: str = "template1") -> str:
    """Create a database and give its URL."""
    with psycopg.connect(f"host={socket_folder} user=relais dbname=postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return f"postgresql://relais@/{name}?host={socket_folder}"

"""`relais run` as a process of its own on the fake Telegram, killed and started again as a test likes."""

import os
import subprocess
import sys
from pathlib import Path

from tests.telegram_server.server import TOKEN, FakeTelegram

RELAIS = Path(sys.executable).parent / "relais"
FICTITIOUS = Path(__file__).parents[1] / "fictitious"


class Life:
    """One home through all its lives, with its log beside it."""

    def __init__(self, home: Path, server: FakeTelegram) -> None:
        self.log = home.parent / "log.txt"
        self._environment = {
            **os.environ,
            "RELAIS_HOME": str(home),
            "RELAIS_KNOWLEDGE": str(FICTITIOUS),
            "RELAIS_TELEGRAM_TOKEN": TOKEN,
            "RELAIS_TELEGRAM_API_URL": server.url,
            "RELAIS_HTTP_PORT": "0",
            "RELAIS_REGISTRY_URL": "",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen([RELAIS, "run"], env=self._environment, stdout=log, stderr=log)

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()

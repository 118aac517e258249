"""In the background: applications whose number the company register could not be asked about are checked again."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from threading import Event, Thread

import structlog

from bot.intake.companies import LookedUp, Standing
from bot.intake.finding import found_by
from bot.intake.showing import show
from bot.store import applications, registry_checks
from bot.store.database import Database
from bot.store.registry_checks import DueCheck

CONFIRMED = "Vérifié au registre public des entreprises."  # the reason in the file, which staff read
EVERY = 30.0  # seconds between two looks at what is due
_PAUSES = tuple(map(timedelta, (0, 0, 0, 1, 1, 2, 3), (1_800, 7_200, 43_200, 0, 0, 0, 0)))
"""After each failure; a week in all, in which a new company comes into the register."""

log = structlog.get_logger()


class RegistryAgain:
    """Asks from `start` to `stop`; several processes may do it side by side. No transaction is open while it asks."""

    def __init__(
        self,
        database: Database,
        look_up: Callable[[str], LookedUp],
        clock: Callable[[], datetime],
        every: float = EVERY,
    ) -> None:
        self._database, self._look_up, self._clock, self._every = database, look_up, clock, every
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="registry-again", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Let the look-up under way end, then return."""
        self._stopping.set()
        self._thread.join(5.0)

    def check_once(self) -> bool:
        """Ask about one number that is due; False when there is none."""
        with self._database.transaction() as session:
            check = registry_checks.claim(session, self._clock())
        if check is None:
            return False
        self._settle(check, self._look_up(check.number))
        return True

    def _settle(self, check: DueCheck, found: LookedUp) -> None:
        now = self._clock()
        with self._database.transaction() as session:
            if found.settles:
                values = {key: (value, show(key, value)) for key, value in found.values.items() if key != "company"}
                fields = registry_checks.confirm(session, check, values, CONFIRMED, now)
                if fields is not None:
                    applications.index(session, check.reference, **asdict(found_by(check.reference, fields)))
            elif found.standing in (Standing.CEASED, Standing.OFF) or check.attempts >= len(_PAUSES):
                registry_checks.drop(session, check)
            else:
                registry_checks.postpone(session, check, now + _PAUSES[check.attempts])

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                while self.check_once() and not self._stopping.is_set():
                    pass
            except Exception as error:  # the edge: the database may be away for a while
                log.error("registry_again_stumbled", kind=type(error).__name__)
            self._stopping.wait(self._every)

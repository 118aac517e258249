"""Slows guessing of passwords down, by account and address together, so that nobody can lock somebody else out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.desk import tokens
from bot.store import login_attempts
from bot.store.database import Database

MOST = 10  # tries of one account from one address
MOST_OF_ADDRESS = 60  # tries of whatever account from one address
WINDOW = timedelta(minutes=15)
ANY = "*"  # stands for all accounts of an address


@dataclass(frozen=True, kw_only=True)
class Source:
    """Who tries: a browser known to the account counts by itself, apart from its address."""

    email: str
    address: str
    known_device: str = ""  # the device's own token once its proof was checked

    @property
    def keys(self) -> tuple[str, str]:
        """Account and address as hashes."""
        place = f"device {self.known_device}" if self.known_device else f"address {self.address}"
        return tokens.digest(f"account {self.email.lower()}"), tokens.digest(place)


@dataclass(frozen=True, kw_only=True)
class Throttle:
    """Counts in the database: replicas share it."""

    database: Database
    clock: Callable[[], datetime]

    def allows(self, source: Source) -> bool:
        """Note a try and say whether its password may be looked at."""
        account, address = source.keys
        now = self.clock()
        with self.database.transaction() as session:
            login_attempts.forget_old(session, now - WINDOW)
            login_attempts.add(session, account, address, now)
            of_account = login_attempts.count(session, account, address, now - WINDOW)
            if not source.known_device:
                login_attempts.add(session, ANY, address, now)
            of_address = login_attempts.count(session, ANY, address, now - WINDOW)
        return of_account <= MOST and of_address <= MOST_OF_ADDRESS

    def forget(self, source: Source) -> None:
        """The password was right."""
        account, address = source.keys
        with self.database.transaction() as session:
            login_attempts.forget(session, account, address)

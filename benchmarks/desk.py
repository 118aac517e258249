"""How fast the desk answers with 20,000 applications, page by page.

    python -m benchmarks.desk [COUNT]

Invented applications on SQLite, and on PostgreSQL where its server is installed. Each request goes through the whole
application (session, filters, templates) without a network. Times on the clock mean something on a machine that does
nothing else; those of our own processor (with SQLite in it, without the PostgreSQL server) on any.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from benchmarks.desk_seed import seed
from bot.store.database import Database
from bot.store.tables import ApplicationRow, Role
from tests.desk.house import Clock, DeskHouse
from tests.postgresql import create_database, find_binaries, running_server

ROUNDS = 30
GOAL = 100  # ms, p95


def measured(request: Callable[[], Any]) -> tuple[list[float], list[float]]:
    """Milliseconds of each of `ROUNDS` requests, after three to warm up: on the clock, and of our processor."""
    for _ in range(3):
        request()
    clock, processor = [], []
    for _ in range(ROUNDS):
        begun, worked = time.perf_counter(), time.process_time()
        request()
        clock.append((time.perf_counter() - begun) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    return clock, processor


def p95(times: list[float]) -> float:
    """What nineteen of twenty do not exceed."""
    return statistics.quantiles(times, n=20)[18]


def first_piece(browser: Any, path: str) -> None:
    """Until the first bytes of an answer are there."""
    with browser.client.stream("GET", f"/guichet{path}") as answer:
        next(answer.iter_raw())
        assert answer.status_code == 200


def requests(house: DeskHouse) -> Iterator[tuple[str, Callable[[], Any]]]:
    """What is measured, by name."""
    adviser, everywhere = house.signed_in(Role.ADVISER), house.signed_in(Role.ADMINISTRATOR)
    with house.database.reading() as session:
        newest = session.scalars(select(ApplicationRow).order_by(ApplicationRow.id.desc()).limit(1)).one()
        own = session.scalars(select(ApplicationRow).where(ApplicationRow.region == "BFC").limit(1)).one()
        rare = newest.fields["description"].split("interne : ")[1].rstrip(".").split()
        phone = newest.fields["phone"][-6:]

    def page(browser: Any, path: str) -> Callable[[], Any]:
        def ask() -> None:
            answer = browser.get(path)
            assert answer.status_code == 200, (path, answer.status_code)

        return ask

    yield "sign-in page (no query)", page(house.browser(), "/connexion")
    yield "inbox, own region", page(adviser, "/")
    yield "inbox, all regions", page(everywhere, "/")
    yield "inbox, every status", page(everywhere, "/?etat=toutes")
    yield "inbox, by company", page(everywhere, "/?etat=toutes&tri=company")
    yield "inbox, page 400", page(everywhere, "/?etat=toutes&page=400")
    yield "filter: need", page(everywhere, "/?etat=toutes&besoin=site")
    yield (
        "filter: four at once",
        page(everywhere, "/?etat=toutes&besoin=funding&avancement=idea&region=BFC&departement=70"),
    )
    yield "filter: waiting 7 days", page(everywhere, "/?anciennete=7j")
    yield "filter: to be checked", page(everywhere, "/?etat=toutes&verifier=1")
    yield "search: one rare word", page(everywhere, f"/?etat=toutes&q={rare[0]}")
    yield "search: two rare words", page(everywhere, f"/?etat=toutes&q={rare[1]}+{rare[2]}")
    yield "search: common word", page(everywhere, "/?etat=toutes&q=production")
    yield "search: accents", page(everywhere, "/?etat=toutes&q=C%C3%A9ramique+si%C3%A8ges")
    yield "search: a letter", page(everywhere, "/?etat=toutes&q=a")
    yield "search: end of a phone", page(everywhere, f"/?etat=toutes&q={phone}")
    yield "search: nothing found", page(everywhere, "/?etat=toutes&q=zzzzzz")
    yield "file", page(adviser, f"/dossiers/{own.reference}")
    yield "board, own region", page(adviser, "/tableau")
    yield "board, all regions", page(everywhere, "/tableau")
    yield "board, since the beginning", page(everywhere, "/tableau?periode=tout")
    for plot in ("attente", "mois", "parcours", "besoins", "regions"):
        yield f"plot: {plot}", page(everywhere, f"/tableau/{plot}.svg")
    yield "CSV export, first bytes", lambda: first_piece(everywhere, "/export.csv?etat=toutes")


def settle(database: Database) -> None:
    """What a database does by itself in the hours after so many rows."""
    with database.engine.connect() as connection:
        if database.is_sqlite:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))


def measure(name: str, url: str, count: int) -> bool:
    """Seed, measure and print; whether all pages hold the goal."""
    with closing(Database(url)) as database:
        database.migrate()
        clock = Clock(datetime.now(UTC))
        house = DeskHouse(database, clock)
        staff = tuple(house.member(name=f"Alix {family}").id for family in ("Moreau", "Petit", "Roy"))
        begun = time.perf_counter()
        seed(database, count, clock.now, staff=staff)
        settle(database)
        print(f"\n{name}, {count:,} applications (seeded in {time.perf_counter() - begun:.0f} s)")
        print(f"{'':28s} {'p50 ms':>8s} {'p95 ms':>8s} {'CPU p95':>8s}")
        held = True
        for what, request in requests(house):
            times, processor = measured(request)
            figures = f"{statistics.median(times):8.1f} {p95(times):8.1f} {p95(processor):8.1f}"
            held &= p95(times) < GOAL
            print(f"{what:28s} {figures}{'' if p95(times) < GOAL else '  !'}", flush=True)
    return held


@contextmanager
def databases() -> Iterator[Iterator[tuple[str, str]]]:
    """Name and URL of each database that can be had here."""
    with tempfile.TemporaryDirectory() as folder:

        def each() -> Iterator[tuple[str, str]]:
            yield "SQLite", f"sqlite:///{Path(folder) / 'relais.db'}"
            if binaries := find_binaries():
                with running_server(binaries) as socket_folder:
                    yield "PostgreSQL", create_database(socket_folder, "desk")

        yield each()


def main() -> None:
    """Print the table of each database."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with databases() as found:
        held = [measure(name, url, count) for name, url in found]
    print(f"\nEvery page under {GOAL} ms p95: {'yes' if all(held) else 'no'}")


if __name__ == "__main__":
    main()

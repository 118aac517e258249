"""`relais knowledge`: check, publish, look back, go back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.answers.library import examining
from bot.answers.types import Answer, Context
from bot.catalogue.catalogue import Catalogue
from bot.search.embedding import Embedder
from bot.search.vectors import Vectors
from bot.search.weights import Weights
from bot.store.database import Database
from ingest import golden, history
from ingest.checking.check import Progress, check
from ingest.console import (
    print_difference,
    print_json,
    print_published,
    print_releases,
    print_report,
    progress_bar,
)
from ingest.golden import GoldenFailure
from ingest.releasing import Published, publish


@dataclass(frozen=True, kw_only=True)
class Shop:
    """What publishing needs, built from the settings by whoever calls; the embedder is loaded when first needed."""

    folder: Path
    database: Database
    home: Path
    chroma_url: str
    embedder: Callable[[], Embedder]


def check_folder(folder: Path, today: date, *, as_json: bool) -> bool:
    """Read and check, change nothing; whether everything may be published."""
    with progress_bar() as progress:
        report = check(folder, today, progress)
    if as_json:
        print_json(report.to_json())
    else:
        print_report(report)
    return not report.has_errors


def release(shop: Shop, note: str, now: datetime, *, force: bool = False) -> None:
    """Publish the folder and say what is served now; raises ReleaseRefused."""
    with progress_bar() as progress:
        published = _published(shop, note, now, progress, force=force)
    print_published(published)


def _published(shop: Shop, note: str, now: datetime, progress: Progress, *, force: bool) -> Published:
    embedder = shop.embedder()

    def examine(catalogue: Catalogue, vectors: Vectors, weights: Weights) -> list[GoldenFailure]:
        answerer = examining(catalogue, vectors, embedder, weights)

        def ask(question: str) -> Answer:
            return answerer.answer(question, Context(), now.date())

        return golden.run(catalogue.golden, ask)

    return publish(
        folder=shop.folder,
        database=shop.database,
        home=shop.home,
        chroma_url=shop.chroma_url,
        embedder=embedder,
        note=note,
        now=now,
        examine=examine,
        progress=progress,
        force=force,
    )


def publish_first(shop: Shop, now: datetime) -> None:
    """Publish the folder when nothing is published yet, as the first start does."""
    if history.list_releases(shop.database):
        return
    print(f"Première publication de « {shop.folder} »…", flush=True)
    with progress_bar() as progress:
        published = _published(shop, "première publication", now, progress, force=False)
    print(f"Version {published.release} en service : {published.records} fiches, {published.passages} extraits.")


def list_all(shop: Shop) -> None:
    """Every release, the latest first."""
    print_releases(history.list_releases(shop.database))


def diff(shop: Shop, today: date, older: str, newer: str) -> None:
    """What publishing now would change, or what changed between two releases."""
    if older and newer:
        print_difference(history.between(shop.database, older, newer))
        return
    with progress_bar() as progress:
        difference = history.pending(shop.database, shop.folder, today, progress)
    print_difference(difference)


def back(shop: Shop, now: datetime, release_id: str) -> None:
    """Serve an older release again."""
    print(f"Version {history.back(shop.database, now, release_id or None)} en service.")


def passages(shop: Shop, *, as_json: bool) -> None:
    """Every passage of the live release as indexed."""
    for passage in history.passages(shop.database):
        if as_json:
            print_json(passage)
        else:
            places = (passage["section"], passage["page"], passage["sheet"], passage["row"])
            where = ", ".join(str(place) for place in places if place is not None)
            print(f"— {passage['file']}{f' ({where})' if where else ''}\n{passage['text']}\n")

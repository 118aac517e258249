"""`relais applications`: what was sent, from a shell."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.catalogue.formats import day
from bot.catalogue.places import find_region, region_of
from bot.errors import UsageError
from bot.intake.export import Exported, to_csv, to_xlsx
from bot.intake.life import STATUS_NAMES
from bot.store.applications import SentApplication, list_applications
from bot.store.database import Database


def read_applications(database: Database, region: str) -> tuple[SentApplication, ...]:
    """Those of one region (any way of naming it), or all when it is empty; raises UsageError for an unknown one."""
    known = find_region(region) if region else None
    if region and not known:
        raise UsageError(f"Région inconnue : « {region} ». Écrivez par exemple BFC, HDF, IDF ou NOR.")
    with database.reading() as session:
        return list_applications(session, known.code if known else None)


def print_applications(found: tuple[SentApplication, ...]) -> None:
    """A table, or a sentence when there is none."""
    if not found:
        print("Aucune candidature pour l'instant.")
        return
    table = Table("Référence", "Statut", "Région", "Entreprise", "Envoyée le")
    for application in found:
        region = region_of(application.region)
        sent = day(application.submitted_at.date())
        name = region.name if region else application.region
        table.add_row(application.reference, STATUS_NAMES[application.status], name, application.company or "—", sent)
    Console().print(table)


def export_applications(found: tuple[SentApplication, ...], path: Path) -> None:
    """Write a .csv or .xlsx file; raises UsageError for another ending or a folder that cannot be written."""
    writers = {".csv": to_csv, ".xlsx": to_xlsx}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise UsageError(f"« {path.name} » doit finir par .csv ou .xlsx.")
    try:
        path.write_bytes(writer(Exported(application=each) for each in found))
    except OSError as error:
        raise UsageError(f"Impossible d'écrire « {path} » : vérifiez le dossier.") from error
    print(f"{len(found)} candidature(s) dans {path}")

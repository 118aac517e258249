"""The operations of the live release, by which the desk reads what staff type and offers a filter."""

from bot.answers.concepts import Thesaurus
from bot.catalogue.folding import flat
from bot.catalogue.models import Operation
from bot.intake.operations import NamesIn
from bot.store import listing, releases
from bot.store.database import Session


def vocabulary(session: Session) -> NamesIn:
    """Names of the operations in a text; of none while no release is served."""
    release = releases.live_release(session)
    rows = releases.bodies(session, release.id, "operation") if release else []
    return Thesaurus((), map(Operation.model_validate, rows)).operations_in


def choices(session: Session, region: str | None, chosen: str) -> list[tuple[str, str]]:
    """What applications of the region name, and the one chosen even if none does any more."""
    named = listing.facet_values(session, "operations", region)
    return [(name, name) for name in sorted({*named, *([chosen] if chosen else [])}, key=flat)]

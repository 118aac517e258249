"""After a turn: how far its draft came, for the funnel of the desk's board."""

from datetime import datetime

from bot.catalogue.formats import PARIS
from bot.catalogue.places import department_of
from bot.dialogue.effects import SubmitApplication
from bot.dialogue.turn import Turn
from bot.intake.progress import RECAP, SENT, further
from bot.store import draft_progress
from bot.store.database import Session


def note_step(session: Session, talk_id: int, turn: Turn, now: datetime) -> None:
    """Write the step down when the draft came further than ever; no word of it is kept."""
    found = _sent(turn) or _open(turn)
    if found is None:
        return
    draft_id, step, region = found
    if further(draft_progress.furthest(session, talk_id, draft_id), step):
        draft_progress.note(session, talk_id, draft_id, step, region, now.astimezone(PARIS).date())


def _sent(turn: Turn) -> tuple[str, str, str | None] | None:
    for effect in turn.effects:
        if isinstance(effect, SubmitApplication):
            return effect.idempotency_key.partition("/")[0], SENT, effect.region
    return None


def _open(turn: Turn) -> tuple[str, str, str | None] | None:
    draft = turn.state.draft
    if draft is None:
        return None
    department = department_of(str(draft.values.get("department") or ""))
    return draft.id, draft.step or RECAP, department.region_code if department else None

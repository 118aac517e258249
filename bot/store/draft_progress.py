"""How far drafts came, for the funnel of the board: one row a draft under a hash, with nothing that was said."""

import hashlib
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from bot.store.tables import DraftProgressRow


def furthest(session: Session, talk_id: int, draft_id: str) -> str | None:
    """The furthest step noted; None when the draft is new."""
    own = DraftProgressRow.draft_hash == _hash(talk_id, draft_id)
    return session.scalar(select(DraftProgressRow.furthest).where(own))


def note(session: Session, talk_id: int, draft_id: str, step: str, region: str | None, today: date) -> None:
    """This is the furthest step now; a region that was known stays known."""
    values = {"draft_hash": _hash(talk_id, draft_id), "begun_on": today, "furthest": step, "region": region}
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    insert = dialect.insert(DraftProgressRow).values(values)
    known = func.coalesce(insert.excluded.region, DraftProgressRow.region)
    session.execute(
        insert.on_conflict_do_update(
            index_elements=[DraftProgressRow.draft_hash],
            set_={"furthest": insert.excluded.furthest, "region": known},
        )
    )


def count(session: Session, region: str | None, since: date) -> dict[str, int]:
    """How many drafts begun since then ended at each step, as far as they came."""
    counted = select(DraftProgressRow.furthest, func.count()).where(DraftProgressRow.begun_on >= since)
    if region:
        counted = counted.where(DraftProgressRow.region == region)
    return dict(session.execute(counted.group_by(DraftProgressRow.furthest)).all())


def _hash(talk_id: int, draft_id: str) -> str:
    return hashlib.sha256(f"draft {talk_id}/{draft_id}".encode()).hexdigest()

"""Drafts as the daily job sees them, and their one move to another talk by a code."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from bot.store import attachments
from bot.store.tables import OpenDraftRow, ResumeLinkRow, TalkRow


@dataclass(frozen=True, kw_only=True)
class DraftSeen:
    """What of a draft matters here."""

    id: str
    step: str | None
    stopped: bool


@dataclass(frozen=True, kw_only=True)
class DueDraft:
    """A draft that something is due for; `state` is its talk's."""

    id: str
    talk_id: int
    state: dict[str, Any]
    touched_at: datetime


@dataclass(frozen=True, kw_only=True)
class Link:
    """A code as it stands."""

    id: int
    talk_id: int
    draft_id: str
    expires_at: datetime


def note(session: Session, talk_id: int, draft: DraftSeen | None, now: datetime) -> None:
    """After a turn: the draft of the talk as it stands now, or that there is none any more."""
    others = delete(OpenDraftRow).where(OpenDraftRow.talk_id == talk_id)
    if draft is None:
        session.execute(others)
        return
    session.execute(others.where(OpenDraftRow.draft_id != draft.id))
    row = session.get(OpenDraftRow, draft.id)
    if row is None:
        row = OpenDraftRow(draft_id=draft.id, talk_id=talk_id, begun_at=now)
        session.add(row)
    row.talk_id, row.step, row.stopped, row.touched_at, row.warned_at = talk_id, draft.step, draft.stopped, now, None
    session.flush()


def to_remind(session: Session, before: datetime) -> list[DueDraft]:
    """Drafts left since then that were neither stopped nor reminded of, of people who can be reached."""
    due = _with_talk().where(
        OpenDraftRow.touched_at <= before,
        OpenDraftRow.reminded_at.is_(None),
        OpenDraftRow.stopped.is_(False),
        TalkRow.blocked_at.is_(None),
    )
    return _due(session, due)


def to_warn(session: Session, before: datetime) -> list[DueDraft]:
    """Drafts left since then whose removal was not announced."""
    return _due(session, _with_talk().where(OpenDraftRow.touched_at <= before, OpenDraftRow.warned_at.is_(None)))


def to_remove(session: Session, before: datetime, warned_before: datetime) -> list[DueDraft]:
    """Drafts left since then whose removal was announced long enough ago."""
    due = _with_talk().where(OpenDraftRow.touched_at <= before, OpenDraftRow.warned_at <= warned_before)
    return _due(session, due)


def mark_reminded(session: Session, draft_id: str, now: datetime) -> None:
    """Never again."""
    session.execute(update(OpenDraftRow).where(OpenDraftRow.draft_id == draft_id).values(reminded_at=now))


def mark_warned(session: Session, draft_id: str, now: datetime) -> None:
    """Its removal is announced."""
    session.execute(update(OpenDraftRow).where(OpenDraftRow.draft_id == draft_id).values(warned_at=now))


def remove(session: Session, due: DueDraft, now: datetime) -> bool:
    """Take the draft and its documents away, unless somebody works on its talk; False then, or when it changed."""
    talk = _idle_talk(session, due.talk_id, now)
    if talk is None:
        return False
    session.execute(delete(OpenDraftRow).where(OpenDraftRow.draft_id == due.id))
    if _draft_id(talk.state) != due.id:
        return False
    talk.state = {**talk.state, "draft": None}
    attachments.drop_waiting(session, due.talk_id)
    return True


def share(session: Session, talk_id: int, draft_id: str, code: str, now: datetime, expires_at: datetime) -> None:
    """Keep the hash of a code for the draft; earlier codes of it end."""
    earlier = delete(ResumeLinkRow).where(ResumeLinkRow.draft_id == draft_id, ResumeLinkRow.used_at.is_(None))
    session.execute(earlier)
    session.add(
        ResumeLinkRow(code_hash=_hash(code), talk_id=talk_id, draft_id=draft_id, created_at=now, expires_at=expires_at)
    )
    session.flush()


def find_link(session: Session, code: str) -> Link | None:
    """The code, ours until the transaction ends; None when it is unknown or used."""
    row = session.scalar(
        select(ResumeLinkRow)
        .where(ResumeLinkRow.code_hash == _hash(code), ResumeLinkRow.used_at.is_(None))
        .with_for_update()
    )
    if row is None:
        return None
    return Link(id=row.id, talk_id=row.talk_id, draft_id=row.draft_id, expires_at=row.expires_at)


def move(
    session: Session, link: Link, talk_id: int, now: datetime, opened: Callable[[dict[str, Any]], dict[str, Any]]
) -> dict[str, Any] | None:
    """Move the draft with its documents to this talk, `opened` there; gives it, or None when it is no longer open.

    A turn under way in the talk that it leaves loses its lease: what it found is thrown away and heard again without
    the draft, so that there are never two drivers.
    """
    source = session.scalar(select(TalkRow).where(TalkRow.id == link.talk_id).with_for_update())
    if source is None or _draft_id(source.state) != link.draft_id:
        return None
    target = session.get_one(TalkRow, talk_id, populate_existing=True)
    draft = opened(source.state["draft"])
    if _draft_id(target.state):  # it is replaced, its documents with it
        attachments.drop_waiting(session, talk_id)
    source.state = {**source.state, "draft": None}
    source.leased_by = source.leased_until = None
    target.state = {**target.state, "draft": draft}
    attachments.move_waiting(session, link.talk_id, talk_id)
    session.execute(delete(OpenDraftRow).where(OpenDraftRow.talk_id == talk_id, OpenDraftRow.draft_id != link.draft_id))
    moved = update(OpenDraftRow).where(OpenDraftRow.draft_id == link.draft_id)
    session.execute(moved.values(talk_id=talk_id, touched_at=now, stopped=False, warned_at=None))
    used = update(ResumeLinkRow).where(ResumeLinkRow.id == link.id)
    session.execute(used.values(used_at=now, used_by=talk_id))
    return draft


def is_linked(session: Session, talk_id: int) -> bool:
    """Whether a draft came from or went to another talk."""
    used = select(ResumeLinkRow.id).where(
        ResumeLinkRow.used_at.is_not(None), or_(ResumeLinkRow.talk_id == talk_id, ResumeLinkRow.used_by == talk_id)
    )
    return session.scalar(used.limit(1)) is not None


def _with_talk() -> Any:
    return select(OpenDraftRow, TalkRow.state).join(TalkRow, TalkRow.id == OpenDraftRow.talk_id)


def _due(session: Session, statement: Any) -> list[DueDraft]:
    rows = session.execute(statement.order_by(OpenDraftRow.touched_at)).all()
    return [
        DueDraft(id=row.draft_id, talk_id=row.talk_id, state=state, touched_at=row.touched_at) for row, state in rows
    ]


def _idle_talk(session: Session, talk_id: int, now: datetime) -> TalkRow | None:
    idle = or_(TalkRow.leased_until.is_(None), TalkRow.leased_until <= now)
    return session.scalar(select(TalkRow).where(TalkRow.id == talk_id, idle).with_for_update(skip_locked=True))


def _draft_id(state: dict[str, Any]) -> str | None:
    draft = state.get("draft")
    return str(draft["id"]) if draft else None


def _hash(code: str) -> str:
    return hashlib.sha256(f"resume {code}".encode()).hexdigest()

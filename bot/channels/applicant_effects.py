"""Carries out what a turn wants done with documents, corrections, letters and drafts, inside its transaction."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.dialogue.effects import (
    AnswerCorrection,
    CorrectionTaken,
    DraftTaken,
    KeepDocument,
    PlaceDocuments,
    Shared,
    ShareDraft,
    TakeDraft,
    Taken,
    TakeOutDocument,
    WriteToAdviser,
)
from bot.dialogue.state import Draft, TalkState, state_from_json, state_to_json
from bot.dialogue.telling import body, draft_taken_away
from bot.intake.correcting import answer_correction
from bot.store import applicants, attachments, channel_names, correspondence, drafts, life
from bot.store.applications import APPLICANT
from bot.store.attachments import NewDocument
from bot.store.database import Session
from bot.store.drafts import Link
from bot.store.life import Change
from bot.store.tables import Direction, TalkRow

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that is taken for something else
CODE_LENGTH = 8
CODE_LIFE = timedelta(hours=24)
ANSWERED = "answer"  # `what` of the event

DocumentEffect = KeepDocument | PlaceDocuments | TakeOutDocument
AdviserEffect = AnswerCorrection | WriteToAdviser


def apply_document(session: Session, talk_id: int, effect: DocumentEffect, now: datetime) -> None:
    """Keep, place or take out; what is said of it is said already."""
    match effect:
        case KeepDocument():
            new = NewDocument(
                sha256=effect.sha256,
                name=effect.name,
                kind=effect.kind,
                size=effect.size,
                message_id=int(effect.message_id),
            )
            attachments.add(session, talk_id, effect.reference, new, now)
        case PlaceDocuments():
            attachments.adopt(session, talk_id, effect.reference, now)
        case TakeOutDocument():
            attachments.take_out(session, talk_id, effect.document_id)


def apply_adviser(session: Session, talk_id: int, effect: AdviserEffect, now: datetime) -> CorrectionTaken | None:
    """Hand the desk what the applicant answers or writes."""
    if isinstance(effect, WriteToAdviser):
        _write(session, talk_id, effect, now)
        return None
    done = answer_correction(session, talk_id, effect.correction_id, effect.value, now, doubtful=effect.doubtful)
    if done is None:
        return CorrectionTaken()
    return CorrectionTaken(
        reference=done.reference,
        field=done.field,
        value=effect.value,
        doubtful=effect.doubtful,
        still_open=done.still_open,
    )


def share_draft(session: Session, talk_id: int, effect: ShareDraft, now: datetime, web: str) -> Shared:
    """A new code; the ones before it end."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    drafts.share(session, talk_id, effect.draft_id, code, now, now + CODE_LIFE)
    bot = channel_names.name_of(session, "telegram")
    return Shared(code=code, expires_at=now + CODE_LIFE, bot=bot, web=web)


def take_draft(session: Session, talk_id: int, effect: TakeDraft, now: datetime) -> DraftTaken:
    """Move the draft here and tell the talk that it left."""
    link = drafts.find_link(session, effect.code)
    if link is None or link.talk_id == talk_id or link.expires_at < now:
        return DraftTaken(result=_refusal(link, talk_id), talk_id=talk_id, at=now)
    moved = drafts.move(session, link, talk_id, now, _opened)
    if moved is None:
        return DraftTaken(result=Taken.GONE, talk_id=talk_id, at=now)
    language = state_from_json(session.get_one(TalkRow, link.talk_id).state).language or "fr"
    told = body(draft_taken_away(language))
    applicants.tell_talk(session, link.talk_id, key=f"moved:{link.id}", body=told, now=now)
    return DraftTaken(result=Taken.HERE_NOW, talk_id=talk_id, at=now, draft=_draft(moved))


def _refusal(link: Link | None, talk_id: int) -> Taken:
    if link is None:
        return Taken.UNKNOWN
    return Taken.HERE if link.talk_id == talk_id else Taken.EXPIRED


def _write(session: Session, talk_id: int, effect: WriteToAdviser, now: datetime) -> None:
    row = life.locked(session, effect.reference)
    if row is None or row.talk_id != talk_id:
        return
    correspondence.mark_read(session, row.id, Direction.TO_APPLICANT, now)
    correspondence.write(session, row.id, Direction.FROM_APPLICANT, APPLICANT, effect.text, now)
    life.note(session, row, Change(who=APPLICANT, what=ANSWERED), now)


def _opened(stored: dict[str, Any]) -> dict[str, Any]:
    """Ready to be gone on with; the buttons shown on the other device are stale."""
    draft = _draft(stored)
    opened = TalkState(draft=replace(draft, paused=False, version=draft.version + 1, answered=None))
    moved: dict[str, Any] = state_to_json(opened)["draft"]
    return moved


def _draft(stored: dict[str, Any]) -> Draft:
    draft = state_from_json({"draft": stored}).draft
    if draft is None:
        raise ValueError("no draft is stored")
    return draft

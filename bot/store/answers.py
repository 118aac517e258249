"""Answers as given, so that their sources open and their thumbs count."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.store.tables import AnswerRow, InboxRow


@dataclass(frozen=True, kw_only=True)
class NewAnswer:
    """An answer to keep; `body` is its JSON."""

    id: str
    talk_id: int
    question: str
    body: dict[str, Any]
    abstained: bool
    reason: str | None
    release: str


def add(session: Session, answer: NewAnswer, now: datetime) -> None:
    """Keep an answer."""
    session.add(
        AnswerRow(
            id=answer.id,
            talk_id=answer.talk_id,
            question=answer.question,
            body=answer.body,
            abstained=answer.abstained,
            reason=answer.reason,
            release=answer.release,
            created_at=now,
        )
    )
    session.flush()


def find(session: Session, talk_id: int, answer_id: str) -> dict[str, Any] | None:
    """The body of an answer given in this talk; another talk's is not found."""
    return session.scalar(select(AnswerRow.body).where(AnswerRow.id == answer_id, AnswerRow.talk_id == talk_id))


def count_by_model(session: Session, inbox_id: int, since: datetime) -> int:
    """For how many answers a chat model was asked since then, in the talk that this message belongs to."""
    talk = select(InboxRow.talk_id).where(InboxRow.id == inbox_id).scalar_subquery()
    writer = AnswerRow.body["written_by"].as_string()
    asked = select(func.count()).where(
        AnswerRow.talk_id == talk, AnswerRow.created_at >= since, writer.in_(("model", "rejected"))
    )
    return session.scalar(asked) or 0


def latest(session: Session, talk_id: int, limit: int) -> tuple[dict[str, Any], ...]:
    """The bodies of the last answers given in this talk, oldest first."""
    own = select(AnswerRow.body).where(AnswerRow.talk_id == talk_id)
    newest = session.scalars(own.order_by(AnswerRow.created_at.desc(), AnswerRow.id.desc()).limit(limit)).all()
    return tuple(reversed(newest))


def rate(session: Session, talk_id: int, answer_id: str, helpful: bool, now: datetime) -> None:
    """Keep the last thumb given to an answer of this talk."""
    own = update(AnswerRow).where(AnswerRow.id == answer_id, AnswerRow.talk_id == talk_id)
    session.execute(own.values(helpful=helpful, rated_at=now))

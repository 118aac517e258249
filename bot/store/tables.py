"""The tables: what must survive. One class a table; queries stand in the file of their subject."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

WAITING = text("done_at IS NULL")
Json = JSON().with_variant(JSONB(), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """Aware datetimes in UTC on every database; SQLite alone would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive datetimes, store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back aware UTC."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class Table(DeclarativeBase):
    """Parent of all tables."""

    type_annotation_map: ClassVar = {
        datetime: UtcDateTime,
        dict[str, Any]: Json,
        list[Any]: Json,
        str: Text,
        bytes: LargeBinary,
    }


class Delivery(StrEnum):
    """Life of an outbox row."""

    PENDING = "pending"
    SENT = "sent"
    DEAD = "dead"  # the channel will never take it: blocked, chat gone, refused


class TalkRow(Table):
    """One conversation; `state` is the dialogue's own, leased by at most one worker at a time."""

    __tablename__ = "talk"
    __table_args__ = (UniqueConstraint("channel", "address"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    address: Mapped[str] = mapped_column(String(128))  # Telegram chat id, hash of the web cookie, terminal user
    state: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    leased_by: Mapped[str | None] = mapped_column(String(64))
    blocked_at: Mapped[datetime | None]  # the person blocked the bot: nothing more is sent


class InboxRow(Table):
    """One message received, stored before it is acknowledged."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "update_key"),
        Index("inbox_by_talk", "talk_id", "id"),
        Index("inbox_waiting", "talk_id", "id", sqlite_where=WAITING, postgresql_where=WAITING),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    update_key: Mapped[str] = mapped_column(String(128))  # Telegram update id, web idempotency key
    talk_id: Mapped[int | None] = mapped_column(ForeignKey("talk.id", ondelete="CASCADE"))  # None = of no known talk
    body: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)  # times a worker took it, crashes included
    failures: Mapped[int] = mapped_column(default=0)  # times its turn raised an error
    retry_at: Mapped[datetime | None]
    failure: Mapped[str | None]  # kind of error, never a text of the person


class OutboxRow(Table):
    """One reply that waits or was sent; also the transcript that the web chat shows."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("idempotency_key"),
        Index("outbox_by_talk", "talk_id", "id"),
        Index("outbox_pending", "status", "talk_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    talk_id: Mapped[int] = mapped_column(ForeignKey("talk.id", ondelete="CASCADE"))
    inbox_id: Mapped[int | None] = mapped_column(ForeignKey("inbox.id", ondelete="SET NULL"))
    idempotency_key: Mapped[str] = mapped_column(String(128))  # inbox id and position of the reply
    body: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(16), default=Delivery.PENDING)
    created_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    parts_sent: Mapped[int] = mapped_column(default=0)  # a long reply goes out as several messages
    not_before: Mapped[datetime | None]
    leased_until: Mapped[datetime | None]
    leased_by: Mapped[str | None] = mapped_column(String(64))
    sent_at: Mapped[datetime | None]
    channel_message_id: Mapped[str | None] = mapped_column(String(64))
    failure: Mapped[str | None]


class AnswerRow(Table):
    """One answer as given, so that its sources open and its thumbs count for ever."""

    __tablename__ = "answer"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    talk_id: Mapped[int] = mapped_column(ForeignKey("talk.id", ondelete="CASCADE"), index=True)
    question: Mapped[str]
    body: Mapped[dict[str, Any]]
    abstained: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(String(32))
    release: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    helpful: Mapped[bool | None]
    rated_at: Mapped[datetime | None]


class CallRow(Table):
    """A person asked for a human being."""

    __tablename__ = "call"

    id: Mapped[int] = mapped_column(primary_key=True)
    talk_id: Mapped[int] = mapped_column(ForeignKey("talk.id", ondelete="CASCADE"), index=True)
    region: Mapped[str | None] = mapped_column(String(64))
    contact: Mapped[str | None]
    subject: Mapped[str]
    created_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]


class ApplicationStatus(StrEnum):
    """Life of an application once it is sent."""

    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    CORRECTION_ASKED = "correction_asked"
    SHORTLISTED = "shortlisted"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WORKSHOP = "workshop"
    COACHING = "coaching"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class ApplicationRow(Table):
    """One application (candidature) as sent; `fields` are the checked values by field key."""

    __tablename__ = "application"
    __table_args__ = (
        UniqueConstraint("reference"),
        UniqueConstraint("idempotency_key"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(32))
    idempotency_key: Mapped[str] = mapped_column(String(128))  # person, draft, version
    talk_id: Mapped[int | None] = mapped_column(ForeignKey("talk.id", ondelete="SET NULL"), index=True)
    region: Mapped[str] = mapped_column(String(64), index=True)
    department: Mapped[str | None] = mapped_column(String(3), index=True)
    company: Mapped[str | None]
    siren: Mapped[str | None] = mapped_column(String(9), index=True)
    status: Mapped[str] = mapped_column(String(24), index=True)
    fields: Mapped[dict[str, Any]]
    doubtful: Mapped[list[Any]]  # keys of the fields taken as typed, to be checked by a person
    consent: Mapped[str]  # version of the wording agreed to
    language: Mapped[str] = mapped_column(String(2))
    submitted_at: Mapped[datetime] = mapped_column(index=True)
    updated_at: Mapped[datetime]


class ApplicationEventRow(Table):
    """Who changed what in an application, when and why."""

    __tablename__ = "application_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(128))
    what: Mapped[str] = mapped_column(String(32))
    why: Mapped[str] = mapped_column(default="")


class ReferenceCounterRow(Table):
    """Last number given to an application of a region in a year."""

    __tablename__ = "reference_counter"

    region: Mapped[str] = mapped_column(String(8), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class ReleaseRow(Table):
    """One published version of the knowledge; never changed once complete."""

    __tablename__ = "release"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    created_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")
    complete: Mapped[bool] = mapped_column(default=False)
    embedding_model: Mapped[str] = mapped_column(String(200))
    dimension: Mapped[int]
    settings: Mapped[dict[str, Any]]  # weights and thresholds of the search, chosen by `relais evaluate`


class LivePointerRow(Table):
    """The one row that says which release is served."""

    __tablename__ = "live_pointer"

    id: Mapped[int] = mapped_column(primary_key=True)  # always 1
    release_id: Mapped[str | None] = mapped_column(ForeignKey("release.id"))
    moved_at: Mapped[datetime]


class ReleaseFileRow(Table):
    """One file of a release: what was read, or which older release its last good version comes from."""

    __tablename__ = "release_file"

    release_id: Mapped[str] = mapped_column(ForeignKey("release.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str] = mapped_column(String(400), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[str] = mapped_column(String(32))
    problems: Mapped[list[Any]]
    kept_from: Mapped[str | None] = mapped_column(String(64))  # release whose version of the file is served instead


class ReleaseRecordRow(Table):
    """One record (page, scheme, partner) or one vocabulary row, as JSON of its model."""

    __tablename__ = "release_record"

    release_id: Mapped[str] = mapped_column(ForeignKey("release.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))  # page, financement, partenaire, operation, terme, question
    path: Mapped[str] = mapped_column(String(400))
    body: Mapped[dict[str, Any]]


class ReleasePassageRow(Table):
    """One passage of a release, in reading order."""

    __tablename__ = "release_passage"

    release_id: Mapped[str] = mapped_column(ForeignKey("release.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    passage_id: Mapped[str] = mapped_column(String(64), index=True)
    body: Mapped[dict[str, Any]]


class EmbeddingRow(Table):
    """A vector (float32, little-endian bytes) by text hash and model, so that nothing is embedded twice."""

    __tablename__ = "embedding"

    text_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    model: Mapped[str] = mapped_column(String(200), primary_key=True)
    vector: Mapped[bytes]

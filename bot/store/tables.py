"""The tables: what must survive. One class a table; queries stand in the file of their subject."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    Date,
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
UNANNOUNCED = text("announced_at IS NULL")
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
        date: Date,
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
    WAITING_LIST = "waiting_list"  # would be accepted, the cohort has no seat left
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WORKSHOP = "workshop"
    COACHING = "coaching"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Origin(StrEnum):
    """Where the value of a field comes from."""

    SAID = "said"  # by the applicant, in answer to the form
    REGISTRY = "registry"  # the State's company register
    CHAT = "chat"  # found in what the applicant had told before
    DESK = "desk"  # typed by staff


class ApplicationRow(Table):
    """One application (candidature) as sent; `fields` are the checked values by field key."""

    __tablename__ = "application"
    __table_args__ = (
        UniqueConstraint("reference"),
        UniqueConstraint("idempotency_key"),
        Index("application_waiting", "updated_at", "id", "status"),
        Index("application_by_month", "submitted_at", "region", "status"),  # these three are for the board
        Index("application_of_region", "region", "submitted_at", "status"),
        Index("application_by_status", "status", "region", "updated_at"),
        Index("application_waiting_in_region", "region", "updated_at", "id", "status"),
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
    updated_at: Mapped[datetime]  # when the status last changed
    version: Mapped[int] = mapped_column(default=1, server_default="1")  # one more with each change whatsoever
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff_account.id"), index=True)
    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohort.id"), index=True)
    waiting_rank: Mapped[int | None]  # place on the cohort's waiting list, from 1
    origins: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")  # field key -> Origin; else said
    seen_at: Mapped[datetime | None]  # first opened at the desk
    company_key: Mapped[str] = mapped_column(String(200), default="", server_default="", index=True)  # folded name
    search: Mapped[str] = mapped_column(default="", server_default="")  # folded words; m0003 makes its index
    talk_excerpt: Mapped[list[Any] | None]  # the lines of the talk that the applicant agreed to hand over
    anonymised_at: Mapped[datetime | None]


class ApplicationFacetRow(Table):
    """One value that applications are filtered by: stage, needs, operations."""

    __tablename__ = "application_facet"
    __table_args__ = (Index("application_by_facet", "name", "value", "application_id"),)

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(24), primary_key=True)
    value: Mapped[str] = mapped_column(String(80), primary_key=True)


class ApplicationEventRow(Table):
    """Who changed what in an application, when and why; `before` and `after` where a value or status changed."""

    __tablename__ = "application_event"
    __table_args__ = (Index("event_to_announce", "id", sqlite_where=UNANNOUNCED, postgresql_where=UNANNOUNCED),)

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(128))
    what: Mapped[str] = mapped_column(String(32))
    why: Mapped[str] = mapped_column(default="")
    before: Mapped[str | None]
    after: Mapped[str | None]
    announced_at: Mapped[datetime | None]  # when staff and the chamber's own systems were told, if they had to be


class StatusStayRow(Table):
    """How long an application was in a status that it left; in the region that it was in then."""

    __tablename__ = "status_stay"
    __table_args__ = (Index("stay_by_status", "status", "hours", "ended_at", "region"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), index=True)
    region: Mapped[str] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(24))
    ended_at: Mapped[datetime]
    hours: Mapped[int]


class DraftProgressRow(Table):
    """How far a draft came, for the funnel: a hash that leads nowhere once it is gone, and nothing said in it."""

    __tablename__ = "draft_progress"
    __table_args__ = (Index("progress_by_begin", "begun_on", "region", "furthest"),)

    draft_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    begun_on: Mapped[date]
    furthest: Mapped[str] = mapped_column(String(40))  # key of the form, `recap` or `sent`
    region: Mapped[str | None] = mapped_column(String(64))  # known once the department is


class Medium(StrEnum):
    """By what a dispatch goes out."""

    EMAIL = "email"
    WEBHOOK = "webhook"


class DispatchRow(Table):
    """A notice to a member of staff or a call of the chamber's own system that waits, was sent or was given up.

    `body` holds references, statuses and counts, never what a person wrote.
    """

    __tablename__ = "dispatch"
    __table_args__ = (
        UniqueConstraint("idempotency_key"),
        Index("dispatch_pending", "status", "not_before"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    idempotency_key: Mapped[str] = mapped_column(String(128))
    medium: Mapped[str] = mapped_column(String(16))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("staff_account.id", ondelete="CASCADE"))
    body: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(16), default=Delivery.PENDING)
    created_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None]
    leased_until: Mapped[datetime | None]
    leased_by: Mapped[str | None] = mapped_column(String(64))
    sent_at: Mapped[datetime | None]
    failure: Mapped[str | None] = mapped_column(String(200))


class ApiTokenRow(Table):
    """A key to the API for one region (or all) and some scopes; only the hash of it is kept."""

    __tablename__ = "api_token"
    __table_args__ = (UniqueConstraint("token_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(80))
    scopes: Mapped[list[Any]]
    region: Mapped[str | None] = mapped_column(String(64))
    created_by: Mapped[str] = mapped_column(String(128))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    minute: Mapped[int] = mapped_column(default=0)  # since 1970; the minute that `calls` counts
    calls: Mapped[int] = mapped_column(default=0)


class ApplicationNoteRow(Table):
    """What staff write for colleagues; part of the data that an applicant may ask for (right of access)."""

    __tablename__ = "application_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime]
    author: Mapped[str] = mapped_column(String(128))
    text: Mapped[str]


class CorrectionRequestRow(Table):
    """The desk asks the applicant to correct one field; open until answered or cancelled."""

    __tablename__ = "correction_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), index=True)
    field: Mapped[str] = mapped_column(String(40))  # key of the form
    message: Mapped[str]
    asked_by: Mapped[str] = mapped_column(String(128))
    asked_at: Mapped[datetime]
    old_value: Mapped[Any | None] = mapped_column(Json)
    new_value: Mapped[Any | None] = mapped_column(Json)
    answered_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]


class Direction(StrEnum):
    """Which way a message about an application goes."""

    TO_APPLICANT = "to_applicant"
    FROM_APPLICANT = "from_applicant"


class ApplicationMessageRow(Table):
    """A message between an adviser and the applicant; `read_at` is when the other side saw it."""

    __tablename__ = "application_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), index=True)
    direction: Mapped[str] = mapped_column(String(16))
    author: Mapped[str] = mapped_column(String(128))
    text: Mapped[str]
    at: Mapped[datetime]
    read_at: Mapped[datetime | None]


class CohortStatus(StrEnum):
    """Whether a cohort takes projects."""

    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class CohortRow(Table):
    """A promotion of the accelerator in one region, edited by staff; dates are both included."""

    __tablename__ = "cohort"

    id: Mapped[int] = mapped_column(primary_key=True)
    region: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(String(120))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    place: Mapped[str] = mapped_column(String(200))
    seats: Mapped[int]
    status: Mapped[str] = mapped_column(String(16), default=CohortStatus.OPEN)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Role(StrEnum):
    """What a staff member may do: an adviser works files, a manager also runs a region, an administrator everything."""

    ADVISER = "adviser"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


class StaffAccountRow(Table):
    """A member of staff; without `region` (administrators) all regions are theirs."""

    __tablename__ = "staff_account"
    __table_args__ = (UniqueConstraint("email"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))  # in small letters
    name: Mapped[str] = mapped_column(String(100))
    role: Mapped[str] = mapped_column(String(16))
    region: Mapped[str | None] = mapped_column(String(64))
    password_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
    notify_instant: Mapped[bool] = mapped_column(default=False)
    notify_digest: Mapped[bool] = mapped_column(default=True)


class StaffInvitationRow(Table):
    """A one-time link that makes an account, or sets a new password for one; only the hash of its token is kept."""

    __tablename__ = "staff_invitation"
    __table_args__ = (UniqueConstraint("token_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64))
    email: Mapped[str] = mapped_column(String(254), index=True)
    name: Mapped[str] = mapped_column(String(100))
    role: Mapped[str] = mapped_column(String(16))
    region: Mapped[str | None] = mapped_column(String(64))
    invited_by: Mapped[str] = mapped_column(String(128))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class StaffSessionRow(Table):
    """A staff member signed in at one browser; only the hash of its token is kept."""

    __tablename__ = "staff_session"
    __table_args__ = (UniqueConstraint("token_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64))
    account_id: Mapped[int] = mapped_column(ForeignKey("staff_account.id", ondelete="CASCADE"), index=True)
    browser: Mapped[str] = mapped_column(String(80), default="")
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class LoginAttemptRow(Table):
    """A password tried; account and address are hashes, a success takes the rows of both away."""

    __tablename__ = "login_attempt"
    __table_args__ = (Index("login_attempt_by_account", "account_hash", "address_hash", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_hash: Mapped[str] = mapped_column(String(64))
    address_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(index=True)


class AuditRow(Table):
    """What a member of staff did; `subject` is a reference, an e-mail or a name, never what a person wrote."""

    __tablename__ = "audit"
    __table_args__ = (Index("audit_by_subject", "subject", "action", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    who: Mapped[str] = mapped_column(String(128))
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(254), default="")
    detail: Mapped[str] = mapped_column(default="")


class SavedViewRow(Table):
    """Filters of the inbox that a staff member keeps under a name, as a query string."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("account_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("staff_account.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(60))
    query: Mapped[str]
    created_at: Mapped[datetime]


class AttachmentRow(Table):
    """A document of the applicant; its bytes stand under `sha256` in RELAIS_HOME/attachments.

    Without `application_id` it waits for the application that its talk has begun, or will begin.
    """

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    talk_id: Mapped[int | None] = mapped_column(ForeignKey("talk.id", ondelete="SET NULL"), index=True)
    application_id: Mapped[int | None] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), index=True)
    message_id: Mapped[int | None]  # the message of the inbox that brought it
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(String(160))
    kind: Mapped[str] = mapped_column(String(8))  # pdf, docx, xlsx, png, jpeg, webp, heic: told by the content
    size: Mapped[int]  # bytes
    received_at: Mapped[datetime]


class OpenDraftRow(Table):
    """An application begun and not yet sent, as the daily job needs it; the draft itself stands in the talk's state."""

    __tablename__ = "open_draft"

    draft_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    talk_id: Mapped[int] = mapped_column(ForeignKey("talk.id", ondelete="CASCADE"), index=True)
    step: Mapped[str | None] = mapped_column(String(40))  # key of the field being asked; None = recap
    stopped: Mapped[bool] = mapped_column(default=False)  # the person said stop: no reminder
    begun_at: Mapped[datetime]
    touched_at: Mapped[datetime] = mapped_column(index=True)
    reminded_at: Mapped[datetime | None]
    warned_at: Mapped[datetime | None]  # told when it will be removed


class ResumeLinkRow(Table):
    """A one-time code by which a draft moves to another talk; only the hash of the code is kept."""

    __tablename__ = "resume_link"
    __table_args__ = (UniqueConstraint("code_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    talk_id: Mapped[int] = mapped_column(ForeignKey("talk.id", ondelete="CASCADE"), index=True)
    draft_id: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("talk.id", ondelete="SET NULL"))


class ErasureRow(Table):
    """The receipt of an erasure: what was erased in numbers, and what is left to do after its transaction."""

    __tablename__ = "erasure"
    __table_args__ = (UniqueConstraint("receipt"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    receipt: Mapped[str] = mapped_column(String(32))
    talk_id: Mapped[int | None]  # no foreign key: it outlives the talk; emptied when the talk is gone
    at: Mapped[datetime]
    counts: Mapped[dict[str, Any]]
    kept: Mapped[list[Any]]  # references of the applications made anonymous instead
    files: Mapped[list[Any]]  # hashes of the documents whose bytes are to be removed
    finished_at: Mapped[datetime | None]  # files removed, freed pages overwritten
    talk_gone_at: Mapped[datetime | None]


class JobRow(Table):
    """A task done from time to time by one process at a time."""

    __tablename__ = "job"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    last_run_at: Mapped[datetime | None]
    leased_until: Mapped[datetime | None]
    leased_by: Mapped[str | None] = mapped_column(String(64))


class ChannelNameRow(Table):
    """The name by which a channel can be reached from another one (the bot's username)."""

    __tablename__ = "channel_name"

    channel: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str] = mapped_column(String(64))


class RegistryCheckRow(Table):
    """A number that the company register is to be asked about again for an application already sent."""

    __tablename__ = "registry_check"

    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[str] = mapped_column(String(14))  # SIREN or SIRET
    due_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int]
    leased_until: Mapped[datetime | None]


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

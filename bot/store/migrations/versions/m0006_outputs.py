"""What leaves the desk: notices and webhook calls, keys to the API, and the figures of the board."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
UNANNOUNCED = sa.text("announced_at IS NULL")


def upgrade() -> None:
    op.add_column("application_event", sa.Column("announced_at", sa.DateTime(timezone=True)))
    op.execute("UPDATE application_event SET announced_at = at")  # nobody wants to be told of the past
    op.create_index(
        "event_to_announce",
        "application_event",
        ["id"],
        sqlite_where=UNANNOUNCED,
        postgresql_where=UNANNOUNCED,
    )
    op.create_index("application_by_month", "application", ["submitted_at", "region", "status"])
    op.create_index("application_of_region", "application", ["region", "submitted_at", "status"])
    op.create_index("application_by_status", "application", ["status", "region", "updated_at"])
    op.create_table(
        "status_stay",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=24), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["application_id"], ["application.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_status_stay_application_id", "status_stay", ["application_id"])
    op.create_index("stay_by_status", "status_stay", ["status", "hours", "ended_at", "region"])

    op.create_table(
        "draft_progress",
        sa.Column("draft_hash", sa.String(length=64), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("furthest", sa.String(length=40), nullable=False),
        sa.Column("region", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("draft_hash"),
    )
    op.create_index("progress_by_begin", "draft_progress", ["begun_on", "region", "furthest"])

    op.create_table(
        "dispatch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(length=128), nullable=False),
        sa.Column("medium", sa.String(length=16), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("body", JSON, nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leased_by", sa.String(length=64), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["staff_account.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("idempotency_key"),
    )
    op.create_index("dispatch_pending", "dispatch", ["status", "not_before"])

    op.create_table(
        "api_token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("scopes", JSON, nullable=False),
        sa.Column("region", sa.String(length=64), nullable=True),
        sa.Column("created_by", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    _keep_past_stays(op.get_bind())


def _keep_past_stays(connection: sa.Connection) -> None:
    """The board counts from the first application on: an event whose `after` is a status ends the one before."""
    events = connection.execute(
        sa.text(
            "SELECT e.application_id, a.region, e.at, e.what, e.before, e.after FROM application_event e"
            " JOIN application a ON a.id = e.application_id"
            " WHERE e.after IS NOT NULL AND e.what NOT LIKE 'field:%' OR e.what IN ('submitted', 'withdrawn')"
            " ORDER BY e.application_id, e.id"
        ).columns(at=sa.DateTime(timezone=True))
    ).all()
    stays = sa.table(
        "status_stay",
        sa.column("application_id"),
        sa.column("region"),
        sa.column("status"),
        sa.column("ended_at", sa.DateTime(timezone=True)),
        sa.column("hours"),
    )
    known: tuple[int, str, datetime] | None = None
    for number, region, at, what, before, after in events:
        if what in ("assign", "transfer"):
            continue
        if known and known[0] == number:
            left = before or known[1]
            hours = round((at - known[2]).total_seconds() / 3600)
            values = {"application_id": number, "region": region, "status": left, "ended_at": at, "hours": hours}
            connection.execute(stays.insert().values(values))
        known = (number, after or what, at)

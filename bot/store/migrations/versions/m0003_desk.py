"""The desk: staff with their sessions and invitations, the life of an application, cohorts, what may be searched.

`application` gets its columns one by one: Alembic's batch mode would copy the table, and with it drop the triggers made
here and, with foreign keys on, the events of every application. Later migrations must not batch it either.
"""

import unicodedata

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0001"

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

_SQLITE_SEARCH = (
    """CREATE VIRTUAL TABLE application_search USING fts5(
        search, content='application', content_rowid='id', prefix='2 3 4')""",
    """CREATE TRIGGER application_search_added AFTER INSERT ON application BEGIN
        INSERT INTO application_search(rowid, search) VALUES (new.id, new.search); END""",
    """CREATE TRIGGER application_search_removed AFTER DELETE ON application BEGIN
        INSERT INTO application_search(application_search, rowid, search) VALUES ('delete', old.id, old.search); END""",
    """CREATE TRIGGER application_search_changed AFTER UPDATE OF search ON application BEGIN
        INSERT INTO application_search(application_search, rowid, search) VALUES ('delete', old.id, old.search);
        INSERT INTO application_search(rowid, search) VALUES (new.id, new.search); END""",
    "INSERT INTO application_search(application_search) VALUES ('rebuild')",
)


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(length=128), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=254), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("audit_by_subject", "audit", ["subject", "action", "at"])
    op.create_index("ix_audit_at", "audit", ["at"])

    op.create_table(
        "cohort",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_cohort_region", "cohort", ["region"])

    op.create_table(
        "login_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_hash", sa.String(length=64), nullable=False),
        sa.Column("address_hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_login_attempt_at", "login_attempt", ["at"])
    op.create_index("login_attempt_by_account", "login_attempt", ["account_hash", "address_hash", "at"])

    op.create_table(
        "staff_account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("region", sa.String(length=64), nullable=True),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notify_instant", sa.Boolean(), nullable=False),
        sa.Column("notify_digest", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
    )
    op.create_table(
        "staff_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("region", sa.String(length=64), nullable=True),
        sa.Column("invited_by", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_index("ix_staff_invitation_email", "staff_invitation", ["email"])

    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["staff_account.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account_id", "name"),
    )
    op.create_table(
        "staff_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("browser", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["staff_account.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_index("ix_staff_session_account_id", "staff_session", ["account_id"])

    op.create_table(
        "application_facet",
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=24), nullable=False),
        sa.Column("value", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["application_id"], ["application.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("application_id", "name", "value"),
    )
    op.create_index("application_by_facet", "application_facet", ["name", "value", "application_id"])

    op.create_table(
        "application_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(length=16), nullable=False),
        sa.Column("author", sa.String(length=128), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["application_id"], ["application.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_application_message_application_id", "application_message", ["application_id"])

    op.create_table(
        "application_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(length=128), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["application_id"], ["application.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_application_note_application_id", "application_note", ["application_id"])

    op.create_table(
        "correction_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.String(length=128), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("old_value", JSON, nullable=True),
        sa.Column("new_value", JSON, nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["application_id"], ["application.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_correction_request_application_id", "correction_request", ["application_id"])

    _extend_applications()
    _make_searchable(op.get_bind())


def _extend_applications() -> None:
    added = (
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("assignee_id", sa.Integer(), sa.ForeignKey("staff_account.id")),
        sa.Column("cohort_id", sa.Integer(), sa.ForeignKey("cohort.id")),
        sa.Column("waiting_rank", sa.Integer()),
        sa.Column("origins", JSON, server_default="{}", nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
        sa.Column("company_key", sa.String(length=200), server_default="", nullable=False),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("talk_excerpt", JSON),
        sa.Column("anonymised_at", sa.DateTime(timezone=True)),
    )
    for column in added:
        op.add_column("application", column, inline_references=True)
    for name in ("assignee_id", "cohort_id", "company_key"):
        op.create_index(f"ix_application_{name}", "application", [name])
    op.add_column("application_event", sa.Column("before", sa.Text()))
    op.add_column("application_event", sa.Column("after", sa.Text()))


def _make_searchable(connection: sa.Connection) -> None:
    """The applications that are there already are found by reference and company at least."""
    known = connection.execute(sa.text("SELECT id, reference, company FROM application")).all()
    keep = sa.text("UPDATE application SET company_key = :key, search = :search WHERE id = :number")
    for number, reference, company in known:
        key = _folded(company or "")
        connection.execute(keep, {"key": key[:200], "search": f"{_folded(reference)} {key}", "number": number})
    if connection.dialect.name == "postgresql":
        op.execute("CREATE INDEX ix_application_search ON application USING gin (to_tsvector('simple', search))")
        return
    for statement in _SQLITE_SEARCH:
        op.execute(statement)


def _folded(text: str) -> str:
    """As `bot.catalogue.folding` does today; a migration stays as it was."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return " ".join(
        "".join(c if c.isascii() and c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split()
    )

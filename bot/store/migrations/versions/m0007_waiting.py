"""The inbox sorts by waiting time: two indexes that hold all it needs to choose a page of 20,000 applications."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_index("application_waiting", "application", ["updated_at", "id", "status"])
    op.create_index("application_waiting_in_region", "application", ["region", "updated_at", "id", "status"])

"""Alembic's entry point; the engine is handed in by `Database.migrate`."""

from alembic import context
from sqlalchemy import text

from bot.store.tables import Table

MIGRATION_LOCK = 7_283_920  # any number; the same in every replica

with context.config.attributes["engine"].connect() as connection:
    context.configure(connection=connection, target_metadata=Table.metadata, render_as_batch=True)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        context.run_migrations()

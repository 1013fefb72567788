"""Runs the migrations on the connection that lib/store/versions.py hands over, within its transaction."""

from alembic import context

from lib.store.group_tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()

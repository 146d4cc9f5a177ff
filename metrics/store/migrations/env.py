"""Run by Alembic: apply the revisions on the connection we are handed."""

from alembic import context

from metrics.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()

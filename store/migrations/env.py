"""How Alembic reaches the database: through the connection that `migrate` hands it."""

from alembic import context

from tilsvar.store import flow, tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
    compare_type=True,
)
assert flow.event.metadata is tables.metadata  # noqa: S101 - the flow's tables must be loaded

with context.begin_transaction():
    context.run_migrations()

"""How Alembic reaches the database: through the connection that `migrate` hands it."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from tilsvar.store import (
    attachment_tables,
    comment_tables,
    filing,
    flow,
    invitation_tables,
    letter_texts,
    search_tables,
    signing_in,
    tables,
)


def _as_stored(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration names the database's own types: ours may be gone when it is run."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=_as_stored,
    include_name=search_tables.looked_after,
)
for loaded in (
    attachment_tables.attachment,
    comment_tables.comment,
    filing.drawer,
    flow.event,
    invitation_tables.invitation,
    letter_texts.letter_text,
    search_tables.entry,
    signing_in.account,
):
    assert loaded.metadata is tables.metadata  # noqa: S101 - all the tables must be loaded

with context.begin_transaction():
    context.run_migrations()

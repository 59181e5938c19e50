"""How Alembic reaches the database: through the connection that `migrate` hands it."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from tilsvar.store import (
    attachment_tables,
    belonging_tables,
    comment_tables,
    communication_tables,
    filing,
    flow,
    form_tables,
    invitation_tables,
    letter_texts,
    media_tables,
    note_tables,
    report_tables,
    report_templates,
    schedule_tables,
    search_tables,
    signing_in,
    stakeholder_tables,
    tables,
    theme_tables,
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
    belonging_tables.belonging,
    comment_tables.comment,
    communication_tables.activity,
    filing.drawer,
    flow.event,
    form_tables.form_version,
    invitation_tables.invitation,
    letter_texts.letter_text,
    media_tables.outlet,
    note_tables.note,
    report_tables.snapshot,
    report_templates.report_template,
    schedule_tables.scheduled_report,
    search_tables.entry,
    signing_in.account,
    stakeholder_tables.stakeholder,
    theme_tables.theme,
):
    assert loaded.metadata is tables.metadata  # noqa: S101 - all the tables must be loaded

with context.begin_transaction():
    context.run_migrations()

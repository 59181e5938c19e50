"""The versions of the qualification forms: rows that are only ever added to."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Integer, Row, Table, UniqueConstraint, insert, select
from sqlalchemy.orm import Session

from ..domain.qualification import FormField, FormVersion
from .tables import KEY, metadata
from .types import JsonText, UtcMoment

form_version = Table(
    "form_version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("theme", KEY, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Column("by", KEY, nullable=False),
    Column("answers", JsonText, nullable=False),
    Column("restores", Integer),
    UniqueConstraint("theme", "number"),
)
_COLUMN = form_version.c


def add_version(session: Session, version: FormVersion) -> None:
    """Keep a version. The database refuses a second one of the same theme and number."""
    answers = {each.value: text for each, text in version.answers.items()}
    session.execute(insert(form_version).values(**{**vars(version), "answers": answers}))


def newest_version(session: Session, theme: str) -> FormVersion | None:
    """The form as it stands; None while nobody has filled it in."""
    query = select(form_version).where(_COLUMN.theme == theme)
    row = session.execute(query.order_by(_COLUMN.number.desc()).limit(1)).first()
    return None if row is None else _version(row)


def version_of(session: Session, theme: str, number: int) -> FormVersion | None:
    """The form as that version left it; None where there is no such."""
    query = select(form_version).where(_COLUMN.theme == theme, _COLUMN.number == number)
    row = session.execute(query).first()
    return None if row is None else _version(row)


def list_versions(session: Session, theme: str) -> list[FormVersion]:
    """Every version without its answers, the newest first."""
    columns = [each for each in form_version.columns if each.name != "answers"]
    query = select(*columns).where(_COLUMN.theme == theme).order_by(_COLUMN.number.desc())
    return [_version(row) for row in session.execute(query)]


def _version(row: Row[Any]) -> FormVersion:
    kept: Mapping[str, str] = getattr(row, "answers", {})
    answers = {each: kept[each.value] for each in FormField if each.value in kept}
    return FormVersion(row.theme, row.number, row.at, row.by, answers, row.restores)

"""The migrations make exactly the schema that the code maps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from tilsvar.store import flow, tables
from tilsvar.store.engine import UnknownDatabase, open_database
from tilsvar.store.migrate import current, migrate, newest
from tilsvar.store.search_tables import looked_after
from tilsvar.tests.servers.databases import Databases


@pytest.fixture
def empty_database(databases: Databases, tmp_path: Path) -> Iterator[Engine]:
    url = databases.empty(tmp_path)
    engine = open_database(url)
    yield engine
    engine.dispose()
    databases.drop(url)


def test_a_new_database_gets_the_newest_schema(empty_database: Engine) -> None:
    assert current(empty_database) is None

    migrate(empty_database)

    assert current(empty_database) == newest()


def test_the_migrated_schema_is_the_one_that_the_code_maps(empty_database: Engine) -> None:
    migrate(empty_database)

    assert flow.event.metadata is tables.metadata
    with empty_database.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": looked_after}
        )
        assert compare_metadata(context, tables.metadata) == []


def test_the_index_of_what_is_due_covers_only_what_waits(empty_database: Engine) -> None:
    migrate(empty_database)

    with empty_database.connect() as connection:
        found = {
            index["name"]: str(index["dialect_options"].get(f"{empty_database.dialect.name}_where"))
            for table in ("delivery", "rung", "mail")
            for index in inspect(connection).get_indexes(table)
        }
    assert "pending" in found["ix_delivery_pending"]
    assert "waiting" in found["ix_rung_waiting"]
    assert "sending" in found["ix_mail_unfinished"]


def test_migrating_again_changes_nothing(empty_database: Engine) -> None:
    migrate(empty_database)
    tables_before = inspect(empty_database).get_table_names()

    migrate(empty_database)

    assert inspect(empty_database).get_table_names() == tables_before
    assert current(empty_database) == newest()


@pytest.mark.parametrize("url", ["mysql://host/name", "tilsvar.db", "sqlite://", "postgresql://h"])
def test_an_address_of_no_known_database_is_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(UnknownDatabase, match="write sqlite:///path"):
        open_database(url)

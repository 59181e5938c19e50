"""Creates or upgrades the schema, and says whether it is up to date."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from .search_tables import prepare


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "tilsvar.store:migrations")
    config.set_main_option("path_separator", "os")
    return config


def migrate(engine: Engine) -> None:
    """Bring the database to the newest schema, in one transaction; a new one is created."""
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        prepare(connection)


def newest() -> str | None:
    """The schema's version that this code needs."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def current(engine: Engine) -> str | None:
    """The schema's version that the database has, None where it has none."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()

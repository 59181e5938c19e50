"""What the search looks through: one row for each thing, and the index of its words.

The index is SQLite's own full-text index (FTS5), or Postgres' over the same two columns (GIN).
Neither can be said in tables of SQLAlchemy, so `prepare` makes them after every migration.
"""

from sqlalchemy import Column, Connection, Index, Integer, String, Table, Text, text

from .tables import KEY, metadata

entry = Table(
    "search_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("key", KEY, nullable=False),
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index("ix_search_entry_kind_key", "kind", "key", unique=True),
)

COLUMNS = ("title", "words")

# The beginnings of two, three and four letters, after the two that say of what kind a thing is.
_SQLITE = text("""
    CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
        title, words, content='search_entry', content_rowid='id', prefix='4 5 6',
        tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
    )
""")
# An index whose new words wait in a list would have to read the list in every search.
_POSTGRES = """
    CREATE INDEX IF NOT EXISTS ix_search_words_{column} ON search_entry
    USING gin (array_to_tsvector(string_to_array({column}, ' '))) WITH (fastupdate = off)
"""


def prepare(connection: Connection) -> None:
    """Make the index of words; where it is there already, nothing happens."""
    if connection.dialect.name == "sqlite":
        connection.execute(_SQLITE)
        return
    for column in COLUMNS:
        connection.execute(text(_POSTGRES.format(column=column)))


def looked_after(name: str | None, _kind: str, _parents: object = None) -> bool:
    """Whether migrations look after what is called so; the index of words is made here."""
    return not (name or "").startswith(("search_words", "ix_search_words"))

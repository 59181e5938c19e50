"""Where the facts are kept: tables, mapping, unit of work, event log; SQLite and Postgres alike."""

"""Statements are compiled once for all databases of a sort, and not anew in each test's own.

Every test has an engine of its own, and an engine forgets nothing but knows nothing to begin with:
to compile the same few hundred statements again took a quarter of most stories' time.
"""

from typing import Any

import pytest
from sqlalchemy import Dialect, Engine, create_engine, event
from sqlalchemy.util import LRUCache

from tilsvar.store import engine as databases

MOST = 3000
"""So many statements of one sort of database are remembered."""


def compile_once() -> None:
    """From now on engines share what they have compiled, through the one door to databases."""
    dialects: dict[str, Dialect] = {}
    compiled: dict[str, LRUCache[Any, Any]] = {}

    def made(url: str, **chosen: Any) -> Engine:
        engine = create_engine(url, **chosen)
        name = engine.name
        # What is compiled belongs to the dialect that did it, which learns of its server from the
        # first connection. Every run has but one server of a sort.
        engine.dialect = dialects.get(name, engine.dialect)
        engine.update_execution_options(compiled_cache=compiled.setdefault(name, LRUCache(MOST)))

        @event.listens_for(engine, "connect", once=True)
        def _knows_its_server(*_: object) -> None:
            dialects.setdefault(name, engine.dialect)

        return engine

    pytest.MonkeyPatch().setattr(databases, "create_engine", made)

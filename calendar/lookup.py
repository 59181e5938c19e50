"""Finds a feed by its token, and the last change of all calendars, in one small question.

Every calendar program asks it at every visit, and mostly it is all that is asked. So it goes to the
driver itself: through the session it would take longer than all the rest of the answer.
"""

import json
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Engine, bindparam, func, select
from sqlalchemy.exc import OperationalError

from ..store import flow
from ..store.tokens import hash_token, same
from .selection import Selection

_FEED = flow.feed.c
_QUERY = select(
    _FEED.token_hash,
    _FEED.id,
    _FEED.name,
    _FEED.kinds,
    _FEED.area,
    _FEED.person,
    _FEED.invited,
    _FEED.alarms,
    _FEED.revoked.is_not(None),
    func.coalesce(select(flow.calendar_change.c.at).scalar_subquery(), 0),
).where(_FEED.token_hash == bindparam("wanted"))


@cache
def _kinds(stored: str) -> tuple[str, ...]:
    """The kinds as they are stored, of which there are few combinations."""
    return tuple(json.loads(stored))


class Found(NamedTuple):
    """A feed as it was found, and the last change of all calendars at that moment."""

    id: int
    name: str
    selection: Selection
    alarms: bool
    revoked: bool
    change: int


class Lookup:
    """Finds feeds in one database; safe for any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._compiled = _QUERY.compile(engine)

    @property
    def is_instant(self) -> bool:
        """Whether an answer is too quick to be worth a thread of its own: SQLite is no server."""
        return self._engine.name == "sqlite"

    def find(self, token: str) -> Found | None:
        """The feed with that token, a revoked one too, or None. Raises OperationalError."""
        wanted = hash_token(token)
        row = self._row(wanted)
        if row is None or not same(row[0], wanted):
            return None
        _, id_, name, kinds, area, person, invited, alarms, revoked, change = row
        selection = Selection(_kinds(kinds), area, person, bool(invited))
        return Found(id_, name, selection, bool(alarms), bool(revoked), change)

    def _row(self, wanted: str) -> tuple[Any, ...] | None:
        values: Any = self._compiled.construct_params({"wanted": wanted})
        if self._compiled.positional:
            values = tuple(values[name] for name in self._compiled.positiontup or ())
        connection = self._engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(self._compiled.string, values)
            found: tuple[Any, ...] | None = cursor.fetchone()
            cursor.close()
        except self._engine.dialect.loaded_dbapi.Error as error:
            raise OperationalError(self._compiled.string, None, error) from error
        finally:
            connection.close()
        return found

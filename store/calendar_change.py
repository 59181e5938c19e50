"""When anything that calendars show last changed: one row, told in the transaction that changes it.

Whoever knows that second knows, from one number, whether a calendar made before is still right.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from ..domain.events import Bell, Event
from ..domain.kinds import Kind
from . import flow

SHOWN = frozenset(
    {Kind.MEETING, Kind.DEADLINE, Kind.CONSULTATION, Kind.ORGANISATION, Kind.PERSON, Kind.AREA}
)
"""What a calendar tells of, or names; an invitation is an event of its meeting."""

# Two changes in one second are two seconds here, so that a date in HTTP, which has no parts of a
# second, tells them apart. Both databases understand the same words.
_CHANGE = text("""
    INSERT INTO calendar_change (id, at) VALUES (1, :second)
    ON CONFLICT (id) DO UPDATE SET at = CASE
        WHEN excluded.at > calendar_change.at THEN excluded.at ELSE calendar_change.at + 1 END
""")
_LAST = select(flow.calendar_change.c.at)


def changes_calendars(events: Iterable[Event]) -> bool:
    """Whether one of the events may change a calendar; a bell only tells that time has passed."""
    return any(event.about in SHOWN and not isinstance(event, Bell) for event in events)


def note_change(session: Session, now: datetime) -> None:
    """Note that calendars have changed. It is the last that a transaction does.

    The row is locked until the commit, and nobody who holds it waits for anything else.
    """
    session.execute(_CHANGE, {"second": int(now.timestamp())})


def last_change(connection: Session | Connection) -> int:
    """The second since 1970 of the last change, 0 before the first."""
    return connection.scalar(_LAST) or 0

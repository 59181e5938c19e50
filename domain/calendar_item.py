"""What a calendar needs to know of anything with a date: one identity, one sequence, its stamps."""

from datetime import datetime, timedelta

_INSTANT = timedelta(microseconds=1)
"""The finest step that both databases keep."""


class CalendarItem:
    """Mixed into meetings, deadlines and consultations; RFC 5545 and 5546 give the rules.

    `uid` is an opaque UUID (RFC 7986 § 5.3), `sequence` goes up by one when time, status or place
    changes, never for text alone (RFC 5546 § 2.1.4); `created` and `modified` are moments in UTC.
    No two states of one item share their `modified`, so that it names what a calendar has kept.
    """

    uid: str
    sequence: int
    created: datetime
    modified: datetime

    def moved(self, now: datetime) -> None:
        """Time, place or status changed: whoever has it in a calendar must see the new one."""
        self.sequence += 1
        self.touched(now)

    def touched(self, now: datetime) -> None:
        """Only words changed."""
        # The council's clock may stand still, and two changes may share an instant.
        self.modified = max(now, self.modified + _INSTANT)

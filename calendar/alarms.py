"""Reminders by the reader's own calendar, for those who have asked for them and nobody else.

Most clients drop the alarms of a subscribed calendar, and people resent those that they did not set
themselves; so a feed has none unless its owner wants them.
"""

from datetime import timedelta

from icalendar import Alarm

from .entries import AllDay, Entry
from .text import Text, one_line

BEFORE_AN_HOUR = timedelta(minutes=30)
BEFORE_A_DAY = timedelta(hours=15)
"""An entry without an hour begins at midnight, so this is nine o'clock on the day before."""


def alarm_of(entry: Entry) -> Alarm | None:
    """The alarm of one entry; none for what is cancelled or has no fixed day."""
    if entry.cancelled or entry.imprecise is not None:
        return None
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -(BEFORE_A_DAY if isinstance(entry.when, AllDay) else BEFORE_AN_HOUR))
    alarm.add("description", Text(one_line(entry.title) or entry.uid))
    return alarm

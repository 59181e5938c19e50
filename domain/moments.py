"""Moments: kept in UTC, and counted from the clock on the wall where the council sits."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .errors import DomainError


class NaiveMoment(DomainError):
    """{moment} has no time zone: give a moment with its zone, as in 2023-02-03T10:00+01:00."""


def aware(moment: datetime) -> datetime:
    """The same moment in UTC; raises NaiveMoment where the zone is missing."""
    if moment.utcoffset() is None:
        raise NaiveMoment(moment=moment.isoformat())
    return moment.astimezone(UTC)


def local_moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, when the clock on the wall in `zone` shows `at` on that day.

    An hour that the change to summer time skips moves forward by the gap (02:30 is 03:30); of the
    hour that comes twice in the autumn, the first is meant.
    """
    return datetime.combine(day, at.replace(tzinfo=None, fold=0), zone).astimezone(UTC)


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, when that day is over in `zone`: the first that is not part of it."""
    return local_moment(day + timedelta(days=1), time(), zone)

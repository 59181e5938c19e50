"""What a calendar program shows of an event, in one form for all of them, so that they compare."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from tilsvar.tests.calendar.linter import Property, moment, read

_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True)
class Shown:
    """A timed event has its moments as Unix seconds, one of whole days as ISO dates; `end` is past.

    The description is empty where there is none, and so is the place.
    """

    title: str
    place: str
    description: str
    start: int | str
    end: int | str


def sent(feed: bytes) -> dict[str, Shown]:
    """What stands in a feed, by UID: read by the tests' own reader, its hours those of Oslo."""
    events = [each for each in read(feed).children if each.name == "VEVENT"]
    found = {}
    for event in events:
        start, end = event.first("DTSTART"), event.first("DTEND")
        assert start, event
        assert end, event
        found[event.value("UID")] = Shown(
            title=_text(event.value("SUMMARY")),
            place=_text(event.value("LOCATION")),
            description=_text(event.value("DESCRIPTION")),
            start=_moment(start),
            end=_moment(end),
        )
    assert len(found) == len(events)
    return found


def differences(sent_ones: Mapping[str, Shown], shown: Mapping[str, Shown]) -> list[str]:
    """One line for every event that is missing, too many or not as it was sent."""
    return [
        f"{uid}: sent {sent_ones.get(uid)}, shown {shown.get(uid)}"
        for uid in sorted(sent_ones.keys() | shown.keys())
        if sent_ones.get(uid) != shown.get(uid)
    ]


def seconds(at: datetime) -> int:
    return int(at.timestamp())


def iso_seconds(utc: str) -> int:
    """Of a moment in UTC that is written without its zone."""
    return seconds(datetime.fromisoformat(utc).replace(tzinfo=UTC))


def _text(value: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _moment(written: Property) -> int | str:
    found = moment(written.value)
    if not isinstance(found, datetime):
        assert isinstance(found, date)
        return found.isoformat()
    zone = written.params.get("TZID")
    return seconds(found.replace(tzinfo=ZoneInfo(zone) if zone else UTC))

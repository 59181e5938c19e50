"""The forms about a meeting: what it is, when it is, and how hours are written."""

import re
from datetime import date, datetime, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator

from ...domain.dates import local_moment
from ...domain.errors import TilsvarError
from ...domain.meetings import Meeting, MeetingTime
from ...domain.sentences import N_
from ...wording.dates import edtf
from ...wording.language import Language
from ..forms import Form, Line, Text, When, field, reading

_HOUR = re.compile(r"(?:kl\.?\s*)?(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?")
_LAST_HOUR, _LAST_MINUTE = 23, 59


class NotAnHour(TilsvarError):
    """“{text}” is no hour. Write it as 10.00 or 15.30."""


class HoursNeedADay(TilsvarError):
    """Only an exact day can have hours. Write the day, or leave out the hours."""


class EndNeedsAStart(TilsvarError):
    """Write when it starts too, or leave out when it ends."""


class EndsBeforeItStarts(TilsvarError):
    """The meeting cannot end before it starts. Check the two hours."""


def read_hour(text: str) -> time | None:
    """An hour as people write it: 10, 10.00, 10:00, kl. 10.00; empty is none. Raises NotAnHour."""
    if not text.strip():
        return None
    found = _HOUR.fullmatch(text.strip().casefold())
    if not found:
        raise NotAnHour(text=text)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise NotAnHour(text=text)
    return time(hour, minute)


Hour = Annotated[time | None, reading(read_hour)]
"""An hour on the council's wall, or none."""

KindName = Literal["council", "dialogue", "workshop", "event", "external", "parliamentary_hearing"]


def _nothing(value: object) -> object:
    return None if value == "" else value


Choice = Annotated[str | None, BeforeValidator(_nothing)]
"""One of a list that may be left empty."""


class Moved(Form):
    """When a meeting is."""

    on: When = field(N_("Day"))
    start: Hour = field(N_("Starts"), default=None)
    end: Hour = field(N_("Ends"), default=None)
    stamp: str = field("", default="")


class Corrected(Form):
    """What a meeting is called, where it is, and what belongs to it."""

    title: Line = field(N_("Title"))
    kind: KindName = field(N_("Kind"))
    place: Text = field(N_("Place"), default="")
    agenda: Text = field(N_("Agenda"), default="")
    join_url: Text = field(N_("Link to take part from afar"), default="")
    papers_url: Text = field(N_("Link to the papers"), default="")
    area: Choice = field(N_("Area"), default=None)
    participants: list[str] = field(N_("With"), default=[])
    others: Text = field(N_("Other organisations"), default="", max_length=2000)
    stamp: str = field("", default="")


class Scheduled(Corrected):
    """A new meeting, and the theme that it is about."""

    on: When = field(N_("Day"))
    start: Hour = field(N_("Starts"), default=None)
    end: Hour = field(N_("Ends"), default=None)
    planned: bool = field(N_("The day is not settled"), default=False)
    theme: Choice = field(N_("Theme"), default=None)


class Series(Form):
    """The year's council meetings, one a line."""

    dates: Text = field(N_("Days"), min_length=1)
    place: Text = field(N_("Place"), default="")


def time_of(form: Moved | Scheduled, zone: ZoneInfo) -> MeetingTime:
    """When it is to be. Raises HoursNeedADay, EndNeedsAStart and EndsBeforeItStarts."""
    if (form.start or form.end) and not form.on.is_day:
        raise HoursNeedADay
    if form.end and not form.start:
        raise EndNeedsAStart
    if form.start and form.end and form.end <= form.start:
        raise EndsBeforeItStarts
    day = form.on.first
    return MeetingTime(form.on, _moment(day, form.start, zone), _moment(day, form.end, zone))


def _moment(day: date, at: time | None, zone: ZoneInfo) -> datetime | None:
    return local_moment(day, at, zone) if at else None


FIELD_OF: dict[type[TilsvarError], str] = {
    HoursNeedADay: "on",
    EndNeedsAStart: "end",
    EndsBeforeItStarts: "end",
}
"""The field that each of those is about."""


def typed_time(value: MeetingTime, zone: ZoneInfo, lang: Language) -> dict[str, str]:
    """The same as a person would type it."""
    return {
        "on": edtf(value.on, lang),
        "start": _typed_hour(value.start, zone),
        "end": _typed_hour(value.end, zone),
    }


def compact(value: MeetingTime, zone: ZoneInfo) -> dict[str, str]:
    """The same for an address, in any language."""
    return {
        "on": value.on.text,
        "start": _typed_hour(value.start, zone),
        "end": _typed_hour(value.end, zone),
    }


def typed_words(found: Meeting) -> dict[str, str | list[str]]:
    return {
        "title": found.title,
        "kind": found.kind.value,
        "place": found.place,
        "agenda": found.agenda,
        "join_url": found.join_url,
        "papers_url": found.papers_url,
        "area": found.area or "",
        "participants": list(found.participants),
    }


def _typed_hour(moment: datetime | None, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%H.%M}" if moment else ""

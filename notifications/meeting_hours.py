"""When a meeting is, as one says it: "onsdag 8. mars 2023 kl. 10–12"."""

from datetime import datetime

from ..domain.meetings import MeetingTime
from ..wording.dates import clock, day_and_month, edtf, weekday, with_weekday
from ..wording.language import Language
from .headers import OSLO


def meeting_when(time: MeetingTime, lang: Language) -> str:
    """The day in full and the hours in Oslo, as far as they are known.

    Without an hour it is the day alone, without a day the period: "i løpet av 2023". A meeting
    that goes on to another day has both: "onsdag 8. mars 2023 kl. 10 til torsdag 9. mars …".
    """
    if time.start is None:
        return with_weekday(time.on.day, lang) if time.on.is_day else edtf(time.on, lang)
    start = time.start.astimezone(OSLO)
    end = time.end.astimezone(OSLO) if time.end else None
    if end and end.date() != start.date():
        first, last = (_day_with_hours(each, None, lang) for each in (start, end))
        return lang.text("{first} until {last}", first=first, last=last)
    return _day_with_hours(start, end, lang)


def short_when(time: MeetingTime, lang: Language) -> str:
    """For a subject: without the year, the hours only where they are known."""
    if time.start is None and not time.on.is_day:
        return edtf(time.on, lang)
    start = time.start.astimezone(OSLO) if time.start else None
    day = start.date() if start else time.on.day
    named = f"{weekday(day, lang)} {day_and_month(day, lang)}"
    if start is None:
        return named
    end = time.end.astimezone(OSLO) if time.end else None
    same_day = end if end and end.date() == day else None
    return lang.text("{day}, {hours}", day=named, hours=_hours(start, same_day, lang))


def _day_with_hours(start: datetime, end: datetime | None, lang: Language) -> str:
    day = with_weekday(start.date(), lang)
    return lang.text("{day}, {hours}", day=day, hours=_hours(start, end, lang))


def _hours(start: datetime, end: datetime | None, lang: Language) -> str:
    """The hours on the clock; Norwegian leaves the minutes out where there are none."""
    if start.minute or (end and end.minute):
        return clock(start.time(), lang, end.time() if end else None)
    if end is None:
        return lang.text("at {hour}:00", hour=start.hour)
    return lang.text("{start}:00–{end}:00", start=start.hour, end=end.hour)

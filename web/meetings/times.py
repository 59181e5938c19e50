"""The hours of a meeting on the council's own clock."""

from zoneinfo import ZoneInfo

from ...domain.meetings import MeetingTime
from ...wording.dates import clock, edtf, with_weekday
from ...wording.language import Language


def hours(time: MeetingTime, zone: ZoneInfo, lang: Language) -> str:
    """Its hours: "kl. 10.00–15.00", "kl. 10.00" where only the start is known, else empty."""
    if time.start is None:
        return ""
    start = time.start.astimezone(zone).time()
    return clock(start, lang, time.end.astimezone(zone).time() if time.end else None)


def day_and_hours(time: MeetingTime, zone: ZoneInfo, lang: Language) -> str:
    """In full: "fredag 3. februar 2023 kl. 10.00–15.00", an imprecise date as one says it."""
    day = with_weekday(time.on.day, lang) if time.on.is_day else edtf(time.on, lang)
    return " ".join(filter(None, (day, hours(time, zone, lang))))

"""Entries that the calendar's stories tell of."""

from datetime import UTC, date, datetime
from typing import Any

from tilsvar.calendar.attendees import Attendee
from tilsvar.calendar.entries import AllDay, Entry, Timed
from tilsvar.calendar.itip import Scheduling
from tilsvar.domain.kinds import PartStat

MEETING_UID = "0b7e8a52-6f0c-4a39-9d6e-2f4f5c1f9a10"
DEADLINE_UID = "c2a41c0e-58f1-4d0b-8a55-7d4f0e6f3b21"


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def meeting(**changed: Any) -> Entry:
    """The council's meeting of 16 February 2023, 10 to 15 in Oslo, with what a story changes."""
    facts: dict[str, Any] = {
        "uid": MEETING_UID,
        "sequence": 2,
        "created": at(2022, 11, 1, 8),
        "modified": at(2023, 1, 9, 12, 30),
        "kind": "council",
        "title": "Rådsmøte 1/2023",
        "when": Timed(at(2023, 2, 16, 9), at(2023, 2, 16, 14)),
        "place": "Forskningsrådet, Lysaker",
        "description": "Sak 1/1/2023: Godkjenning av innkalling\nSak 2/1/2023: Årsrapport",
        "url": "https://tilsvar.example.no/meetings/M2023-01",
    }
    return Entry(**(facts | changed))


def deadline(**changed: Any) -> Entry:
    """A consultation's deadline on 8 March 2023, with what a story changes."""
    facts: dict[str, Any] = {
        "uid": DEADLINE_UID,
        "sequence": 0,
        "created": at(2022, 12, 15, 9),
        "modified": at(2022, 12, 15, 9),
        "kind": "deadline",
        "title": "Høringsfrist: forskrift om legemidler",
        "when": AllDay(date(2023, 3, 8), date(2023, 3, 8)),
    }
    return Entry(**(facts | changed))


def invited(**changed: Any) -> Attendee:
    """A member of the council who has not answered, with what a story changes."""
    facts: dict[str, Any] = {
        "address": "kari@ho21.example",
        "name": "Kari Nordmann",
        "partstat": PartStat.NEEDS_ACTION,
    }
    return Attendee(**(facts | changed))


def scheduling(**changed: Any) -> Scheduling:
    """The meeting above as the members are told of it, with what a story changes."""
    facts: dict[str, Any] = {
        "entry": meeting(),
        "organizer_name": "HelseOmsorg21-rådet",
        "organizer_address": "moter+7c0f2a@ho21.example",
        "attendees": (invited(),),
        "stamp": at(2023, 1, 9, 12, 30),
    }
    return Scheduling(**(facts | changed))

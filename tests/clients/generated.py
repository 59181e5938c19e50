"""Meetings whose texts and hours are as hard on a calendar program as people's can be."""

import os
import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tilsvar.calendar.entries import OSLO
from tilsvar.domain.dates import Edtf
from tilsvar.domain.meetings import MeetingTime

_PIECES = (
    *("blåbærsyltetøy", "ÆØÅ æøå", "👩🏽‍⚕️", "🇳🇴", "👨‍👩‍👧", "😀", "e\u0301", "日本語", "עברית"),
    *(",", ";", ":", '"', "'", "«norsk»", "^n", "%s", "{x}", "<b>", "&amp;", "BEGIN:VEVENT"),
    *("END:VCALENDAR", "a@b.example", "https://ho21.example/?a=1;b", "å" * 90),
    *("\n", "\n\n", "\t", " ", "  ", "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}"),
)
_WITH_BACKSLASHES = (*_PIECES, *("\\", r"\n", r"\N", r"\,", r"\;", r"C:\Notater\nytt") * 3)
BACKSLASHED = "Omvendt skråstrek"
"""How the titles begin of those that hold backslashes, which an old reader gets wrong."""

_CHANGES = (date(2022, 10, 30), date(2023, 3, 26), date(2023, 10, 29), date(2024, 3, 31))
_LONG = 10_000  # characters


@dataclass(frozen=True)
class Planned:
    """A meeting before it is recorded."""

    title: str
    place: str
    time: MeetingTime


def seed() -> int:
    """The seed of this run; TILSVAR_TEST_SEED chooses another."""
    return int(os.environ.get("TILSVAR_TEST_SEED") or 2023)


def hard_texts() -> list[Planned]:
    """Meetings of generated texts, some of them of ten thousand characters."""
    chance = random.Random(seed())
    return [
        *(_planned(chance, f"Møte {index}", _PIECES, 80) for index in range(1, 46)),
        *(_planned(chance, f"Møte {index}", _PIECES, _LONG) for index in range(46, 49)),
        *(
            _planned(chance, f"{BACKSLASHED} {index}", _WITH_BACKSLASHES, 120)
            for index in range(1, 16)
        ),
        _planned(chance, f"{BACKSLASHED} 16", _WITH_BACKSLASHES, _LONG),
    ]


def around_clock_changes() -> list[Planned]:
    """Meetings at many hours from the Friday before each change to the Monday after it."""
    planned = []
    for sunday in _CHANGES:
        midnight = datetime(sunday.year, sunday.month, sunday.day, tzinfo=UTC)
        hours = [-62, -38, -14, *(half / 2 for half in range(-6, 9)), 10, 34]
        for hour in hours:
            start = midnight + timedelta(hours=hour)
            planned.append(
                Planned(f"Klokkeskifte {start:%d.%m.%Y %H.%M} UTC", "", _hours(start, 2))
            )
    return planned


def _time(chance: random.Random) -> MeetingTime:
    day = date(2022, 1, 1) + timedelta(days=chance.randrange(3 * 365))
    if chance.random() < 0.25:
        return MeetingTime(Edtf(day.isoformat()))
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    start += timedelta(minutes=5 * chance.randrange(24 * 12))
    return _hours(start, chance.choice((0.5, 1, 2, 7, 26)))


def _hours(start: datetime, hours: float) -> MeetingTime:
    on = start.astimezone(OSLO).date()
    return MeetingTime(Edtf(on.isoformat()), start, start + timedelta(hours=hours))


def _planned(chance: random.Random, name: str, pieces: tuple[str, ...], length: int) -> Planned:
    return Planned(
        title=f"{name} {_text(chance, pieces, length)} slutt",
        place=f"Sted {_text(chance, pieces, length)} slutt",
        time=_time(chance),
    )


def _text(chance: random.Random, pieces: tuple[str, ...], length: int) -> str:
    text = ""
    while len(text) < length:
        text += chance.choice(pieces) + chance.choice(("", "", " "))
    return text[:length]

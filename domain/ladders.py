"""Ladders: on which days around a date who is reminded.

The table at the end is the whole of the council's defaults. A rung on a day that is no working day
goes on the next working day, but before a deadline on the previous one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .dates import Edtf
from .working_days import WorkingCalendar


class Audience(StrEnum):
    """Who is reminded: the responsible person, else the secretariat; and others by role."""

    RESPONSIBLE = "responsible"
    LEADER = "leader"
    MEMBERS = "members"


@dataclass(frozen=True)
class Rung:
    """So many days before (negative) or after a date, and who hears of it."""

    days: int
    working: bool = False
    to: tuple[Audience, ...] = (Audience.RESPONSIBLE,)

    @property
    def name(self) -> str:
        """A stable name: `-21d`, `+10wd`, `0d`."""
        sign = "+" if self.days > 0 else ""
        return f"{sign}{self.days}{'wd' if self.working else 'd'}"

    def day(self, anchor: date, calendar: WorkingCalendar, *, before_deadline: bool) -> date:
        """The day on which this rung goes out, for a date that it stands around."""
        if self.working and self.days:
            return calendar.shift(anchor, self.days)
        day = anchor + timedelta(days=self.days)
        return calendar.on_or_before(day) if before_deadline else calendar.on_or_after(day)


@dataclass(frozen=True)
class Ladder:
    """Rungs from the earliest to the most urgent."""

    name: str
    rungs: tuple[Rung, ...]

    def days(self, date_: Edtf, calendar: WorkingCalendar) -> list[tuple[Rung, date]]:
        """Each rung with its day; reminders look at the first day of an imprecise date."""
        return [
            (
                rung,
                rung.day(
                    date_.first, calendar, before_deadline=not date_.imprecise and rung.days <= 0
                ),
            )
            for rung in self.rungs
        ]


def _before(*days: int, working: bool = False, to: tuple[Audience, ...]) -> tuple[Rung, ...]:
    return tuple(Rung(-each, working, to) for each in days)


OWNER = (Audience.RESPONSIBLE,)
OWNER_AND_MEMBERS = (Audience.RESPONSIBLE, Audience.MEMBERS)
OWNER_AND_LEADER = (Audience.RESPONSIBLE, Audience.LEADER)

LADDERS: dict[str, Ladder] = {
    ladder.name: ladder
    for ladder in (
        Ladder(
            "answer", (Rung(0), Rung(10, working=True), Rung(30, working=True, to=OWNER_AND_LEADER))
        ),
        Ladder("consultation", _before(21, 14, 7, 3, 1, 0, to=OWNER)),
        Ladder("internal", _before(5, 2, 0, working=True, to=OWNER_AND_MEMBERS)),
        Ladder("minutes_comments", _before(5, 2, 0, working=True, to=OWNER_AND_MEMBERS)),
        Ladder("external", _before(7, 0, to=OWNER)),
        Ladder("imprecise", (Rung(0),)),
        Ladder("op_ed_idle", (Rung(14),)),
    )
}

"""Ladders: on which days around a date who is reminded, and how.

`DEFAULTS` at the end is the whole of the council's defaults; the secretariat may put another ladder
in the place of each, for a kind of object or for a single one. A rung on a day that is no working
day goes on the next working day, but before a deadline on the previous one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from .dates import Edtf
from .errors import DomainError
from .working_days import WorkingCalendar


class NoSuchLadder(DomainError):
    """There is no ladder {name}: there are {names}."""


class NoSuchRung(DomainError):
    """The ladder {ladder} has no rung {rung} any more."""


class Audience(StrEnum):
    """Who is reminded by role: the responsible person, else the secretariat; leader; members."""

    RESPONSIBLE = "responsible"
    SECRETARIAT = "secretariat"
    LEADER = "leader"
    MEMBERS = "members"


class Channel(StrEnum):
    """How a reminder reaches people: collected, at once, or only as a line in their calendar."""

    DIGEST = "digest"
    AT_ONCE = "at once"
    CALENDAR = "calendar"


OWNER = (Audience.RESPONSIBLE.value,)
OWNER_AND_MEMBERS = (Audience.RESPONSIBLE.value, Audience.MEMBERS.value)
OWNER_AND_LEADER = (Audience.RESPONSIBLE.value, Audience.LEADER.value)


WAKE = "wake:"
"""How the rung is named that speaks when a snooze is over: `wake:2023-02-10`."""


@dataclass(frozen=True)
class Rung:
    """So many days before (negative) or after a date, who hears of it, and how.

    `to` names roles (Audience) or people by key. `from_end` counts from the last day of an
    imprecise date instead of the first.
    """

    days: int
    working: bool = False
    to: tuple[str, ...] = OWNER
    channel: Channel = Channel.DIGEST
    from_end: bool = False
    label: str = ""

    @property
    def name(self) -> str:
        """A stable name: `-21d`, `+10wd`, `0d`, `end+1wd`; or its own `label`."""
        if self.label:
            return self.label
        sign = "+" if self.days > 0 else ""
        end = "end" if self.from_end else ""
        return f"{end}{sign}{self.days}{'wd' if self.working else 'd'}"

    def day(self, date_: Edtf, calendar: WorkingCalendar) -> date:
        """The day on which this rung goes out, for a date that it stands around."""
        anchor = date_.last if self.from_end else date_.first
        if self.working and self.days:
            return calendar.shift(anchor, self.days)
        day = anchor + timedelta(days=self.days)
        if self.days <= 0 and not date_.imprecise:
            return calendar.on_or_before(day)
        return calendar.on_or_after(day)


def waking(until: date) -> Rung:
    """The rung at which something speaks again that was put off until that day."""
    return Rung(0, label=f"{WAKE}{until.isoformat()}")


@dataclass(frozen=True)
class Ladder:
    """Rungs around a date; the later its day, the more urgent a rung is."""

    name: str
    rungs: tuple[Rung, ...]

    def days(self, date_: Edtf, calendar: WorkingCalendar) -> list[tuple[Rung, date]]:
        """Each rung with its day, from the earliest to the most urgent."""
        days = [(rung, rung.day(date_, calendar)) for rung in self.rungs]
        return sorted(days, key=lambda pair: (pair[1], pair[0].from_end, pair[0].days))

    def has(self, name: str) -> bool:
        """Whether a rung of that name is on it; the end of a snooze always is."""
        return name.startswith(WAKE) or any(each.name == name for each in self.rungs)

    def rung(self, name: str) -> Rung:
        """The rung of that name, also the one at which a snooze ends; raises NoSuchRung."""
        if name.startswith(WAKE):
            return Rung(0, label=name)
        for each in self.rungs:
            if each.name == name:
                return each
        raise NoSuchRung(ladder=self.name, rung=name)


def _before(*days: int, working: bool = False, to: tuple[str, ...] = OWNER) -> tuple[Rung, ...]:
    """So many days before a deadline; what is due today does not wait for the digest."""
    return tuple(
        Rung(-each, working, to, Channel.DIGEST if each else Channel.AT_ONCE) for each in days
    )


DEFAULTS: dict[str, Ladder] = {
    ladder.name: ladder
    for ladder in (
        Ladder(
            "answer",
            (Rung(0), Rung(10, working=True), Rung(30, working=True, to=OWNER_AND_LEADER)),
        ),
        Ladder(
            "promise",
            (
                Rung(0),
                Rung(1, working=True),
                Rung(10, working=True),
                Rung(30, working=True, to=OWNER_AND_LEADER),
            ),
        ),
        Ladder("consultation", _before(21, 14, 7, 3, 1, 0)),
        Ladder("internal", _before(5, 2, 0, working=True, to=OWNER_AND_MEMBERS)),
        Ladder("minutes_comments", _before(5, 2, 0, working=True, to=OWNER_AND_MEMBERS)),
        Ladder("approval", _before(2, 0, working=True, to=OWNER_AND_LEADER)),
        Ladder("external", _before(7, 0)),
        Ladder(
            "imprecise",
            (Rung(0), Rung(1, working=True, to=OWNER_AND_LEADER, from_end=True)),
        ),
        Ladder("op_ed_idle", (Rung(14),)),
        Ladder("op_ed_comments", _before(5, 2, 0, working=True, to=OWNER_AND_MEMBERS)),
        Ladder("op_ed_submitted", (Rung(10, working=True),)),
        Ladder("papers", _before(10, 7)),
        Ladder("minutes", (Rung(10, working=True),)),
        Ladder("theme_idle", (Rung(90),)),
        Ladder("measure", (Rung(0), Rung(10, working=True))),
        Ladder("stakeholder_quiet", (Rung(180),)),
        Ladder("stance_stale", (Rung(365),)),
        Ladder("promised", (Rung(0), Rung(10, working=True))),
    )
}


@dataclass(frozen=True)
class LadderBook:
    """The ladders in force: a single object's own, else its kind's, else the default.

    `edited` maps the ladder's name and an object's key (empty for the kind) to the rungs.
    """

    edited: Mapping[tuple[str, str], Sequence[Rung]] = field(default_factory=dict)

    def ladder(self, name: str, key: str = "") -> Ladder:
        """The ladder of that name as it stands for that object; raises NoSuchLadder."""
        if name not in DEFAULTS:
            raise NoSuchLadder(name=name, names=", ".join(DEFAULTS))
        for scope in (key, ""):
            rungs = self.edited.get((name, scope))
            if rungs is not None:
                return Ladder(name, tuple(rungs))
        return DEFAULTS[name]

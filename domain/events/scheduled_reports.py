"""Reports that go out by themselves: when and to whom was decided, and that they were due."""

from dataclasses import dataclass
from datetime import date

from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class ReportScheduled(Event):
    """`report` is its name, as `/reports/NAME` has it."""

    about = Kind.SCHEDULED_REPORT
    sentence = N_("The report is sent by e-mail at fixed times from now on.")
    schedule: str
    report: str


@dataclass(frozen=True)
class ReportScheduleChanged(Event):
    about = Kind.SCHEDULED_REPORT
    sentence = N_("How the report is sent at fixed times was changed: {changed}.")
    schedule: str
    changed: Keys


@dataclass(frozen=True)
class ReportScheduleStopped(Event):
    about = Kind.SCHEDULED_REPORT
    sentence = N_("The report is not sent at fixed times any more.")
    schedule: str


@dataclass(frozen=True)
class ReportScheduleResumed(Event):
    about = Kind.SCHEDULED_REPORT
    sentence = N_("The report is sent at fixed times again.")
    schedule: str


@dataclass(frozen=True)
class ScheduledReportDue(Event):
    """The clock reached a day on which it goes out; `readers` are the people that it went to."""

    about = Kind.SCHEDULED_REPORT
    schedule: str
    due: date
    readers: Keys

    @property
    def sentence(self) -> str:
        """To whom, or that there was nobody."""
        if self.readers:
            return N_("The report that was due {when_due} went to {readers}.")
        return N_("The report that was due {when_due} went to nobody: no reader has a role now.")

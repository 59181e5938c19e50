"""What cannot be asked of a report that is sent at fixed times, each with its sentence."""

from .errors import DomainError


class NoReportToSend(DomainError):
    """There is no report {report} to send. Choose among these: {reports}."""


class ReportAboutOnePerson(DomainError):
    """The report {report} is about one person, and cannot be sent at fixed times."""


class SpanNotTaken(DomainError):
    """The report {report} cannot be asked about the period {span}. Choose among these: {spans}."""


class NobodyChosen(DomainError):
    """Choose at least one person, or one role, that the report is sent to."""


class NotARoleOfReaders(DomainError):
    """{role} is no role that reports are sent to. Choose among these: {roles}."""


class NoSuchFormat(DomainError):
    """{ending} is no format for a report that is sent. Choose among these: {endings}."""


class DaysBeforeOutOfRange(DomainError):
    """A report can be sent 0 to {most} working days before a meeting, and not {days}."""


class ScheduleIsStopped(DomainError):
    """The report is not sent at fixed times any more already."""


class ScheduleIsGoing(DomainError):
    """The report is sent at fixed times already."""


class ScheduleChangedMeanwhile(DomainError):
    """Somebody has changed when or to whom the report is sent since you looked. Look again."""

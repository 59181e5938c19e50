"""`tilsvar report-schedule …`: which reports go out by e-mail by themselves, when and to whom."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.errors import TilsvarError
from ..domain.scheduled_reports import ONLY_LINK, ROLES, Rhythm, Span
from .opening import NOBODY_NAMED, looking, recording
from .options import By

if TYPE_CHECKING:
    from ..domain.scheduled_reports import ScheduledReport
    from ..store.unit_of_work import UnitOfWork

group = typer.Typer(
    help="Reports that go out by e-mail by themselves, when and to whom.", no_args_is_help=True
)


class File(StrEnum):
    """What goes along; a link is no file, only the first lines and where the rest is."""

    WORD = "docx"
    EXCEL = "xlsx"
    PDF = "pdf"
    CSV = "csv"
    JSON = "json"
    LINK = "link"


Schedule = Annotated[str, typer.Argument(metavar="SCHEDULE", help="Its key, such as R2023-01.")]
Report = Annotated[str, typer.Argument(metavar="REPORT", help="Its name, such as unanswered.")]
To = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="WHO",
        help=f"A role ({', '.join(ROLES)}) or a person's key. Repeat it for each.",
    ),
]
Every = Annotated[
    Rhythm | None,
    typer.Option(
        "--when", help="The first working day of a month or quarter, or before council meetings."
    ),
]
DaysBefore = Annotated[
    int | None, typer.Option("--days-before", help="Working days before each council meeting.")
]
About = Annotated[
    Span | None,
    typer.Option("--about", help="Which period it is about, seen from the day on which it goes."),
]
As = Annotated[File | None, typer.Option("--as", help="The file that goes along.")]
Note = Annotated[
    str | None, typer.Option("--note", help="A greeting to the readers, first in the mail.")
]


class NothingToChange(TilsvarError):
    """Say what is to be changed: --report, --to, --when, --days-before, --about, --as or --note."""


class DaysBeforeNothing(TilsvarError):
    """--days-before counts days before council meetings. Say --when before_meeting with it."""


@group.command(
    epilog="Example: tilsvar report-schedule add unanswered --to leader --when monthly --as docx"
)
def add(
    *,
    report: Report,
    to: To = None,
    when: Every = Rhythm.MONTHLY,
    days_before: DaysBefore = None,
    about: About = Span.USUAL,
    file: As = File.WORD,
    note: Note = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Send a report by e-mail from now on, again and again."""
    values = {"report": report, "span": about, "rhythm": when, "days_before": days_before}
    _require_meetings(when, days_before)
    with recording(by) as work:
        from ..commands.scheduled_reports import schedule_report

        found = schedule_report(work, **_given(file, to, note=note, **values))
        said = _told(work, found)
    typer.echo(said)


@group.command("list", epilog="Example: tilsvar report-schedule list")
def list_() -> None:
    """All of them: what goes to whom, when it went last and goes next; those stopped last."""
    with looking() as (_, work):
        from ..commands.scheduled_reports import last_sent, next_due, scheduled_reports
        from ..reports.columns import aligned

        rows = [["KEY", "REPORT", "ABOUT", "WHEN", "AS", "TO", "LAST", "NEXT"]]
        for each in scheduled_reports(work):
            last, following = last_sent(work, each), next_due(work, each)
            rows.append(
                [
                    each.key,
                    each.report,
                    each.span,
                    _when(each),
                    each.ending or File.LINK,
                    ", ".join((*each.roles, *each.people)),
                    f"{last.due} to {last.readers}" if last else "",
                    "stopped" if each.stopped else str(following or ""),
                ]
            )
    if len(rows) == 1:
        typer.echo("No report is sent by itself.")
    else:
        typer.echo("\n".join(aligned(rows, indent="")))


@group.command(epilog="Example: tilsvar report-schedule change R2023-01 --to leader --to M01")
def change(
    *,
    schedule: Schedule,
    report: Annotated[str | None, typer.Option("--report", help="Another report.")] = None,
    to: To = None,
    when: Every = None,
    days_before: DaysBefore = None,
    about: About = None,
    file: As = None,
    note: Note = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Send it to others, at other times or in another way; what is not named stays."""
    asked = {"report": report, "span": about, "rhythm": when, "days_before": days_before}
    values = _given(file, to, note=note, **asked)
    if not values:
        raise NothingToChange
    with recording(by) as work:
        from ..commands.scheduled_reports import change_schedule
        from ..domain.scheduled_reports import ScheduledReport

        _require_meetings(when or work.view(ScheduledReport, schedule).rhythm, days_before)
        said = _told(work, change_schedule(work, schedule=schedule, **values))
    typer.echo(said)


@group.command(epilog="Example: tilsvar report-schedule stop R2023-01")
def stop(schedule: Schedule, by: By = NOBODY_NAMED) -> None:
    """Send it no more; `resume` takes that back."""
    with recording(by) as work:
        from ..commands.scheduled_reports import stop_schedule

        stop_schedule(work, schedule=schedule)
    typer.echo(f"{schedule} is sent no more.")


@group.command(epilog="Example: tilsvar report-schedule resume R2023-01")
def resume(schedule: Schedule, by: By = NOBODY_NAMED) -> None:
    """Send it again from today; what would have gone out meanwhile does not."""
    with recording(by) as work:
        from ..commands.scheduled_reports import resume_schedule
        from ..domain.scheduled_reports import ScheduledReport

        resume_schedule(work, schedule=schedule)
        said = _told(work, work.get(ScheduledReport, schedule))
    typer.echo(said)


def _given(file: File | None, to: list[str] | None, **values: object) -> dict[str, Any]:
    """What was named on the command line, as fields of a `Wish`: readers as roles and people."""
    given = {name: value for name, value in values.items() if value is not None}
    if file is not None:
        given["ending"] = ONLY_LINK if file is File.LINK else file.value
    if to is not None:
        given["roles"] = tuple(each for each in to if each in ROLES)
        given["people"] = tuple(each for each in to if each not in ROLES)
    return given


def _require_meetings(rhythm: Rhythm | None, days_before: int | None) -> None:
    """Raises DaysBeforeNothing where days are counted before meetings that it does not follow."""
    if days_before is not None and rhythm is not Rhythm.BEFORE_MEETING:
        raise DaysBeforeNothing


def _when(schedule: "ScheduledReport") -> str:
    if schedule.rhythm is Rhythm.BEFORE_MEETING:
        return f"{schedule.days_before} working days before council meetings"
    return schedule.rhythm


def _told(work: "UnitOfWork", schedule: "ScheduledReport") -> str:
    """What goes to how many, and on which day next."""
    from ..commands.scheduled_reports import next_due, readers_of

    n = len(readers_of(work, schedule))
    readers = "1 reader" if n == 1 else f"{n} readers"
    following = next_due(work, schedule)
    when = f"next on {following}" if following else "as soon as a meeting has a day"
    if schedule.stopped:
        when = "but it is stopped"
    return f"{schedule.key}: {schedule.report} to {readers}, {when}."

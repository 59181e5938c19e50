"""`tilsvar meeting …`: the council's meetings and those with others."""

from typing import TYPE_CHECKING, Annotated

import typer

from ..domain.dates import Edtf
from ..domain.kinds import MeetingKind, MeetingStatus
from .opening import NOBODY_NAMED, recording
from .options import DATE, ORGANISATION, Area, By, Key, On, Source, dated

if TYPE_CHECKING:
    from ..domain.meetings import Meeting as Planned
    from ..domain.meetings import MeetingTime
    from ..store.unit_of_work import UnitOfWork

group = typer.Typer(help="Meetings.", no_args_is_help=True)

WHEN = "DATE[THH:MM]"
Meeting = Annotated[str, typer.Argument(metavar="MEETING", help="The meeting's key.")]
Start = Annotated[
    str,
    typer.Option("--start", metavar=WHEN, help="A date, or a day and its hour in Oslo."),
]
End = Annotated[
    str | None,
    typer.Option("--end", metavar=WHEN, help="When it ends; two hours where it is left out."),
]
JoinUrl = Annotated[
    str | None,
    typer.Option("--join-url", metavar="URL", help="Where to take part from afar."),
]
PapersUrl = Annotated[
    str | None, typer.Option("--papers-url", metavar="URL", help="Where the papers lie.")
]
Agenda = Annotated[
    str | None, typer.Option("--agenda", help="The agenda, on as many lines as it needs.")
]
Participants = Annotated[
    list[str] | None,
    typer.Option("--participant", metavar=ORGANISATION, help="Who takes part, by the key."),
]


@group.command(
    epilog="Example: tilsvar meeting schedule --title 'Rådsmøte 2/2023' --start 2023-03-10T10:00"
    " --end 2023-03-10T15:00"
)
def schedule(
    *,
    title: Annotated[str, typer.Option("--title", help="What the meeting is called.")],
    start: Start,
    end: End = None,
    kind: Annotated[MeetingKind, typer.Option("--kind", help="Its kind.")] = MeetingKind.COUNCIL,
    place: Annotated[str, typer.Option("--place", help="Where it is.")] = "",
    participant: Participants = None,
    agenda: Agenda = None,
    join_url: JoinUrl = None,
    papers_url: PapersUrl = None,
    area: Area = None,
    planned: Annotated[bool, typer.Option("--planned", help="The day is not fixed yet.")] = False,
    key: Key = None,
    source: Source = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Register a meeting; without an hour it lasts all day."""
    with recording(by) as work:
        from ..commands.meetings import schedule_meeting

        meeting = schedule_meeting(
            work,
            title=title,
            time=_time(work, start, end),
            key=key,
            kind=kind,
            place=place,
            participants=participant or (),
            status=MeetingStatus.PLANNED if planned else MeetingStatus.SCHEDULED,
            source=source,
            agenda=agenda or "",
            join_url=join_url or "",
            papers_url=papers_url or "",
            area=area,
        )
    typer.echo(f"{_when(meeting)}.")


@group.command(
    epilog="Example: tilsvar meeting move M2023-01 --start 2023-03-17T10:00 --end 2023-03-17T15:00"
)
def move(meeting: Meeting, start: Start, end: End = None, by: By = NOBODY_NAMED) -> None:
    """Move a meeting; calendars that subscribe follow."""
    with recording(by) as work:
        from ..commands.meetings import move_meeting
        from ..domain.meetings import Meeting as Moved

        move_meeting(work, meeting=meeting, time=_time(work, start, end))
        told = _when(work.get(Moved, meeting))
    typer.echo(f"{told}.")


@group.command(
    epilog="Example: tilsvar meeting correct M2023-01 --place Lysaker"
    " --papers-url https://www.example.no/papirer"
)
def correct(
    *,
    meeting: Meeting,
    title: Annotated[str | None, typer.Option("--title", help="What it is called.")] = None,
    kind: Annotated[MeetingKind | None, typer.Option("--kind", help="Its kind.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where it is.")] = None,
    participant: Participants = None,
    agenda: Agenda = None,
    join_url: JoinUrl = None,
    papers_url: PapersUrl = None,
    area: Area = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Change what is said of a meeting; what is not named stays, and '' takes something away."""
    named = {
        "title": title,
        "kind": kind,
        "place": place,
        "participants": tuple(participant) if participant else None,
        "agenda": agenda,
        "join_url": join_url,
        "papers_url": papers_url,
    }
    values: dict[str, object] = {name: value for name, value in named.items() if value is not None}
    if area is not None:
        values["area"] = area or None
    if not values:
        raise typer.BadParameter("name something to correct, such as --place")
    with recording(by) as work:
        from ..commands.meetings import correct_meeting

        correct_meeting(work, meeting=meeting, **values)
    typer.echo(f"{meeting} is corrected.")


@group.command(epilog="Example: tilsvar meeting cancel M2023-01")
def cancel(meeting: Meeting, by: By = NOBODY_NAMED) -> None:
    """Cancel a meeting; calendars show it as cancelled."""
    with recording(by) as work:
        from ..commands.meetings import cancel_meeting

        cancel_meeting(work, meeting=meeting)
    typer.echo(f"{meeting} is cancelled.")


@group.command(epilog="Example: tilsvar meeting held M2023-01")
def held(meeting: Meeting, by: By = NOBODY_NAMED) -> None:
    """Record that a meeting took place."""
    with recording(by) as work:
        from ..commands.meetings import hold_meeting

        hold_meeting(work, meeting=meeting)
    typer.echo(f"{meeting} was held.")


@group.command(
    "papers-sent", epilog="Example: tilsvar meeting papers-sent M2023-01 --on 2023-01-27"
)
def papers_sent(meeting: Meeting, on: On = None, by: By = NOBODY_NAMED) -> None:
    """Record that the papers for a council meeting were sent."""
    with recording(by) as work:
        from ..commands.minutes import send_papers

        send_papers(work, meeting=meeting, on=on)
    typer.echo(f"The papers for {meeting} are sent.")


@group.command("papers-not-sent", epilog="Example: tilsvar meeting papers-not-sent M2023-01")
def papers_not_sent(meeting: Meeting, by: By = NOBODY_NAMED) -> None:
    """The papers were recorded as sent by mistake."""
    with recording(by) as work:
        from ..commands.minutes import take_back_papers

        take_back_papers(work, meeting=meeting)
    typer.echo(f"The papers for {meeting} are not sent.")


@group.command(
    "minutes-sent",
    epilog="Example: tilsvar meeting minutes-sent M2023-01 --on 2023-02-03"
    " --comments-by 2023-02-10",
)
def minutes_sent(
    meeting: Meeting,
    on: On = None,
    comments_by: Annotated[
        Edtf | None,
        typer.Option(
            "--comments-by",
            parser=dated,
            metavar=DATE,
            help="Until when members comment; five working days where it is left out.",
        ),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Record that the minutes of a council meeting were sent; members comment until a day."""
    with recording(by) as work:
        from ..commands.minutes import circulate_minutes

        deadline = circulate_minutes(work, meeting=meeting, on=on, comments_by=comments_by)
    typer.echo(f"The minutes of {meeting} are sent; {deadline.key}: comments by {deadline.due}.")


@group.command("minutes-not-sent", epilog="Example: tilsvar meeting minutes-not-sent M2023-01")
def minutes_not_sent(meeting: Meeting, by: By = NOBODY_NAMED) -> None:
    """The minutes were recorded as sent by mistake."""
    with recording(by) as work:
        from ..commands.minutes import take_back_minutes

        take_back_minutes(work, meeting=meeting)
    typer.echo(f"The minutes of {meeting} are not sent.")


@group.command(
    "minutes-approved", epilog="Example: tilsvar meeting minutes-approved M2022-13 --in M2023-01"
)
def minutes_approved(
    meeting: Meeting,
    approved_in: Annotated[
        str | None,
        typer.Option("--in", metavar="MEETING", help="The next council meeting if left out."),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Record that a later council meeting approved the minutes."""
    with recording(by) as work:
        from ..commands.minutes import approve_minutes

        approved_in = approve_minutes(work, meeting=meeting, approved_in=approved_in)
    typer.echo(f"The minutes of {meeting} are approved by {approved_in}.")


def _time(work: "UnitOfWork", start: str, end: str | None) -> "MeetingTime":
    from ..domain.meetings import MeetingTime
    from ..intake.register.wall_time import read_wall_time

    begins, zone = read_wall_time(start), work.office.zone
    ends = read_wall_time(end) if end else None
    if ends is not None and (begins.clock is None or ends.clock is None):
        raise typer.BadParameter(
            "an end needs an hour, and a start with an hour, as in 2023-03-10T15:00",
            param_hint="--end",
        )
    return MeetingTime(begins.on, begins.moment(zone), ends.moment(zone) if ends else None)


def _when(meeting: "Planned") -> str:
    return f"{meeting.key} is {meeting.status.value} for {meeting.time.on}"

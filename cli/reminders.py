"""`tilsvar ladder …`, `snooze`, `pause`, `absence`: who is reminded when, and when not."""

from datetime import date
from typing import Annotated

import typer

from .opening import NOBODY_NAMED, looking, recording
from .options import DAY, By, Why, one_day

group = typer.Typer(help="Ladders: on which days around a date who is reminded.")

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The ladder's name, as `ladder show` lists them.")
]
Object = Annotated[str, typer.Option("--object", help="One object's key: for it alone.")]
First = Annotated[date, typer.Argument(parser=one_day, metavar=DAY, help="The first day.")]
Last = Annotated[date, typer.Argument(parser=one_day, metavar=DAY, help="The last day.")]


@group.command(epilog="Example: tilsvar ladder show consultation")
def show(name: Annotated[str, typer.Argument(metavar="NAME", help="Only this one.")] = "") -> None:
    """Show the ladders in force."""
    with looking() as (_, work):
        from ..domain.ladder_text import write_rungs
        from ..domain.ladders import DEFAULTS

        names = [name] if name else list(DEFAULTS)
        for each in names:
            typer.echo(f"{each}: {write_rungs(work.ladders.ladder(each).rungs)}")
        for (ladder, key), rungs in sorted(work.ladders.edited.items()):
            if key and ladder in names:
                typer.echo(f"{ladder} for {key}: {write_rungs(tuple(rungs))}")


@group.command(
    "set", epilog="Example: tilsvar ladder set external -- '-14d, -7d, 0d to responsible leader'"
)
def set_(
    name: Name,
    rungs: Annotated[
        str, typer.Argument(metavar="RUNGS", help="-14d, 0d, +10wd to leader, end+1wd …")
    ],
    object_key: Object = "",
    by: By = NOBODY_NAMED,
) -> None:
    """Put other rungs in the place of a ladder's; what has gone out never comes back."""
    _change(name, rungs, object_key, by)


@group.command(epilog="Example: tilsvar ladder reset external")
def reset(name: Name, object_key: Object = "", by: By = NOBODY_NAMED) -> None:
    """Give a ladder its usual rungs back."""
    _change(name, None, object_key, by)


def _change(name: str, rungs: str | None, object_key: str, by: str) -> None:
    with recording(by) as work:
        from ..commands.reminders import change_ladder
        from ..domain.ladder_text import write_rungs

        now = change_ladder(work, ladder=name, rungs=rungs, object_key=object_key)
    scope = f" for {object_key}" if object_key else ""
    typer.echo(f"{name}{scope}: {write_rungs(now)}")


def add_to(app: typer.Typer) -> None:
    """Add the commands that stand at the top."""
    app.command(epilog="Example: tilsvar snooze L2022-06 --until 2023-03-01")(snooze)
    app.command(epilog="Example: tilsvar wake L2022-06")(wake)
    app.command(epilog="Example: tilsvar pause 2023-07-01 2023-08-06")(pause)
    app.command(epilog="Example: tilsvar resume")(resume)
    app.command(epilog="Example: tilsvar absence SEK1 2023-02-13 2023-02-17")(absence)


def snooze(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key of what to put off.")],
    *,
    until: Annotated[
        date | None,
        typer.Option(
            "--until", parser=one_day, metavar=DAY, help="The day; none: until an answer."
        ),
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put an item off until a day, or until an answer comes."""
    with recording(by) as work:
        from ..commands import reminders

        found = reminders.snooze(work, key=key, until=until)
    when = f"until {until.isoformat()}" if until else "until an answer comes"
    typer.echo(f"{', '.join(watch.key for watch in found)}: put off {when}.")


def wake(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key of what was put off.")],
    by: By = NOBODY_NAMED,
) -> None:
    """End a snooze before its day."""
    with recording(by) as work:
        from ..commands import reminders

        reminders.wake(work, key=key)
    typer.echo(f"{key} is no longer put off.")


def pause(first: First, last: Last, *, why: Why = "", by: By = NOBODY_NAMED) -> None:
    """Let all reminders rest between two days, both included."""
    with recording(by) as work:
        from ..commands import reminders

        found = reminders.pause(work, first=first, last=last, why=why)
        over = found.over(work.calendar)
    typer.echo(f"All reminders rest from {first} to {last}; they go out again on {over}.")


def resume(by: By = NOBODY_NAMED) -> None:
    """End a pause: reminders go out again."""
    with recording(by) as work:
        from ..commands import reminders

        reminders.end_pause(work)
    typer.echo("Reminders go out again.")


def absence(
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="The person's key, as `user list` shows it.")
    ],
    first: First,
    last: Last,
    by: By = NOBODY_NAMED,
) -> None:
    """Say that somebody is away; their deputy hears meanwhile, else the secretariat."""
    with recording(by) as work:
        from ..commands import reminders

        reminders.register_absence(work, person=person, first=first, last=last)
    typer.echo(f"{person} is away from {first} to {last}.")
